import Fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import type { Config } from "../config.js";
import { Connections } from "./connections.js";
import { handleError, securityHeaders } from "./errorHandler.js";
import { allowedHosts, checkHost } from "./host.js";
import { HttpError, notFound } from "./httpError.js";
import { maxHeadBytes, maxUrlBytes } from "./limits/constants.js";
import { type LogSink, logRequest, resultOf } from "./log.js";
import { answerClientError, answerExpectation } from "./parserErrors.js";
import { requestIdFor } from "./requestId.js";
import type { Timeouts } from "./timeouts.js";

/** Addresses that are only read. */
const readOnly = [
  "/",
  "/data",
  "/data/",
  "/playground",
  "/schema.graphql",
  "/llms.txt",
  "/robots.txt",
  "/sitemap.xml",
  "/livez",
  "/readyz",
  "/metrics",
];

/** The methods of each address, apart from OPTIONS, which is the same for all. */
const methods: Readonly<Record<string, string>> = {
  "/graphql": "GET, HEAD, POST",
  ...Object.fromEntries(readOnly.map((path) => [path, "GET, HEAD"])),
};

/**
 * Creates the HTTP layer: limits of head and body, timeouts, hosts, request ids, and errors that are JSON in the shape
 * of GraphQL, whatever goes wrong.
 */
export function createApp(
  config: Config,
  timeouts: Timeouts,
  log: LogSink,
): { readonly app: FastifyInstance; readonly connections: Connections } {
  const app: FastifyInstance = Fastify({
    logger: {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      stream: log,
    },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    requestIdHeader: false,
    genReqId: ({ headers }) => requestIdFor(headers["x-request-id"]),
    bodyLimit: config.GOVGRAPH_MAX_BODY_BYTES,
    connectionTimeout: timeouts.silenceMs + config.GOVGRAPH_DEADLINE_MS,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.idleMs,
    return503OnClosing: false,
    trustProxy: config.GOVGRAPH_TRUST_PROXY ?? false,
    http: {
      maxHeaderSize: maxHeadBytes,
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: Math.min(1_000, timeouts.headersMs),
      requireHostHeader: false,
    },
    clientErrorHandler(error, socket) {
      answerClientError(error, socket, connections, app.log);
    },
    frameworkErrors(error, request, reply) {
      // No hook runs for an address that cannot be read.
      reply.raw.once("close", () => logRequest(request, resultOf(request, reply)));
      return handleError(error, request, reply);
    },
  });
  const connections = new Connections(app.server);
  app.server.on("checkExpectation", (request, response) => answerExpectation(request, response, app.log));
  app.removeAllContentTypeParsers();
  app.decorateRequest("outcome", "OK");
  app.decorateRequest("answer", null);
  app.decorateRequest("source", null);
  app.decorateRequest("attempts", null);
  app.addHook("onRequest", ({ id }, reply, done) => {
    reply.headers(securityHeaders).header("x-request-id", id);
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => handleError(error, request, reply));
  app.setNotFoundHandler(async ({ method, url }) => {
    const path = url.split("?", 1)[0] ?? "";
    const isData = /^\/question\/[^/]+$|^\/data\/[^/]+\/[^/]+$/.test(path);
    const allowed = isData ? "GET, HEAD" : methods[path];
    // An address that is not served, such as /metrics where it is off, allows nothing.
    if (allowed === undefined || allowed.split(", ").includes(method)) {
      throw notFound(
        "There is nothing at this address. The questions are listed at /, GraphQL is at /graphql.",
      );
    }
    throw new HttpError(405, "METHOD_NOT_ALLOWED", `${method} is not allowed here, only ${allowed}.`, {
      headers: { allow: allowed },
    });
  });
  return { app, connections };
}

/**
 * Refuses requests whose URL or host is not acceptable, and those of a connection that sends too many at once. Call it
 * after the observers, which see these requests too.
 */
export function checkRequests(app: FastifyInstance, config: Config, connections: Connections): void {
  const hosts = allowedHosts(config);
  app.addHook("onRequest", ({ raw }, _, done) => {
    connections.check(raw.socket);
    const { url = "" } = raw;
    if (url.length > maxUrlBytes) {
      throw new HttpError(
        414,
        "URL_TOO_LONG",
        `The address has ${url.length} bytes, at most ${maxUrlBytes} are read. Send the operation by POST.`,
      );
    }
    checkHost(raw, hosts);
    done();
  });
}
