import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "./refusal.js";
import { ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions });
});
afterAll(() => serving.stop());

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
      "A list of values in the variable $list: found 101 items, at most 100 allowed. Send several requests.",
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
    expect(await refusal(serving.url, query, beyond)).toMatchObject({
      status: 400,
      message,
      extensions: { code },
    });
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
    expect(await refusal(serving.url, '{ echo(text: "a\\u0000") }')).toMatchObject({
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
    expect(await refusal(serving.url, query, { n: 1_000_000 })).toMatchObject({
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
    expect(await refusal(serving.url, query, { n: null })).toMatchObject({
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
    expect(await refusal(serving.url, deeper, { ids })).toMatchObject({ extensions: { found: 311_101 } });
    expect(
      await refusal(
        serving.url,
        `{ answer { things { parts { parts { parts { parts { parts { name } } } } } } } }`,
      ),
    ).toMatchObject({
      extensions: { code: "QUERY_TOO_COMPLEX" },
    });
  });
});
