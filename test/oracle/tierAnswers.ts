import { expect } from "vitest";
import type { Reader } from "../../src/neo4j/client.js";
import { tierCoverage } from "../../src/question/facts/coverage.js";
import { regions as regionsQuestion } from "../../src/question/regions/regions.js";
import { regionTier } from "../../src/question/tiers/region.tier.js";
import { tiersBefore } from "../../src/question/tiers/tierChanges.before.js";
import { tierDistribution } from "../../src/question/tiers/tierDistribution.js";
import { type EditionEntry, type Level, regionsOf } from "./data.js";
import { placeAll, tierKeys } from "./tier.js";
import { countBefore, countTiers } from "./tierCount.js";

/** Compares every answer of the graph about the tiers of a level in an edition with the second computation. */
export async function compareTiers(
  reader: Reader,
  editions: readonly EditionEntry[],
  year: number,
  level: Level,
): Promise<string[]> {
  const place = `${year} ${level}`;
  const named = new Map(regionsOf(level).map(({ code, name }) => [code, name]));
  const { places } = placeAll(editions, year, level);

  const rows = await reader.read(regionTier, { keys: [...named.keys()], edition: year });
  const byName = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const name = named.get(row.key) as string;
    byName.set(name, [...(byName.get(name) ?? []), row]);
    // Every known or excluded tier has reasons and facts.
    expect(row.because.length, place).toBeGreaterThan(0);
    expect(row.facts.length, place).toBeGreaterThan(0);
  }
  const found = [...byName].map(([name, own]) => [
    name,
    { basis: own[0]?.basis, disputed: own[0]?.disputed, possible: own.map(({ tier }) => tier) },
  ]);
  const expected = [...places].flatMap(([name, { basis, disputed, possible }]) => {
    const isOpen = (possible.length === tierKeys.length && !disputed) || possible.length === 0;
    return isOpen ? [] : [[name, { basis, disputed, possible }]];
  });
  expect(Object.fromEntries(found), place).toEqual(Object.fromEntries(expected));

  const known = [...places].filter(([, { tier }]) => tier !== null);
  const [coverage] = await reader.read(tierCoverage, { level, edition: year });
  expect(coverage?.stated, place).toBe(known.length);

  const distribution = await reader.read(tierDistribution, { level, edition: year });
  const counted = distribution.map(({ name: _, facts, cumulatedFacts, sharePrinted, ...row }) => ({
    ...row,
    stated: row.stated.map((code) => named.get(code)),
    inferred: row.inferred.map((code) => named.get(code)),
  }));
  expect(counted, place).toEqual(countTiers(editions, year, level));
  for (const { basis, facts, cumulatedBasis, cumulatedFacts } of distribution) {
    if (basis !== "UNKNOWN") expect(facts.length, place).toBeGreaterThan(0);
    if (cumulatedBasis !== "UNKNOWN") expect(cumulatedFacts.length, place).toBeGreaterThan(0);
  }

  const before = await reader.read(tiersBefore, { level, edition: year });
  const own = editions.find((edition) => edition.year === year);
  expect(Object.fromEntries(before.map(({ tier, count }) => [tier, count])), place).toEqual(
    Object.fromEntries(countBefore(own, level) ?? []),
  );

  // The filter counts every known tier, stated or inferred.
  for (const tier of tierKeys) {
    const both = { PROVINCE: year, CITY: year };
    const filtered = await reader.read(regionsQuestion, {
      ...{ level, areas: null, leads: null, tier, leadsEdition: both, tierEdition: both },
      ...{ first: 100, after: null },
    });
    const inTier = known.filter(([, one]) => one.tier === tier).map(([name]) => name);
    expect(
      filtered.map(({ code }) => named.get(code)),
      `${place} ${tier}`,
    ).toEqual(inTier);
  }
  return [
    ...rows.flatMap(({ because, basis }) => [...because, `tier ${basis}`]),
    ...distribution.flatMap(({ basis, cumulatedBasis }) => [`count ${basis}`, `sum ${cumulatedBasis}`]),
    ...before.map(() => "before"),
  ];
}
