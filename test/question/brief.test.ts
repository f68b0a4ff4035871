import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/graph/graph.js";
import { Level } from "../../src/model/level.js";
import { leaders } from "../../src/question/leaders.js";
import { leadershipMatrix } from "../../src/question/leadershipMatrix.js";
import { Asker, loadedGraph } from "../graph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(() => graph.close());

const anyLeader = { atLeast: null, allOf: null, anyOf: null, noneOf: null, areas: null, province: null };

describe.each(Object.values(Level))("brief rows, %s", (level) => {
  it("of leaders are the full ones without names, led, positions and facts", async () => {
    const values = { ...anyLeader, level, edition: null };
    const full = await graph.read(leaders, { ...values, brief: null });
    const without = { names: [], led: [], positions: [], facts: [] };
    expect(full.every(({ facts, count }) => facts.length === count)).toBe(true);
    expect(await graph.read(leaders, { ...values, brief: true })).toEqual(
      full.map((row) => ({ ...row, ...without })),
    );
  });

  it("of leadershipMatrix are the full ones without names and facts", async () => {
    const full = await graph.read(leadershipMatrix, { level, edition: null, brief: null });
    expect(full.map(({ facts, names }) => [facts.length, names.length])).toEqual(Array(5).fill([10, 10]));
    expect(await graph.read(leadershipMatrix, { level, edition: null, brief: true })).toEqual(
      full.map((row) => ({ ...row, names: [], facts: [] })),
    );
  });
});

describe("what a client selects", () => {
  it.each([
    ["nothing more", "{ leaders(level: CITY) { leaders { count } } }", true],
    ["places", "{ leaders(level: CITY) { leaders { leads { position } } } }", false],
    ["evidence by an alias", "{ a: leaders(level: CITY) { leaders { why: evidence { locator } } } }", false],
    [
      "places in a fragment in a fragment",
      "{ leaders(level: CITY) { ...A } } fragment A on LeaderAnswer { leaders { ...B } } fragment B on Leader { ... on Leader { leads { position } } }",
      false,
    ],
    [
      "the lists",
      "{ leadershipMatrix(level: CITY) { columns { leads { position } } rows { count } } }",
      true,
    ],
    [
      "the lists and where they are printed",
      "{ leadershipMatrix(level: CITY) { columns { leads { evidence { locator } } } } }",
      false,
    ],
  ])("%s", async (_, document, brief) => {
    const asker = await Asker.open();
    try {
      const { result, request } = await asker.ask(document);
      expect(result.errors).toBeUndefined();
      expect(request.runs[0]?.parameters.brief).toBe(brief);
    } finally {
      await asker.graph.close();
    }
  });
});
