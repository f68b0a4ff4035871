import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { tierCoverage } from "../../src/question/facts/coverage.js";
import { regions as regionsQuestion } from "../../src/question/regions/regions.js";
import { regionTier } from "../../src/question/tiers/region.tier.js";
import { tiersBefore } from "../../src/question/tiers/tierChanges.before.js";
import { tierDistribution } from "../../src/question/tiers/tierDistribution.js";
import { loadedGraph } from "../graph.js";
import { editions, levels, regionsOf } from "./data.js";
import { entriesOf, placeAll, tierKeys } from "./tier.js";
import { countBefore, countTiers } from "./tierCount.js";

const pairs = editions.flatMap((edition) => levels.map((level) => ({ edition, year: edition.year, level })));

/** Compares tiers computed from the data files in TypeScript with the answers of the graph. */
describe("tiers, computed a second time", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it("has six editions to compare", () => {
    expect(pairs).toHaveLength(12);
  });

  it.each(pairs)("the tier of each region: $year $level", async ({ year, level }) => {
    const places = placeAll(editions, year, level);
    const rows = await graph.read(regionTier, {
      keys: regionsOf(level).map(({ code }) => code),
      edition: year,
    });
    const name = new Map(regionsOf(level).map((region) => [region.code, region.name]));
    const found = rows.map(({ key, basis, tier, possible, because }) => [
      name.get(key),
      { basis, tier, possible, because: [...because].sort() },
    ]);
    const expected = [...places].map(([region, { known: _, ...place }]) => [region, place]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    // Every known or excluded tier has facts.
    for (const { key, because, facts } of rows)
      expect(facts.length > 0, `${key} ${because}`).toBe(because.length > 0);
  });

  it.each(pairs)("the tiers' counts and members: $year $level", async ({ year, level }) => {
    const name = new Map(regionsOf(level).map((region) => [region.code, region.name]));
    const rows = await graph.read(tierDistribution, { level, edition: year });
    const found = rows.map(({ name: _, edition, facts, cumulatedFacts, sharePrinted, ...row }) => ({
      ...row,
      stated: row.stated.map((code) => name.get(code)),
      inferred: row.inferred.map((code) => name.get(code)),
    }));
    expect(found).toEqual(countTiers(editions, year, level));
    for (const { basis, facts, cumulatedBasis, cumulatedFacts } of rows) {
      expect(facts.length > 0).toBe(basis !== "UNKNOWN");
      expect(cumulatedFacts.length > 0).toBe(cumulatedBasis !== "UNKNOWN");
    }
  });

  it.each(pairs)("members are those whose tier is known: $year $level", async ({ year, level }) => {
    const tiers = await graph.read(regionTier, {
      keys: regionsOf(level).map(({ code }) => code),
      edition: year,
    });
    const rows = await graph.read(tierDistribution, { level, edition: year });
    const members = rows.flatMap(({ tier, stated, inferred }) => [
      ...stated.map((code) => `${code} STATED ${tier}`),
      ...inferred.map((code) => `${code} INFERRED ${tier}`),
    ]);
    const known = tiers.filter(({ tier }) => tier !== null);
    expect(members.sort()).toEqual(known.map(({ key, basis, tier }) => `${key} ${basis} ${tier}`).sort());
    const [coverage] = await graph.read(tierCoverage, { level, edition: year });
    expect(coverage?.stated).toBe(known.length);
    expect(coverage?.edition).toBe(year);
  });

  it.each(editions)("the coverage of both levels is the sum of each: $year", async ({ year }) => {
    const ask = async (level: string | null) =>
      (await graph.read(tierCoverage, { level, edition: year }))[0] as { stated: number; total: number };
    const [both, provinces, cities] = await Promise.all([ask(null), ask("PROVINCE"), ask("CITY")]);
    expect([both.stated, both.total]).toEqual([
      provinces.stated + cities.stated,
      provinces.total + cities.total,
    ]);
  });

  it.each(pairs)(
    "the counts of the previous edition if no region fell: $year $level",
    async ({ edition, year, level }) => {
      const rows = await graph.read(tiersBefore, { level, edition: year });
      const expected = countBefore(edition, level);
      expect(Object.fromEntries(rows.map(({ tier, count }) => [tier, count]))).toEqual(
        Object.fromEntries(expected ?? []),
      );
    },
  );

  it.each(pairs)(
    "regions by tier are the stated ones alone: $year $level",
    async ({ edition, year, level }) => {
      for (const tier of tierKeys) {
        const rows = await graph.read(regionsQuestion, {
          level,
          areas: null,
          leads: null,
          tier,
          edition: year,
          first: 100,
          after: null,
        });
        const named = entriesOf(edition, "tierMembers", level).filter((list) => list.tier === tier);
        const expected = regionsOf(level).filter(({ name }) =>
          named.some((list) => list.regions.includes(name)),
        );
        expect(rows.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
      }
    },
  );
});

describe("the lines that compute the tier of every region", () => {
  /** From the comment that opens them to the end of the subquery. */
  const linesIn = (stem: string) => {
    const source = readFileSync(new URL(`../../cypher/question/${stem}.cypher`, import.meta.url), "utf8");
    const [, lines] = /^(\/\/ The tier of every region .*?^\}\n)/ms.exec(source) ?? [];
    return lines;
  };

  it("are the same in all three files", () => {
    const lines = linesIn("tiers/region.tier");
    expect(lines?.split("\n").length).toBeGreaterThan(50);
    expect(linesIn("tiers/tierDistribution")).toBe(lines);
    expect(linesIn("facts/coverage.tier")).toBe(lines);
  });
});
