import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import { GraphRequest } from "../neo4j/request.js";
import { answerConsistently } from "../question/consistent.js";
import type { ApolloContext } from "./apollo.js";
import { etagOf } from "./caching.js";
import { httpErrorOf } from "./errors.js";
import { checkDocument } from "./limits/document.js";
import type { Workload } from "./limits/workload.js";
import { queryOf } from "./requestKey.js";
import { beginState, type QuestionContext, type Questions, type RequestState } from "./requestState.js";

/** A GraphQL request as HTTP carries it. */
export interface GraphQLHttpRequest {
  readonly id: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly url: string;
  readonly body: unknown;
}

/** A complete answer, before it is sent to a client. */
export interface Answer {
  readonly status: number;
  /** `content-type`, and what else Apollo or the status asks for. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, in which errors hold a placeholder for the requestId: several clients can receive it. Or an answer in another form. */
  readonly body: string | Buffer;
  readonly etag: string;
  /** OK, or the code of an error. */
  readonly outcome: string;
  /** The load that it is of, if it can be cached; else null. */
  readonly version: string | null;
  /** Name of the operation; null if it has none. */
  readonly operation: string | null;
  /** Hash of the document: SHA-256, the first 16 hexadecimal digits. */
  readonly hash: string | null;
  /** The request that executed it. */
  readonly requestId: string;
}

/** An answer as JSON. */
export interface GraphQLAnswer extends Answer {
  readonly body: string;
}

/** The memory that a body takes (bytes): Node keeps a text with a Chinese character in it in two bytes for each character. */
export function memoryOf(body: string | Buffer): number {
  return typeof body === "string" ? 2 * body.length : body.length;
}

/** The headers that Apollo reads: the types of body and answer. */
const apolloHeaders = ["content-type", "accept"] as const;

/** What an execution needs of the server. */
export interface Execution {
  readonly config: Config;
  readonly graph: Graph;
  readonly questions: Questions;
  readonly apollo: ApolloServer<ApolloContext>;
  readonly workload: Workload;
}

/**
 * Executes a GraphQL request, whatever the cache holds; once more if data are loaded meanwhile.
 * @throws GraphQLError for a document beyond a limit; HttpError if no attempt was of one load of the data
 */
export async function executeRequest(
  request: GraphQLHttpRequest & { readonly log: FastifyBaseLogger },
  { config, graph, questions, apollo, workload }: Execution,
  {
    signal,
    attempts = [],
    deadlineMs = config.GOVGRAPH_DEADLINE_MS,
  }: {
    readonly signal: AbortSignal;
    /** Receives the state of each attempt. */
    readonly attempts?: RequestState[];
    readonly deadlineMs?: number;
  },
): Promise<GraphQLAnswer> {
  const query = queryOf(request);
  if (query !== null) {
    checkDocument(query, { maxTokens: config.GOVGRAPH_MAX_TOKENS, maxDepth: config.GOVGRAPH_MAX_DEPTH });
  }
  const endsAt = performance.now() + deadlineMs;
  let state: RequestState | undefined;
  const endWork = () => {
    workload.end(state?.cost ?? 0);
    if (state !== undefined) state.cost = 0;
  };
  // A resolver that never ends would count for ever.
  signal.addEventListener("abort", endWork, { once: true });
  const begin = (): QuestionContext => {
    endWork();
    const options = { signal, deadlineMs: endsAt - performance.now(), requestId: request.id };
    const graphRequest = new GraphRequest(graph, options);
    state = beginState({
      log: request.log,
      explain: request.headers["govgraph-explain"] === "cypher",
      signal,
      request: graphRequest,
      context: questions.context(graphRequest),
    });
    attempts.push(state);
    return state.context;
  };
  try {
    const response = await answerConsistently(begin, () => askApollo(apollo, request, state as RequestState));
    const { operation, hash, outcome, version } = state as unknown as RequestState;
    return {
      ...response,
      etag: etagOf(response.body),
      operation,
      hash,
      outcome: outcome === "OK" && response.status >= 400 ? codeIn(response.body) : outcome,
      version,
      requestId: request.id,
    };
  } catch (error) {
    throw error instanceof GraphError ? httpErrorOf(error) : error;
  } finally {
    endWork();
    signal.removeEventListener("abort", endWork);
  }
}

async function askApollo(
  apollo: ApolloServer<ApolloContext>,
  { method, headers: sent, url, body }: GraphQLHttpRequest,
  state: RequestState,
): Promise<Pick<GraphQLAnswer, "status" | "headers" | "body">> {
  const headers = new HeaderMap();
  for (const name of apolloHeaders) {
    const value = sent[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  const start = url.indexOf("?");
  const search = start < 0 ? "" : (url.slice(start).split("#", 1)[0] as string);
  const answer = await apollo.executeHTTPGraphQLRequest({
    // Apollo does not know HEAD; Fastify leaves out the body of the answer.
    httpGraphQLRequest: { method: method === "HEAD" ? "GET" : method, headers, search, body },
    context: async () => ({ state }),
  });
  if (answer.body.kind !== "complete") throw new TypeError("expected a complete answer, got one in parts");
  // Node computes the length of what is sent, compressed or not.
  answer.headers.delete("content-length");
  return {
    status: answer.status ?? 200,
    headers: Object.fromEntries(answer.headers),
    body: answer.body.string,
  };
}

/** The code of the first error in a refusal, which Apollo can send before there is an operation. */
function codeIn(body: string): string {
  const { errors } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code ?? "INTERNAL_SERVER_ERROR";
}
