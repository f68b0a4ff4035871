/** Where the lines of the log go. */
export interface LogSink {
  write(line: string): void;
}

/**
 * Gathers lines and passes them on once a turn of the event loop, since each passing on to the system costs as much as
 * a small answer. What is gathered at the end of the process is passed on then.
 */
export class Lines implements LogSink {
  readonly #sink: LogSink;
  #gathered = "";

  constructor(sink: LogSink) {
    this.#sink = sink;
    process.once("exit", this.#pass);
  }

  write(line: string): void {
    if (this.#gathered === "") setImmediate(this.#pass);
    this.#gathered += line;
  }

  /** Passes on what was gathered, and is no longer asked to at the end of the process. */
  end(): void {
    process.off("exit", this.#pass);
    this.#pass();
  }

  readonly #pass = (): void => {
    if (this.#gathered === "") return;
    const lines = this.#gathered;
    this.#gathered = "";
    this.#sink.write(lines);
  };
}
