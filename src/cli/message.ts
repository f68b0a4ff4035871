import { showCommands } from "../table/visible.js";

/** Writes a line for a person to standard error; standard output is for data. */
export function say(line: string): void {
  process.stderr.write(`${showCommands(line)}\n`);
}

/** Writes lines for a person to standard output. Characters that a terminal obeys are shown by their code points. */
export function print(lines: string | readonly string[]): void {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  process.stdout.write(`${showCommands(text)}\n`);
}

/** Writes data to standard output and waits until they are written. A failure ends the process (src/main.ts). */
export async function write(data: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write(data, (error) => error ?? resolve()));
}

/** Returns the width of the terminal: of standard output, else COLUMNS; Infinity if there is none. */
export function terminalWidth(): number {
  const { columns } = process.stdout;
  if (columns > 0) return columns;
  const given = Number(process.env.COLUMNS);
  return Number.isInteger(given) && given > 0 ? given : Number.POSITIVE_INFINITY;
}

/**
 * Shows a step that takes a while: on a terminal in one line that each step overwrites, otherwise in one line per step.
 */
export function progress(): { step(message: string): void; done(): void } {
  const terminal = process.stderr.isTTY;
  let last = "";
  return {
    step(message) {
      if (message === last) return;
      last = message;
      const line = showCommands(message);
      if (terminal) process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      else say(message);
    },
    done() {
      if (terminal && last !== "") process.stderr.write("\r\x1b[2K");
      last = "";
    },
  };
}
