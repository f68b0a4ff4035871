import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import { timedOut } from "../neo4j/error.js";
import { AnswerCache, type AnswerSource } from "./answerCache.js";
import { allowCaching } from "./caching.js";
import type { Connections } from "./connections.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import { httpErrorOf, requestIdPlaceholder } from "./errors.js";
import { type Answer, memoryOf } from "./execute.js";
import { cancelled } from "./httpError.js";
import type { InFlightRequests } from "./inFlight.js";
import { rangeOf } from "./range.js";
import { isGet } from "./requestKey.js";
import type { Questions, RequestState } from "./requestState.js";

/** How much longer than the deadline a request can take, for fields that answer in time (milliseconds). */
const graceMs = 250;

declare module "fastify" {
  interface FastifyRequest {
    /** The answer to a request for data; null before it is known, and for other requests. */
    answer: Answer | null;
    source: AnswerSource | null;
    /** The attempts of an execution that this request started; empty if it started none. */
    attempts: RequestState[] | null;
    /** OK, or the code of an error. */
    outcome: string;
  }
}

/** What the answerer needs of the server. */
interface AnswererOptions {
  readonly config: Config;
  readonly questions: Questions;
  readonly health: DatabaseHealth;
  readonly connections: Connections;
  readonly inFlight: InFlightRequests;
}

/** A request, and how it is answered if the answer is not in the cache. */
export interface Answering {
  /** Equal for requests with the same answer; null for a request that must be executed each time. */
  readonly key: string | null;
  /** @param attempts receives the state of each attempt */
  readonly execute: (signal: AbortSignal, attempts: RequestState[]) => Promise<Answer>;
  /** Returns the part of the answer that was requested. Not given: the whole answer. */
  readonly partOf?: (whole: Answer) => Answer;
}

/** The way of all requests for data: a place in flight, the answer cache, the execution within its deadline, the answer. */
export class Answerer {
  readonly #options: AnswererOptions;
  readonly #cache: AnswerCache | null;

  constructor(options: AnswererOptions) {
    this.#options = options;
    const { GOVGRAPH_ANSWER_CACHE_BYTES: bytes } = options.config;
    this.#cache = bytes === 0 ? null : new AnswerCache(bytes);
  }

  /** Answers a request. @throws HttpError, GraphQLError */
  async answer(request: FastifyRequest, reply: FastifyReply, answering: Answering): Promise<FastifyReply> {
    const { connections, inFlight, config } = this.#options;
    const signal = inFlight.start(request, reply);
    const found = this.#find(request, answering, signal);
    const { answer: whole, source } = await this.#withinDeadline(found, signal);
    const answer = answering.partOf?.(whole) ?? whole;
    request.answer = answer;
    request.source = source;
    request.outcome = answer.outcome;
    connections.holdAnswer(reply.raw, memoryOf(answer.body));
    return send(request, reply, answer, config.GOVGRAPH_MAX_AGE_S);
  }

  /** Finds the answer to a request in the cache, or executes it. */
  async #find(
    request: FastifyRequest,
    { key, execute }: Answering,
    signal: AbortSignal,
  ): Promise<{ readonly answer: Answer; readonly source: AnswerSource }> {
    const attempts: RequestState[] = [];
    request.attempts = attempts;
    const run = (executionSignal: AbortSignal) => execute(executionSignal, attempts);
    const version = this.#cache === null || key === null ? undefined : await this.#currentVersion();
    if (this.#cache === null || key === null || version === undefined) {
      return { answer: await run(signal), source: "executed" };
    }
    return this.#cache.get(version, key, signal, run);
  }

  /** The load that the graph holds; undefined if it cannot be found out, which the questions then report. */
  async #currentVersion(): Promise<string | undefined> {
    const { questions, health } = this.#options;
    const { known } = questions;
    if (known !== undefined || !health.up) return known?.version;
    return (await questions.loaded().catch(() => undefined))?.version;
  }

  /** The value, or an error if it takes longer than the deadline or the request is aborted. */
  #withinDeadline<T>(value: Promise<T>, signal: AbortSignal): Promise<T> {
    const { config, health } = this.#options;
    return new Promise<T>((resolve, reject) => {
      const expire = () => {
        void health.check();
        reject(httpErrorOf(timedOut()));
      };
      const timer = setTimeout(expire, config.GOVGRAPH_DEADLINE_MS + graceMs);
      const abort = () => reject(cancelled());
      signal.addEventListener("abort", abort, { once: true });
      value.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      });
    });
  }
}

/**
 * Sends an answer to one client: its errors get the id of the request, and a complete answer to a GET an entity tag. An
 * answer whose headers have `accept-ranges` can be read in parts.
 */
function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, maxAge: number): FastifyReply {
  const { status, headers, body, etag, outcome } = answer;
  reply.code(status).headers(headers);
  if (outcome !== "OK" && typeof body === "string") {
    return reply.send(body.replaceAll(requestIdPlaceholder, request.id));
  }
  if (isGet(request) && allowCaching(request, reply, etag, maxAge)) {
    return reply.code(304).removeHeader("content-type").send();
  }
  if (request.method !== "GET" || headers["accept-ranges"] === undefined) return reply.send(body);
  const bytes = Buffer.from(body);
  const range = rangeOf(request.headers, bytes.length);
  if (range === null) return reply.send(body);
  const { start, end } = range;
  return reply
    .code(206)
    .header("content-range", `bytes ${start}-${end - 1}/${bytes.length}`)
    .send(bytes.subarray(start, end));
}
