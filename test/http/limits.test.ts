import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doubling, nested, times } from "./document.js";
import { refusal } from "./refusal.js";
import { ask, type Serving, serve } from "./serving.js";
import { calls, smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: { GOVGRAPH_MAX_COST: "100000" },
  });
});
afterAll(() => serving.stop());

describe("an operation at a limit passes, beyond it is told the limit, the value found and the way out", () => {
  const costAdvice =
    "Each field costs a point, a list multiplies what it holds by its size, and each question costs at least 1,000: ask for smaller pages (`first`), for fewer lists within lists, or in several requests.";
  const inMany = "Send several requests.";
  const cases: [string, string, string, Record<string, unknown>, string][] = [
    [
      "depth",
      `{ thing ${nested(12)} }`,
      `{ thing ${nested(13)} }`,
      { code: "QUERY_TOO_DEEP", limit: 12 },
      "Depth of the operation, fragments followed: found more than 12 levels, at most 12 allowed. Ask for the inner objects in a request of their own, by id or code.",
    ],
    [
      "depth through fragments",
      `{ thing { ...F } } fragment F on Thing ${nested(12)}`,
      `{ thing { ... on Thing { ...F } } } fragment F on Thing ${nested(13)}`,
      { code: "QUERY_TOO_DEEP", limit: 12 },
      "Depth of the operation, fragments followed: found more than 12 levels, at most 12 allowed. Ask for the inner objects in a request of their own, by id or code.",
    ],
    [
      "the same field, fragments written out",
      `{ ${"hello ".repeat(49)} ...R } fragment R on Query { hello }`,
      `{ ${"hello ".repeat(50)} ...R } fragment R on Query { hello }`,
      { code: "TOO_MANY_REPEATED_FIELDS", found: 51, limit: 50 },
      'Selections of the same field in "hello": found 51 selections, at most 50 allowed. Select it once; different arguments need different aliases.',
    ],
    [
      "the same field of one object that is selected several times",
      `{ ${times(10, () => `thing { ${"name ".repeat(5)} }`)} }`,
      `{ ${times(10, () => `thing { ${"name ".repeat(6)} }`)} }`,
      { code: "TOO_MANY_REPEATED_FIELDS", found: 60, limit: 50 },
      'Selections of the same field in "name": found 60 selections, at most 50 allowed. Select it once; different arguments need different aliases.',
    ],
    [
      "the same field without arguments under other names",
      `{ thing { ${times(100, (i) => `n${i}: name`)} } }`,
      `{ thing { ${times(101, (i) => `n${i}: name`)} } }`,
      { code: "TOO_MANY_REPEATED_FIELDS", found: 101, limit: 100 },
      'Selections of the same field in "name": found 101 selections, at most 100 allowed. Select it once; different arguments need different aliases.',
    ],
    [
      "questions, each of which is a statement",
      `{ ${times(100, (i) => `a${i}: quick(n: 1)`)} }`,
      `{ ${times(101, (i) => `a${i}: quick(n: 1)`)} }`,
      { code: "QUERY_TOO_COMPLEX", found: 101_000, limit: 100_000 },
      `Estimated cost of the operation: found 101,000 points, at most 100,000 allowed. ${costAdvice}`,
    ],
    [
      "a literal list",
      `{ echo(list: [${times(100, () => '"a"')}]) }`,
      `{ echo(list: [${times(101, () => '"a"')}]) }`,
      { code: "LIST_TOO_LONG", found: 101, limit: 100 },
      `A list of values in the document: found 101 items, at most 100 allowed. ${inMany}`,
    ],
    [
      "a literal text",
      `{ echo(text: "${"字".repeat(200)}") }`,
      `{ echo(text: "${"字".repeat(201)}") }`,
      { code: "TEXT_TOO_LONG", found: 201, limit: 200 },
      "A text among the values in the document: found 201 characters, at most 200 allowed. No name, id or cursor is longer.",
    ],
    [
      "cost, pages multiplied",
      "{ things(first: 100) { nodes { things(level: 1) { things(level: 1) { parts { name } } } } } }",
      "{ things(first: 100) { nodes { things(level: 1) { things(level: 1) { parts { parts { name } } } } } } }",
      { code: "QUERY_TOO_COMPLEX", found: 311_201, limit: 100_000 },
      `Estimated cost of the operation: found 311,201 points, at most 100,000 allowed. ${costAdvice}`,
    ],
  ];
  it.each(cases)("%s", async (_, within, beyond, extensions, message) => {
    const passed = await ask(serving.url, within);
    expect(passed.errors).toBeUndefined();
    expect(passed.status).toBe(200);
    expect(await refusal(serving.url, beyond)).toMatchObject({ status: 400, message, extensions });
  });

  it("tokens", async () => {
    const operations = (count: number) => times(count, (i) => `query Q${i} { hello }`);
    const passed = await ask(serving.url, operations(400), { operationName: "Q7" });
    expect(passed.data).toEqual({ hello: "Hello world" });
    expect(await refusal(serving.url, operations(401))).toMatchObject({
      status: 400,
      message:
        "Tokens of the document: found more than 2,000 tokens, at most 2,000 allowed. Leave out what is not needed, or send several requests.",
      extensions: { code: "TOO_MANY_TOKENS", limit: 2_000 },
    });
  });

  it("selections, fragments written out", async () => {
    expect((await ask(serving.url, doubling(5))).errors).toBeUndefined();
    for (let n = 12; n <= 25; n++) {
      const { status, message, extensions, ms } = await refusal(serving.url, doubling(n));
      expect({ status, message, extensions }).toEqual({
        status: 400,
        message:
          "Selections of the document, fragments followed: found more than 5,000 selections, at most 5,000 allowed. Use fewer fragments within fragments.",
        extensions: { code: "TOO_MANY_SELECTIONS", limit: 5_000 },
      });
      expect(ms).toBeLessThan(2_000);
    }
  });
});

