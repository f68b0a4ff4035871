import {
  type DocumentNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from "graphql";
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from "graphql-query-complexity";
import { mostErrors } from "./constants.js";
import { excess } from "./error.js";

/** The values of an operation's variables as the client sent them. */
type Variables = Readonly<Record<string, unknown>> | undefined;

/** Sizes that lists are taken to have where nothing says one. */
const assumedSize = {
  /** A list at the root, or the list that an answer is about: the regions of a level. */
  answer: 32,
  /** A list that takes arguments, and so is a question of its own: a list as the report prints it. */
  question: 10,
  /** Any other: the dimensions. */
  other: 5,
} as const;

/**
 * What an operation may cost at most, as an estimate made before it runs: one point a field, and a list multiplies
 * what it holds by its size. A field may say its own cost in its extension `complexity`. Introspection is free.
 * @param schema the schema; its query type is the root
 */
export function costOf(schema: GraphQLSchema): {
  /** @throws GraphQLError BAD_USER_INPUT when an argument cannot be read */
  estimate(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number | null;
  /** @throws GraphQLError QUERY_TOO_COMPLEX */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    limit: number,
  ): void;
} {
  const estimators = [fieldExtensionsEstimator(), listEstimator(schema)];

  function estimate(
    query: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables = {},
  ): number | null {
    // Values that do not fit their types stop the execution before its first field, and it tells of all of them.
    const definitions = operation.variableDefinitions ?? [];
    if (getVariableValues(schema, definitions, variables, { maxErrors: mostErrors }).errors) return null;
    return complexity({
      schema,
      estimators,
      query,
      variables,
      ...(operation.name && { operationName: operation.name.value }),
      // Bounded before by the limit of recursive selections.
      maxQueryNodes: Number.POSITIVE_INFINITY,
    });
  }

  return {
    estimate,
    check(document, operation, variables, limit) {
      const found = estimate(document, operation, variables);
      if (found !== null && found > limit) throw excess("QUERY_TOO_COMPLEX", found, limit);
    },
  };
}

/**
 * An argument without a value that fits would stop one field only and let the others run, without a cost known: so
 * it stops the whole.
 */
function complexity(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    const { message, nodes, originalError } = error as GraphQLError;
    throw new GraphQLError(message, {
      nodes: nodes ?? null,
      originalError: originalError ?? null,
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  }
}

function listEstimator(schema: GraphQLSchema): ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    if (type.name.startsWith("__") || field.name === "__schema" || field.name === "__type") return 0;
    return 1 + sizeOf(type, field, args, schema) * childComplexity;
  };
}

/** How many times a field's selection is answered. */
function sizeOf(
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): number {
  if (!isCompositeType(getNamedType(field.type))) return 1;
  // A page: its size is the argument, and the lists in the connection are not multiplied once more.
  if (typeof args.first === "number") return Math.max(args.first, 1);
  if (parent.name.endsWith("Connection") || !isList(field.type)) return 1;
  const given = Object.values(args).filter((value) => Array.isArray(value));
  if (field.name === "nodes" && given[0] !== undefined) return Math.max(given[0].length, 1);
  if (parent === schema.getQueryType() || isAnswer(parent)) return assumedSize.answer;
  return field.args.length > 0 ? assumedSize.question : assumedSize.other;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}

/** A type that answers a question carries how much is known. */
function isAnswer(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && "coverage" in type.getFields();
}
