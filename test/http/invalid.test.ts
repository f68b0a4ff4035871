import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nested, times } from "./document.js";
import { refusal } from "./refusal.js";
import { ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions });
});
afterAll(() => serving.stop());

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
    expect(await refusal(serving.url, query)).toMatchObject({
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

  it("when a hundred fields fail, and says how many errors are left out", async () => {
    const query = `{ hello ${times(98, (i) => `field${i}: refused(colour: "${"红".repeat(150)}")`)} }`;
    const { status, data, text, errors = [] } = await ask(serving.url, query);
    expect([status, data.hello]).toEqual([200, "Hello world"]);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
    const left = 99 - errors.length;
    expect(errors.at(-1)).toEqual({
      message: `${left} more fields failed. Select fewer fields to read all errors.`,
      extensions: { code: "TOO_MANY_ERRORS", requestId: expect.any(String) },
    });
    expect(new Set(errors.map(({ extensions }) => extensions.requestId)).size).toBe(1);
  });

  it("when the name of the field that fails is 90 kB long", async () => {
    const { text, errors } = await ask(serving.url, `{ ${long}: impossible }`);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
    expect(errors?.[0]?.path).toEqual([`${"x".repeat(200)}…`]);
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
