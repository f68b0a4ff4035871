import type { FastifyInstance } from "fastify";
import type { Answerer } from "./answerer.js";
import { checkEncoding, checkSearch, readJson } from "./body.js";
import { forbidCaching, graphqlVary } from "./caching.js";
import { type Execution, executeRequest } from "./execute.js";
import type { InFlightRequests } from "./inFlight.js";
import { prefersHtml } from "./negotiation.js";
import { isGet, requestKey } from "./requestKey.js";
import { searchOf } from "./search.js";

/** What the route needs. */
interface GraphQLRoute {
  readonly execution: Execution;
  readonly answerer: Answerer;
  readonly inFlight: InFlightRequests;
}

/** Serves GraphQL at /graphql by POST and GET: limits, then the answer cache, then Apollo. */
export async function serveGraphQL(
  scope: FastifyInstance,
  { execution, answerer, inFlight }: GraphQLRoute,
): Promise<void> {
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
      return answerer.answer(request, reply, {
        key: requestKey(request),
        execute: (signal, attempts) => executeRequest(request, execution, { signal, attempts }),
      });
    },
  });
}

/** The playground with the query and the variables of an address, relative to /graphql. */
function playgroundAddress(url: string): string {
  const sent = searchOf(url);
  const passed = ["query", "variables"].flatMap((name) => {
    const value = sent.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return passed.length === 0 ? "playground" : `playground?${new URLSearchParams(passed)}`;
}
