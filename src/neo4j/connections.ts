import neo4j, { type Driver } from "neo4j-driver";

/** Where a Neo4j is and how to connect to it. */
export interface GraphSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Maximum concurrent connections for statements. */
  readonly poolSize: number;
  /** Maximum wait for a connection (milliseconds). */
  readonly timeoutMs: number;
}

/**
 * The connections to Neo4j: a pool for statements and one for pings, because a busy pool must not make Neo4j look
 * unreachable. The driver cannot drop a single connection that is dead, so a pool with dead connections is replaced.
 */
export class Connections {
  readonly #settings: GraphSettings;
  #statements: Driver;
  #pings: Driver;
  /** Replaced drivers whose statements can still finish. */
  readonly #retired = new Map<Driver, NodeJS.Timeout>();

  constructor(settings: GraphSettings) {
    this.#settings = settings;
    this.#statements = openDriver(settings, settings.poolSize);
    this.#pings = openDriver(settings, 1);
  }

  /** The driver for statements. */
  get statements(): Driver {
    return this.#statements;
  }

  /** The driver for pings. */
  get pings(): Driver {
    return this.#pings;
  }

  /** Opens new connections for everything that starts from now on. */
  replaceAll(): void {
    this.replaceStatements(this.#statements);
    this.#retire(this.#pings);
    this.#pings = openDriver(this.#settings, 1);
  }

  /** Replaces the driver for statements, unless it has been replaced already. */
  replaceStatements(driver: Driver): void {
    if (driver !== this.#statements) return;
    this.#retire(driver);
    this.#statements = openDriver(this.#settings, this.#settings.poolSize);
  }

  async close(): Promise<void> {
    const drivers = [this.#statements, this.#pings, ...this.#retired.keys()];
    for (const timer of this.#retired.values()) clearTimeout(timer);
    this.#retired.clear();
    await Promise.all(drivers.map((driver) => driver.close()));
  }

  /** Closes a driver after the time that a statement can take to finish. */
  #retire(driver: Driver): void {
    const close = () => {
      this.#retired.delete(driver);
      driver.close().catch(() => {});
    };
    this.#retired.set(driver, setTimeout(close, this.#settings.timeoutMs).unref());
  }
}

function openDriver({ uri, user, password, timeoutMs }: GraphSettings, poolSize: number): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
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
}
