import neo4j, { type Driver, type ManagedTransaction, Neo4jError } from "neo4j-driver";
import { cancelled, GraphError, timedOut, toGraphError } from "./error.js";
import { decodeRows, encodeParameters, type Statement } from "./statement.js";
import type { Types, Values } from "./type.js";

/** Where a Neo4j is and how to connect to it. */
export interface GraphSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Maximum concurrent connections. */
  readonly poolSize: number;
  /** Maximum wait for a connection (milliseconds). */
  readonly timeoutMs: number;
}

/** How a statement is read. */
export interface ReadOptions {
  /** Ends the statement in Neo4j as well as the wait for it. */
  readonly signal?: AbortSignal | undefined;
  /** Maximum time (milliseconds). Neo4j enforces it too, in case this process dies. */
  readonly timeoutMs?: number | undefined;
  /** Bookmarks of transactions that the statement must see. */
  readonly bookmarks?: readonly string[] | undefined;
  /** Receives the bookmark at the end of the statement; null if Neo4j gives none. */
  readonly onBookmark?: ((bookmark: string | null) => void) | undefined;
  /** The request that runs the statement; Neo4j shows it in `SHOW TRANSACTIONS` and in its query log. */
  readonly requestId?: string | undefined;
}

/** Answers statements that only read: the graph itself, or a transaction that also writes. */
export interface Reader {
  read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
  ): Promise<readonly Values<C>[]>;
}

/** Runs statements in one transaction that writes. What it reads is what it wrote so far. */
export interface Writer extends Reader {
  readonly run: Reader["read"];
}

/** The client of Neo4j, one per process. Its methods throw GraphError and never an error of the driver. */
export class Graph implements Reader {
  readonly #driver: Driver;
  readonly #database: string;

  private constructor(driver: Driver, database: string) {
    this.#driver = driver;
    this.#database = database;
  }

  /** Creates the client; nothing is sent to Neo4j yet. */
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

  /** Runs a statement that only reads, in one round trip. A broken connection is replaced once. */
  async read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
    { signal, timeoutMs, bookmarks = [], onBookmark, requestId }: ReadOptions = {},
  ): Promise<readonly Values<C>[]> {
    const parameters = encodeParameters(statement, values);
    const config = {
      metadata: { app: "govgraph", statement: statement.stem, ...(requestId && { requestId }) },
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    };
    const attempt = async () => {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode: neo4j.session.READ,
        bookmarks: [...bookmarks],
      });
      let abandoned = false;
      try {
        const result = await inTime(session.run(statement.text, parameters, config), signal, timeoutMs);
        onBookmark?.(session.lastBookmarks()[0] ?? null);
        return decodeRows(statement, result.records);
      } catch (error) {
        abandoned = error instanceof GraphError;
        throw error;
      } finally {
        // Closing resets the connection, and a reset ends the statement if it still runs.
        const closed = session.close().catch(() => {});
        if (!abandoned) await closed;
      }
    };
    try {
      return await attempt().catch((error: { code?: string }) => {
        if (error.code === "SessionExpired" && !signal?.aborted) return attempt();
        throw error;
      });
    } catch (error) {
      throw toGraphError(error);
    }
  }

  /** Does work that writes, in one transaction: all of it or nothing. It may be run again after a passing failure. */
  async write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.WRITE,
    });
    let thrownByWork: unknown;
    try {
      return await session.executeWrite((transaction) =>
        work(writerIn(transaction)).catch((error) => {
          thrownByWork = error;
          throw error;
        }),
      );
    } catch (error) {
      throw error === thrownByWork && !(error instanceof Neo4jError) ? error : toGraphError(error);
    } finally {
      await session.close().catch(() => {});
    }
  }

  /**
   * Runs one statement about the schema (a constraint, an index), which cannot share a transaction with data. Two loads
   * at once can deadlock there, and the driver then runs the statement again; or one finds that the other was faster.
   */
  async runSchema(text: string): Promise<void> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.WRITE,
    });
    try {
      await session.executeWrite((transaction) => transaction.run(text));
    } catch (error) {
      // IF NOT EXISTS looks before it takes the lock.
      if (error instanceof Neo4jError && /^Neo\.ClientError\.Schema\.\w+AlreadyExists$/.test(error.code))
        return;
      throw toGraphError(error);
    } finally {
      await session.close().catch(() => {});
    }
  }

  /** Asks Neo4j for its address and version. @throws GraphError if it cannot be reached or refuses the log-on */
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

/** Rejects as soon as the signal aborts or the time is over: the driver's own wait does not always end. */
function inTime<T>(
  result: PromiseLike<T>,
  signal: AbortSignal | undefined,
  timeoutMs: number | undefined,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(cancelled());
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => reject(timedOut()), timeoutMs);
    result.then(resolve, reject).then(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    });
  });
}
