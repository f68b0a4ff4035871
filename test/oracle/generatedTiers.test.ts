import { describe, expect, it } from "vitest";
import { Random } from "../http/random.js";
import { isLong } from "../long.js";
import { contradict, contradictionNames } from "./contradiction.js";
import { type EditionEntry, levels } from "./data.js";
import { generateEditions } from "./generated.js";
import { Inference, type Inferred } from "./inferred.js";
import { tiersFromFacts } from "./sufficient.js";
import { placeAll, tierKeys } from "./tier.js";

const years = [2051, 2052, 2053, 2054];
const allTiers = tierKeys.length;

/** The kinds of facts of which a reason needs at least one. */
const factsOfReason: Readonly<Record<string, readonly string[]>> = {
  STATED: ["IN_TIER"],
  RISE: ["ROSE"],
  NEXT_RISE: ["ROSE"],
  SCORE: ["SCORED"],
  RANK: ["SCORED"],
  BOUNDS: ["GRADES"],
  OTHER_BOUNDS: ["GRADES"],
  COUNTS: ["COUNTS", "COUNTS_FROM"],
  MEMBERS: ["IN_TIER_LIST", "COUNTS"],
};
const otherEdition = new Set(["NEXT_RISE", "OTHER_BOUNDS"]);

/** Compares the inferred tiers of an edition with the second computation. @returns what occurred */
function compareEdition(editions: readonly EditionEntry[], inference: Inference, year: number): string[] {
  const occurred: string[] = [];
  for (const level of levels) {
    const { places, dropped } = placeAll(editions, year, level);
    const found = inference.regions(year, level);
    const expected = [...places].flatMap(([name, { basis, possible: tiers, disputed }]) =>
      tiers.length === allTiers && !disputed ? [] : [[name, { basis, tiers, disputed }]],
    );
    const core = [...found].map(([name, { basis, tiers, disputed }]) => [name, { basis, tiers, disputed }]);
    expect(Object.fromEntries(core), `${year} ${level}`).toEqual(Object.fromEntries(expected));
    expect(inference.dropped(year, level), `${year} ${level}`).toEqual(dropped);
    for (const one of found.values()) checkReasons(one, year);
    occurred.push(
      ...[...found.values()].flatMap(({ basis, tiers, because, disputed, doubt }) => [
        ...because,
        `${basis} ${tiers.length}${disputed ? " disputed" : ""}`,
        ...(doubt ? ["doubt"] : []),
      ]),
      ...dropped.map((rule) => `dropped ${rule}`),
    );
  }
  return occurred;
}

/** Each reason must have a fact of its kind, from the right edition. */
function checkReasons({ because, facts, doubt }: Inferred, year: number): void {
  expect(because.length).toBeGreaterThan(0);
  for (const reason of because) {
    const kinds = factsOfReason[reason] ?? [];
    const fitting = facts.filter(
      ({ kind, edition }) => kinds.includes(kind) && (edition !== year) === otherEdition.has(reason),
    );
    expect(fitting.length, reason).toBeGreaterThan(0);
  }
  expect(doubt).toBe(facts.some((fact) => fact.doubt !== undefined));
}

/**
 * Computes the tier of each region of an edition from its own facts alone: they must exclude the same tiers. If the edition
 * contradicts itself, a part of its facts can contradict each other less and exclude more.
 */
function checkFacts(
  editions: readonly EditionEntry[],
  inference: Inference,
  year: number,
  isConsistent: boolean,
): void {
  for (const level of levels) {
    const inferred = inference.regions(year, level);
    for (const [name, possible] of tiersFromFacts(editions, inferred, year, level)) {
      const { tiers = [], facts = [] } = inferred.get(name) ?? {};
      const place = `${year} ${name}, from ${facts.map(({ id }) => id)}`;
      if (isConsistent) expect(possible, place).toEqual(tiers);
      expect(tiers, place).toEqual(expect.arrayContaining([...possible]));
      expect(possible.length, place).toBeGreaterThan(0);
    }
  }
}

/** 200 editions, four per seed; a sample of them in the short run. */
const seeds = isLong ? [...Array(50).keys()] : [8, 9, 13];

describe("the inferred tiers of consistent editions, by an enumeration of all placings", () => {
  const used = new Set<string>();

  it.each(seeds)("seed %i", { timeout: 60_000 }, (seed) => {
    const editions = generateEditions(seed, years);
    const inference = new Inference(editions);
    for (const year of years) {
      for (const word of compareEdition(editions, inference, year)) used.add(word);
      checkFacts(editions, inference, year, true);
    }
  });

  it("had every reason, no dispute and no dropped rule", () => {
    expect([...used].sort()).toEqual([
      ...["BOUNDS", "COUNTS", "INFERRED 1", "MEMBERS", "NEXT_RISE", "OTHER_BOUNDS", "RANK", "RISE", "SCORE"],
      ...["STATED", "STATED 1", "UNKNOWN 2", "UNKNOWN 3", "doubt"],
    ]);
  });
});

/** 50 editions with contradictions; in the short run one of each kind. */
const contrary = isLong ? 5 * contradictionNames.length : contradictionNames.length;

describe("the inferred tiers of editions that contradict themselves", () => {
  const used = new Set<string>();

  it.each([...Array(contrary).keys()])("seed %i", { timeout: 60_000 }, (seed) => {
    const random = new Random(seed);
    const [year, next] = years as [number, number];
    const [first, second] = generateEditions(1000 + seed, [year, next]) as [EditionEntry, EditionEntry];
    const names = [contradictionNames[seed % contradictionNames.length] as string];
    if (seed >= contradictionNames.length) names.push(random.pick(contradictionNames));
    const editions = [contradict(first, [...new Set(names)], random.pick(levels), random), second];
    const inference = new Inference(editions);
    for (const word of compareEdition(editions, inference, year)) used.add(word);
    checkFacts(editions, inference, year, false);
  });

  it("had disputed regions and each dropped rule", () => {
    for (const word of ["UNKNOWN 1 disputed", "UNKNOWN 2 disputed", "UNKNOWN 4 disputed"])
      expect(used).toContain(word);
    expect(used).toContain("dropped RANKS");
    expect(used).toContain("dropped COUNTS");
  });
});
