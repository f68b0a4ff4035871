import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import {
  assesses,
  dimensions,
  edition,
  editions,
  type Level,
  ledBy,
  levels,
  type RegionEntry,
  regionsOf,
} from "./data.js";
import { knownUpTo, names, only, type Printed, printedOf, rankAtLeast, statesAnything } from "./printed.js";

const years = editions.map(({ year }) => year);
const keys = dimensions.map(({ key }) => key);
const nothing: Printed = { ranks: [], scores: [], atMost: [], doubts: [] };
const round = (value: number) => Math.round(value * 100) / 100;
const sections = (year: number, name: string, level: Level): { [key: string]: unknown }[] =>
  (edition(year)[name] ?? []).filter((entry: { level: Level }) => entry.level === level);
/** The dimensions that have a list of leaders of a level in an edition. */
const listed = (year: number, level: Level) =>
  new Set(sections(year, "leaders", level).map(({ dimension }) => dimension));

function leadsOf({ name, level }: RegionEntry, year: number): string[] | null {
  if (listed(year, level).size === 0) return null;
  const led = ledBy(level, year).get(name) ?? new Set();
  return keys.filter((key) => led.has(key));
}

/** In how many dimensions: every number that is printed, or counted when every dimension has a list. */
function countsOf(region: RegionEntry, year: number): number[] {
  const printed = sections(year, "leadCounts", region.level)
    .filter((entry) => entry.region === region.name)
    .map(({ count }) => count as number);
  const assessed = new Set((edition(year).dimensions ?? []).map(({ key }: { key: string }) => key)).size;
  const whole = listed(year, region.level).size > 0 && listed(year, region.level).size === assessed;
  return [...new Set([...printed, ...(whole ? [leadsOf(region, year)?.length ?? 0] : [])])];
}

function entry(region: RegionEntry, year: number, before: number | undefined) {
  const { name, level } = region;
  const assessed = assesses(edition(year), level);
  const at = (when: number) => printedOf(when, level).get(name) ?? nothing;
  const rank = (when: number) => only(at(when).ranks);
  const score = (when: number) => only(at(when).scores);
  const count = (when: number) => only(countsOf(region, when));
  const minus = (now: number | null, then: number | null) =>
    now === null || then === null ? null : round(now - then);
  const ranked = keys.flatMap((key) => {
    const printed = printedOf(year, level, key).get(name);
    return printed === undefined
      ? []
      : [{ key, rank: only(printed.ranks), atMost: printed.atMost[0] ?? null }];
  });
  const places = ranked.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const whole =
    places.length > 0 &&
    places.length === new Set((edition(year).dimensions ?? []).map(({ key }: { key: string }) => key)).size;
  const extreme = (place: number) =>
    whole ? ranked.filter(({ rank }) => rank === place).map(({ key }) => ({ key })) : null;
  const leads = leadsOf(region, year);
  const missing = assessed ? "NOT_STATED" : "NOT_ASSESSED";
  const atLeast = rankAtLeast(name, level, year);
  const gap = (readings: readonly number[], unknown: string) =>
    readings.length === 1 ? null : readings.length > 1 ? "DISPUTED" : unknown;
  const counts = countsOf(region, year);
  return {
    edition: { year },
    evaluatedYear: only([
      ...new Set<number>((edition(year).evaluatedYear ?? []).map(({ is }: { is: number }) => is)),
    ]),
    assessed,
    told: statesAnything(year, region),
    rank: rank(year),
    rankAtLeast: atLeast,
    rankGap: gap(at(year).ranks, atLeast === null ? missing : "AT_LEAST"),
    score: score(year),
    scoreGap: gap(at(year).scores, missing),
    doubt: at(year).doubts.join(" / ") || null,
    change:
      before === undefined
        ? null
        : {
            since: { year: before },
            ranks: minus(rank(before), rank(year)),
            points: minus(score(year), score(before)),
            leads: minus(count(year), count(before)),
          },
    leads: leads?.map((key) => ({ dimension: { key } })) ?? null,
    leadsGap: leads !== null ? null : assessed ? "NO_LISTS" : "NOT_ASSESSED",
    leadsCount: counts.length === 0 ? null : { count: only(counts) },
    dimensionRanks: ranked.map(({ key, rank, atMost }) => ({
      dimension: { key },
      rank,
      atMost: rank === null ? atMost : null,
    })),
    strongest: extreme(Math.min(...places)),
    weakest: extreme(Math.max(...places)),
    keepsLeading: sections(year, "keepsLeading", level).some((list) => names(list, name))
      ? { period: "近年来" }
      : null,
    rises: risesOf(region, year),
  };
}

/** Returns the rise of a region; none if sources disagree about the tier it rose to, without `from` if about that. */
function risesOf({ name, level }: RegionEntry, year: number) {
  const rises = sections(year, "rises", level).filter((list) => names(list, name));
  const to = new Set(rises.map((list) => list.to));
  const from = new Set(rises.map((list) => list.from));
  if (to.size !== 1) return [];
  return [{ from: from.size === 1 ? { key: [...from][0] } : null, to: { key: [...to][0] } }];
}

