import type { GraphQLSchema } from "graphql";
import { toLink } from "../../../src/pages/link.js";
import { exampleOf } from "../../../src/table/example.js";
import type { Question } from "../../../src/table/request.js";

/** The forms of an answer, by the ending of their addresses; the page has none. */
export const forms = ["", ".csv", ".xlsx", ".json", ".md", ".graphql", ".cypher"] as const;

/** Every question with the arguments of its own example. */
export function examples(
  schema: GraphQLSchema,
): readonly { readonly question: Question; readonly texts: Readonly<Record<string, readonly string[]>> }[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map((question) => ({
    question,
    texts: Object.fromEntries(Object.entries(exampleOf(question)).map(([name, text]) => [name, [text]])),
  }));
}

/** The address of a question in a form. */
export const addressOf = (
  name: string,
  form: string,
  texts: Readonly<Record<string, readonly string[]>> = {},
) => `/question/${toLink(`${name}${form}`, texts)}`;
