import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCypher, toPaste } from "../../src/http/explain.js";
import type { Graph } from "../../src/neo4j/client.js";
import { json } from "../../src/neo4j/type.js";
import { openTestGraph } from "../graph.js";
import { Random } from "./random.js";

describe("a value as Cypher writes it", () => {
  it.each([
    [null, "null"],
    [undefined, "null"],
    [true, "true"],
    [2022n, "2022"],
    [-1n, "-1"],
    [3, "3.0"],
    [-0, "-0.0"],
    [37.5, "37.5"],
    [1e21, "1e+21"],
    ["广州", "'广州'"],
    ["it's", "'it\\'s'"],
    ["a\\b", "'a\\\\b'"],
    ["two\nlines\t\u0001", "'two\\nlines\\t\\u0001'"],
    [["a", null], "['a', null]"],
    [[], "[]"],
    [
      { level: "CITY", edition: null, "odd `key`": [1n] },
      "{level: 'CITY', edition: null, `odd ``key```: [1]}",
    ],
  ] as [unknown, string][])("case %#", (value, cypher) => {
    expect(toCypher(value)).toBe(cypher);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol("x")])("%s has none", (value) => {
    expect(() => toCypher(value)).toThrow(TypeError);
  });
});

it("the text to paste is a line for each parameter, the statement and a semicolon", () => {
  expect(toPaste("RETURN $n AS n", { n: 1n })).toBe(":param n => 1;\nRETURN $n AS n;\n");
  expect(toPaste("RETURN 1 AS n", {})).toBe("RETURN 1 AS n;\n");
});

describe("Neo4j reads from the text what the driver would have sent", () => {
  let graph: Graph;
  beforeAll(() => {
    graph = openTestGraph();
  });
  afterAll(() => graph.close());

  /** Sends a value both ways, as a parameter and as written, and lets Neo4j say whether they are the same. */
  async function compare(values: readonly unknown[]) {
    const text = `WITH [${values.map(toCypher).join(",\n")}] AS written UNWIND range(0, size(written) - 1) AS i RETURN i, written[i] AS written, $sent[i] AS sent, written[i] = $sent[i] AS same`;
    return graph.read(
      {
        stem: "test/literal",
        source: "",
        text,
        parameters: { sent: json },
        columns: { i: json, written: json, sent: json, same: json },
      },
      { sent: values },
    );
  }

  it("for texts of every awkward kind", async () => {
    const pieces = [
      "'",
      '"',
      "\\",
      "\\u0041",
      "\\\\u0027",
      "\n",
      "\r",
      "\t",
      "\b",
      "\f",
      "\u0001",
      "\u007f",
      "\u0085",
      "\u2028",
      "`",
      "$x",
      "//",
      "/*",
      "*/",
      ";",
      "{",
      "}",
      "广",
      "😀",
      ":param",
      " ",
      "u0041",
      "}) DETACH DELETE n //",
    ];
    const random = new Random(42);
    const texts = [
      ...pieces,
      ...Array.from({ length: 300 }, () =>
        Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces)).join(""),
      ),
    ];
    const rows = await compare(texts);
    expect(rows.filter(({ same }) => same !== true)).toEqual([]);
    expect(rows).toHaveLength(texts.length);
  });

  it("for whole numbers, lists and maps", async () => {
    const values = [0n, -1n, 9007199254740991n, [1n, 2n], [], ["a", "b"], true];
    const rows = await compare(values);
    expect(rows.filter(({ same }) => same !== true)).toEqual([]);
  });
});
