import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { mostErrors } from "./bounds.js";

/** An operation that is valid, was let pass and is to be answered. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** What resolvers get. */
  readonly contextValue: unknown;
  /** Whether the order in which statements are sent shows in the answer. */
  readonly ordered: boolean;
}

/** Answers an operation as graphql-js does. */
export type Execute = (execution: Execution) => Promise<ExecutionResult>;

export function createExecutor(schema: GraphQLSchema): Execute {
  return async ({ document, operationName, variables, contextValue }) =>
    execute({
      schema,
      document,
      contextValue,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      options: { maxCoercionErrors: mostErrors },
    });
}
