import { GraphError, isLogOnRefused } from "../neo4j/error.js";

/** How long a result is used before Neo4j is asked again (milliseconds). */
const maxAgeMs = 2_000;
/** Pauses between attempts while Neo4j does not answer, doubled each time (milliseconds). */
const firstPauseMs = 500;
const maxPauseMs = 1_000;
/** Both times while Neo4j refuses the log-on: after a few quick attempts it would lock out the user. */
const refusedMs = 10_000;
/** How long new connections have until they are replaced too: a busy Neo4j takes seconds for the first answer (milliseconds). */
const reconnectMs = 2_500;
/**
 * The same time after so many replacements in a row. The driver cannot close a connection on which Neo4j never answers
 * the handshake; it stays open until the operating system gives it up.
 */
const manyReconnects = 20;
const rareReconnectMs = 15_000;

/** The database as its health is found out. */
export interface CheckedDatabase {
  /** Rejects if Neo4j cannot be reached; it can also hang. */
  ping(): Promise<unknown>;
  /** Opens new connections, because Neo4j does not answer on those that are open. */
  reconnect(): void;
}

/**
 * Whether Neo4j answers. While it does not, questions are refused at once instead of each waiting for its own timeout,
 * and Neo4j is asked again from time to time until it does.
 */
export class DatabaseHealth {
  readonly #database: CheckedDatabase;
  readonly #timeoutMs: number;
  readonly #onChange: (up: boolean, cause: unknown) => void;
  #failure: GraphError | null = null;
  #checking: Promise<boolean> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #reconnectedAt = performance.now();
  #reconnects = 0;
  #pauseMs = firstPauseMs;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /**
   * @param timeoutMs time for one ping (milliseconds); Neo4j counts as down after two in a row that take longer
   * @param onChange is called when Neo4j goes down, with the cause, and when it answers again
   */
  constructor(database: CheckedDatabase, timeoutMs: number, onChange: (up: boolean, cause: unknown) => void) {
    this.#database = database;
    this.#timeoutMs = timeoutMs;
    this.#onChange = onChange;
  }

  /** Whether Neo4j answered when it was last asked. */
  get up(): boolean {
    return this.#failure === null;
  }

  /** Why Neo4j does not answer, in words for a client. */
  get reason(): string {
    return this.#failure?.message ?? "Neo4j answers";
  }

  /** The error for a question that cannot be answered now. */
  error(): GraphError {
    return new GraphError("SERVICE_UNAVAILABLE", this.reason, { cause: this.#failure?.cause });
  }

  /** Returns whether Neo4j answers; asks it unless it was asked a moment ago. */
  async isUp(): Promise<boolean> {
    const maxAge = this.#isRefused ? refusedMs : maxAgeMs;
    if (performance.now() - this.#checkedAt < maxAge) await this.#checking;
    else await this.check();
    return this.up;
  }

  /** Asks Neo4j now, for example because a request failed. Calls at the same time share one attempt. */
  check(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(this.up);
    this.#checking ??= this.#attempt().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #attempt(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#checkedAt = performance.now();
    try {
      // One slow ping can be a busy machine; two are a database that is down. An error counts at once.
      if (!(await this.#pingInTime()) && !(await this.#pingInTime())) {
        this.#reconnect();
        throw new Error(`no answer twice within ${this.#timeoutMs} ms`);
      }
      this.#pauseMs = firstPauseMs;
      this.#reconnects = 0;
      this.#set(null, null);
    } catch (error) {
      this.#set(failureOf(error), error);
      if (!this.#stopped) this.#timer = setTimeout(() => void this.check(), this.#nextPauseMs()).unref();
    } finally {
      this.#checkedAt = performance.now();
    }
    return this.up;
  }

  #reconnect(): void {
    const now = performance.now();
    const pause = this.#reconnects < manyReconnects ? reconnectMs : rareReconnectMs;
    if (now - this.#reconnectedAt < pause) return;
    this.#reconnectedAt = now;
    this.#reconnects++;
    this.#database.reconnect();
  }

  async #pingInTime(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.#timeoutMs);
    });
    try {
      return await Promise.race([this.#database.ping().then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next pause, with a random part so that several servers do not ask at the same moment. */
  #nextPauseMs(): number {
    if (this.#isRefused) return refusedMs;
    const pause = this.#pauseMs;
    this.#pauseMs = Math.min(pause * 2, maxPauseMs);
    return pause * (0.75 + Math.random() / 4);
  }

  get #isRefused(): boolean {
    return this.#failure !== null && isLogOnRefused(this.#failure);
  }

  #set(failure: GraphError | null, cause: unknown): void {
    const changed = (failure === null) !== this.up || failure?.message !== this.#failure?.message;
    this.#failure = failure;
    if (changed) this.#onChange(failure === null, cause);
  }
}

/** The reason is named where an operator can act on it; anything else is that Neo4j cannot be reached. */
function failureOf(error: unknown): GraphError {
  const message =
    isLogOnRefused(error) && error instanceof GraphError
      ? error.message
      : "Neo4j cannot be reached at the moment.";
  return new GraphError("SERVICE_UNAVAILABLE", message, { cause: error });
}
