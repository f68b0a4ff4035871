import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Config } from "../config.js";
import { GraphError } from "../neo4j/error.js";
import type { Watch } from "./databaseHealth.js";
import { isFault, originOf } from "./errors.js";
import type { costOf } from "./limits/cost.js";
import { checkVariables } from "./limits/variables.js";
import type { Exchange } from "./requestState.js";

/** An operation that is valid and about to run. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Lets an operation pass, or not: its kind, its variables, its cost, and whether Neo4j is there to answer it.
 * @throws GraphQLError, GraphError
 */
export function admit(
  { schema, document, operation, variables }: Operation,
  config: Config,
  cost: ReturnType<typeof costOf>,
  watch: Watch,
): void {
  if (!schema.getRootType(operation.operation)) {
    throw new GraphQLError(`There are no ${operation.operation}s: GovGraph only answers. Send a query.`, {
      nodes: [operation],
      extensions: { code: "OPERATION_NOT_SUPPORTED", http: { status: 400 } },
    });
  }
  checkVariables(variables);
  cost.check(document, operation, variables, config.GOVGRAPH_MAX_COST);
  if (watch.away && asksGraph(operation)) {
    throw new GraphError("SERVICE_UNAVAILABLE", "Neo4j cannot be reached at the moment.");
  }
}

/** Whether an operation asks for anything but the schema itself. */
export function asksGraph({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith("__"),
  );
}

/** Logs why a request failed, each cause once, where the reason is with us or with Neo4j. */
export function logFailures({ log, signal }: Exchange, errors: readonly GraphQLError[], watch: Watch): void {
  const told = new Set<unknown>();
  for (const error of errors) {
    const origin = originOf(error);
    const { code, cause = origin } =
      origin instanceof GraphError ? origin : { code: "INTERNAL_SERVER_ERROR" };
    if (told.has(cause)) continue;
    told.add(cause);
    const path = error.path?.join(".");
    if (isFault(error)) log.error({ err: cause, path }, "a request failed by a fault of ours");
    else if (origin instanceof GraphError && !signal.aborted) {
      log.warn({ code, path, cause: String((cause as Error).message) }, "Neo4j did not answer a request");
      if (code === "SERVICE_UNAVAILABLE" || code === "TIMEOUT") void watch.suspect();
    }
  }
}
