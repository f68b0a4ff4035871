import type { Writable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { RequestState } from "./requestState.js";

/** Receives the lines of the log. */
export interface LogSink {
  write(line: string): void;
}

/** The most bytes of the log that can wait for a reader that is slow or has stopped. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Writes the log to a stream. While its reader does not keep up, lines are left out, and a later line says how many:
 * waiting lines would fill the memory.
 */
export function logTo(stream: Writable): LogSink {
  let dropped = 0;
  return {
    write(line) {
      if (stream.writableLength > maxWaitingBytes) {
        dropped++;
        return;
      }
      if (dropped > 0) {
        const time = new Date().toISOString();
        stream.write(
          `${JSON.stringify({ level: "warn", time, dropped, msg: "lines of the log were left out" })}\n`,
        );
        dropped = 0;
      }
      stream.write(line);
    },
  };
}

/** Receives each request when its response is sent or its client has gone. */
export type RequestObserver = (request: FastifyRequest, result: RequestResult) => void;

/** What became of a request. */
export interface RequestResult {
  readonly path: string;
  /** HTTP status; 499 if the client went away before the response was sent. */
  readonly status: number;
  /** OK, or the code of an error. */
  readonly outcome: string;
  /** Time from the head of the request to the end of the response (milliseconds). */
  readonly ms: number;
}

/** Calls an observer for each request of a server. */
export function observeRequests(app: FastifyInstance, observer: RequestObserver): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.raw.once("close", () => observer(request, resultOf(request, reply)));
    done();
  });
}

/** The result of a request whose response is closed. */
export function resultOf(request: FastifyRequest, reply: FastifyReply): RequestResult {
  const gone = !reply.raw.writableFinished;
  return {
    path: pathOf(request.url),
    status: gone ? 499 : reply.statusCode,
    outcome: gone ? "CLIENT_GONE" : request.outcome,
    ms: round(reply.elapsedTime),
  };
}

/**
 * Writes one line for a request: never variables, or headers other than the user agent, or anything else that a client
 * passes as a value.
 */
export function logRequest(request: FastifyRequest, { path, status, outcome, ms }: RequestResult): void {
  const { answer = null, source = null, method } = request;
  // Behind a proxy the address is a text that the proxy passes on; a client that has gone has none.
  const client = (request.ip as string | undefined)?.slice(0, 100) ?? null;
  const attempts = request.attempts ?? [];
  const userAgent = request.headers["user-agent"]?.slice(0, 200) ?? null;
  const line = { method, path, status, outcome, ms, client, userAgent };
  const last = attempts.at(-1) ?? answer;
  if (last === null) {
    request.log.info(line, "request");
    return;
  }
  const { operation, hash } = last;
  const shared = answer !== null && source === "shared" ? { sharedWith: answer.requestId } : {};
  const cached = source === "cached" ? { cached: true } : {};
  request.log.info({ ...line, operation, hash, ...databaseWork(attempts), ...shared, ...cached }, "request");
}

/** The statements that attempts sent to Neo4j, their time (milliseconds), and the stem of the slowest. */
function databaseWork(attempts: readonly RequestState[]): {
  readonly databaseMs: number;
  readonly statements: number;
  readonly slowest?: string;
} {
  const sent = attempts.flatMap(({ request }) => request.runs.filter(({ fromMemory }) => !fromMemory));
  const databaseMs = round(sent.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const [slowest] = [...sent].sort((a, b) => b.milliseconds - a.milliseconds);
  return { databaseMs, statements: sent.length, ...(slowest && { slowest: slowest.statement.stem }) };
}

function pathOf(url: string): string {
  const end = url.indexOf("?");
  return url.slice(0, Math.min(end < 0 ? url.length : end, 200));
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
