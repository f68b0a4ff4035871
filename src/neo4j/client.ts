import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from "neo4j-driver";
import { Connections, type GraphSettings } from "./connections.js";
import { cancelled, GraphError, internalError, isConnectionLost, timedOut, toGraphError } from "./error.js";
import { type AnyStatement, decodeRows, encodeParameters, type RawRow, type Statement } from "./statement.js";
import type { Types, Values } from "./type.js";

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
  readonly #connections: Connections;
  readonly #database: string;
  readonly #resetMs: number;

  private constructor(settings: GraphSettings) {
    this.#connections = new Connections(settings);
    this.#database = settings.database;
    this.#resetMs = settings.timeoutMs;
  }

  /** Creates the client; nothing is sent to Neo4j yet. */
  static open(settings: GraphSettings): Graph {
    return new Graph(settings);
  }

  /** Runs a statement that only reads, in one round trip; once more if its connection breaks. */
  async read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
    options: ReadOptions = {},
  ): Promise<readonly Values<C>[]> {
    const parameters = encodeParameters(statement, values);
    const endsAt = options.timeoutMs === undefined ? undefined : performance.now() + options.timeoutMs;
    const attempt = () => this.#run(statement, parameters, endsAt, options);
    const records = await attempt()
      .catch((error) => {
        if (isConnectionLost(error) && !options.signal?.aborted) return attempt();
        throw error;
      })
      .catch((error) => {
        throw toGraphError(error);
      });
    try {
      return decodeRows(statement, records);
    } catch (error) {
      throw internalError(error);
    }
  }

  /** Sends a statement over a connection of the pool. @throws GraphError at its end or at the signal, else an error of the driver */
  async #run(
    { text, stem }: AnyStatement,
    parameters: Record<string, unknown>,
    endsAt: number | undefined,
    { signal, bookmarks = [], onBookmark, requestId }: ReadOptions,
  ): Promise<readonly RawRow[]> {
    const timeoutMs = endsAt === undefined ? undefined : Math.ceil(endsAt - performance.now());
    if (timeoutMs !== undefined && timeoutMs <= 0) throw timedOut();
    const driver = this.#connections.statements;
    const session = driver.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.READ,
      bookmarks: [...bookmarks],
    });
    const metadata = { app: "govgraph", statement: stem, ...(requestId && { requestId }) };
    const config = { metadata, ...(timeoutMs !== undefined && { timeout: timeoutMs }) };
    let abandoned = false;
    try {
      const { records } = await inTime(session.run(text, parameters, config), signal, timeoutMs);
      onBookmark?.(session.lastBookmarks()[0] ?? null);
      return records;
    } catch (error) {
      abandoned = error instanceof GraphError;
      throw error;
    } finally {
      const closed = this.#end(session, driver);
      if (!abandoned) await closed;
    }
  }

  /**
   * Closes a session. That resets its connection, which ends its statement if it still runs. A connection that does not
   * take the reset in time would never be free again.
   */
  async #end(session: Session, driver: Driver): Promise<void> {
    const timer = setTimeout(() => this.#connections.replaceStatements(driver), this.#resetMs).unref();
    await session.close().catch(() => {});
    clearTimeout(timer);
  }

  /** Does work that writes, in one transaction: all of it or nothing. It may be run again after a passing failure. */
  async write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const session = this.#connections.statements.session({
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
    const session = this.#connections.statements.session({
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

  /**
   * Runs an empty statement and returns Neo4j's address and version.
   * @throws GraphError if Neo4j cannot be reached or refuses the log-on
   */
  async ping(): Promise<{ address: string; version: string }> {
    const session = this.#connections.pings.session({
      database: this.#database,
      defaultAccessMode: neo4j.session.READ,
    });
    try {
      // The driver's own check sends nothing over a connection that has run no statement yet.
      const { summary } = await session.run("RETURN 1");
      const { address = "", agent = "unknown" } = summary.server;
      return { address, version: agent.replace(/^Neo4j\//, "") };
    } catch (error) {
      throw toGraphError(error);
    } finally {
      void session.close().catch(() => {});
    }
  }

  /** Opens new connections, because Neo4j does not answer on those that are open. */
  reconnect(): void {
    this.#connections.replaceAll();
  }

  async close(): Promise<void> {
    await this.#connections.close();
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
