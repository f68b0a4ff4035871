import { randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import type { Connections } from "./connections.js";
import { securityHeaders } from "./errorHandler.js";
import { errorBody } from "./httpError.js";
import { maxHeadBytes } from "./limits/constants.js";
import { requestIdFor } from "./requestId.js";

/**
 * Answers bytes that are not a complete HTTP request on their socket, and closes the connection.
 * @param error the error of Node's HTTP parser, or of the socket
 */
export function answerClientError(
  error: Error & { code?: string },
  socket: Socket,
  connections: Connections,
  log: FastifyBaseLogger,
): void {
  const refusal = refusalOf(error.code);
  if (refusal === null || socket.destroyed) {
    socket.destroy();
    return;
  }
  const [status, code, message] = refusal;
  const requestId = randomUUID();
  log.info({ requestId, outcome: code, status, cause: error.code, client: socket.remoteAddress }, "request");
  // Within another response these bytes would be taken for a part of it.
  if (socket.writable && !connections.isSending(socket)) {
    const body = errorBody(code, message, requestId);
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        "content-type: application/json; charset=utf-8",
        `content-length: ${Buffer.byteLength(body)}`,
        `x-request-id: ${requestId}`,
        "cache-control: no-store",
        ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
        "connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  }
  socket.destroySoon();
}

/** Answers a header `expect` other than 100-continue, which Node itself answers without a body. */
export function answerExpectation(
  { headers }: IncomingMessage,
  response: ServerResponse,
  log: FastifyBaseLogger,
): void {
  const requestId = requestIdFor(headers["x-request-id"]);
  const code = "EXPECTATION_FAILED";
  log.info({ requestId, outcome: code, status: 417 }, "request");
  const message = `The expectation "${headers.expect?.slice(0, 100)}" is not met. Leave out the header expect.`;
  const body = errorBody(code, message, requestId);
  response
    .writeHead(417, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "x-request-id": requestId,
      "cache-control": "no-store",
      ...securityHeaders,
      connection: "close",
    })
    .end(body);
}

/** Status, code and message for an error of Node's HTTP parser; null for an error of the socket. */
function refusalOf(code = ""): readonly [number, string, string] | null {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return [408, "REQUEST_TIMEOUT", "The request did not arrive in time. Send it in one go."];
  }
  if (code === "HPE_HEADER_OVERFLOW") {
    const message = `The head of the request is larger than ${maxHeadBytes} bytes. Send fewer headers, and the operation by POST.`;
    return [431, "HEADERS_TOO_LARGE", message];
  }
  if (!code.startsWith("HPE_")) return null;
  return [400, "BAD_REQUEST", "The bytes are not an HTTP request. Send HTTP/1.1."];
}
