import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Writes one line for each request when its answer is sent or its client has gone: never variables, headers or
 * anything else that a client passes as a value.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.raw.once("close", () => logRequest(request, reply));
  });
}

/** Writes the line of a request that has come to its end. */
export function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { exchange = null, kept = null, method, url } = request;
  const gone = !reply.raw.writableFinished;
  const ms = round(reply.elapsedTime);
  const line = {
    method,
    path: url.split("?", 1)[0]?.slice(0, 200),
    status: gone ? 499 : reply.statusCode,
    outcome: gone ? "CLIENT_GONE" : request.outcome,
    ms,
  };
  if (kept !== null) {
    const { operation, hash } = kept;
    request.log.info({ ...line, operation, hash, databaseMs: 0, statements: 0, kept: true }, "request");
    return;
  }
  if (exchange === null) {
    request.log.info(line, "request");
    return;
  }
  const sent = [...exchange.before, ...exchange.request.runs].filter(({ fromMemory }) => !fromMemory);
  request.log.info(
    {
      ...line,
      operation: exchange.operation,
      hash: exchange.hash,
      databaseMs: round(sent.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
      statements: sent.length,
    },
    "request",
  );
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
