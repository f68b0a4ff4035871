import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Serving, serve } from "./serving.js";
import { calls, smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions });
});
afterAll(() => serving.stop());

const times = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(" ");
const nested = (levels: number) => `${"{ self ".repeat(levels - 2)}{ name }${" }".repeat(levels - 2)}`;
/** A document of fragments in which each spreads the next twice: 2^n fields. */
const doubling = (n: number) =>
  `{ thing { ...F0 } } ${times(n, (i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Thing { name }`;

/** Asks and gives the only error, whose answer must be small. */
async function refusal(query: string, variables?: unknown) {
  const start = performance.now();
  const { status, errors, data, text } = await ask(serving.url, query, { variables });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(Buffer.byteLength(text)).toBeLessThan(10_000);
  const { requestId, ...extensions } = errors?.[0]?.extensions ?? {};
  return { status, message: errors?.[0]?.message, extensions, ms: performance.now() - start };
}

describe("an operation at a limit passes, beyond it is told the limit, the value found and the way out", () => {
  const inMany = "Ask in several requests.";
  const cases: [string, string, string, Record<string, unknown>, string][] = [
    [
      "depth",
      `{ thing ${nested(12)} }`,
      `{ thing ${nested(13)} }`,
      { code: "QUERY_TOO_DEEP", found: 13, limit: 12 },
      "Depth of the operation, fragments followed: found 13 levels, at most 12 allowed. Ask for the inner objects in a request of their own, by id or code.",
    ],
    [
      "depth through fragments",
      `{ thing { ...F } } fragment F on Thing ${nested(12)}`,
      `{ thing { ... on Thing { ...F } } } fragment F on Thing ${nested(13)}`,
      { code: "QUERY_TOO_DEEP", found: 13, limit: 12 },
      "Depth of the operation, fragments followed: found 13 levels, at most 12 allowed. Ask for the inner objects in a request of their own, by id or code.",
    ],
    [
      "aliases, also of __typename",
      `{ thing { ${times(30, (i) => `a${i}: __typename`)} } }`,
      `{ thing { ${times(31, (i) => `a${i}: __typename`)} } }`,
      { code: "TOO_MANY_ALIASES", found: 31, limit: 30 },
      "Aliases in the document: found 31 aliases, at most 30 allowed. Ask in several requests, or use a question that takes a list.",
    ],
    [
      "root fields",
      `{ ${times(10, (i) => `a${i}: hello`)} ...R } fragment R on Query { a1: hello }`,
      `{ ${times(10, (i) => `a${i}: hello`)} ...R } fragment R on Query { b: hello }`,
      { code: "TOO_MANY_ROOT_FIELDS", found: 11, limit: 10 },
      `Fields at the root of the operation: found 11 fields, at most 10 allowed. ${inMany}`,
    ],
    [
      "directives",
      `{ ${times(20, () => "hello @include(if: true)")} }`,
      `{ ${times(21, () => "hello @include(if: true)")} }`,
      { code: "TOO_MANY_DIRECTIVES", found: 21, limit: 20 },
      "Directives in the document: found 21 directives, at most 20 allowed. Leave out what is not needed.",
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
      "Estimated cost of the operation: found 311,201 points, at most 100,000 allowed. Each field costs a point, and a list multiplies what it holds by its size: ask for smaller pages (`first`), for fewer lists within lists, or in several requests.",
    ],
  ];
  it.each(cases)("%s", async (_, within, beyond, extensions, message) => {
    const passed = await ask(serving.url, within);
    expect(passed.errors).toBeUndefined();
    expect(passed.status).toBe(200);
    expect(await refusal(beyond)).toMatchObject({ status: 400, message, extensions });
  });

  it("tokens", async () => {
    const operations = (count: number) => times(count, (i) => `query Q${i} { hello }`);
    const passed = await ask(serving.url, operations(400), { operationName: "Q7" });
    expect(passed.data).toEqual({ hello: "Hello world" });
    expect(await refusal(operations(401))).toMatchObject({
      status: 400,
      message:
        "Tokens of the document: found more than 2,000 tokens, at most 2,000 allowed. Leave out what is not needed, or ask in several requests.",
      extensions: { code: "TOO_MANY_TOKENS", limit: 2_000 },
    });
  });

  it("selections, fragments written out", async () => {
    expect((await ask(serving.url, doubling(10))).errors).toBeUndefined();
    for (let n = 12; n <= 25; n++) {
      const { status, message, extensions, ms } = await refusal(doubling(n));
      expect({ status, message, extensions }).toEqual({
        status: 400,
        message:
          "Selections of the operation, fragments followed: found more than 5,000 selections, at most 5,000 allowed. Use fewer fragments within fragments.",
        extensions: { code: "TOO_MANY_SELECTIONS", limit: 5_000 },
      });
      expect(ms).toBeLessThan(2_000);
    }
  });
});

