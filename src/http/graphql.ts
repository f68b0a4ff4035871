import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { GraphRequest } from "../neo4j/request.js";
import { completeRefusal } from "./answer.js";
import { createAnswerCache, etagOf, forbidCaching, sendAnswer } from "./answerCache.js";
import { checkSearch, readJson } from "./body.js";
import type { Watch } from "./databaseHealth.js";
import { askApollo } from "./execute.js";
import { Refusal, retryAfter } from "./httpError.js";
import { requestKey } from "./requestKey.js";
import { beginExchange, type Carrier, type Questions } from "./requestState.js";

/** How much longer than its deadline a request is waited for, in milliseconds: for fields that do answer in time. */
const grace = 250;

/** What the route needs. */
export interface GraphQLRoute {
  readonly config: Config;
  readonly graph: Graph;
  readonly questions: Questions;
  readonly apollo: ApolloServer<Carrier>;
  readonly watch: Watch;
  /** The requests in work, by what ends them. */
  readonly inFlight: Set<AbortController>;
}

/** Serves GraphQL at /graphql by POST and GET. */
export async function serveGraphQL(scope: FastifyInstance, route: GraphQLRoute): Promise<void> {
  const { config, questions, inFlight } = route;
  const maxAge = config.GOVGRAPH_MAX_AGE_S;
  const cache = createAnswerCache(config.GOVGRAPH_ANSWER_CACHE_BYTES);
  scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    try {
      done(null, readJson(body as Buffer, request.headers["content-type"]));
    } catch (error) {
      done(error as Error);
    }
  });
  scope.addHook("onRequest", (request, _, done) => {
    checkHead(request);
    done();
  });
  scope.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      forbidCaching(reply);
      const key = cache === null ? null : requestKey(request);
      const cached = cache?.get(`${questions.known?.version} ${key}`);
      if (cached !== undefined && key !== null) {
        request.kept = cached;
        return sendAnswer(request, reply, cached, maxAge);
      }
      if (inFlight.size >= config.GOVGRAPH_MAX_INFLIGHT) throw overloaded(config.GOVGRAPH_MAX_INFLIGHT);
      const controller = new AbortController();
      inFlight.add(controller);
      reply.raw.once("close", () => {
        if (!reply.raw.writableFinished) controller.abort();
      });
      try {
        const { text, exchange } = await inTime(
          ask(request, reply, route, controller.signal),
          controller,
          route,
        );
        if (exchange.outcome !== "OK") return text;
        const { version, operation, hash } = exchange;
        const type = String(reply.getHeader("content-type"));
        const answer = { body: text, type, etag: etagOf(text), operation, hash };
        if (key !== null && version !== null) cache?.set(`${version} ${key}`, answer);
        return sendAnswer(request, reply, answer, maxAge);
      } finally {
        inFlight.delete(controller);
      }
    },
  });
}

async function ask(
  request: FastifyRequest,
  reply: FastifyReply,
  { config, graph, questions, apollo }: GraphQLRoute,
  signal: AbortSignal,
) {
  const deadline = AbortSignal.timeout(config.GOVGRAPH_DEADLINE_MS);
  const exchange = beginExchange({
    requestId: request.id,
    log: request.log,
    explain: request.headers["govgraph-explain"] === "cypher",
    questions,
    request: new GraphRequest(graph, AbortSignal.any([signal, deadline])),
    signal,
  });
  request.exchange = exchange;
  const text = await askApollo(apollo, request, reply);
  request.outcome = exchange.outcome;
  if (reply.statusCode < 400) return { text, exchange };
  const refusal = completeRefusal(text, request.id);
  request.outcome = refusal.code ?? request.outcome;
  exchange.outcome = request.outcome;
  return { text: refusal.text, exchange };
}

/**
 * An answer, or a refusal when it takes longer than it may. The statements end by themselves at the deadline; this
 * is for whatever else may hang.
 */
async function inTime<T>(
  answer: Promise<T>,
  { signal }: AbortController,
  { config: { GOVGRAPH_DEADLINE_MS: deadline }, watch }: GraphQLRoute,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void watch.suspect();
      reject(new Refusal(504, "TIMEOUT", `The question took longer than ${deadline} ms and was ended.`));
    }, deadline + grace);
    const abort = () => {
      const message = "The request was given up before it was answered.";
      setTimeout(reject, grace, new Refusal(503, "SERVICE_UNAVAILABLE", message, retryAfter)).unref();
    };
    signal.addEventListener("abort", abort, { once: true });
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function overloaded(limit: number): Refusal {
  const message = `The server works on ${limit} requests, as many as it may. Try again in a moment.`;
  return new Refusal(503, "OVERLOADED", message, retryAfter);
}

/** @throws Refusal for a head that does not describe a request that can be read */
function checkHead({ hostname, headers, raw: { url = "" } }: FastifyRequest): void {
  if (!URL.canParse(`http://${hostname}/`)) {
    const message = "The header host names no host. Send the host of the address asked.";
    throw new Refusal(400, "BAD_REQUEST", message);
  }
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    const message = "A compressed body is not read. Send it without content-encoding.";
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", message, { "accept-encoding": "identity" });
  }
  checkSearch(url);
}
