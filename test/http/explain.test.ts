import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { parseCypherFile } from "../../src/neo4j/statement.js";
import { json } from "../../src/neo4j/type.js";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const explain = { "govgraph-explain": "cypher" };

interface Told {
  readonly statement: string;
  readonly text: string;
  readonly parameters: Record<string, unknown>;
  readonly paste: string;
}

describe("with the questions and their data", () => {
  let serving: Serving;
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
    serving = await serve({ schema: await buildSchema() });
  });
  afterAll(async () => {
    await serving.stop();
    await graph.close();
  });

  const question =
    "{ leaders(level: CITY, atLeast: 3) { total leaders { count region { name } evidence { locator } } coverage { stated } } }";

  it("every answer names the version of its data", async () => {
    const { extensions, data } = await ask(serving.url, "{ meta { dataVersion } }");
    expect(extensions).toEqual({ dataVersion: data.meta.dataVersion });
    expect((await ask(serving.url, question)).extensions).toEqual({ dataVersion: data.meta.dataVersion });
    expect((await ask(serving.url, "{ __typename }")).extensions).toBeUndefined();
    expect((await ask(serving.url, "{ nope }")).extensions).toBeUndefined();
  });

  it("by the header, an answer tells the Cypher behind it, in the order it ran", async () => {
    const plain = await ask(serving.url, question);
    const { data, extensions } = await ask(serving.url, question, { headers: explain });
    expect(data).toEqual(plain.data);
    const cypher = extensions.cypher as Told[];
    expect(cypher.map(({ statement }) => statement)).toEqual(
      expect.arrayContaining([
        "question/leaders/leaders",
        "question/facts/fact.evidence",
        "question/facts/coverage",
      ]),
    );
    expect(cypher[0]).toMatchObject({
      statement: "question/leaders/leaders",
      parameters: { level: "CITY", edition: 2022, atLeast: 3, areas: null },
    });
    for (const { text, parameters, paste } of cypher) {
      expect(paste.endsWith(`${text};\n`)).toBe(true);
      expect(paste.match(/^:param \w+ => .*;$/gm)?.length ?? 0).toBe(Object.keys(parameters).length);
    }
    expect(
      (await ask(serving.url, question, { headers: { "govgraph-explain": "other" } })).extensions.cypher,
    ).toBeUndefined();
  });

  it("what is told runs as it is and gives the rows of the answer", async () => {
    const { data, extensions } = await ask(serving.url, question, { headers: explain });
    const [leaders] = extensions.cypher as Told[];
    // What a shell does with the text: a line binds a parameter, the rest is the statement.
    const pasted = parseCypherFile(leaders?.paste ?? "");
    const map = Object.entries(pasted.parameters).map(([name, value]) => `${name}: ${value}`);
    const bind = {
      stem: "test/bind",
      source: "",
      text: `RETURN {${map.join(", ")}} AS bound`,
      parameters: {},
      columns: { bound: json },
    };
    const [row] = await graph.read(bind, {});
    expect(row?.bound).toEqual(leaders?.parameters);
    const columns = ["code", "name", "count", "dimensions", "names", "leads"];
    const bound = row?.bound as Record<string, unknown>;
    const rows = await graph.read(
      {
        stem: "test/pasted",
        source: "",
        text: pasted.text,
        parameters: Object.fromEntries(Object.keys(bound).map((name) => [name, json])),
        columns: Object.fromEntries(columns.map((name) => [name, json])),
      },
      bound,
    );
    expect(rows.map(({ name, count }) => ({ count, region: { name } }))).toEqual(
      data.leaders.leaders.map(({ count, region }: { count: number; region: unknown }) => ({
        count,
        region,
      })),
    );
  });
});

describe("parameters as they were sent", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve({ schema: smallSchema(), questions: smallQuestions });
  });
  afterAll(() => serving.stop());

  it("are told as JSON and as Cypher, whatever is in them; the same statement once", async () => {
    const query =
      "query ($texts: [String!]) { quick(n: 7, texts: $texts) again: quick(n: 7, texts: $texts) other: quick(n: 8) }";
    const texts = ["it's", "line\nbreak", "}) DETACH DELETE n //"];
    const { extensions } = await ask(serving.url, query, { variables: { texts }, headers: explain });
    expect(extensions).toEqual({
      dataVersion: "small",
      cypher: [
        {
          statement: "test/quick",
          text: "RETURN $n AS n, $texts AS texts",
          parameters: { n: 7, texts },
          paste:
            ":param n => 7;\n:param texts => ['it\\'s', 'line\\nbreak', '}) DETACH DELETE n //'];\nRETURN $n AS n, $texts AS texts;\n",
        },
        {
          statement: "test/quick",
          text: "RETURN $n AS n, $texts AS texts",
          parameters: { n: 8, texts: [] },
          paste: ":param n => 8;\n:param texts => [];\nRETURN $n AS n, $texts AS texts;\n",
        },
      ],
    });
  });

  it("are told also of an answer that failed", async () => {
    const { status, extensions } = await ask(serving.url, '{ quick unlucky(code: "TIMEOUT") }', {
      headers: explain,
    });
    expect(status).toBe(200);
    expect(extensions.cypher).toHaveLength(1);
  });
});
