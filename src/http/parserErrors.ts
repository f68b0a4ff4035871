import { randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import { errorBody } from "./httpError.js";
import { maxHeadBytes } from "./limits/constants.js";
import { requestIdFor } from "./requestId.js";

/**
 * Answers bytes that are not a complete HTTP request on their socket, and closes the connection.
 * @param error the error of Node's HTTP parser
 */
export function answerClientError(
  error: Error & { code?: string },
  socket: Socket,
  log: FastifyBaseLogger,
): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, code, message] = judge(error.code);
  const requestId = randomUUID();
  log.info({ requestId, outcome: code, status, cause: error.code }, "request");
  if (socket.writable) {
    const body = errorBody(code, message, requestId);
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        "content-type: application/json; charset=utf-8",
        `content-length: ${Buffer.byteLength(body)}`,
        `x-request-id: ${requestId}`,
        "cache-control: no-store",
        "connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  }
  socket.destroySoon();
}

/** Answers a header `expect` other than 100-continue; Node itself would answer it without a body. */
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
      connection: "close",
    })
    .end(body);
}

function judge(code: string | undefined): readonly [number, string, string] {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return [408, "REQUEST_TIMEOUT", "The request did not arrive in time. Send it in one go."];
  }
  if (code === "HPE_HEADER_OVERFLOW") {
    return [
      431,
      "HEADERS_TOO_LARGE",
      `The head of the request is larger than ${maxHeadBytes} bytes. Send fewer headers, and the operation by POST.`,
    ];
  }
  return [400, "BAD_REQUEST", "This is not an HTTP request that can be read."];
}
