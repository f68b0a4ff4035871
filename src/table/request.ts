import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
} from "graphql";
import type { ArgumentValues } from "./arguments.js";
import { outline, type Part } from "./outline.js";

export type Question = GraphQLField<unknown, unknown>;

/** The GraphQL request that gives an answer. */
export interface AnswerRequest {
  readonly document: string;
  readonly variables: ArgumentValues;
}

/**
 * Returns the request for the whole answer to a question. Nested fields with an argument of the same name and type as an
 * argument of the question get its value: the tier beside a region is of the edition that was asked for.
 */
export function toRequest(schema: GraphQLSchema, question: Question, values: ArgumentValues): AnswerRequest {
  const given = question.args.filter(({ name }) => values[name] !== undefined);
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const shared = given.filter(({ name }) => name === "edition").map(({ name }) => name);
  const type = getNamedType(question.type);
  const selection = printSelection(schema, type, outline(type), shared);
  const document = `query Ask${declared && `(${declared})`} {\n  ${question.name}${passed && `(${passed})`}${selection}\n}\n`;
  const variables = Object.fromEntries(given.map(({ name }) => [name, values[name]]));
  return { document, variables };
}

/** Returns a selection set with its braces; "" for a scalar. */
function printSelection(
  schema: GraphQLSchema,
  type: GraphQLNamedOutputType,
  parts: readonly Part[],
  shared: readonly string[],
): string {
  if (parts.length === 0) return "";
  const fields = parts.flatMap((part) => {
    if (isInterfaceType(type) && !(part.name in type.getFields())) return printExtra(schema, type, part.name);
    const passed = shared.filter((name) => part.arguments.includes(name));
    const given = passed.length > 0 ? `(${passed.map((name) => `${name}: $${name}`).join(", ")})` : "";
    return [`${part.name}${given}${printSelection(schema, part.type, part.parts, shared)}`];
  });
  return ` { ${fields.join(" ")} }`;
}

/** Selects a field that an interface does not have: the name of the type, or a field of some of its types. */
function printExtra(schema: GraphQLSchema, type: GraphQLInterfaceType, name: string): string[] {
  if (name === "type") return ["type: __typename"];
  const having = schema.getPossibleTypes(type).filter((possible) => name in possible.getFields());
  return having.map((possible) => `... on ${possible.name} { ${name} }`);
}
