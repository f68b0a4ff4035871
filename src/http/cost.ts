import {
  type DocumentNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from "graphql";
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from "graphql-query-complexity";
import { coerce, type Variables } from "./coercion.js";
import { excess } from "./limit.js";

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
  // Apollo keeps validated documents, so the same text is the same object as long as it is in use.
  const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

  function estimate(
    query: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): number | null {
    // Values that do not fit their types stop the execution before its first field, and it tells of all of them.
    const { coerced } = coerce(schema, operation, variables);
    if (coerced === undefined) return null;
    const sizes = sizesIn(coerced);
    let costs = known.get(operation);
    const before = costs?.get(sizes);
    if (before !== undefined) return before;
    const cost = complexity({
      schema,
      estimators,
      query,
      variables: variables ?? {},
      ...(operation.name && { operationName: operation.name.value }),
      // Bounded before by the limit of recursive selections.
      maxQueryNodes: Number.POSITIVE_INFINITY,
    });
    if (costs === undefined || costs.size >= mostKnown) {
      costs = new Map();
      known.set(operation, costs);
    }
    costs.set(sizes, cost);
    return cost;
  }

  return {
    estimate,
    check(document, operation, variables, limit) {
      const found = estimate(document, operation, variables);
      if (found !== null && found > limit) throw excess("QUERY_TOO_COMPLEX", found, limit);
    },
  };
}

/** Costs that are kept for one operation. */
const mostKnown = 100;

/**
 * All of an operation's variables that its cost can depend on: numbers and truth, how long lists are, and which have a
 * value at all. A text or an enum counts as any other.
 */
function sizesIn(coerced: Readonly<Record<string, unknown>>): string {
  let sizes = "";
  for (const name in coerced) {
    const value = coerced[name];
    if (typeof value === "number" || typeof value === "boolean") sizes += `${name}=${value} `;
    else if (Array.isArray(value)) sizes += `${name}[${value.length}] `;
    else sizes += value === null ? `${name}- ` : `${name}+ `;
  }
  return sizes;
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
