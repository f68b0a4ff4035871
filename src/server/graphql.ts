import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../graph/graph.js";
import { GraphRequest } from "../graph/request.js";
import type { Again } from "./again.js";
import { completeRefusal } from "./answer.js";
import { askApollo } from "./askApollo.js";
import { checkSearch, readJson } from "./body.js";
import type { Carrier, Exchange, Questions } from "./exchange.js";
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
}

/** Serves GraphQL at /graphql by POST and GET. */
export async function serveGraphQL(scope: FastifyInstance, route: GraphQLRoute): Promise<void> {
  scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    try {
      done(null, readJson(body as Buffer, request.headers["content-type"]));
    } catch (error) {
      done(error as Error);
    }
  });
  scope.addHook("onRequest", async (request) => {
    checkHead(request);
  });
  scope.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store").header("vary", varyOf(reply));
      const work = route.traffic.enter();
      reply.raw.once("close", () => {
        if (!reply.raw.writableFinished) work.giveUp();
      });
      request.exchange = begin(request, route, work);
      try {
        const text = await inTime(ask(route, request, reply, request.exchange), work, route);
        request.outcome = request.exchange.outcome;
        if (reply.statusCode < 400) return text;
        const refusal = completeRefusal(text, request.id);
        request.outcome = refusal.code ?? request.outcome;
        return refusal.text;
      } finally {
        route.traffic.leave(work);
      }
    },
  });
}

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
  if (!URL.canParse(`http://${hostname}/`)) {
    throw new Refusal(
      400,
      "BAD_REQUEST",
      "The header host names no host. Send the host of the address asked.",
    );
  }
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    const message = "A compressed body is not read. Send it without content-encoding.";
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", message, { "accept-encoding": "identity" });
  }
  checkSearch(url);
}

function begin(request: FastifyRequest, { config, graph, questions }: GraphQLRoute, signal: Work): Exchange {
  const asked = new GraphRequest(graph, { signal, deadlineMs: config.GOVGRAPH_DEADLINE_MS });
  return {
    requestId: request.id,
    log: request.log,
    explain: request.headers["govgraph-explain"] === "cypher",
    request: asked,
    context: questions.context(asked),
    signal,
    operation: null,
    hash: null,
    outcome: "OK",
    resolved: null,
    result: null,
  };
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

function varyOf(reply: FastifyReply): string {
  const before = reply.getHeader("vary");
  return before ? `${before}, Accept` : "Accept";
}
