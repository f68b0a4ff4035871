import Fastify from "fastify";

/** Where the system listens, and the Neo4j it asks; set by who starts it. */
export const place = {
  port: Number(process.env.PORT),
  uri: process.env.NEO4J_URI ?? "",
  user: process.env.NEO4J_USER ?? "neo4j",
  password: process.env.NEO4J_PASSWORD ?? "",
};

/** What the driver is told in every system of the bench, as GovGraph tells it. */
export const driverSettings = {
  maxConnectionPoolSize: 20,
  connectionAcquisitionTimeout: 5_000,
  connectionTimeout: 5_000,
  maxTransactionRetryTime: 5_000,
  connectionLivenessCheckTimeout: 30_000,
  notificationFilter: /** @type {const} */ ({ minimumSeverityLevel: "OFF" }),
  telemetryDisabled: true,
};

/** An HTTP server with the settings that all systems share; it writes no log. */
export function createHttp() {
  const app = Fastify({ bodyLimit: 100_000, keepAliveTimeout: 72_000 });
  app.get("/readyz", async () => "ready");
  return app;
}

/** @param {import("fastify").FastifyInstance} app */
export async function listen(app) {
  await app.listen({ host: "127.0.0.1", port: place.port });
  process.once("SIGTERM", () => process.exit(0));
}
