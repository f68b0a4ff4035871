import type { AddressInfo } from "node:net";
import fastifyCompress from "@fastify/compress";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import { type Config, ConfigError, publicSettings } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { Catalogue } from "../question/catalogue.js";
import { Context } from "../question/context.js";
import type { Texts } from "../question/facts/quote.js";
import { Answerer } from "./answerer.js";
import { createApollo } from "./apollo.js";
import { checkRequests, createApp } from "./app.js";
import { allowOrigins } from "./cors.js";
import { serveData } from "./data/route.js";
import { DatabaseHealth } from "./databaseHealth.js";
import { serveDocuments } from "./documents.js";
import { executeRequest } from "./execute.js";
import { serveGraphQL } from "./graphql.js";
import { serveHealth } from "./health.js";
import { InFlightRequests } from "./inFlight.js";
import { Workload } from "./limits/workload.js";
import { type LogSink, logRequest, logTo, observeRequests } from "./log.js";
import { serveMetrics, servesMetrics } from "./metrics.js";
import { servePlayground } from "./playground.js";
import { serveQuestions } from "./question/route.js";
import type { Questions } from "./requestState.js";
import { Shutdown } from "./shutdown.js";
import { defaultTimeouts, type Timeouts } from "./timeouts.js";

/** How long the first query can take: a Neo4j that has just started plans it on a busy machine (milliseconds). */
const warmUpMs = 60_000;

/** A server that listens. */
export interface RunningServer {
  /** Its address without a slash at the end, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Executes a GraphQL query that no client sent, so that the first client does not wait for its plan. */
  warmUp(query: string, signal: AbortSignal): Promise<void>;
  /** The requests in flight. */
  readonly inFlight: { readonly size: number };
  /**
   * Stops it: /readyz is 503, GOVGRAPH_DRAIN_MS later no connection is accepted, requests in flight finish or end with
   * an error. Takes at most 5 s beyond GOVGRAPH_DRAIN_MS; a second call changes nothing.
   */
  stop(): Promise<void>;
}

/** The state of the Neo4j that this process manages. */
export interface ManagedDatabaseState {
  /** What keeps it from answering, such as a restart under way; null if nothing does. */
  readonly problem: string | null;
  /** How often this process has restarted it. */
  readonly restarts: number;
}

export interface ServerOptions {
  readonly config: Config;
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  /** Folder of the built playground; can be missing. */
  readonly pages: string;
  /** The operator's own copies of the sources' texts. Optional. */
  readonly texts?: Texts | null;
  /** What the schema's resolvers receive as context. Optional: the questions' own. */
  readonly questions?: Questions;
  readonly timeouts?: Partial<Timeouts>;
  /** Version of GovGraph, for the log. */
  readonly version?: string;
  /** The Neo4j that this process manages. Optional: it manages none. */
  readonly database?: () => ManagedDatabaseState;
  /** Receives the log. Optional: standard error. */
  readonly log?: LogSink;
}

/**
 * Serves GraphQL, health, metrics, pages and the playground. Neo4j need not answer yet.
 * @throws ConfigError if it cannot listen at HOST and PORT
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, graph, schema, pages, texts = null, questions = questionsOf(graph, texts) } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const database = options.database ?? (() => ({ problem: null, restarts: 0 }));
  const { app, connections } = createApp(config, timeouts, options.log ?? logTo(process.stderr));
  const health = new DatabaseHealth(graph, timeouts.pingMs, (up, cause) =>
    up
      ? app.log.info("Neo4j answers again")
      : app.log.warn({ cause: String(cause) }, `Neo4j does not answer: ${health.reason}`),
  );
  const inFlight = new InFlightRequests(config.GOVGRAPH_MAX_INFLIGHT);
  const workload = new Workload(config.GOVGRAPH_MAX_COST);
  const apollo = createApollo(config, schema, health, workload, app.log);
  const shutdown = new Shutdown(app, connections);
  observeRequests(app, logRequest);
  if (servesMetrics(config)) {
    const restarts = () => database().restarts;
    observeRequests(app, serveMetrics(app, { health, inFlight, questions, restarts }));
  }
  checkRequests(app, config, connections);
  await allowOrigins(app, config.CORS_ORIGIN, texts !== null);
  // The plugin knows the registered types, and JSON Lines has none.
  const customTypes = /^text\/|[+/]json|\/jsonl$/;
  await app.register(fastifyCompress, { encodings: ["br", "gzip"], globalDecompression: false, customTypes });
  serveHealth(app, {
    health,
    questions,
    isServing: () => !shutdown.started,
    describeDatabase: () => database().problem,
    timeoutMs: 1.5 * timeouts.pingMs,
  });
  await apollo.start();
  const execution = { config, graph, questions, apollo, workload };
  const answerer = new Answerer({ config, questions, health, connections, inFlight });
  await app.register((scope) => serveGraphQL(scope, { execution, answerer, inFlight }));
  const sources = { schema, execution, version: options.version ?? "" };
  await app.register((scope) => serveQuestions(scope, sources, answerer));
  await app.register((scope) => serveData(scope, sources, answerer));
  // Files have places of their own: they need no Neo4j.
  const filesInFlight = new InFlightRequests(config.GOVGRAPH_MAX_INFLIGHT);
  await app.register((scope) => servePlayground(scope, pages, filesInFlight));
  await app.register((scope) => serveDocuments(scope, { config, schema, inFlight: filesInFlight }));
  try {
    // Fastify would open a second server for the other address of localhost, beside the one that is watched here.
    const host = config.HOST === "localhost" ? "127.0.0.1" : config.HOST;
    await app.listen({ host, port: config.PORT });
  } catch (error) {
    health.stop();
    await app.close();
    await apollo.stop();
    throw cannotListen(config, error as NodeJS.ErrnoException);
  }
  app.log.info({ version: options.version, settings: publicSettings(config) }, "server started");
  void health.check();
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(app.server.address() as AddressInfo),
    inFlight,
    async warmUp(query, signal) {
      const log = quietly(app.log);
      const request = { id: "warm-up", method: "POST", url: "/graphql", log, body: { query } };
      const headers = { "content-type": "application/json" };
      await executeRequest({ ...request, headers }, execution, { signal, deadlineMs: warmUpMs });
    },
    stop() {
      const drainMs = config.GOVGRAPH_DRAIN_MS;
      stopped ??= shutdown
        .run({ apollo, health, inFlight, timeouts, drainMs })
        .finally(() => app.log.info("server stopped"));
      return stopped;
    },
  };
}

/** A log for requests that no client sent: all of it is for debugging. */
function quietly(log: FastifyBaseLogger): FastifyBaseLogger {
  const debug = log.debug.bind(log);
  return Object.assign(Object.create(log) as FastifyBaseLogger, { info: debug, warn: debug, error: debug });
}

function questionsOf(graph: Graph, texts: Texts | null): Questions {
  const catalogue = new Catalogue(graph);
  return {
    context: (request) => new Context(request, catalogue, texts),
    loaded: () => catalogue.current(),
    get known() {
      return catalogue.known;
    },
  };
}

/** The address to open on this machine; 0.0.0.0 and :: stand for all addresses and cannot be opened. */
function urlOf({ address, port, family }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function cannotListen({ HOST, PORT }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError([
      `PORT: ${PORT} is in use at ${HOST}. Set PORT to another port, or to 0 for a free one`,
    ]);
  if (error.code === "EACCES")
    return new ConfigError([`PORT: ${PORT} cannot be opened by this user. Set PORT to 1024 or above`]);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return new ConfigError([
      `HOST: "${HOST}" is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0`,
    ]);
  return error;
}
