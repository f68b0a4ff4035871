import type { ApolloServer } from "@apollo/server";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { GraphRequest } from "../neo4j/request.js";
import { AnswerCache, type AnswerSource } from "./answerCache.js";
import type { ApolloContext } from "./apollo.js";
import { checkSearch, readJson } from "./body.js";
import { allowCaching, forbidCaching } from "./caching.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import { type Answer, execute, type GraphQLHttpRequest } from "./execute.js";
import { cancelled, HttpError } from "./httpError.js";
import type { InFlightRequests } from "./inFlight.js";
import { checkDocument } from "./limits/document.js";
import { queryOf, requestKey } from "./requestKey.js";
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
  readonly inFlight: InFlightRequests;
}

/** Serves GraphQL at /graphql by POST and GET: limits, then the answer cache, then Apollo. */
export async function serveGraphQL(scope: FastifyInstance, route: GraphQLRoute): Promise<void> {
  const { config, inFlight } = route;
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
    checkHead(request);
    // Under overload a request is refused before its body is read.
    inFlight.check(request);
    done();
  });
  scope.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      forbidCaching(reply);
      const signal = inFlight.start(request, reply);
      const { answer, source } = await withinDeadline(answerTo(request, route, cache, signal), signal, route);
      request.answer = answer;
      request.source = source;
      request.outcome = answer.outcome;
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
  const run = (executionSignal: AbortSignal) => executeRequest(request, route, executionSignal, attempts);
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

/** Executes a GraphQL request, whatever the cache holds. @throws GraphQLError for a document beyond a limit, HttpError */
export async function executeRequest(
  { id, method, url, headers, body, log }: GraphQLHttpRequest & { readonly log: FastifyBaseLogger },
  { config, graph, questions, apollo }: Pick<GraphQLRoute, "config" | "graph" | "questions" | "apollo">,
  signal: AbortSignal,
  attempts: RequestState[] = [],
): Promise<Answer> {
  const query = queryOf({ method, url, body });
  if (query !== null) {
    checkDocument(query, { maxTokens: config.GOVGRAPH_MAX_TOKENS, maxDepth: config.GOVGRAPH_MAX_DEPTH });
  }
  const endsAt = performance.now() + config.GOVGRAPH_DEADLINE_MS;
  const begin = (): RequestState => {
    const deadlineMs = endsAt - performance.now();
    const graphRequest = new GraphRequest(graph, { signal, deadlineMs, requestId: id });
    return {
      log,
      explain: headers["govgraph-explain"] === "cypher",
      signal,
      request: graphRequest,
      context: questions.context(graphRequest),
      operation: null,
      hash: null,
      outcome: "OK",
      version: null,
    };
  };
  return execute(apollo, { id, method, url, headers, body }, begin, attempts);
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
      reject(new HttpError(504, "TIMEOUT", `The question took longer than ${deadlineMs} ms and was ended.`));
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
  if (outcome !== "OK") return reply.send(withRequestId(body, request.id));
  if (request.method === "GET" && allowCaching(request, reply, etag, maxAge)) {
    return reply.code(304).removeHeader("content-type").send();
  }
  return reply.send(body);
}

function withRequestId(body: string, requestId: string): string {
  const { errors = [], ...rest } = JSON.parse(body) as { errors?: { extensions?: object }[] };
  const marked = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  const { data, ...others } = rest as { data?: unknown };
  // Apollo writes the errors first, then the data.
  return `${JSON.stringify({ errors: marked, ...(data !== undefined && { data }), ...others })}\n`;
}

/** @throws HttpError for a head that does not describe a request that can be read */
function checkHead({ headers, raw: { url = "" } }: FastifyRequest): void {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    const message = "A compressed body is not read. Send it without content-encoding.";
    throw new HttpError(415, "UNSUPPORTED_MEDIA_TYPE", message, {
      headers: { "accept-encoding": "identity" },
    });
  }
  checkSearch(url);
}
