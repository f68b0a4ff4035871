import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import { GraphError, toGraphError } from "./error.js";
import { decodeRows, encodeParameters, type Statement } from "./statement.js";
import type { Types, Values } from "./type.js";

/** Where a Neo4j is and how to talk to it. */
export interface GraphSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /** Longest wait for a connection, in milliseconds. */
  readonly timeoutMs: number;
}

/** Says that what runs shall end: an AbortSignal, or what is as much of one and costs a tenth. */
export interface Ending {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * How a statement is to be read. A bookmark is Neo4j's name for the last transaction that it had committed at a
 * moment, whoever committed it: at the end of a statement it names that or a later state than the statement saw.
 */
export interface Reading {
  /** Ends the statement in Neo4j, not only the wait for it. */
  readonly signal?: Ending;
  /** After which it is not waited for any longer, and Neo4j ends it by itself, should we be gone; in milliseconds. */
  readonly timeoutMs?: number;
  /** What Neo4j must have put into its store, and not only committed, before the statement begins. */
  readonly after?: readonly string[];
  /** Is told the bookmark at the end of the statement; null where the server gives none. */
  readonly ended?: (bookmark: string | null) => void;
}

/** Something that this process has written. */
export interface Write {
  /** The bookmark after it; null when nothing was, or it is not known. */
  readonly bookmark: string | null;
}

/** Whatever answers statements that only read: the graph itself, or a transaction that also writes. */
export interface Reader {
  read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
  ): Promise<readonly Values<C>[]>;
}

/** Runs statements inside one transaction that writes; what it reads is what it wrote so far. */
export interface Writer extends Reader {
  readonly run: Reader["read"];
}

/** The one door to Neo4j. It is opened once a process; all its methods throw GraphError and nothing else of the driver. */
export class Graph implements Reader {
  readonly #driver: Driver;
  readonly #database: string;
  #lastWrite: Write = { bookmark: null };

  private constructor(driver: Driver, database: string) {
    this.#driver = driver;
    this.#database = database;
  }

  /** Prepares the door; nothing is sent to Neo4j yet. */
  static open({ uri, user, password, database, poolSize, timeoutMs }: GraphSettings): Graph {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: poolSize,
      connectionAcquisitionTimeout: timeoutMs,
      connectionTimeout: timeoutMs,
      maxTransactionRetryTime: timeoutMs,
      connectionLivenessCheckTimeout: 30_000,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
      userAgent: "govgraph",
    });
    return new Graph(driver, database);
  }

  /** The last thing that was written through this door; another object after each write. */
  get lastWrite(): Write {
    return this.#lastWrite;
  }

  /** Asks a statement that only reads, in one round trip. A connection that broke is replaced once. */
  async read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
    { signal, timeoutMs, after = [], ended }: Reading = {},
  ): Promise<readonly Values<C>[]> {
    const parameters = encodeParameters(statement, values);
    const config = {
      metadata: { app: "govgraph", statement: statement.stem },
      ...(timeoutMs && { timeout: timeoutMs }),
    };
    const attempt = async () => {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode: neo4j.session.READ,
        bookmarks: [...after],
      });
      let givenUp = false;
      try {
        const result = await inTime(begin(session, statement.text, parameters, config), signal, timeoutMs);
        ended?.(session.lastBookmarks()[0] ?? null);
        return decodeRows(statement, result.records);
      } catch (error) {
        givenUp = error instanceof GraphError;
        throw error;
      } finally {
        // Closing resets the connection, and a reset ends the statement if it still runs.
        const closed = session.close().catch(() => {});
        if (!givenUp) await closed;
      }
    };
    try {
      return await attempt().catch((error: { code?: string }) => {
        if (error.code === "SessionExpired" && !signal?.aborted) return attempt();
        throw error;
      });
    } catch (error) {
      throw error instanceof Error && error.name === "TypeMismatch"
        ? faultOfOurs(error)
        : toGraphError(error);
    }
  }

  /** Does work that writes, in one transaction: all of it or nothing. It may be run again after a passing failure. */
  async write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.WRITE,
    });
    try {
      return await session.executeWrite((transaction) => work(writerIn(transaction)));
    } catch (error) {
      throw error instanceof Error && "code" in error && !(error instanceof GraphError)
        ? toGraphError(error)
        : error;
    } finally {
      this.#lastWrite = { bookmark: session.lastBookmarks()[0] ?? null };
      await session.close().catch(() => {});
    }
  }

  /** Runs one statement about the schema (a constraint, an index); such statements cannot share a transaction with data. */
  async runSchema(text: string): Promise<void> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.WRITE,
    });
    try {
      await session.run(text);
    } catch (error) {
      throw toGraphError(error);
    } finally {
      await session.close().catch(() => {});
    }
  }

  /** @throws GraphError when Neo4j cannot be reached or refuses us */
  async ping(): Promise<{ address: string; version: string }> {
    try {
      const server = await this.#driver.getServerInfo({ database: this.#database });
      return { address: server.address ?? "", version: server.agent?.replace(/^Neo4j\//, "") ?? "unknown" };
    } catch (error) {
      throw toGraphError(error);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}

function writerIn(transaction: ManagedTransaction): Writer {
  const run: Reader["read"] = async (statement, values) =>
    decodeRows(
      statement,
      (await transaction.run(statement.text, encodeParameters(statement, values))).records,
    );
  return { read: run, run };
}

/**
 * Sends a statement. The driver notes for each from where in the program it was sent, for the stack of an error that
 * it may get: a tenth of what a small statement costs us, and nothing that our log needs.
 */
function begin(
  session: Session,
  text: string,
  parameters: Record<string, unknown>,
  config: Parameters<Session["run"]>[2],
): ReturnType<Session["run"]> {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return session.run(text, parameters, config);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/**
 * The result of a statement, or a rejection as soon as the signal says so or the time is over; the driver's own waiting
 * is not trusted to end.
 */
function inTime<T>(
  result: PromiseLike<T>,
  signal: Ending | undefined,
  timeoutMs: number | undefined,
): Promise<T> {
  if (signal === undefined && timeoutMs === undefined) return Promise.resolve(result);
  return new Promise<T>((resolve, reject) => {
    const expire = () =>
      reject(new GraphError("TIMEOUT", "The question took longer than it may and was ended."));
    const abort = () =>
      reject(new GraphError("SERVICE_UNAVAILABLE", "The request was given up before it was answered."));
    const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs);
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort);
    result.then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}

function faultOfOurs(cause: Error): GraphError {
  return new GraphError(
    "INTERNAL_SERVER_ERROR",
    "The graph could not answer because of a fault of GovGraph.",
    { cause },
  );
}
