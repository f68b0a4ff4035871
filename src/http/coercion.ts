import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import { mostErrors } from "./bounds.js";

/** The values of an operation's variables as the client sent them. */
export type Variables = Readonly<Record<string, unknown>> | undefined;

/** The values as graphql-js reads them by the types of the operation, or what is wrong with them. */
export type Coerced = ReturnType<typeof getVariableValues>;

const none = {};
const nothing: Coerced = { coerced: {} };

/** The values that a client sent belong to one request, so they are read once for all who ask. */
const known = new WeakMap<object, readonly [OperationDefinitionNode, Coerced]>();

/** Reads an operation's variables, by graphql-js: its errors, its defaults and its rules, such as `@oneOf`, hold. */
export function coerce(schema: GraphQLSchema, operation: OperationDefinitionNode, sent: Variables): Coerced {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return nothing;
  const variables = sent ?? none;
  const [before, found] = known.get(variables) ?? [];
  if (before === operation && found !== undefined) return found;
  const coerced = getVariableValues(schema, variableDefinitions, variables, { maxErrors: mostErrors });
  if (variables !== none) known.set(variables, [operation, coerced]);
  return coerced;
}
