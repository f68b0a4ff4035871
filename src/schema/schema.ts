import { type GraphQLSchema, isInputObjectType, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema as buildTypes, type NonEmptyArray } from "../api.js";
import * as questions from "../question/questions.js";

/** Input types of which exactly one field must be given; type-graphql cannot say so itself. */
const oneOfInputs = ["RegionBy"] as const;

/** The GraphQL schema with all questions. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const schema = await buildTypes({
    resolvers: Object.values(questions) as unknown as NonEmptyArray<
      (typeof questions)[keyof typeof questions]
    >,
    validate: false,
  });
  for (const name of oneOfInputs) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new TypeError(`${name} is no input type of the schema`);
    type.isOneOf = true;
  }
  return schema;
}

/** The schema as text, sorted, with descriptions: what is committed as `schema/schema.graphql`. */
export function printSDL(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
