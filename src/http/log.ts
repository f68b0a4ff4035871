import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Writes one line for each request when its answer is sent or its client has gone: never variables, headers or
 * anything else that a client passes as a value.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.raw.once("close", () => logRequest(request, reply));
    done();
  });
}

/** Writes the line of a request that has come to its end. */
export function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { exchange = null, kept = null, method } = request;
  const gone = !reply.raw.writableFinished;
  const path = pathOf(request.url);
  const status = gone ? 499 : reply.statusCode;
  const outcome = gone ? "CLIENT_GONE" : request.outcome;
  const ms = round(reply.elapsedTime);
  if (kept !== null) {
    const { operation, hash } = kept;
    request.log.info(
      { method, path, status, outcome, ms, operation, hash, databaseMs: 0, statements: 0, kept: true },
      "request",
    );
    return;
  }
  if (exchange === null) {
    request.log.info({ method, path, status, outcome, ms }, "request");
    return;
  }
  const { operation, hash } = exchange;
  const sent = exchange.request.runs.filter(({ fromMemory }) => !fromMemory);
  const databaseMs = round(sent.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const statements = sent.length;
  request.log.info({ method, path, status, outcome, ms, operation, hash, databaseMs, statements }, "request");
}

function pathOf(url: string): string {
  const end = url.indexOf("?");
  return url.slice(0, Math.min(end < 0 ? url.length : end, 200));
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
