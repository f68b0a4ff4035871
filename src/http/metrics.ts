import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Config } from "../config.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import type { InFlightRequests } from "./inFlight.js";
import { isLoopback } from "./inFlight.js";
import type { RequestObserver } from "./log.js";
import type { Questions } from "./requestState.js";

/** What the metrics are read from. */
export interface MetricsSources {
  readonly health: DatabaseHealth;
  readonly inFlight: InFlightRequests;
  readonly questions: Questions;
  /** How often this process has restarted the Neo4j that it manages. */
  readonly restarts: () => number;
}

/** How long a scrape waits for the version of the data (milliseconds). */
const waitMs = 500;

/** Addresses that have a label of their own; all others share one, so that clients cannot make labels. */
const routes = new Set([
  "/",
  "/playground",
  "/question",
  "/data",
  "/graphql",
  "/livez",
  "/readyz",
  "/metrics",
]);

/** Whether /metrics is served: as set, else only where no other machine can reach the server. */
export function servesMetrics(config: Config): boolean {
  const { HOST, GOVGRAPH_METRICS, GOVGRAPH_TRUST_PROXY, GOVGRAPH_ALLOWED_HOSTS } = config;
  if (GOVGRAPH_METRICS !== undefined) return GOVGRAPH_METRICS === "on";
  const local = HOST === "localhost" || isLoopback(HOST);
  return local && GOVGRAPH_TRUST_PROXY === undefined && GOVGRAPH_ALLOWED_HOSTS === undefined;
}

/**
 * Serves /metrics in the format of Prometheus.
 * @returns the observer that counts requests
 */
export function serveMetrics(app: FastifyInstance, sources: MetricsSources): RequestObserver {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "govgraph_requests_total",
    help: "Requests by address, status and outcome (OK or the code of an error)",
    labelNames: ["route", "status", "outcome"],
    registers,
  });
  const durations = new Histogram({
    name: "govgraph_request_duration_seconds",
    help: "Time from the head of a request to the end of its response",
    labelNames: ["route"],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const answers = new Counter({
    name: "govgraph_answers_total",
    help: "Answers with data: executed, shared with a request in flight, or cached",
    labelNames: ["source"],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  const { health, inFlight, questions, restarts } = sources;
  let dataVersion: string | undefined;
  gauge(
    "govgraph_requests_in_flight",
    "Requests for data whose response is not sent yet",
    () => inFlight.size,
  );
  gauge("govgraph_neo4j_up", "1 if Neo4j answered when it was last asked, else 0", () => Number(health.up));
  gauge("govgraph_neo4j_restarts", "Restarts of the managed Neo4j by this process", restarts);
  new Gauge({
    name: "govgraph_data_info",
    help: "1, labeled with the data version that the graph held when it was last read",
    labelNames: ["data_version"],
    registers,
    collect() {
      this.reset();
      dataVersion = questions.known?.dataVersion ?? dataVersion;
      if (dataVersion !== undefined) this.set({ data_version: dataVersion }, 1);
    },
  });
  app.get("/metrics", async (_, reply) => {
    // Neo4j is asked at most for the time of two pings: a scrape must not wait for it.
    if (await health.isUp())
      await Promise.race([questions.loaded().catch(() => {}), delay(waitMs, undefined, { ref: false })]);
    return reply
      .header("cache-control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return (request, { path, status, outcome, ms }) => {
    const named = /^\/(?:question|data)(?=\/)/.exec(path)?.[0] ?? path;
    const route = routes.has(named) ? named : "other";
    requests.inc({ route, status: String(status), outcome });
    durations.observe({ route }, ms / 1_000);
    if (request.source !== null) answers.inc({ source: request.source });
  };
}
