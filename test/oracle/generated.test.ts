import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionSchema } from "../../src/data/edition.js";
import { editionElements } from "../../src/load/edition.js";
import { isNode } from "../../src/load/element.js";
import type { Graph, Writer } from "../../src/neo4j/client.js";
import { statement } from "../../src/neo4j/statement.js";
import { json, list } from "../../src/neo4j/type.js";
import { tierCoverage } from "../../src/question/facts/coverage.js";
import { regionTier } from "../../src/question/tiers/region.tier.js";
import { tiersBefore } from "../../src/question/tiers/tierChanges.before.js";
import { tierDistribution } from "../../src/question/tiers/tierDistribution.js";
import { loadedGraph } from "../graph.js";
import { isLong } from "../long.js";
import { type EditionEntry, editions, levels, regions, regionsOf } from "./data.js";
import { generateEditions } from "./generated.js";
import { placeAll } from "./tier.js";
import { countBefore, countTiers } from "./tierCount.js";

const years = [2051, 2052, 2053, 2054];
/** The short sample has every reason for a known tier, and a seed whose bounds change. */
const seeds = isLong ? [...Array(12).keys()] : [5, 7, 11];

/** Thrown at the end of each seed: it rolls back the changes to the graph that all tests share. */
class Undo extends Error {}

const kinds = ["edition", "fact", "grades", "counts", "inTier", "rose", "scored", "about"];
const writers = kinds.map((kind) => ({ kind, write: statement(`load/${kind}`, { rows: list(json) }, {}) }));

async function writeEditions(writer: Writer, entries: readonly EditionEntry[]): Promise<void> {
  const codeOf = (name: string, level: string) =>
    regions.find((region) => region.name === name && region.level === level)?.code ?? "";
  const elements = entries.flatMap((entry) => editionElements(editionSchema.parse(entry), codeOf, new Map()));
  for (const { kind, write } of writers) {
    const rows = elements
      .filter((element) => element.kind === kind)
      .map((element) =>
        isNode(element)
          ? { key: element.key, properties: element.properties }
          : {
              from: element.from[1],
              label: element.to[0],
              to: element.to[1],
              properties: element.properties,
            },
      );
    await writer.run(write, { rows });
  }
}

/** Compares every answer about tiers with the second computation. @returns the reasons that occurred */
async function compareAll(writer: Writer, all: readonly EditionEntry[], year: number): Promise<string[]> {
  const reasons: string[] = [];
  for (const level of levels) {
    const place = `${year} ${level}`;
    const named = new Map(regionsOf(level).map(({ code, name }) => [code, name]));
    const tiers = await writer.read(regionTier, { keys: [...named.keys()], edition: year });
    const found = tiers.map(({ key, basis, tier, possible, because }) => [
      named.get(key),
      { basis, tier, possible, because: [...because].sort() },
    ]);
    const places = [...placeAll(all, year, level)].map(([name, { known: _, ...place }]) => [name, place]);
    expect(Object.fromEntries(found), place).toEqual(Object.fromEntries(places));
    const [coverage] = await writer.read(tierCoverage, { level, edition: year });
    expect(coverage?.stated, place).toBe(tiers.filter(({ tier }) => tier !== null).length);
    const rows = await writer.read(tierDistribution, { level, edition: year });
    const counted = rows.map(({ name: _, edition, facts, cumulatedFacts, sharePrinted, ...row }) => ({
      ...row,
      stated: row.stated.map((code) => named.get(code)),
      inferred: row.inferred.map((code) => named.get(code)),
    }));
    expect(counted, place).toEqual(countTiers(all, year, level));
    const before = await writer.read(tiersBefore, { level, edition: year });
    const expected = countBefore(
      all.find((edition) => edition.year === year),
      level,
    );
    expect(Object.fromEntries(before.map(({ tier, count }) => [tier, count])), place).toEqual(
      Object.fromEntries(expected ?? []),
    );
    reasons.push(
      ...tiers.flatMap(({ because, basis, possible }) => [
        ...because,
        `${basis} ${Math.min(possible.length, 2)}`,
      ]),
      ...rows.map(({ basis }) => `count ${basis}`),
      ...rows.map(({ cumulatedBasis }) => `sum ${cumulatedBasis}`),
      ...before.map(() => "before"),
    );
  }
  return reasons;
}

/** The real editions have many gaps and few disagreements; these editions test the other cases. */
describe("tiers in generated editions, computed a second time", () => {
  const used = new Set<string>();
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it.each(seeds)("seed %i", async (seed) => {
    const generated = generateEditions(seed, years);
    const all = [...editions, ...generated];
    const work = graph.write(async (writer) => {
      await writeEditions(writer, generated);
      // Later editions affect the last real edition only by their bounds and first assessments.
      for (const year of [2022, ...years])
        for (const reason of await compareAll(writer, all, year)) used.add(reason);
      throw new Undo();
    });
    await expect(work).rejects.toThrow(Undo);
  });

  it("covered every reason for a known or excluded tier, and every basis", () => {
    expect([...used].sort()).toEqual([
      ...["BOUNDS", "COUNTS", "INFERRED 1", "MEMBERS", "NEXT_RISE", "NOT_ASSESSED", "OTHER_BOUNDS", "RANK"],
      ...["RISE", "SCORE", "STATED", "STATED 1", "UNKNOWN 0", "UNKNOWN 2", "before"],
      ...["count INFERRED", "count STATED", "count UNKNOWN"],
      ...["sum INFERRED", "sum STATED", "sum UNKNOWN"],
    ]);
  });

  it("left nothing behind", async () => {
    const rows = await graph.read(tierDistribution, { level: "CITY", edition: 2051 });
    expect(rows).toEqual([]);
  });
});
