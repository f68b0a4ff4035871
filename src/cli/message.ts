/** Writes a line for a person to standard error; standard output is for data. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Shows a step that takes a while: on a terminal in one line that is written over, else a line a step. */
export function progress(): { step(message: string): void; done(): void } {
  const terminal = process.stderr.isTTY;
  let last = "";
  return {
    step(message) {
      if (message === last) return;
      last = message;
      if (terminal) process.stderr.write(`\r\x1b[2K${message.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      else say(message);
    },
    done() {
      if (terminal && last !== "") process.stderr.write("\r\x1b[2K");
      last = "";
    },
  };
}
