import type { AddressInfo } from "node:net";
import fastifyCompress from "@fastify/compress";
import fastifyCors from "@fastify/cors";
import type { GraphQLSchema } from "graphql";
import { type Config, ConfigError } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { Catalogue } from "../question/catalogue.js";
import { Context } from "../question/context.js";
import type { Texts } from "../question/facts/quote.js";
import { createApollo } from "./apollo.js";
import { createHttp, type LogSink } from "./app.js";
import { Connections } from "./connections.js";
import { Watch } from "./databaseHealth.js";
import { serveGraphQL } from "./graphql.js";
import { serveHealth } from "./health.js";
import { logRequests } from "./log.js";
import { servePages } from "./pages.js";
import type { Questions } from "./requestState.js";
import { type Draining, stopServer } from "./shutdown.js";
import { type Patience, usualPatience } from "./timeouts.js";

/** A server that listens. */
export interface RunningServer {
  /** Its address without a slash at the end, such as http://127.0.0.1:4000. */
  readonly url: string;
  /**
   * Ends it: /readyz says no, GOVGRAPH_DRAIN_MS later the listener closes, requests in work finish or are told that
   * they were given up. Takes at most 5 s beyond GOVGRAPH_DRAIN_MS; calling it again changes nothing.
   */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  /** Folder of the built pages; may be missing. */
  readonly pages: string;
  /** The operator's own copies of the sources' texts; left out: none. */
  readonly texts?: Texts | null;
  /** What the schema's resolvers get as context; left out: the questions' own. */
  readonly questions?: Questions;
  readonly patience?: Partial<Patience>;
  /** Where the lines of the log go; left out: standard error. */
  readonly log?: LogSink;
}

/**
 * Serves GraphQL, health and pages. Neo4j need not be there yet.
 * @throws ConfigError when it cannot listen at HOST and PORT
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, graph, schema, pages, texts = null, questions = ownQuestions(graph, texts) } = options;
  const patience = { ...usualPatience, ...options.patience };
  const app = createHttp(config, patience, options.log ?? process.stderr);
  const watch = new Watch(
    () => graph.ping(),
    patience.pingMs,
    (up, cause) =>
      up
        ? app.log.info("Neo4j answers again")
        : app.log.warn({ cause: String(cause) }, "Neo4j cannot be reached"),
  );
  const connections = new Connections(app.server);
  const inFlight = new Set<AbortController>();
  const apollo = createApollo(config, schema, watch, app.log);
  const draining: Draining = { told: false, closing: false };
  logRequests(app);
  app.addHook("onSend", (_, reply, payload, done) => {
    if (draining.closing) reply.header("connection", "close");
    done(null, payload);
  });
  await app.register(fastifyCors, {
    origin: [...config.CORS_ORIGIN],
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["x-request-id", "retry-after"],
    maxAge: 86_400,
    strictPreflight: false,
  });
  await app.register(fastifyCompress, { encodings: ["br", "gzip"], globalDecompression: false });
  serveHealth(app, watch, questions, () => !draining.told, 2 * patience.pingMs);
  await apollo.start();
  await app.register(serveGraphQL, { config, graph, questions, apollo, watch, inFlight });
  await app.register((scope) => servePages(scope, pages));
  try {
    await app.listen({ host: config.HOST, port: config.PORT });
  } catch (error) {
    watch.stop();
    await app.close();
    await apollo.stop();
    throw cannotListen(config, error as NodeJS.ErrnoException);
  }
  // The first to ask shall not wait for what every question needs.
  void watch
    .suspect()
    .then((up) => (up ? questions.loaded() : undefined))
    .catch(() => {});
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(app.server.address() as AddressInfo),
    stop() {
      stopped ??= stopServer({
        app,
        apollo,
        watch,
        connections,
        inFlight,
        draining,
        patience,
        drainMs: config.GOVGRAPH_DRAIN_MS,
      });
      return stopped;
    },
  };
}

function ownQuestions(graph: Graph, texts: Texts | null): Questions {
  const catalogue = new Catalogue(graph);
  return {
    context: (request) => new Context(request, catalogue, texts),
    loaded: () => catalogue.current(),
    get known() {
      return catalogue.known;
    },
  };
}

/** The address to open on this machine; one that stands for all addresses is no address to go to. */
function urlOf({ address, port, family }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function cannotListen({ HOST, PORT }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError([
      `PORT: ${PORT} is taken at ${HOST}; set PORT to another, or to 0 for a free one`,
    ]);
  if (error.code === "EACCES")
    return new ConfigError([`PORT: ${PORT} may not be opened by this user; set PORT to 1024 or above`]);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return new ConfigError([
      `HOST: "${HOST}" is no address of this machine; set HOST to 127.0.0.1 or 0.0.0.0`,
    ]);
  return error;
}
