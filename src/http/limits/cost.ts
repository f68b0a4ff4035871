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
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from "graphql-query-complexity";
import { maxErrors } from "./constants.js";
import { limitError } from "./error.js";

/** The values of an operation's variables as the client sent them. */
type Variables = Readonly<Record<string, unknown>> | undefined;

/** The number of entries that a list is assumed to have if nothing says it. */
const assumedSize = {
  /** A list at the root, or the list that an answer is about: the regions of a level. */
  answer: 32,
  /** A list with arguments, which is a question of its own: a list as the report prints it. */
  question: 10,
  /** Any other: the dimensions. */
  other: 5,
  /** The types of the schema. */
  types: 130,
  /** The fields of a type. */
  fields: 10,
  /** Arguments, enum values, interfaces and the like. */
  introspection: 2,
} as const;

/** The limit for an operation that reads the schema alone; a complete introspection, which tools need, costs less. */
const introspectionLimit = 60_000;

/** The least cost of a root field, for the statement that it sends to Neo4j: a statement takes as long as 1,000 fields. */
const statementCost = 1_000;

/**
 * The cost of an operation, estimated before it runs: one point per field, and a list multiplies what it holds by its
 * size. A field can give its own cost in its extension `complexity`, and the number of its statements in `statements`.
 * @param schema the schema; its query type is the root
 */
export function costOf(schema: GraphQLSchema): {
  /** @throws GraphQLError BAD_USER_INPUT if an argument cannot be read */
  estimate(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number | null;
  /** Returns the estimated cost; 0 if the variables stop the operation. @throws GraphQLError QUERY_TOO_COMPLEX */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    limit: number,
  ): number;
} {
  const estimators = [estimatorOf(schema)];

  function estimate(
    query: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables = {},
  ): number | null {
    // Variables that do not fit their types stop the execution before its first field; it reports all of them.
    const definitions = operation.variableDefinitions ?? [];
    if (getVariableValues(schema, definitions, variables, { maxErrors }).errors) return null;
    return complexity({
      schema,
      estimators,
      query,
      variables,
      ...(operation.name && { operationName: operation.name.value }),
      // `checkDocument` has bounded the selections.
      maxQueryNodes: Number.POSITIVE_INFINITY,
    });
  }

  return {
    estimate,
    check(document, operation, variables, limit) {
      const found = estimate(document, operation, variables) ?? 0;
      const allowed = readsGraph(operation) ? limit : introspectionLimit;
      if (found > allowed) throw limitError("QUERY_TOO_COMPLEX", found, allowed);
      return found;
    },
  };
}

/** Whether an operation reads anything but the schema itself. */
export function readsGraph({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith("__"),
  );
}

/** An argument that does not fit its type would stop one field alone; it stops the operation, whose cost is unknown. */
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

function estimatorOf(schema: GraphQLSchema): ComplexityEstimator {
  const ownCost = fieldExtensionsEstimator();
  return (options) => {
    const { type, field, args, childComplexity } = options;
    const cost = ownCost(options) ?? 1 + Math.ceil(sizeOf(type, field, args, schema) * childComplexity);
    if (type !== schema.getQueryType() || field.name.startsWith("__")) return cost;
    const { statements = 1 } = field.extensions as { statements?: number };
    return Math.max(cost, statementCost * statements);
  };
}

/** How often the selection of a field is answered. */
function sizeOf(
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): number {
  if (!isCompositeType(getNamedType(field.type))) return 1;
  if (parent.name.startsWith("__")) {
    if (field.name === "types" || field.name === "fields") return assumedSize[field.name];
    // Tools ask for nine levels of it; most types have none or two.
    if (field.name === "ofType") return 0.2;
    return isList(field.type) ? assumedSize.introspection : 1;
  }
  // A page: its size is the argument, and the lists in the connection do not multiply again.
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

/** A type that answers a question has a field `coverage`. */
function isAnswer(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && "coverage" in type.getFields();
}
