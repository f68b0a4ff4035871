import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { ApolloContext } from "./apollo.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import type { InFlightRequests } from "./inFlight.js";
import type { Timeouts } from "./timeouts.js";

/** How often connections are looked at while the server stops (milliseconds). */
const sweepMs = 50;

/** A connection: how many of its requests are unanswered, and since when nothing was received or sent. */
interface ConnectionState {
  pending: number;
  bytesRead: number;
  quietSince: number;
}

/** The open connections of a server. */
class Connections {
  readonly #states = new Map<Socket, ConnectionState>();

  constructor(server: Server) {
    server.on("connection", (socket) => {
      this.#states.set(socket, { pending: 0, bytesRead: 0, quietSince: performance.now() });
      socket.once("close", () => this.#states.delete(socket));
    });
    server.on("request", ({ socket }, response) => {
      const state = this.#states.get(socket);
      if (state === undefined) return;
      state.pending++;
      response.once("close", () => {
        state.pending--;
        state.quietSince = performance.now();
      });
    });
  }

  /** Closes the connections that have no request and were quiet for a time (milliseconds). */
  closeQuiet(quietMs: number): void {
    const now = performance.now();
    for (const [socket, state] of this.#states) {
      if (socket.bytesRead !== state.bytesRead) {
        state.bytesRead = socket.bytesRead;
        state.quietSince = now;
      }
      if (state.pending === 0 && now - state.quietSince >= quietMs) socket.destroySoon();
    }
  }

  /** Starts the quiet time of all connections anew. */
  markActive(): void {
    for (const state of this.#states.values()) state.quietSince = performance.now();
  }
}

/** Stops a server in order: every request whose head was read is answered. */
export class Shutdown {
  readonly #app: FastifyInstance;
  readonly #connections: Connections;
  #started = false;

  constructor(app: FastifyInstance) {
    this.#app = app;
    this.#connections = new Connections(app.server);
    // From the beginning of the stop on, each answer tells its client to open another connection elsewhere.
    app.addHook("onSend", (_, reply, payload, done) => {
      if (this.#started) reply.header("connection", "close");
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
  async run({
    apollo,
    health,
    inFlight,
    timeouts,
    drainMs,
  }: {
    readonly apollo: ApolloServer<ApolloContext>;
    readonly health: DatabaseHealth;
    readonly inFlight: InFlightRequests;
    readonly timeouts: Timeouts;
    readonly drainMs: number;
  }): Promise<void> {
    this.#started = true;
    await delay(drainMs);
    health.stop();
    this.#connections.markActive();
    const sweep = setInterval(() => this.#connections.closeQuiet(timeouts.quietMs), sweepMs);
    const abort = setTimeout(() => inFlight.abort(), timeouts.finishMs);
    const cut = setTimeout(() => this.#app.server.closeAllConnections(), timeouts.closeMs);
    try {
      await this.#app.close();
    } finally {
      clearInterval(sweep);
      clearTimeout(abort);
      clearTimeout(cut);
    }
    await apollo.stop();
  }
}
