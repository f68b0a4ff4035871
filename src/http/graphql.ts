import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import type { KeptRows } from "../neo4j/keptRows.js";
import { GraphRequest } from "../neo4j/request.js";
import type { Again } from "./again.js";
import { completeRefusal } from "./answer.js";
import { tagOf } from "./answers.js";
import { askApollo } from "./askApollo.js";
import { askedBy } from "./asked.js";
import { checkSearch, readJson } from "./body.js";
import { keepFromCaches, offerToCaches, sendKept } from "./caching.js";
import { beginExchange, type Carrier, type Exchange, type Questions } from "./exchange.js";
import type { Place } from "./firstAnswers.js";
import { isOwn } from "./preparation.js";
import { Recall } from "./recall.js";
import { Refusal, retryAfter } from "./refusal.js";
import type { Traffic, Work } from "./traffic.js";
import type { Watch } from "./watch.js";

/** How much longer than its deadline a request is waited for, in milliseconds: for fields that do answer in time. */
const grace = 250;

/** What the route needs. */
export interface GraphQLRoute {
  readonly config: Config;
  readonly graph: Graph;
  readonly questions: Questions;
  readonly apollo: ApolloServer<Carrier>;
  readonly again: Again;
  readonly traffic: Traffic;
  readonly watch: Watch;
  /** Rows of statements for all requests; null to keep none. */
  readonly rows: KeptRows | null;
}

/** Serves GraphQL at /graphql by POST and GET. */
export async function serveGraphQL(scope: FastifyInstance, route: GraphQLRoute): Promise<void> {
  const { questions, watch, traffic } = route;
  const { GOVGRAPH_ANSWER_CACHE_BYTES: bytes, GOVGRAPH_MAX_AGE_S: maxAge } = route.config;
  const recall = bytes === 0 ? null : new Recall(bytes, questions, watch);
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

  /** What is sent: an answer that is at hand or that another request is about to have, else Apollo's. */
  async function answer(request: FastifyRequest, reply: FastifyReply, asked: Asked | null): Promise<unknown> {
    if (asked !== null) {
      const { recall, key, other, tell } = asked;
      const kept = await (other === undefined ? recall.soon(key) : recall.from(other));
      if (kept !== null) {
        tell(kept);
        return sendKept(request, reply, { recall, key, kept, maxAge });
      }
    }
    const exchange = request.exchange as Exchange;
    const text = await ask(route, request, reply, exchange);
    request.outcome = exchange.outcome;
    if (reply.statusCode >= 400) {
      const refusal = completeRefusal(text, request.id);
      request.outcome = refusal.code ?? request.outcome;
      return refusal.text;
    }
    if (exchange.outcome !== "OK") return text;
    const { version, operation, hash } = exchange;
    const etag = asked !== null || request.method === "GET" ? tagOf(text) : "";
    if (asked !== null && version !== null) {
      const type = String(reply.getHeader("content-type"));
      const kept = { version, body: Buffer.from(text), type, etag, operation, hash, packed: {} };
      asked.recall.answers.keep(asked.key, kept);
      asked.tell(kept);
    }
    if (!offerToCaches(request, reply, etag, maxAge)) return text;
    return reply.removeHeader("content-type").send();
  }

  scope.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      keepFromCaches(reply);
      const own = isOwn(request);
      const key = recall === null || own ? null : askedBy(request);
      const kept = recall !== null && key !== null ? recall.now(key) : undefined;
      if (recall !== null && key !== null && kept !== undefined)
        return sendKept(request, reply, { recall, key, kept, maxAge });
      const work = traffic.enter(own);
      reply.raw.once("close", () => {
        if (!reply.raw.writableFinished) work.giveUp();
      });
      request.exchange = begin(request, route, work);
      const asked = recall !== null && key !== null ? { recall, key, ...recall.first.join(key) } : null;
      try {
        return await inTime(answer(request, reply, asked), work, route);
      } finally {
        // Whoever waits for an answer that was given up asks for itself.
        asked?.tell(null);
        traffic.leave(work);
      }
    },
  });
}

/** A question that may be given an answer again, and its place among those who ask it just now. */
interface Asked extends Place {
  readonly recall: Recall;
  readonly key: string;
}

/** The host that was found to be one last; most requests name the same. */
let lastHost: string | undefined;

/** The text of the answer, by Apollo the first time that an operation is asked. */
async function ask(
  { apollo, again }: GraphQLRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  exchange: Exchange,
): Promise<string> {
  const found = await again.answer(request, reply, exchange);
  if (found !== null) return found;
  const text = await askApollo(apollo, request, reply);
  again.learn(request, reply, exchange);
  return text;
}

/** @throws Refusal for a head that does not describe a request that can be read */
function checkHead({ hostname, headers, raw: { url = "" } }: FastifyRequest): void {
  if (hostname !== lastHost && !URL.canParse(`http://${hostname}/`)) {
    throw new Refusal(
      400,
      "BAD_REQUEST",
      "The header host names no host. Send the host of the address asked.",
    );
  }
  lastHost = hostname;
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    const message = "A compressed body is not read. Send it without content-encoding.";
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", message, { "accept-encoding": "identity" });
  }
  checkSearch(url);
}

function begin(
  request: FastifyRequest,
  { config, graph, questions, rows }: GraphQLRoute,
  signal: Work,
): Exchange {
  const limits = { signal, deadlineMs: config.GOVGRAPH_DEADLINE_MS };
  const asked = new GraphRequest(graph, limits, isOwn(request) ? null : rows);
  return beginExchange({
    requestId: request.id,
    log: request.log,
    explain: request.headers["govgraph-explain"] === "cypher",
    questions,
    request: asked,
    signal,
  });
}

/**
 * An answer, or a refusal when it takes longer than it may. The statements end by themselves at the deadline; this
 * is for whatever else may hang.
 */
function inTime<T>(
  answer: Promise<T>,
  work: Work,
  { config: { GOVGRAPH_DEADLINE_MS: deadline }, watch }: GraphQLRoute,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const expire = () => {
      void watch.suspect();
      reject(new Refusal(504, "TIMEOUT", `The question took longer than ${deadline} ms and was ended.`));
    };
    const giveUp = () => {
      const message = "The request was given up before it was answered.";
      reject(new Refusal(503, "SERVICE_UNAVAILABLE", message, retryAfter));
    };
    let timer = setTimeout(expire, deadline + grace);
    work.onGivenUp = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, grace);
    };
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
