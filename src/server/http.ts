import { STATUS_CODES } from "node:http";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Config } from "../config.js";
import { largestHead, longestUrl } from "./bounds.js";
import { answerClientError } from "./clientError.js";
import type { Patience } from "./patience.js";
import { errorBody, Refusal } from "./refusal.js";
import { requestIdFor } from "./requestId.js";

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
    disableRequestLogging: true,
    requestIdHeader: false,
    requestIdLogLabel: "requestId",
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
    frameworkErrors: (error, request, reply) => fail(error, request, reply),
  });
  app.removeAllContentTypeParsers();
  app.decorateRequest("outcome", "OK");
  app.decorateRequest("exchange", null);
  app.addHook("onRequest", async ({ id, raw: { url = "" } }, reply) => {
    reply.headers({ ...protection, "x-request-id": id });
    if (url.length > longestUrl) {
      throw new Refusal(
        414,
        "URL_TOO_LONG",
        `The address has ${url.length} bytes, at most ${longestUrl} are read. Send the operation by POST.`,
      );
    }
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

/** Headers of every answer; the pages widen the policy for themselves. */
const protection = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

function fail(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message, headers } = toRefusal(error, request);
  request.outcome = code;
  if (status === 500) request.log.error({ err: error }, "a request failed by a fault of ours");
  const asked = request.headers.accept ?? "";
  const type = asked.includes("application/graphql-response+json")
    ? "application/graphql-response+json"
    : "application/json";
  return reply
    .code(status)
    .headers({ "cache-control": "no-store", "x-request-id": request.id, ...protection, ...headers })
    .type(`${type}; charset=utf-8`)
    .send(errorBody(code, message, request.id));
}

/** Puts an error of the HTTP layer into words for the client. */
function toRefusal(error: FastifyError | Error, { headers, server }: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode = 500, code } = error as Partial<FastifyError>;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    const limit = server.initialConfig.bodyLimit ?? 0;
    const found = headers["content-length"] ?? `more than ${limit}`;
    const message = `The body has ${found} bytes, at most ${limit} are read. Ask in several requests, and pass values as variables.`;
    return new Refusal(413, "BODY_TOO_LARGE", message);
  }
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    const found = headers["content-type"]?.slice(0, 100) ?? "none";
    const message = `The content-type is "${found}"; only application/json is read. Send content-type: application/json.`;
    return new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", message);
  }
  if (statusCode >= 400 && statusCode < 500) {
    const words = STATUS_CODES[statusCode] ?? "Bad Request";
    const name = statusCode === 400 ? "BAD_REQUEST" : words.toUpperCase().replaceAll(/[^A-Z]+/g, "_");
    return new Refusal(statusCode, name, `The request cannot be read: ${words}.`);
  }
  return new Refusal(
    500,
    "INTERNAL_SERVER_ERROR",
    "GovGraph failed to answer. The cause is in its log, under the requestId.",
  );
}
