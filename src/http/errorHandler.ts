import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { errorBody, Refusal } from "./httpError.js";

/** Headers of every answer; the pages widen the policy for themselves. */
export const protection = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** Answers a request with the error that ended it, in words for the client; what is a fault of ours is logged. */
export function fail(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
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
