import { type GraphQLSchema, isInputObjectType, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema as buildTypes, type NonEmptyArray } from "../api.js";
import * as questions from "../question/questions.js";

/** Input types that take exactly one field. type-graphql cannot declare them. */
const oneOfInputs = ["RegionBy"] as const;

/** Builds the GraphQL schema of all questions. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const schema = await buildTypes({
    resolvers: Object.values(questions) as unknown as NonEmptyArray<
      (typeof questions)[keyof typeof questions]
    >,
    validate: false,
  });
  for (const name of oneOfInputs) {
    const type = schema.getType(name);
    if (!isInputObjectType(type))
      throw new TypeError(
        `${name}: expected an input type of the schema, got ${type ?? "none"}. Correct oneOfInputs.`,
      );
    type.isOneOf = true;
  }
  return schema;
}

/** Returns the schema as sorted text with descriptions: the content of `schema/schema.graphql`. */
export function printSDL(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
