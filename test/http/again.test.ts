import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { type Answer, ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const folder = new URL("../question/", import.meta.url);
const golden = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
const region = "query ($by: RegionBy!) { region(by: $by) { name } }";
const two = 'query A { meta { dataVersion } } query B { region(by: { code: "440100" }) { name } }';

type Asking = readonly [what: string, query: string, options: Parameters<typeof ask>[2]];
const askings: readonly Asking[] = [
  ...golden.map((file): Asking => [file, readFileSync(new URL(file, folder), "utf8"), {}]),
  ["an answer with an error", '{ meta { dataVersion } region(by: { name: "gz" }) { name } }', {}],
  ["nothing but an error", '{ region(by: { name: "nobody" }) { name } }', {}],
  [
    "the media type of GraphQL",
    "{ meta { dataVersion } }",
    { headers: { accept: "application/graphql-response+json" } },
  ],
  ["the Cypher behind it", "{ meta { dataVersion } }", { headers: { "govgraph-explain": "cypher" } }],
  ["a media type that is not served", "{ meta { dataVersion } }", { headers: { accept: "text/csv" } }],
  ["the first of two operations", two, { operationName: "A" }],
  ["the second of them", two, { operationName: "B" }],
  ["neither of them", two, { operationName: "C" }],
  ["no name where there are two", two, {}],
  ["introspection", "{ __schema { queryType { name } } }", {}],
  ["what is not in the schema", "{ nothing }", {}],
  ["a text that is no document", "{ meta {", {}],
  ["two keys of a @oneOf input", region, { variables: { by: { code: "440100", name: "广州" } } }],
];

/** What must be the same whenever it is asked; the id of the request is each one's own. */
function lasting({ status, headers, text }: Answer): unknown {
  const id = headers.get("x-request-id") ?? "";
  const { date, "x-request-id": _, ...rest } = Object.fromEntries(headers);
  return { status, rest, text: text.replaceAll(id, "ID") };
}

describe("what was asked before is answered as it was the first time", () => {
  let serving: Serving;
  beforeAll(async () => {
    await (await loadedGraph()).close();
    // Nothing is kept, so that each is answered anew.
    const env = {
      GOVGRAPH_ANSWER_CACHE_BYTES: "0",
      GOVGRAPH_ROWS_CACHE_BYTES: "0",
      GOVGRAPH_DEADLINE_MS: "60000",
    };
    serving = await serve({ schema: await buildSchema(), env });
  });
  afterAll(() => serving.stop());

  it.each(askings)("%s", async (_, query, options) => {
    const first = await ask(serving.url, query, options);
    const lines = () =>
      serving.log
        .filter(({ msg }) => msg === "request")
        .map(({ operation, hash, outcome, status, statements }) => ({
          operation,
          hash,
          outcome,
          status,
          statements,
        }));
    const line = lines().at(-1);
    // More often than an operation is asked before it is compiled.
    const again: Answer[] = [];
    for (let i = 0; i < 25; i++) again.push(await ask(serving.url, query, options));
    for (const one of again) expect(lasting(one)).toEqual(lasting(first));
    for (const one of lines().slice(-5)) expect(one).toEqual(line);
  });

  it("a value that does not fit, after values that did", async () => {
    const fits = { variables: { by: { code: "440100" } } };
    for (let i = 0; i < 3; i++)
      expect((await ask(serving.url, region, fits)).data).toEqual({ region: { name: "广州" } });
    const { status, errors } = await ask(serving.url, region, {
      variables: { by: { code: "440100", name: "广州" } },
    });
    expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([400, ["BAD_USER_INPUT"]]);
    const wrong = await ask(serving.url, region, { variables: [] });
    expect([wrong.status, wrong.errors?.map(({ extensions }) => extensions.code)]).toEqual([
      400,
      ["BAD_REQUEST"],
    ]);
    const extended = await fetch(`${serving.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: region,
        ...fits,
        extensions: { persistedQuery: { version: 1, sha256Hash: "x" } },
      }),
    });
    expect(await extended.text()).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
  });
});

it("limits hold for what was asked before", async () => {
  const serving = await serve({
    schema: smallSchema("again"),
    questions: smallQuestions,
    env: { GOVGRAPH_ANSWER_CACHE_BYTES: "0" },
  });
  const query =
    "query ($n: Int!, $text: String) { things(first: $n) { nodes { things(level: 1) { name } } } echo(text: $text) }";
  const codes = async (variables: unknown) => {
    const { status, errors } = await ask(serving.url, query, { variables });
    return [status, ...(errors ?? []).map(({ extensions }) => extensions.code)];
  };
  for (let i = 0; i < 3; i++) expect(await codes({ n: 5, text: "x" })).toEqual([200]);
  expect(await codes({ n: 1_000_000 })).toEqual([400, "QUERY_TOO_COMPLEX"]);
  expect(await codes({ n: 5, text: "x".repeat(201) })).toEqual([400, "TEXT_TOO_LONG"]);
  expect(await codes({ n: 5, text: "a\u0000" })).toEqual([400, "MALFORMED_TEXT"]);
  await serving.stop();
});
