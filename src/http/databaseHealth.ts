/** How old a sign of life may be before it is asked for again, and the pauses between tries while there is none; in milliseconds. */
const freshMs = 2_000;
const firstPauseMs = 500;
const longestPauseMs = 5_000;

/**
 * Watches whether Neo4j can be reached. While it cannot, questions are refused at once instead of waiting each for
 * itself, and a try goes out now and then until it answers again.
 */
export class Watch {
  readonly #ping: () => Promise<unknown>;
  readonly #limitMs: number;
  readonly #tell: (up: boolean, cause: unknown) => void;
  #up = true;
  #probe: Promise<boolean> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #pauseMs = firstPauseMs;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /**
   * @param ping rejects when Neo4j cannot be reached; it may also hang
   * @param limitMs how long a ping may take
   * @param tell is called when the state changes
   */
  constructor(ping: () => Promise<unknown>, limitMs: number, tell: (up: boolean, cause: unknown) => void) {
    this.#ping = ping;
    this.#limitMs = limitMs;
    this.#tell = tell;
  }

  /** Whether Neo4j is known to be away. */
  get away(): boolean {
    return !this.#up;
  }

  /** Whether Neo4j can be reached; asks it, unless it was asked a moment ago. */
  async isUp(): Promise<boolean> {
    const fresh = performance.now() - this.#askedAt < freshMs;
    if (!fresh) await this.suspect();
    else await this.#probe;
    return this.#up;
  }

  /** Asks Neo4j for a sign of life, since a request failed in a way that may mean that it is away. */
  suspect(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(this.#up);
    this.#probe ??= this.#ask().finally(() => {
      this.#probe = undefined;
    });
    return this.#probe;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#askedAt = performance.now();
    try {
      // Slow once may be a busy machine; only slow twice is away. An error is an error the first time.
      if (!(await this.#pingInTime()) && !(await this.#pingInTime())) {
        throw new Error(`no sign of life, twice within ${this.#limitMs} ms`);
      }
      this.#pauseMs = firstPauseMs;
      this.#turn(true, null);
    } catch (error) {
      this.#turn(false, error);
      if (!this.#stopped) this.#timer = setTimeout(() => void this.suspect(), this.#nextPause()).unref();
    } finally {
      this.#askedAt = performance.now();
    }
    return this.#up;
  }

  /** Whether a ping came back in time; it is not trusted to come back at all. */
  async #pingInTime(): Promise<boolean> {
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      limit = setTimeout(() => resolve(false), this.#limitMs);
    });
    try {
      return await Promise.race([this.#ping().then(() => true), late]);
    } finally {
      clearTimeout(limit);
    }
  }

  /** Longer from try to try, and not in step with other servers. */
  #nextPause(): number {
    const pause = this.#pauseMs;
    this.#pauseMs = Math.min(pause * 2, longestPauseMs);
    return pause * (0.75 + Math.random() / 4);
  }

  #turn(up: boolean, cause: unknown): void {
    if (this.#up === up) return;
    this.#up = up;
    this.#tell(up, cause);
  }
}
