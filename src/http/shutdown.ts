import { setTimeout as delay } from "node:timers/promises";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { ApolloContext } from "./apollo.js";
import type { Connections } from "./connections.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import type { InFlightRequests } from "./inFlight.js";
import type { Timeouts } from "./timeouts.js";

/** How often connections are looked at while the server stops (milliseconds). */
const sweepMs = 50;

/** What stops with the server. */
interface Parts {
  readonly apollo: ApolloServer<ApolloContext>;
  readonly health: DatabaseHealth;
  readonly inFlight: InFlightRequests;
  readonly timeouts: Timeouts;
  /** How long /readyz is 503 before no connection is accepted any longer (milliseconds). */
  readonly drainMs: number;
}

/** Stops a server in order: every request whose head was read is answered. */
export class Shutdown {
  readonly #app: FastifyInstance;
  readonly #connections: Connections;
  #started = false;

  constructor(app: FastifyInstance, connections: Connections) {
    this.#app = app;
    this.#connections = connections;
    app.addHook("onSend", (_, reply, payload, done) => {
      if (this.#started) {
        // The last answer on a connection makes its client open another one elsewhere. Fastify would mark each answer.
        if (connections.hasOthers(reply.raw)) reply.raw.removeHeader("connection");
        else reply.header("connection", "close");
      }
      done(null, payload);
    });
    // Node closes idle connections as soon as a server closes, although a request can be on its way on them.
    app.server.closeIdleConnections = () => {};
  }

  /** Whether the stop has begun; /readyz is 503 then. */
  get started(): boolean {
    return this.#started;
  }

  /**
   * Stops the server: /readyz says so for `drainMs`, then no connection is accepted, requests in flight finish, and
   * each connection is closed once it is quiet.
   */
  async run({ apollo, health, inFlight, timeouts, drainMs }: Parts): Promise<void> {
    this.#started = true;
    await delay(drainMs);
    health.stop();
    this.#connections.markActive();
    const sweep = setInterval(() => this.#connections.closeQuiet(timeouts.quietMs), sweepMs);
    const finish = setTimeout(() => {
      inFlight.abort();
      this.#connections.cancelIncomplete();
    }, timeouts.finishMs);
    const cut = setTimeout(() => this.#app.server.closeAllConnections(), timeouts.closeMs);
    try {
      await this.#app.close();
    } finally {
      clearInterval(sweep);
      clearTimeout(finish);
      clearTimeout(cut);
    }
    await apollo.stop();
  }
}
