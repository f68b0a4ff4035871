import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { timedOut } from "../neo4j/error.js";
import { AnswerCache, type AnswerSource } from "./answerCache.js";
import type { ApolloContext } from "./apollo.js";
import { checkEncoding, checkSearch, readJson } from "./body.js";
import { allowCaching, forbidCaching, graphqlVary } from "./caching.js";
import type { Connections } from "./connections.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import { httpErrorOf, requestIdPlaceholder } from "./errors.js";
import { type Answer, executeRequest, memoryOf } from "./execute.js";
import { cancelled } from "./httpError.js";
import type { InFlightRequests } from "./inFlight.js";
import type { Workload } from "./limits/workload.js";
import { prefersHtml, searchOf } from "./negotiation.js";
import { isGet, requestKey } from "./requestKey.js";
import type { Questions, RequestState } from "./requestState.js";

/** How much longer than the deadline a request can take, for fields that answer in time (milliseconds). */
const graceMs = 250;

declare module "fastify" {
  interface FastifyRequest {
    /** The answer to a GraphQL request; null before it is known, and for other requests. */
    answer: Answer | null;
    source: AnswerSource | null;
    /** The attempts of an execution that this request started; empty if it started none. */
    attempts: RequestState[] | null;
    /** OK, or the code of an error. */
    outcome: string;
  }
}

/** What the route needs. */
export interface GraphQLRoute {
  readonly config: Config;
  readonly graph: Graph;
  readonly questions: Questions;
  readonly apollo: ApolloServer<ApolloContext>;
  readonly health: DatabaseHealth;
  readonly connections: Connections;
  readonly inFlight: InFlightRequests;
  readonly workload: Workload;
}

/** Serves GraphQL at /graphql by POST and GET: limits, then the answer cache, then Apollo. */
export async function serveGraphQL(scope: FastifyInstance, route: GraphQLRoute): Promise<void> {
  const { config, connections, inFlight } = route;
  const { GOVGRAPH_ANSWER_CACHE_BYTES: cacheBytes, GOVGRAPH_MAX_AGE_S: maxAge } = config;
  const cache = cacheBytes === 0 ? null : new AnswerCache(cacheBytes);
  scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    try {
      done(null, readJson(body as Buffer, request.headers["content-type"]));
    } catch (error) {
      done(error as Error);
    }
  });
  scope.addHook("onRequest", (request, _, done) => {
    checkEncoding(request.headers["content-encoding"]);
    checkSearch(request.url);
    // Under overload a request is refused before its body is read.
    inFlight.check(request);
    done();
  });
  scope.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: true,
    handler: async (request, reply) => {
      forbidCaching(reply, graphqlVary);
      if (isGet(request) && prefersHtml(request)) {
        return reply.code(303).header("location", playgroundAddress(request.url)).send();
      }
      const signal = inFlight.start(request, reply);
      const { answer, source } = await withinDeadline(answerTo(request, route, cache, signal), signal, route);
      request.answer = answer;
      request.source = source;
      request.outcome = answer.outcome;
      connections.holdAnswer(reply.raw, memoryOf(answer.body));
      return send(request, reply, answer, maxAge);
    },
  });
}

/** Finds the answer to a request in the cache, or executes it. */
async function answerTo(
  request: FastifyRequest,
  route: GraphQLRoute,
  cache: AnswerCache | null,
  signal: AbortSignal,
): Promise<{ readonly answer: Answer; readonly source: AnswerSource }> {
  const attempts: RequestState[] = [];
  request.attempts = attempts;
  const run = (executionSignal: AbortSignal) =>
    executeRequest(request, route, { signal: executionSignal, attempts });
  const key = cache === null ? null : requestKey(request);
  const version = key === null ? undefined : await currentVersion(route);
  if (cache === null || key === null || version === undefined) {
    return { answer: await run(signal), source: "executed" };
  }
  return cache.get(version, key, signal, run);
}

/** The load that the graph holds; undefined if it cannot be found out, which the questions then report. */
async function currentVersion({ questions, health }: GraphQLRoute): Promise<string | undefined> {
  const { known } = questions;
  if (known !== undefined || !health.up) return known?.version;
  return (await questions.loaded().catch(() => undefined))?.version;
}

/** The value, or an error if it takes longer than the deadline or the request is aborted. */
function withinDeadline<T>(
  value: Promise<T>,
  signal: AbortSignal,
  { config: { GOVGRAPH_DEADLINE_MS: deadlineMs }, health }: GraphQLRoute,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const expire = () => {
      void health.check();
      reject(httpErrorOf(timedOut()));
    };
    const timer = setTimeout(expire, deadlineMs + graceMs);
    const abort = () => reject(cancelled());
    signal.addEventListener("abort", abort, { once: true });
    value.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    });
  });
}

/** Sends an answer to one client: its errors get the id of the request, and a complete answer to a GET an entity tag. */
function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, maxAge: number): FastifyReply {
  const { status, headers, body, etag, outcome } = answer;
  reply.code(status).headers(headers);
  if (outcome !== "OK") return reply.send(body.replaceAll(requestIdPlaceholder, request.id));
  if (isGet(request) && allowCaching(request, reply, etag, maxAge)) {
    return reply.code(304).removeHeader("content-type").send();
  }
  return reply.send(body);
}

/** The playground with the query and the variables of an address, relative to /graphql. */
function playgroundAddress(url: string): string {
  const sent = searchOf(url);
  const kept = ["query", "variables"].flatMap((name) => {
    const value = sent.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return kept.length === 0 ? "playground" : `playground?${new URLSearchParams(kept)}`;
}