it("the same field several times is answered once", async () => {
  const before = calls.hello;
  const { data } = await ask(serving.url, `{ ${"hello ".repeat(50)} }`);
  expect(data).toEqual({ hello: "Hello world" });
  expect(calls.hello - before).toBe(1);
});

it("a fragment that spreads itself is reported by validation, at the root and further down", async () => {
  for (const cycle of [
    "{ ...F } fragment F on Query { hello ...F }",
    "{ thing { ...F } } fragment F on Thing { self { ...F } }",
  ]) {
    const { status, message } = await refusal(serving.url, cycle);
    expect([status, message]).toEqual([400, 'Cannot spread fragment "F" within itself.']);
  }
});

it("limits follow the settings", async () => {
  const other = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: {
      GOVGRAPH_MAX_DEPTH: "3",
      GOVGRAPH_MAX_COST: "100",
      GOVGRAPH_MAX_BODY_BYTES: "1000",
      GOVGRAPH_MAX_TOKENS: "100",
    },
  });
  const codes = async (query: string) =>
    (await ask(other.url, query)).errors?.map(({ extensions }) => extensions.code);
  try {
    expect(await codes(`{ thing ${nested(4)} }`)).toEqual(["QUERY_TOO_DEEP"]);
    expect(await codes("{ hello }")).toEqual(["QUERY_TOO_COMPLEX"]);
    expect(await codes("{ things(first: 100) { nodes { name } } }")).toEqual(["QUERY_TOO_COMPLEX"]);
    expect(await codes(times(21, (i) => `query Q${i} { hello }`))).toEqual(["TOO_MANY_TOKENS"]);
    expect(await codes(`{ hello } # ${"x".repeat(1000)}`)).toEqual(["BODY_TOO_LARGE"]);
  } finally {
    await other.stop();
  }
});

it("a document nested beyond what can be read is refused, whatever the limit of tokens", async () => {
  const env = { GOVGRAPH_MAX_TOKENS: "100000", GOVGRAPH_MAX_BODY_BYTES: "1000000" };
  const other = await serve({ schema: smallSchema(), questions: smallQuestions, env });
  try {
    for (const levels of [500, 1_000, 2_000, 4_000, 8_000, 16_000]) {
      for (const query of [
        `{ thing ${"{ parts ".repeat(levels)}`,
        `{ thing ${nested(levels)} }`,
        `{ echo(list: ${"[".repeat(levels)}${"]".repeat(levels)}) }`,
      ]) {
        const { status, text, errors } = await ask(other.url, query);
        expect([levels, status]).toEqual([levels, 400]);
        expect(text).not.toContain("call stack");
        expect(errors?.[0]?.extensions.code).toMatch(
          /^(QUERY_TOO_DEEP|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED)$/,
        );
      }
    }
    expect((await ask(other.url, "{ hello }")).status).toBe(200);
  } finally {
    await other.stop();
  }
});
