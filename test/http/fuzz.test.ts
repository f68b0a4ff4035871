import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { Random } from "./random.js";
import { post, type RawAnswer, sendRaw } from "./raw.js";
import { ask, type Serving, serve } from "./serving.js";

let serving: Serving;
beforeAll(async () => {
  await (await loadedGraph()).close();
  serving = await serve({ schema: await buildSchema() });
});
afterAll(() => serving.stop());

const allowed = [200, 400, 405, 406, 413, 414, 415, 422, 431, 503];

/** Whatever was sent: a status that we mean, a body in our shape, nothing of our insides, and nothing that we call our fault. */
function expectDecent({ status, body }: RawAnswer, sent: string): void {
  expect(allowed, sent).toContain(status);
  const answer = JSON.parse(body) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  expect(answer.data !== undefined || (answer.errors?.length ?? 0) > 0, sent).toBe(true);
  for (const { message, extensions } of answer.errors ?? []) {
    expect(typeof message, sent).toBe("string");
    expect(extensions.code, `${sent} -> ${message}`).not.toBe("INTERNAL_SERVER_ERROR");
  }
  expect(body, sent).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|Neo4jError|call stack/);
}

const valid = [
  {
    query:
      "{ meta { dataVersion } regions(first: 3, level: CITY) { totalCount nodes { name leads { dimension { key } } } } }",
  },
  {
    query:
      "query Q($by: RegionBy!, $level: Level!) { region(by: $by) { name tier { basis tier { key } } } leaders(level: $level, atLeast: 3) { total } }",
    variables: { by: { name: "广州" }, level: "CITY" },
    operationName: "Q",
  },
  {
    query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    variables: { ids: ["UmVnaW9uOjQ0MDEwMA", "x"] },
  },
  {
    query: "query ($text: String!) { search(text: $text) { name region { code } } }",
    variables: { text: "guang" },
  },
];

describe("bodies with bits flipped, bytes lost and pieces doubled", () => {
  it.each([1, 2, 3, 4])("seed %i", { timeout: 120_000 }, async (seed) => {
    const random = new Random(seed);
    const bodies = Array.from({ length: 60 }, () =>
      mutate(random, Buffer.from(JSON.stringify(random.pick(valid)))),
    );
    for (const body of bodies) expectDecent(await sendRaw(serving.url, post(body)), body.toString("latin1"));
  });
});

function mutate(random: Random, body: Buffer): Buffer {
  let bytes = Buffer.from(body);
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) {
    const at = random.below(bytes.length);
    const kind = random.below(5);
    if (kind <= 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    else if (kind === 2)
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(5))]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(at + 1))]);
    else bytes = Buffer.concat([bytes.subarray(0, at), random.pick(spices), bytes.subarray(at)]);
  }
  return bytes;
}

const spices = [
  "\u0000",
  "\\u0000",
  "\\ud800",
  "𝄞",
  "\u202e",
  '"',
  "\\",
  "{",
  "}",
  "[",
  "$",
  "@include(if: $x)",
  "...",
  "#",
  "'",
  "`",
  "}) DETACH DELETE n //",
  "null",
  "-1",
  "1e999",
  "99999999999",
].map((spice) => Buffer.from(spice));

describe("JSON that fits its place or not", () => {
  it.each([11, 12, 13])("seed %i", { timeout: 120_000 }, async (seed) => {
    const random = new Random(seed);
    for (let i = 0; i < 60; i++) {
      const { query, variables } = random.pick(valid);
      const hostile = random.below(3);
      const request =
        hostile === 0
          ? {
              query,
              variables: Object.fromEntries(
                Object.keys(variables ?? { x: 0 }).map((name) => [name, value(random, 0)]),
              ),
            }
          : hostile === 1
            ? {
                query,
                variables: value(random, 0),
                operationName: value(random, 3),
                extensions: value(random, 2),
              }
            : value(random, 0);
      const body = JSON.stringify(request) ?? "null";
      expectDecent(await sendRaw(serving.url, post(body)), body);
    }
  });
});

const leaves: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  "",
  "CITY",
  "广州",
  "gz",
  "\u0000",
  "\ud800",
  "x".repeat(300),
  "' OR 1=1 //",
  "}) DETACH DELETE n //",
  "`",
  "\\u0060",
  "__proto__",
  "constructor",
];

function value(random: Random, depth: number): unknown {
  const kind = depth > 6 ? 0 : random.below(4);
  if (kind <= 1) return random.pick(leaves);
  const length = random.below(4);
  if (kind === 2) return Array.from({ length }, () => value(random, depth + 1));
  const names = [
    "query",
    "variables",
    "by",
    "level",
    "ids",
    "text",
    "name",
    "code",
    "id",
    "__proto__",
    "toString",
    "",
  ];
  return Object.fromEntries(Array.from({ length }, () => [random.pick(names), value(random, depth + 1)]));
}

describe("every argument of every question, with what does not fit", () => {
  const literals = [
    "null",
    "-1",
    "0",
    "101",
    "2147483648",
    '""',
    '"x"',
    "CITY",
    "NOPE",
    "[]",
    "[null]",
    "{}",
    "{name: null}",
    '{name: "广州", code: "440100"}',
    "$missing",
    "true",
    "1.5",
    '"}) DETACH DELETE n //"',
    '"\\u0000"',
    '"`"',
    '"*/ RETURN 1 //"',
  ];
  it("is answered with our words", { timeout: 120_000 }, async () => {
    const random = new Random(7);
    const { data } = await ask(
      serving.url,
      "{ __schema { queryType { fields { name args { name } type { kind ofType { kind } } } } } }",
    );
    const fields = data.__schema.queryType.fields as { name: string; args: { name: string }[] }[];
    for (const { name, args } of fields) {
      for (const argument of args) {
        for (let i = 0; i < 8; i++) {
          const others = args.filter((other) => other !== argument && random.below(3) === 0);
          const given = [argument, ...others]
            .map((one) => `${one.name}: ${random.pick(literals)}`)
            .join(", ");
          const query = `{ ${name}(${given}) { __typename } }`;
          expectDecent(await sendRaw(serving.url, post(JSON.stringify({ query }))), query);
        }
      }
    }
  });
});

it("after all that the server answers as before, and logged no fault", async () => {
  const { data } = await ask(serving.url, "{ leaders(level: CITY, atLeast: 3) { total } }");
  expect(data).toEqual({ leaders: { total: 8 } });
  expect(serving.log.filter(({ level }) => level === "error")).toEqual([]);
});
