import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import type { Graph } from "../graph/graph.js";
import { GraphRequest } from "../graph/request.js";
import { beginExchange, type Carrier, type Questions } from "./exchange.js";

/** Longest time that a server says that it is not ready because it prepares, in milliseconds. */
export const longestPreparation = 15_000;

/** Asks a GraphQL operation of the server itself, for nobody: what comes of it is not logged and not kept. */
export type AskItself = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<void>;

/** What an operation that nobody asked goes through: all of Apollo, the questions and the driver. */
export function askingItself(
  apollo: ApolloServer<Carrier>,
  { graph, questions, log }: { graph: Graph; questions: Questions; log: FastifyBaseLogger },
): AskItself {
  const silent = log.child({}, { level: "silent" });
  return async (query, variables) => {
    const exchange = beginExchange({
      requestId: "preparation",
      log: silent,
      explain: false,
      questions,
      request: new GraphRequest(graph, { deadlineMs: longestPreparation }),
      signal: new AbortController().signal,
    });
    const headers = new HeaderMap([["content-type", "application/json"]]);
    await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: "POST", headers, search: "", body: { query, variables } },
      context: async () => ({ exchange }),
    });
  };
}

/** Whether a server is prepared: it is once the work is done, has failed, or has taken too long. */
export class Preparation {
  #done = false;

  constructor(work: Promise<void> | undefined) {
    if (work === undefined) {
      this.#done = true;
      return;
    }
    const finish = () => {
      this.#done = true;
      clearTimeout(timer);
    };
    const timer = setTimeout(finish, longestPreparation).unref();
    // If Neo4j is away there is nothing to prepare, and others tell of it.
    work.then(finish, finish);
  }

  get done(): boolean {
    return this.#done;
  }
}
