import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Level } from "../../src/model/level.js";
import type { Graph } from "../../src/neo4j/client.js";
import { dimensionLeaders } from "../../src/question/leaders/dimension.leaders.js";
import { leaders } from "../../src/question/leaders/leaders.js";
import { leadershipMatrix } from "../../src/question/leaders/leadershipMatrix.js";
import { regionLeads } from "../../src/question/leaders/region.leads.js";
import { Asker, loadedGraph } from "../graph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(() => graph.close());

const anyLeader = { atLeast: null, allOf: null, anyOf: null, noneOf: null, areas: null, province: null };

describe.each(Object.values(Level))("rows without some columns, %s", (level) => {
  it("of leaders are the full ones without names, led, positions and facts", async () => {
    const values = { ...anyLeader, level, edition: null };
    const full = await graph.read(leaders, { ...values, omit: [] });
    const without = { names: [], led: [], positions: [], facts: [] };
    expect(full.every(({ facts, count }) => facts.length === count)).toBe(true);
    expect(await graph.read(leaders, { ...values, omit: ["names", "led", "positions", "facts"] })).toEqual(
      full.map((row) => ({ ...row, ...without })),
    );
  });

  it("of leadershipMatrix are the full ones without names and facts", async () => {
    const full = await graph.read(leadershipMatrix, { level, edition: null, omit: [] });
    expect(full.map(({ facts, names }) => [facts.length, names.length])).toEqual(Array(5).fill([10, 10]));
    expect(await graph.read(leadershipMatrix, { level, edition: null, omit: ["names", "facts"] })).toEqual(
      full.map((row) => ({ ...row, names: [], facts: [] })),
    );
  });

  it("of dimension.leaders are the full ones without names and facts", async () => {
    const values = { keys: ["MATURITY", "COVERAGE"], level, edition: null };
    const full = await graph.read(dimensionLeaders, { ...values, omit: [] });
    expect(full.map(({ facts, name }) => [facts.length, typeof name])).toEqual(Array(20).fill([1, "string"]));
    expect(await graph.read(dimensionLeaders, { ...values, omit: ["names", "facts"] })).toEqual(
      full.map((row) => ({ ...row, name: null, facts: [] })),
    );
  });

  it("of region.leads are the full ones without facts", async () => {
    const values = { keys: level === "CITY" ? ["440100", "330100"] : ["330000", "520000"], edition: null };
    const full = await graph.read(regionLeads, { ...values, omit: [] });
    expect(full.length).toBeGreaterThan(5);
    expect(full.every(({ facts }) => facts.length === 1)).toBe(true);
    expect(await graph.read(regionLeads, { ...values, omit: ["facts"] })).toEqual(
      full.map((row) => ({ ...row, facts: [] })),
    );
  });
});

describe("what a client selects decides what is left out:", () => {
  it.each([
    ["nothing more", "{ leaders(level: CITY) { leaders { count } } }", "names led positions facts"],
    ["places", "{ leaders(level: CITY) { leaders { leads { position } } } }", "names facts"],
    [
      "evidence by an alias",
      "{ a: leaders(level: CITY) { leaders { why: evidence { locator } } } }",
      "names led positions",
    ],
    [
      "places in a fragment in a fragment",
      "{ leaders(level: CITY) { ...A } } fragment A on LeaderAnswer { leaders { ...B } } fragment B on Leader { ... on Leader { leads { position } } }",
      "names facts",
    ],
    [
      "the lists",
      "{ leadershipMatrix(level: CITY) { columns { leads { position } } rows { count } } }",
      "names facts",
    ],
    [
      "the lists and where they are printed",
      "{ leadershipMatrix(level: CITY) { columns { leads { evidence { locator } } } } }",
      "names",
    ],
    [
      "a region's dimensions",
      '{ region(by: { name: "广州" }) { leads { position dimension { name } } } }',
      "facts",
    ],
    [
      "a region's dimensions and who says so",
      '{ region(by: { name: "广州" }) { leads { evidence { locator } } } }',
      "",
    ],
    ["a dimension's leaders", "{ dimensions { leaders(level: CITY) { region { name } } } }", "names facts"],
    [
      "a dimension's leaders and who says so",
      "{ dimensions { leaders(level: CITY) { evidence { locator } } } }",
      "names",
    ],
    ["pairs", "{ coLeaders(level: CITY) { pairs { shared } } }", "bothNames facts"],
    ["pairs and why", "{ coLeaders(level: CITY) { pairs { evidence { locator } } } }", "bothNames"],
  ])("%s", async (_, document, omit) => {
    const asker = await Asker.open();
    try {
      const { result, request } = await asker.ask(document);
      expect(result.errors).toBeUndefined();
      const asked = request.runs.find(({ parameters }) => "omit" in parameters);
      expect(asked?.parameters.omit).toEqual(omit.split(" ").filter(Boolean));
    } finally {
      await asker.graph.close();
    }
  });
});
