import type { FastifyBaseLogger } from "fastify";
import type { GraphRequest } from "../neo4j/request.js";
import type { CachedAnswer } from "./answerCache.js";

/** Data as they were loaded. */
export interface Loaded {
  readonly dataVersion: string;
  /** Tells also two loads of the same data apart. */
  readonly version: string;
}

/** What resolvers get as their context; the server itself needs no more of it than which data it speaks of. */
export interface QuestionContext {
  snapshot(): Promise<Loaded>;
  /** @throws GraphError when not all that was seen is of one version of the data */
  requireConsistent(): Promise<void>;
  /** Whether the answer depends on nothing but what was asked and the version of the data. */
  readonly lasting: boolean;
}

/** The questions that are served, as far as the server must know them. */
export interface Questions {
  /** The context of one request. */
  context(request: GraphRequest): QuestionContext;
  /** What is loaded now. @throws GraphError NOT_LOADED and others */
  loaded(): Promise<Loaded>;
  /** The same where nobody has to be asked; undefined when what is known is more than a second old. */
  readonly known: Loaded | undefined;
}

/** One GraphQL request on its way through the server. */
export interface Exchange {
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  /** Whether the client wants the Cypher behind the answer. */
  readonly explain: boolean;
  readonly questions: Questions;
  readonly request: GraphRequest;
  readonly context: QuestionContext;
  /** Fires when the client goes away or the server must stop. */
  readonly signal: AbortSignal;
  /** Name of the operation, null for one without. */
  operation: string | null;
  /** Hash of the document's text: SHA-256, the first 16 digits. */
  hash: string | null;
  /** Code of the first error, or OK. */
  outcome: string;
  /** Name of the version that the answer is of, if it has no errors and may be given again; else null. */
  version: string | null;
}

/** An exchange at its beginning. */
export function beginExchange(
  given: Pick<Exchange, "requestId" | "log" | "explain" | "questions" | "request" | "signal">,
): Exchange {
  return {
    ...given,
    context: given.questions.context(given.request),
    operation: null,
    hash: null,
    outcome: "OK",
    version: null,
  };
}

/** What Apollo carries through a request. It hands on copies of what it is given, so the exchange itself is inside. */
export interface Carrier {
  readonly exchange: Exchange;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null for requests that are not GraphQL. */
    exchange: Exchange | null;
    /** The answer that was given again; null for one of the request's own. */
    kept: CachedAnswer | null;
    /** Code of what came of the request. */
    outcome: string;
  }
}
