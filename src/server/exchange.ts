import type { FastifyBaseLogger } from "fastify";
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from "graphql";
import type { Ending } from "../graph/graph.js";
import type { GraphRequest } from "../graph/request.js";

/** What resolvers get as their context; the server itself needs no more of it than which data it speaks of. */
export interface QuestionContext {
  snapshot(): Promise<{ readonly dataVersion: string }>;
}

/** The questions that are served, as far as the server must know them. */
export interface Questions {
  /** The context of one request. */
  context(request: GraphRequest): QuestionContext;
  /** What is loaded now. @throws GraphError NOT_LOADED and others */
  loaded(): Promise<{ readonly dataVersion: string }>;
}

/** One GraphQL request on its way through the server. */
export interface Exchange {
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  /** Whether the client wants the Cypher behind the answer. */
  readonly explain: boolean;
  readonly request: GraphRequest;
  readonly context: QuestionContext;
  /** Fires when the client goes away or the server must stop. */
  readonly signal: Ending;
  /** Name of the operation, null for one without. */
  operation: string | null;
  /** Hash of the document's text: SHA-256, the first 16 digits. */
  hash: string | null;
  /** Code of the first error, or OK. */
  outcome: string;
  /** The valid operation, as soon as it is known. */
  resolved: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | null;
  /** What its execution gave, where that was before Apollo asked for it. */
  result: ExecutionResult | null;
}

/** What Apollo carries through a request. It hands on copies of what it is given, so the exchange itself is inside. */
export interface Carrier {
  readonly exchange: Exchange;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null for requests that are not GraphQL. */
    exchange: Exchange | null;
    /** Code of what came of the request. */
    outcome: string;
  }
}