/** Returns the runs of y in a text with one letter per edition: y, n, ? for unknown, - for not assessed. */
function runs(kind: string, letters: string) {
  const beyond = (letter: string | undefined) =>
    letter === undefined ? "NONE" : { n: "FACT", "?": "NOT_STATED", "-": "NOT_ASSESSED" }[letter];
  return [...letters.matchAll(/y+/g)].map(({ 0: run, index }) => ({
    kind,
    from: { year: years[index] },
    to: { year: years[index + run.length - 1] },
    length: run.length,
    before: beyond(letters[index - 1]),
    after: beyond(letters[index + run.length]),
  }));
}

function letter({ name, level }: RegionEntry, year: number, worst: number): string {
  if (!assesses(edition(year), level)) return "-";
  const [rank] = printedOf(year, level).get(name)?.ranks ?? [];
  if (rank !== undefined) return rank <= worst ? "y" : "n";
  return knownUpTo(year, level) >= worst ? "n" : "?";
}

interface TierAnswer {
  readonly basis: string;
  readonly tier: { readonly key: string } | null;
  readonly possible: readonly { readonly key: string }[];
}

describe.each(levels)("the history of every region, computed a second time (%s)", (level) => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(regionsOf(level).map((region) => [region.name, region] as const))("%s", async (_, region) => {
    const { result } = await asker.ask(
      `query ($code: String!) {
        history(of: { code: $code }) {
          missingYears
          coverage { stated total unit }
          entries {
            edition { year } evaluatedYear assessed told rank rankAtLeast rankGap score scoreGap doubt change { since { year } ranks points leads }
            leads { dimension { key } } leadsGap leadsCount { count } dimensionRanks { dimension { key } rank atMost }
            strongest { key } weakest { key } keepsLeading { period } rises { from { key } to { key } }
            tier { edition { year } basis tier { key } possible { key } evidence { locator } }
          }
          streaks { kind from { year } to { year } length before after }
          dimensions { dimension { key } best worst leads { year } ranks { edition { year } rank up } }
        }
        region(by: { code: $code }) {
          ${years.map((year) => `t${year}: tier(edition: ${year}) { edition { year } basis tier { key } possible { key } evidence { locator } }`).join("\n")}
        }
      }`,
      { code: region.code },
    );
    expect(result.errors).toBeUndefined();
    const data = result.data as Record<string, unknown>;
    const {
      entries,
      streaks,
      dimensions: byDimension,
      ...rest
    } = data.history as {
      entries: { tier: TierAnswer; told: boolean }[];
      streaks: unknown[];
      dimensions: unknown[];
    };
    const expected = years.map((year, index) => entry(region, year, years[index - 1]));
    expect(entries.map(({ tier, ...entry }) => entry)).toEqual(expected);

    // The tier is the tier of region.tier.
    const tiers = years.map((year) => (data.region as Record<string, TierAnswer>)[`t${year}`] as TierAnswer);
    expect(entries.map(({ tier }) => tier)).toEqual(tiers);
    const veryHigh = tiers.map(({ tier, possible }, index) => {
      if (tier !== null) return tier.key === "VERY_HIGH" ? "y" : "n";
      if (possible.length > 0 && possible.every(({ key }) => key !== "VERY_HIGH")) return "n";
      return expected[index]?.assessed ? "?" : "-";
    });
    const letters = (worst: number) => years.map((year) => letter(region, year, worst)).join("");
    expect(streaks).toEqual([
      ...runs("FIRST", letters(1)),
      ...runs("TOP_TEN", letters(10)),
      ...runs("VERY_HIGH", veryHigh.join("")),
    ]);

    expect(byDimension).toEqual(
      keys.map((key) => {
        const at = (year: number) => printedOf(year, level, key).get(region.name);
        const ranks = years.flatMap((year) => only(at(year)?.ranks ?? []) ?? []);
        return {
          dimension: { key },
          best: ranks.length > 0 ? Math.min(...ranks) : null,
          worst: ranks.length > 0 ? Math.max(...ranks) : null,
          leads: years.filter((year) => leadsOf(region, year)?.includes(key)).map((year) => ({ year })),
          ranks: years.flatMap((year, index) => {
            const now = at(year);
            const before = index === 0 ? undefined : at(years[index - 1] as number);
            return now === undefined
              ? []
              : [{ edition: { year }, rank: only(now.ranks), up: difference(before, now) }];
          }),
        };
      }),
    );
    expect(rest).toEqual({
      missingYears: [],
      coverage: { stated: expected.filter(({ told }) => told).length, total: years.length, unit: "EDITIONS" },
    });
  });
});

function difference(before: Printed | undefined, now: Printed): number | null {
  const [then, rank] = [only(before?.ranks ?? []), only(now.ranks)];
  return then === null || rank === null ? null : then - rank;
}
