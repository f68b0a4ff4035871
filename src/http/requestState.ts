import type { FastifyBaseLogger } from "fastify";
import type { GraphRequest } from "../neo4j/request.js";
import type { ConsistentContext } from "../question/consistent.js";

/** The load of the data that an answer is about. */
export interface LoadedData {
  readonly dataVersion: string;
  /** Names the load; two loads of the same data differ. */
  readonly version: string;
}

/** The part of the resolvers' context that the server uses. */
export interface QuestionContext extends ConsistentContext {
  snapshot(): Promise<LoadedData>;
  /** Whether the answer depends on the request and the data version alone. */
  readonly cacheable: boolean;
}

/** The part of the questions that the server uses. */
export interface Questions {
  /** Makes the context of one request. */
  context(request: GraphRequest): QuestionContext;
  /** Returns the load that the graph holds, at most a second old. @throws GraphError NOT_LOADED and others */
  loaded(): Promise<LoadedData>;
  /** The same without asking Neo4j; undefined if it was last asked more than a second ago. */
  readonly known: LoadedData | undefined;
}

/** One execution of a GraphQL operation. */
export interface RequestState {
  readonly log: FastifyBaseLogger;
  /** Whether the client asked for the Cypher behind the answer. */
  readonly explain: boolean;
  /** Ends the execution: no client waits for it any longer. */
  readonly signal: AbortSignal;
  readonly request: GraphRequest;
  readonly context: QuestionContext;
  /** Name of the operation; null if it has none. */
  operation: string | null;
  /** Hash of the document: SHA-256, the first 16 hexadecimal digits. */
  hash: string | null;
  /** Estimated cost of the operation while it is executed (points). */
  cost: number;
  /** Code of the error that decided the status, else of the first error, or OK. */
  outcome: string;
  /** The load that the answer is of, if the answer can be cached; else null. */
  version: string | null;
}

/** Returns the state of an execution that begins. */
export function beginState(
  execution: Pick<RequestState, "log" | "explain" | "signal" | "request" | "context">,
): RequestState {
  return { ...execution, operation: null, hash: null, cost: 0, outcome: "OK", version: null };
}
