import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { errorPage } from "../pages/error.js";
import { pagePolicy } from "../pages/layout.js";
import { errorBody, HttpError } from "./httpError.js";
import { preferredLanguage, prefersHtml } from "./negotiation.js";
import { isGet } from "./requestKey.js";

/** Headers of every answer; the pages have a wider content security policy. */
export const securityHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/**
 * Answers a request with the error that ended it, in words for the client: as a page for a person with a browser, else as
 * JSON. An internal error is logged.
 */
export function handleError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, code, message, headers, extensions } = toHttpError(error, request);
  request.outcome = code;
  if (status === 500) request.log.error({ err: error }, "internal error");
  reply
    .code(status)
    .headers({ "cache-control": "no-store", "x-request-id": request.id, ...securityHeaders, ...headers });
  if (isGet(request) && prefersHtml(request)) {
    const language = preferredLanguage(request);
    return reply
      .headers({ "content-security-policy": pagePolicy, "content-language": language })
      .type("text/html; charset=utf-8")
      .send(errorPage({ status, code, message, requestId: request.id }, language, homeFrom(request.url)));
  }
  const accept = request.headers.accept ?? "";
  const type = accept.includes("application/graphql-response+json")
    ? "application/graphql-response+json"
    : "application/json";
  return reply.type(`${type}; charset=utf-8`).send(errorBody(code, message, request.id, extensions));
}

/** The address of the home page, relative to an address of the server. */
function homeFrom(url: string): string {
  const depth = (url.split("?", 1)[0] ?? "").split("/").length - 2;
  return depth <= 0 ? "." : Array.from({ length: depth }, () => "..").join("/");
}

/** Translates an error of the HTTP layer for the client. */
function toHttpError(error: FastifyError | Error, { headers, server }: FastifyRequest): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof GraphQLError) {
    const { code, http, ...extensions } = error.extensions;
    return new HttpError(400, String(code), error.message, { extensions });
  }
  const { statusCode = 500, code } = error as Partial<FastifyError>;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    const limit = server.initialConfig.bodyLimit ?? 0;
    const found = headers["content-length"] ?? `more than ${limit}`;
    const message = `The body has ${found} bytes, at most ${limit} are read. Send several requests, and pass values as variables.`;
    return new HttpError(413, "BODY_TOO_LARGE", message);
  }
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    const found = headers["content-type"]?.slice(0, 100) ?? "none";
    const message = `The content-type is "${found}"; only application/json is read. Send content-type: application/json.`;
    return new HttpError(415, "UNSUPPORTED_MEDIA_TYPE", message);
  }
  if (statusCode >= 400 && statusCode < 500) {
    const words = STATUS_CODES[statusCode] ?? "Bad Request";
    const name = statusCode === 400 ? "BAD_REQUEST" : words.toUpperCase().replaceAll(/[^A-Z]+/g, "_");
    return new HttpError(statusCode, name, `The request cannot be read: ${words}.`);
  }
  return new HttpError(
    500,
    "INTERNAL_SERVER_ERROR",
    "GovGraph failed to answer. The cause is in its log, under the requestId.",
  );
}
