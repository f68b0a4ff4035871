import { type GraphQLArgument, GraphQLError, isRequiredArgument } from "graphql";
import { describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { readArguments } from "../../src/table/arguments.js";
import { splitDescription } from "../../src/table/description.js";
import { exampleOf, exampleText } from "../../src/table/example.js";
import { printCall } from "../../src/table/notes.js";
import { questionsOf } from "./cases.js";

const schema = await buildSchema();
const questions = questionsOf(schema);
const argumentsOf = (name: string): readonly GraphQLArgument[] =>
  questions.find((question) => question.name === name)?.args ?? [];

describe("arguments as texts", () => {
  it.each([
    ["leaders", { level: ["city"] }, { level: "CITY" }],
    ["leaders", { level: ["重点城市"], "at-least": ["３"] }, { level: "CITY", atLeast: 3 }],
    ["leaders", { level: ["CITY"], atLeast: ["+2"] }, { level: "CITY", atLeast: 2 }],
    // Repeated values add up, under both spellings of a name, and commas of all widths separate them.
    [
      "leaders",
      { level: ["city"], "all-of": ["maturity，completeness", "coverage"], allOf: ["办理成熟度"] },
      { level: "CITY", allOf: ["MATURITY", "COMPLETENESS", "COVERAGE", "MATURITY"] },
    ],
    [
      "leaders",
      { level: ["city"], areas: ["東部、North East"] },
      { level: "CITY", areas: ["東部", "North East"] },
    ],
    // Empty texts count as not given, as forms send them.
    ["leaders", { level: ["city"], edition: [""], areas: ["", " ,, "], province: [" "] }, { level: "CITY" }],
    ["region", { by: ["Guangzhou, Guangdong"] }, { by: { name: "Guangzhou, Guangdong" } }],
    ["compareRegions", { regions: ["广州,深圳"] }, { regions: [{ name: "广州" }, { name: "深圳" }] }],
    ["panel", { editions: ["2020", "2022"] }, { editions: [2020, 2022] }],
    ["search", { text: ["a,b"] }, { text: "a,b" }],
  ])("of %s: %j", (question, texts, values) => {
    expect(readArguments(argumentsOf(question), texts as unknown as Record<string, string[]>)).toEqual(
      values,
    );
  });

  it.each([
    ["leaders", {}, "level: expected PROVINCE or CITY, got nothing.", "level"],
    ["leaders", { level: [""] }, "level: expected PROVINCE or CITY, got nothing.", "level"],
    ["region", {}, "by: expected the name or code of a region, got nothing.", "by"],
    ["compareRegions", { regions: [","] }, "regions: expected names of regions, got nothing.", "regions"],
    ["search", {}, "text: expected a text, got nothing.", "text"],
    ["node", {}, "id: expected an id, got nothing.", "id"],
    [
      "leaders",
      { level: ["citty"] },
      'level: expected PROVINCE or CITY, got "citty". Did you mean CITY?',
      "level",
    ],
    [
      "leaders",
      { level: ["city", "province"] },
      "level: expected one value, got 2. Remove the others.",
      "level",
    ],
    [
      "leaders",
      { level: ["city"], atLeast: ["1"], "at-least": ["2"] },
      "atLeast: expected one value, got 2. Remove the others.",
      "atLeast",
    ],
    [
      "leaders",
      { level: ["city"], atLeast: ["\u001b[31mmany"] },
      'atLeast: expected a whole number, got "\\u001b[31mmany".',
      "atLeast",
    ],
    [
      "leaders",
      { level: ["city"], atleast: ["1"] },
      'atleast: expected an argument of the question, got "atleast". Did you mean atLeast?',
      "atleast",
    ],
    [
      "tiers",
      { level: ["city"] },
      'level: expected an argument of the question, got "level". It takes no arguments.',
      "level",
    ],
  ])("of %s, wrong: %j", (question, texts, message, argument) => {
    let thrown: unknown;
    try {
      readArguments(argumentsOf(question), texts as unknown as Record<string, string[]>);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(GraphQLError);
    const error = thrown as GraphQLError;
    expect(error.message).toBe(message);
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
  });
});

/** Names that a door uses for itself, besides the arguments of a question. */
const reserved = [
  "lang",
  "dataVersion",
  "long",
  "columns",
  "bom",
  "format",
  "json",
  "wide",
  "output",
  "force",
  "texts",
  "help",
];

it("no argument has the name of an option of a door", () => {
  const names = questions.flatMap(({ args }) => args.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => reserved.includes(name))).toEqual([]);
});

describe("examples of arguments", () => {
  it.each(questions.map((question) => [question.name, question] as const))(
    "of %s can be read",
    (_, question) => {
      const texts = Object.fromEntries(
        Object.entries(exampleOf(question)).map(([name, text]) => [name, [text]]),
      );
      const values = readArguments(question.args, texts);
      for (const { name } of question.args.filter(isRequiredArgument)) expect(values).toHaveProperty(name);
      const { example } = splitDescription(question.description);
      if (example === "") return;
      // A call prints its arguments in the order of the schema.
      const sorted = (call: string) =>
        call
          .replace(/[{}()\s]/g, ",")
          .split(",")
          .filter(Boolean)
          .sort();
      expect(sorted(printCall(question, values))).toEqual(sorted(example));
    },
  );

  it("are typed as on a command line", () => {
    const example = (question: string, name: string) =>
      exampleText(argumentsOf(question).find((argument) => argument.name === name) as GraphQLArgument);
    expect(example("leaders", "allOf")).toBe("maturity,coverage");
    expect(example("leaders", "province")).toBe("广东");
    expect(example("leaders", "areas")).toBe("CENTRAL,西部");
    expect(example("search", "text")).toBe("广");
    expect(example("node", "id")).toBe("UmVnaW9uOjQ0MDEwMA");
    expect(example("regions", "after")).toBe("");
  });
});

describe("descriptions in two languages", () => {
  /** Chinese in brackets belongs to an English sentence. */
  const outside = (text: string) => text.replace(/\([^)]*\)|«[^»]*»|"[^"]*"/gu, "");

  it.each(questions.map(({ name, description }) => [name, description] as const))("%s", (_, description) => {
    const { english, chinese, example } = splitDescription(description);
    expect(english).toMatch(/^[A-Z].*[.?]$/s);
    expect(outside(english)).not.toMatch(/\p{Script=Han}/u);
    expect(chinese).toMatch(/^[“《]?\p{Script=Han}.*[。？]$/u);
    expect(`${english} ${chinese}${example && ` Example: ${example}.`}`).toBe(description);
  });
});
