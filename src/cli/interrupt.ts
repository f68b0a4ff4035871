import { exitCode } from "./exit.js";

/** SIGHUP comes when the terminal is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let controller: AbortController | undefined;
let isInterruptIgnored = false;

/**
 * Returns a signal that is aborted at the first SIGINT, SIGTERM or SIGHUP, so that everything started can end in order.
 * A second one ends the process at once.
 */
export function interruption(): AbortSignal {
  if (controller === undefined) {
    const own = new AbortController();
    controller = own;
    for (const name of signals) {
      process.on(name, () => {
        if (name === "SIGINT" && isInterruptIgnored) return;
        if (own.signal.aborted) process.exit(exitCode.interrupted);
        own.abort(new Interrupted(name));
      });
    }
  }
  return controller.signal;
}

/** Waits for work. @throws Interrupted as soon as this process receives a signal to stop */
export async function orInterrupted<T>(work: Promise<T>): Promise<T> {
  const signal = interruption();
  let stop = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener("abort", stop);
    // The work goes on until its connections are closed; its result is not used.
    work.catch(() => {});
  }
}

/** Returns whether this process has received a signal to stop. */
export function isInterrupted(): boolean {
  return controller?.signal.aborted === true;
}

/** Runs work during which Ctrl-C belongs to another program in the same terminal. */
export async function ignoreInterrupts<T>(work: () => Promise<T>): Promise<T> {
  isInterruptIgnored = true;
  try {
    return await work();
  } finally {
    isInterruptIgnored = false;
  }
}

/** The process received a signal to stop. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly signal: string;
  constructor(signal: string) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}
