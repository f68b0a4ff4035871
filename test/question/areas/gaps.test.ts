import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../../src/neo4j/client.js";
import type { AnyStatement, Parameters, Row } from "../../../src/neo4j/statement.js";
import { areaSummaryClaims } from "../../../src/question/areas/areaSummary.claims.js";
import { areaSummary } from "../../../src/question/areas/areaSummary.js";
import { provinceCityAlignment } from "../../../src/question/areas/provinceCityAlignment.js";
import { coverage } from "../../../src/question/facts/coverage.js";
import { loadedGraph } from "../../graph.js";
import { alteredGraph, type Change, editionOf, stateAgain } from "../../mutated.js";

/** Returns the rows of a statement after a change of the data. */
const rowsAfter = <S extends AnyStatement>(
  graph: Graph,
  change: Change,
  statement: S,
  values: Parameters<S>,
): Promise<readonly Row<S>[]> =>
  alteredGraph(graph, change, (reader) => reader.read(statement, values as never)) as Promise<
    readonly Row<S>[]
  >;

/** Changes to the list of leading regions of one dimension that cause a gap. */
const isListOf = (level: string, list: { level: string; dimension: string }) =>
  list.level === level && list.dimension === "MATURITY";
const opened =
  (level: string): Change =>
  (data) => {
    for (const list of editionOf(data, 2022).leaders) if (isListOf(level, list)) list.complete = false;
  };
const removed =
  (level: string): Change =>
  (data) => {
    const edition = editionOf(data, 2022);
    edition.leaders = edition.leaders.filter((list) => !isListOf(level, list));
  };
const sections = { LEADS: "leaders", ROSE: "rises", KEEPS_LEADING: "keepsLeading" } as const;

describe("gaps and duplicates in the facts of the sources", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  const values = { edition: 2022, dimension: "MATURITY" } as const;
  const alignment = async (change: Change) => {
    const rows = await rowsAfter(graph, change, provinceCityAlignment, values);
    return (name: string) => rows.find((row) => row.name === name);
  };

  it('a missing list of cities gives UNKNOWN, not "no"', async () => {
    const row = await alignment(removed("CITY"));
    expect(row("江苏")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: true, leadingCities: null });
    expect(row("山西")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: false, leadingCities: null });
    expect(row("北京")).toMatchObject({ alignment: "NO_KEY_CITY", provinceLeads: true, leadingCities: [] });
  });

  it("a missing list of provinces gives UNKNOWN too", async () => {
    const row = await alignment(removed("PROVINCE"));
    expect(row("江苏")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: null, inNoList: false });
    expect(row("云南")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: null, inNoList: true });
    expect(row("云南")?.leadingCities).toEqual(["530100"]);
    expect(row("天津")).toMatchObject({ alignment: "NO_KEY_CITY", provinceLeads: null });
  });

  it("from an open-ended list of cities only its named cities are known", async () => {
    const row = await alignment(opened("CITY"));
    expect(row("江苏")).toMatchObject({ alignment: "BOTH", leadingCities: ["320100"] });
    expect(row("云南")).toMatchObject({ alignment: "CITIES_ONLY" });
    expect(row("安徽")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: true, leadingCities: [] });
    expect(row("山西")).toMatchObject({ alignment: "UNKNOWN" });
  });

  it("from an open-ended list of provinces only its named provinces are known", async () => {
    const row = await alignment(opened("PROVINCE"));
    expect(row("江苏")).toMatchObject({ alignment: "BOTH" });
    expect(row("安徽")).toMatchObject({ alignment: "PROVINCE_ONLY" });
    expect(row("云南")).toMatchObject({ alignment: "UNKNOWN", provinceLeads: null });
  });

  it("without any list of provinces, inNoList is null", async () => {
    const change: Change = (data) => {
      const edition = editionOf(data, 2022);
      edition.leaders = edition.leaders.filter((list) => list.level !== "PROVINCE");
    };
    const row = await alignment(change);
    expect(row("云南")).toMatchObject({ inNoList: null });
  });

  it.each(["LEADS", "ROSE", "KEEPS_LEADING"] as const)(
    "%s stated twice counts once, with both facts",
    async (type) => {
      const values = { level: "CITY", edition: 2022 };
      const before = await graph.read(areaSummary, values);
      const after = await rowsAfter(graph, stateAgain(sections[type]), areaSummary, values);
      const withoutFacts = ({ facts: _, ...rest }: Row<typeof areaSummary>) => rest;
      expect(after.map(withoutFacts)).toEqual(before.map(withoutFacts));
      const factsOf = (rows: typeof before) =>
        rows.find(({ area, measure, count }) => area === "SOUTH" && measure === type && count > 0)?.facts ??
        [];
      const isAgain = (fact: string) => /\/other-\d+$/.test(fact);
      const again = factsOf(after).filter(isAgain);
      expect(again.length).toBeGreaterThan(0);
      expect(factsOf(after).filter((fact) => !isAgain(fact))).toEqual(factsOf(before));
    },
  );

  it("the figures of claims do not count it twice either", async () => {
    const values = { level: "PROVINCE", edition: 2022 };
    const before = await graph.read(areaSummaryClaims, values);
    for (const section of ["leaders", "rises"] as const) {
      const after = await rowsAfter(graph, stateAgain(section), areaSummaryClaims, values);
      const figures = (rows: typeof before) => rows.map(({ facts: _, ...rest }) => rest);
      expect(figures(after)).toEqual(figures(before));
    }
  });

  it("an edition without lists has its claims, without figures", async () => {
    const change: Change = (data) => {
      const edition = editionOf(data, 2022);
      edition.leaders = [];
      edition.rises = [];
    };
    const claims = await rowsAfter(graph, change, areaSummaryClaims, { level: "CITY", edition: 2022 });
    expect(claims.map(({ claim, role, measure, of }) => [claim, role, measure, of])).toEqual([
      ["2022/claim/causes-of-the-gaps", "compared", null, null],
      ["2022/claim/east-west", "stronger", null, null],
      ["2022/claim/east-west", "weaker", null, null],
      ["2022/claim/marked-progress", "progressed", null, null],
      ["2022/claim/obstacles-overcome", "improved", null, null],
      ["2022/claim/south-north", "stronger", null, null],
      ["2022/claim/south-north", "weaker", null, null],
    ]);
    const rows = await rowsAfter(graph, change, areaSummary, { level: "CITY", edition: 2022 });
    expect([...new Set(rows.map(({ measure }) => measure))]).toEqual(["REGIONS", "KEEPS_LEADING"]);
  });

  it("coverage of both levels counts the missing list", async () => {
    const values = { kind: "LEADS", level: null, edition: 2022, dimension: null };
    expect(await graph.read(coverage, values)).toMatchObject([{ stated: 10, total: 10, closed: true }]);
    expect(await rowsAfter(graph, removed("CITY"), coverage, values)).toMatchObject([
      { stated: 9, total: 10, closed: false },
    ]);
  });
});
