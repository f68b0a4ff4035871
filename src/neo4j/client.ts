import neo4j, { type Driver, type ManagedTransaction } from "neo4j-driver";
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

/** How a statement is to be read. */
export interface Reading {
  /** Ends the statement in Neo4j, not only the wait for it. */
  readonly signal?: AbortSignal;
  /** The bookmark of a transaction that Neo4j must have put into its store before the statement begins. */
  readonly after?: readonly string[];
  /** Is told the bookmark at the end of the statement; null where the server gives none. */
  readonly ended?: (bookmark: string | null) => void;
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

  /** Asks a statement that only reads, in one round trip. A connection that broke is replaced once. */
  async read<P extends Types, C extends Types>(
    statement: Statement<P, C>,
    values: Values<P>,
    { signal, after = [], ended }: Reading = {},
  ): Promise<readonly Values<C>[]> {
    const parameters = encodeParameters(statement, values);
    const config = { metadata: { app: "govgraph", statement: statement.stem } };
    const attempt = async () => {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode: neo4j.session.READ,
        bookmarks: [...after],
      });
      try {
        const result = await untilAborted(session.run(statement.text, parameters, config), signal);
        ended?.(session.lastBookmarks()[0] ?? null);
        return decodeRows(statement, result.records);
      } finally {
        // Closing resets the connection, and a reset ends the statement if it still runs.
        const closed = session.close().catch(() => {});
        if (!signal?.aborted) await closed;
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

/** The result of a statement, or a rejection as soon as it is aborted; the driver's own waiting is not trusted to end. */
function untilAborted<T>(result: PromiseLike<T>, signal: AbortSignal | undefined): PromiseLike<T> {
  if (signal === undefined) return result;
  return new Promise<T>((resolve, reject) => {
    const abort = () =>
      reject(
        signal.reason?.name === "TimeoutError"
          ? new GraphError("TIMEOUT", "The question took longer than it may and was ended.")
          : new GraphError("SERVICE_UNAVAILABLE", "The request was given up before it was answered."),
      );
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    result.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}

function faultOfOurs(cause: Error): GraphError {
  return new GraphError(
    "INTERNAL_SERVER_ERROR",
    "The graph could not answer because of a fault of GovGraph.",
    { cause },
  );
}
