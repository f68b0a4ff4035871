import { setTimeout as delay } from "node:timers/promises";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { Connections } from "./connections.js";
import type { Watch } from "./databaseHealth.js";
import type { Carrier } from "./requestState.js";
import type { Patience } from "./timeouts.js";

/** How far a server has come on its way to an end. */
export interface Draining {
  /** /readyz says no. */
  told: boolean;
  /** The listener is closed; each answer is the last on its connection. */
  closing: boolean;
}

/** Often enough that a connection which has just become quiet does not hold the end, in milliseconds. */
const sweepMs = 100;

/** Ends a server in order: first nobody sends requests here, then none are taken, then those in work finish. */
export async function stopServer(parts: {
  readonly app: FastifyInstance;
  readonly apollo: ApolloServer<Carrier>;
  readonly watch: Watch;
  readonly connections: Connections;
  /** The requests in work. */
  readonly inFlight: ReadonlySet<AbortController>;
  readonly draining: Draining;
  readonly patience: Patience;
  /** Time in which /readyz says no and everything is still served, in milliseconds. */
  readonly drainMs: number;
}): Promise<void> {
  const { app, apollo, watch, connections, inFlight, draining, patience, drainMs } = parts;
  draining.told = true;
  await delay(drainMs);
  draining.closing = true;
  watch.stop();
  const sweep = setInterval(() => connections.closeQuiet(), sweepMs);
  const giveUp = setTimeout(() => {
    for (const request of inFlight) request.abort();
  }, patience.finishMs);
  const cut = setTimeout(() => app.server.closeAllConnections(), patience.closeMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(giveUp);
    clearTimeout(cut);
  }
  await apollo.stop();
}
