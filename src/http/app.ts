import Fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import type { Config } from "../config.js";
import { fail, protection } from "./errorHandler.js";
import { Refusal } from "./httpError.js";
import { largestHead, longestUrl } from "./limits/constants.js";
import { logRequest } from "./log.js";
import { answerClientError, answerExpectation } from "./parserErrors.js";
import { requestIdFor } from "./requestId.js";
import type { Patience } from "./timeouts.js";

/** Where the lines of the log go. */
export interface LogSink {
  write(line: string): void;
}

/** What each known address can be asked by. */
const methods: Readonly<Record<string, string>> = {
  "/": "GET, HEAD",
  "/graphql": "GET, POST, OPTIONS",
  "/livez": "GET, HEAD",
  "/readyz": "GET, HEAD",
};

/**
 * The HTTP layer: limits of head and body, time-outs, request ids, and errors that are JSON in the shape of GraphQL,
 * whatever goes wrong.
 */
export function createHttp(config: Config, patience: Patience, log: LogSink): FastifyInstance {
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
    connectionTimeout: patience.silenceMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: patience.idleMs,
    return503OnClosing: false,
    http: {
      maxHeaderSize: largestHead,
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: Math.min(1_000, patience.headersMs),
      requireHostHeader: false,
    },
    clientErrorHandler(error, socket) {
      answerClientError(error, socket, app.log);
    },
    frameworkErrors(error, request, reply) {
      // No hook runs for an address that cannot be read.
      reply.raw.once("close", () => logRequest(request, reply));
      return fail(error, request, reply);
    },
  });
  app.server.on("checkExpectation", (request, response) => answerExpectation(request, response, app.log));
  app.removeAllContentTypeParsers();
  app.decorateRequest("outcome", "OK");
  app.decorateRequest("exchange", null);
  app.decorateRequest("kept", null);
  app.addHook("onRequest", ({ id, raw: { url = "" } }, reply, done) => {
    reply.headers(protection).header("x-request-id", id);
    if (url.length > longestUrl) {
      throw new Refusal(
        414,
        "URL_TOO_LONG",
        `The address has ${url.length} bytes, at most ${longestUrl} are read. Send the operation by POST.`,
      );
    }
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => fail(error, request, reply));
  app.setNotFoundHandler(async ({ method, url }) => {
    const path = url.split("?", 1)[0] ?? "";
    const allowed = methods[path];
    if (allowed === undefined) {
      throw new Refusal(
        404,
        "NOT_FOUND",
        "There is nothing at this address. GraphQL is at /graphql, the playground at /.",
      );
    }
    throw new Refusal(405, "METHOD_NOT_ALLOWED", `${method} is not allowed here, only ${allowed}.`, {
      allow: allowed,
    });
  });
  return app;
}