describe("values in variables are bounded like those in the document", () => {
  const query =
    "query ($text: String, $list: [String!], $at: At) { echo(text: $text, list: $list, at: $at) }";
  const deep = (levels: number): unknown => (levels === 0 ? { x: 1 } : { at: deep(levels - 1) });
  it.each([
    [
      "text",
      { text: "x".repeat(200) },
      { text: "x".repeat(201) },
      "TEXT_TOO_LONG",
      "A text among the values in the variable $text: found 201 characters, at most 200 allowed. No name, id or cursor is longer.",
    ],
    [
      "list",
      { list: Array(100).fill("x") },
      { list: Array(101).fill("x") },
      "LIST_TOO_LONG",
      "A list of values in the variable $list: found 101 items, at most 100 allowed. Ask in several requests.",
    ],
    [
      "depth",
      { at: deep(9) },
      { at: deep(10) },
      "INPUT_TOO_DEEP",
      "Nesting of a value in the variable $at: found 11 levels or more, at most 10 allowed. No argument takes a value that deep.",
    ],
    [
      "half a character",
      { text: "😀" },
      { text: "\ud83d" },
      "MALFORMED_TEXT",
      "A text in the variable $text holds half a character (a lone surrogate). Send well-formed Unicode text.",
    ],
    [
      "U+0000",
      { text: "\u0001" },
      { text: "a\u0000" },
      "MALFORMED_TEXT",
      "A text in the variable $text holds the character U+0000. Send well-formed Unicode text.",
    ],
  ])("%s", async (_, within, beyond, code, message) => {
    expect((await ask(serving.url, query, { variables: within })).errors).toBeUndefined();
    expect(await refusal(query, beyond)).toMatchObject({ status: 400, message, extensions: { code } });
  });

  it("also where no variable of that name is declared, and as deep as JSON goes", async () => {
    const body = `{"query":"{ hello }","variables":{"x":${"[".repeat(40_000)}${"]".repeat(40_000)}}}`;
    const response = await fetch(`${serving.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "INPUT_TOO_DEEP" } }] });
  });

  it("U+0000 in a literal", async () => {
    expect(await refusal('{ echo(text: "a\\u0000") }')).toMatchObject({
      status: 400,
      message: "A text in the document holds the character U+0000. Send well-formed Unicode text.",
      extensions: { code: "MALFORMED_TEXT" },
    });
  });
});

describe("the cost of an operation", () => {
  it("follows the variables", async () => {
    const query =
      "query ($n: Int!) { things(first: $n) { nodes { things(level: 1) { parts { parts { name } } } } } }";
    expect((await ask(serving.url, query, { variables: { n: 10 } })).errors).toBeUndefined();
    expect(await refusal(query, { n: 1_000_000 })).toMatchObject({
      extensions: { code: "QUERY_TOO_COMPLEX", found: 312_000_001 },
    });
  });

  it("leaves it to the execution to tell of variables that do not fit", async () => {
    const query =
      "query ($n: Int!, $m: Int!) { a: things(first: $n) { totalCount } b: things(first: $m) { totalCount } }";
    const { status, errors } = await ask(serving.url, query, { variables: { n: "many" } });
    expect(status).toBe(400);
    expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
      [
        'Variable "$n" got invalid value "many"; Int cannot represent non-integer value: "many"',
        "BAD_USER_INPUT",
      ],
      ['Variable "$m" of required type "Int!" was not provided.', "BAD_USER_INPUT"],
    ]);
  });

  it("is not evaded by an argument that only stops its own field", async () => {
    const huge =
      "things(first: 100) { nodes { things(level: 1) { things(level: 1) { parts { parts { name } } } } } }";
    const query = `query ($n: Int) { a: things(first: $n) { totalCount } ${huge} }`;
    expect(await refusal(query, { n: null })).toMatchObject({
      status: 400,
      message: 'Argument "first" of non-null type "Int!" must not be null.',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("counts the ids of nodes, and what an answer lists as a level of regions", async () => {
    const ids = Array.from({ length: 100 }, (_, i) => String(i));
    const query =
      "query ($ids: [ID!]!) { nodes(ids: $ids) { things(level: 1) { things(level: 1) { parts { name } } } } }";
    expect((await ask(serving.url, query, { variables: { ids: ["1"] } })).status).toBe(200);
    const deeper = query.replace("{ name }", "{ parts { name } }");
    expect(await refusal(deeper, { ids })).toMatchObject({ extensions: { found: 311_101 } });
    expect(
      await refusal(`{ answer { things { parts { parts { parts { parts { parts { name } } } } } } } }`),
    ).toMatchObject({
      extensions: { code: "QUERY_TOO_COMPLEX" },
    });
  });
});

describe("introspection passes whatever the limits", () => {
  it.each([
    ["plain", {}],
    [
      "with everything a tool may ask for",
      {
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      },
    ],
  ])("%s", async (_, options) => {
    const { status, data, errors, extensions } = await ask(serving.url, getIntrospectionQuery(options));
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(data.__schema.queryType.name).toBe("Query");
    // Nothing was asked of the graph, so there is no version to tell.
    expect(extensions).toBeUndefined();
  });

  it("but not in circles", async () => {
    const query =
      "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
    expect(await refusal(query)).toMatchObject({
      status: 400,
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });
});

describe("an invalid request gets a small answer", () => {
  const long = "x".repeat(90_000);
  it.each([
    ["thousands of unknown fields", `{ ${times(1_900, (i) => `f${i}`)} }`],
    ["one unknown field with a name of 90 kB", `{ ${long} }`],
    ["several with names of 15 kB", `{ ${times(6, (i) => `f${i}${"x".repeat(15_000)}`)} }`],
    ["an unknown type of 90 kB", `{ ...F } fragment F on ${long} { a }`],
    ["conflicts everywhere", `{ ${times(300, (i) => `hello(name: "${i}")`)} }`],
    [
      "a circle of fragments",
      `{ thing { ...F0 } } ${times(300, (i) => `fragment F${i} on Thing { ...F${(i + 1) % 300} }`)}`,
    ],
    [
      "texts that are no numbers",
      `{ ${times(9, (i) => `a${i}: things(first: "${"字".repeat(200)}") { totalCount }`)} }`,
    ],
    [
      "lists and texts too long, many times over",
      `{ ${times(9, (i) => `a${i}: echo(text: "${"字".repeat(201)}", list: [${'""'.repeat(101)}])`)} }`,
    ],
    ["many operations too deep", times(40, (i) => `query Q${i} { thing ${nested(13)} }`)],
    ["a syntax error after 90 kB", `{ hello } # ${long}\n }`],
    ["nested lists that end nowhere", `{ echo(list: ${"[".repeat(1_900)}`],
  ])("%s", async (_, query) => {
    const { status, text, errors } = await ask(serving.url, query);
    expect(status).toBe(400);
    expect(errors?.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
    expect(text).not.toContain("call stack");
  });

  it("when the variables do not fit", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `v${i}`);
    const query = `query (${names.map((name) => `$${name}: Int`).join(" ")}) { hello ${names.map((name) => `@skip(if: false) echo(number: $${name})`).slice(0, 1)} }`;
    const variables = Object.fromEntries(names.map((name) => [name, "字".repeat(200)]));
    const { status, text } = await ask(serving.url, query, { variables });
    expect(status).toBe(400);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
  });
});

it("the same field many times is answered once", async () => {
  const before = calls.hello;
  const { data } = await ask(serving.url, `{ ${"hello ".repeat(500)} }`);
  expect(data).toEqual({ hello: "Hello world" });
  expect(calls.hello - before).toBe(1);
});

it("limits follow the settings", async () => {
  const other = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: {
      GOVGRAPH_MAX_DEPTH: "3",
      GOVGRAPH_MAX_ALIASES: "1",
      GOVGRAPH_MAX_COST: "100",
      GOVGRAPH_MAX_BODY_BYTES: "1000",
      GOVGRAPH_MAX_TOKENS: "100",
      GOVGRAPH_MAX_ROOT_FIELDS: "2",
    },
  });
  const codes = async (query: string) =>
    (await ask(other.url, query)).errors?.map(({ extensions }) => extensions.code);
  try {
    expect(await codes(`{ thing ${nested(4)} }`)).toEqual(["QUERY_TOO_DEEP"]);
    expect(await codes("{ a: hello b: hello c: hello }")).toEqual([
      "TOO_MANY_ROOT_FIELDS",
      "TOO_MANY_ALIASES",
    ]);
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
