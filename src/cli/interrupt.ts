import { exitCode } from "./exit.js";

let controller: AbortController | undefined;

/**
 * A signal that is aborted at the first SIGINT or SIGTERM, so that what was started can be ended in order; a second
 * one ends the process at once.
 */
export function interruption(): AbortSignal {
  if (controller === undefined) {
    const own = new AbortController();
    controller = own;
    for (const name of ["SIGINT", "SIGTERM"] as const) {
      process.on(name, () => {
        if (own.signal.aborted) process.exit(exitCode.interrupted);
        own.abort(new Interrupted(name));
      });
    }
  }
  return controller.signal;
}

/** The process was told to stop. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly signal: string;
  constructor(signal: string) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}
