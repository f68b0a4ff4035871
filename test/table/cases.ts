import type { GraphQLSchema } from "graphql";
import { type ArgumentTexts, readArguments } from "../../src/table/arguments.js";
import { exampleOf } from "../../src/table/example.js";
import type { Question } from "../../src/table/request.js";

/** A question with arguments, as a person types them. */
export interface Case {
  readonly question: Question;
  readonly texts: ArgumentTexts;
}

const years = ["2017", "2018", "2019", "2020", "2021", "2022", "2023"];

export const questionsOf = (schema: GraphQLSchema): readonly Question[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {});

export const nameOf = ({ question, texts }: Case) =>
  `${question.name} ${Object.entries(texts)
    .map(([name, values]) => `${name}=${values.join(",")}`)
    .join(" ")}`;

/** Every question with its own example. */
export function exampleCases(schema: GraphQLSchema): readonly Case[] {
  return questionsOf(schema).map((question) => ({
    question,
    texts: Object.fromEntries(Object.entries(exampleOf(question)).map(([name, text]) => [name, [text]])),
  }));
}

/** Every question at both levels, for all editions and pairs of editions. */
export function allCases(schema: GraphQLSchema): readonly Case[] {
  return exampleCases(schema).flatMap(({ question, texts }) => {
    const has = (name: string) => question.args.some((argument) => argument.name === name);
    const vary = (cases: readonly ArgumentTexts[], name: string, values: readonly string[]) =>
      has(name) ? cases.flatMap((one) => values.map((value) => ({ ...one, [name]: [value] }))) : cases;
    // Without the filters of the example, tables have all their rows.
    const { level: _, edition: __, atLeast: ___, areas: ____, leads: _____, ...rest } = texts;
    let cases: readonly ArgumentTexts[] = [rest];
    cases = vary(cases, "level", ["province", "city"]);
    cases = vary(cases, "edition", years);
    cases = vary(cases, "year", years);
    if (has("to") && has("level")) {
      cases = vary(vary(cases, "from", years.slice(0, -1)), "to", years.slice(1));
      cases = cases.filter(({ from, to }) => Number(from?.[0]) < Number(to?.[0]));
    }
    return cases.map((one) => ({ question, texts: one }));
  });
}

export const valuesOf = ({ question, texts }: Case) => readArguments(question.args, texts);
