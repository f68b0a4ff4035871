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
  regionsOf,
  tiers,
} from "./data.js";
import { knownUpTo, only, printedOf, rankAtLeast, statesAnything } from "./printed.js";

const years = editions.map(({ year }) => year);
const keys = dimensions.map(({ key }) => key);
const pairs = years.flatMap((from) => years.filter((to) => to > from).map((to) => [from, to] as const));
const sections = (year: number, name: string, level: Level) =>
  (edition(year)[name] ?? []).filter((entry: { level: Level }) => entry.level === level);
const isAssessed = (year: number, level: Level) => assesses(edition(year), level);

/** The best and the worst possible place; undefined if nothing is known. Smaller is better. */
type Span = readonly [best: number, worst: number] | undefined;

function between(before: Span, after: Span): string {
  if (before === undefined || after === undefined) return "NOT_STATED";
  if (after[1] < before[0]) return "ROSE";
  if (after[0] > before[1]) return "FELL";
  const exact = before[0] === before[1] && after[0] === after[1];
  return exact ? "STAYED" : "NOT_STATED";
}

function membership(before: boolean | null, after: boolean | null): string {
  if (before === null || after === null) return "NOT_STATED";
  return before ? (after ? "STAYED" : "LEFT") : after ? "ENTERED" : "STAYED_OUT";
}

const point = (value: number | null): Span => (value === null ? undefined : [value, value]);

/** The printed rank; outside a complete list, any rank after its last. */
function rankOverall(name: string, level: Level, year: number): Span {
  const rank = only(printedOf(year, level).get(name)?.ranks ?? []);
  const atLeast = rankAtLeast(name, level, year);
  return rank === null && atLeast !== null ? [atLeast, Number.POSITIVE_INFINITY] : point(rank);
}

/** Why no rank is known in the overall index; null if it is. */
function rankGap(name: string, level: Level, year: number): string | null {
  if (!isAssessed(year, level)) return "NOT_ASSESSED";
  const ranks = printedOf(year, level).get(name)?.ranks ?? [];
  if (ranks.length > 0) return ranks.length === 1 ? null : "DISPUTED";
  return rankAtLeast(name, level, year) === null ? "NOT_STATED" : "AT_LEAST";
}

/** Whether a region is in the top ten; null if it is not known. */
function inTopTen(name: string, level: Level, year: number): boolean | null {
  const rank = only(printedOf(year, level).get(name)?.ranks ?? []);
  if (rank !== null) return rank <= 10;
  return knownUpTo(year, level) >= 10 ? false : null;
}

function rankIn(name: string, level: Level, year: number, key: string): Span {
  const printed = printedOf(year, level, key).get(name);
  const rank = only(printed?.ranks ?? []);
  if (rank !== null) return [rank, rank];
  const [atMost] = printed?.atMost ?? [];
  return atMost === undefined ? undefined : [1, atMost];
}

/** Returns the kind of each change, by measure and dimension, computed from the files. */
function expectedKinds(name: string, level: Level, from: number, to: number): Record<string, string> {
  const comparable = isAssessed(from, level) && isAssessed(to, level);
  const overall = (year: number) => printedOf(year, level).get(name);
  const kinds: Record<string, string> = {
    RANK: between(rankOverall(name, level, from), rankOverall(name, level, to)),
    SCORE: between(negative(only(overall(from)?.scores ?? [])), negative(only(overall(to)?.scores ?? []))),
    TOP_TEN: membership(inTopTen(name, level, from), inTopTen(name, level, to)),
  };
  for (const key of keys) {
    const has = (year: number) => {
      const assessed = (edition(year).dimensions ?? []).map(({ key }: { key: string }) => key);
      return assessed.length === 0 || assessed.includes(key);
    };
    const lists = (year: number) =>
      sections(year, "leaders", level).some((list: { dimension: string }) => list.dimension === key);
    const leads = (year: number) => ledBy(level, year).get(name)?.has(key) ?? false;
    const both = has(from) && has(to);
    kinds[`LEADS ${key}`] =
      both && lists(from) && lists(to) ? membership(leads(from), leads(to)) : "NOT_COMPARABLE";
    kinds[`DIMENSION_RANK ${key}`] = both
      ? between(rankIn(name, level, from, key), rankIn(name, level, to, key))
      : "NOT_COMPARABLE";
  }
  if (comparable) return kinds;
  return Object.fromEntries(Object.keys(kinds).map((measure) => [measure, "NOT_COMPARABLE"]));
}

const negative = (score: number | null): Span => (score === null ? undefined : [-score, -score]);

interface TierAnswer {
  readonly tier: { readonly key: string } | null;
  readonly possible: readonly { readonly key: string }[];
}

/** The kind of change of a tier, from its tiers in both editions and the printed rises. */
function tierKind(
  name: string,
  level: Level,
  from: number,
  to: number,
  answers: readonly [TierAnswer, TierAnswer],
): string {
  if (!isAssessed(from, level) || !isAssessed(to, level)) return "NOT_COMPARABLE";
  const lists: { regions: string[]; complete: boolean; from: string; to: string }[] =
    to === from + 1 ? sections(to, "rises", level) : [];
  if (lists.some(({ regions }) => regions.includes(name))) return "ROSE";
  const [before, after] = answers.map(({ possible }) =>
    possible.map(({ key }) => tiers.findIndex((tier) => tier.key === key)),
  );
  const span = (orders: number[] = []): Span =>
    orders.length === 0 ? undefined : [Math.min(...orders), Math.max(...orders)];
  const kind = between(span(before), span(after));
  const known = answers.every(({ tier }) => tier !== null);
  if (kind === "ROSE" || kind === "FELL" || (kind === "STAYED" && known)) return kind;
  const moves = new Set(lists.map((list) => `${list.from} ${list.to}`));
  const closed = [...moves].every((move) =>
    lists.some((list) => list.complete && `${list.from} ${list.to}` === move),
  );
  if (lists.length === 0 || !closed) return "NOT_STATED";
  return answers[1].tier?.key === "VERY_HIGH" ? "STAYED" : "STAYED_OR_FELL";
}

interface ChangeAnswer {
  readonly region: { readonly name: string };
  readonly measure: string;
  readonly dimension: { readonly key: string } | null;
  readonly kind: string;
  readonly from: { readonly gap: string | null; readonly rankAtLeast: number | null };
  readonly to: { readonly gap: string | null; readonly rankAtLeast: number | null };
}

const labelOf = ({ measure, dimension }: Pick<ChangeAnswer, "measure" | "dimension">) =>
  dimension === null ? measure : `${measure} ${dimension.key}`;

describe("the changes between any two editions, computed a second time from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(levels.flatMap((level) => pairs.map(([from, to]) => [level, from, to] as const)))(
    "%s %i to %i",
    async (level, from, to) => {
      const tier = (year: number) => `t${year}: tier(edition: ${year}) { tier { key } possible { key } }`;
      const { result } = await asker.ask(`{
        compareEditions(level: ${level}, from: ${from}, to: ${to}) {
          changes { region { name } measure dimension { key } kind from { gap rankAtLeast } to { gap rankAtLeast } }
          summary {
            measure dimension { key } knownFrom knownTo
            ROSE: rose FELL: fell STAYED: stayed ENTERED: entered LEFT: left STAYED_OUT: stayedOut
            STAYED_OR_FELL: stayedOrFell NOT_STATED: notStated NOT_COMPARABLE: notComparable
          }
          coverageFrom { stated } coverageTo { stated }
        }
        regions(level: ${level}) { nodes { name ${tier(from)} ${tier(to)} } }
      }`);
      expect(result.errors).toBeUndefined();
      const data = result.data as {
        compareEditions: { changes: ChangeAnswer[]; summary: (ChangeAnswer & Record<string, unknown>)[] };
        regions: { nodes: ({ name: string } & Record<string, TierAnswer>)[] };
      };
      const { changes, summary, ...coverage } = data.compareEditions;
      const stated = (year: number) =>
        regionsOf(level).filter((region) => statesAnything(year, region)).length;
      expect(coverage).toEqual({
        coverageFrom: { stated: stated(from) },
        coverageTo: { stated: stated(to) },
      });
      const expected = data.regions.nodes.flatMap((region) => {
        const answers = [region[`t${from}`], region[`t${to}`]] as [TierAnswer, TierAnswer];
        const { RANK, SCORE, TOP_TEN, ...inDimensions } = expectedKinds(region.name, level, from, to);
        const kinds = { RANK, SCORE, TOP_TEN, TIER: tierKind(region.name, level, from, to, answers) };
        return [
          ...Object.entries(kinds),
          ...keys.map((key) => [`LEADS ${key}`, inDimensions[`LEADS ${key}`]]),
          ...keys.map((key) => [`DIMENSION_RANK ${key}`, inDimensions[`DIMENSION_RANK ${key}`]]),
        ].map(([measure, kind]) => `${region.name} ${measure}: ${kind}`);
      });
      expect(changes.map((change) => `${change.region.name} ${labelOf(change)}: ${change.kind}`)).toEqual(
        expected,
      );

      for (const { region, measure, ...change } of changes) {
        for (const [side, year] of [
          ["from", from],
          ["to", to],
        ] as const) {
          const { gap, rankAtLeast: atLeast } = change[side];
          if (measure === "RANK") expect(gap, region.name).toBe(rankGap(region.name, level, year));
          const expected = measure === "RANK" ? rankAtLeast(region.name, level, year) : null;
          expect(atLeast, region.name).toBe(expected);
        }
      }

      // At least one value of an unknown change has a gap.
      const unknown = changes.filter(({ kind }) => kind === "NOT_STATED" || kind === "NOT_COMPARABLE");
      expect(unknown.filter(({ from, to }) => from.gap === null && to.gap === null)).toEqual([]);

      for (const { measure, dimension, knownFrom, knownTo, ...counts } of summary) {
        const measured = changes.filter((change) => labelOf(change) === labelOf({ measure, dimension }));
        for (const [kind, count] of Object.entries(counts)) {
          expect(count, `${measure} ${kind}`).toBe(measured.filter((change) => change.kind === kind).length);
        }
        expect(knownFrom).toBe(measured.filter(({ from }) => from.gap === null).length);
        expect(knownTo).toBe(measured.filter(({ to }) => to.gap === null).length);
        expect(Object.values(counts).reduce((sum: number, count) => sum + (count as number), 0)).toBe(
          regionsOf(level).length,
        );
      }
      expect(summary).toHaveLength(4 + 2 * keys.length);
    },
  );
});

interface Distribution {
  readonly tiers: readonly {
    readonly tier: { key: string };
    readonly count: number | null;
    readonly basis: string;
  }[];
  readonly cumulated: readonly {
    readonly tier: { key: string };
    readonly count: number | null;
    readonly basis: string;
  }[];
}

describe("the figures of any two editions: means from the data files, counts from tierDistribution", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  /** Figure → value, and how it is known. */
  function figuresOf(level: Level, year: number, { tiers: counts, cumulated }: Distribution) {
    const found = new Map<string, readonly [number, string]>();
    for (const { tier, count, basis } of counts)
      if (count !== null) found.set(`TIER_COUNT ${tier.key}`, [count, basis]);
    for (const { tier, count, basis } of cumulated)
      if (count !== null) found.set(`TIER_COUNT_FROM ${tier.key}`, [count, basis]);
    const [mean] = sections(year, "means", level);
    const [above] = sections(year, "aboveMean", level);
    if (mean) found.set("MEAN ", [mean.mean, "STATED"]);
    if (above) found.set("ABOVE_MEAN ", [above.count, "STATED"]);
    return found;
  }

  it.each(levels.flatMap((level) => pairs.map(([from, to]) => [level, from, to] as const)))(
    "%s %i to %i",
    async (level, from, to) => {
      const distribution = (year: number) =>
        `d${year}: tierDistribution(level: ${level}, edition: ${year}) { tiers { tier { key } count basis } cumulated { tier { key } count basis } }`;
      const { result } = await asker.ask(
        `{
          compareEditions(level: ${level}, from: ${from}, to: ${to}) { figures { measure tier { key } kind difference from { value basis } to { value basis } } }
          ${distribution(from)} ${distribution(to)}
        }`,
      );
      const data = result.data as Record<string, unknown>;
      const { figures } = data.compareEditions as {
        figures: { measure: string; tier: { key: string } | null }[];
      };
      const [before, after] = [from, to].map((year) =>
        figuresOf(level, year, data[`d${year}`] as Distribution),
      );
      const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
      const value = (found: readonly [number, string] | undefined) => ({
        value: found?.[0] ?? null,
        basis: found?.[1] ?? "UNKNOWN",
      });
      expect(
        new Map(figures.map(({ measure, tier, ...rest }) => [`${measure} ${tier?.key ?? ""}`, rest])),
      ).toEqual(
        new Map(
          names.map((name) => {
            const [a, b] = [before?.get(name)?.[0], after?.get(name)?.[0]];
            const compared = a !== undefined && b !== undefined;
            const kind = compared ? (b > a ? "ROSE" : b < a ? "FELL" : "STAYED") : "NOT_STATED";
            return [
              name,
              {
                kind: isAssessed(from, level) ? kind : "NOT_COMPARABLE",
                difference: compared ? Math.round((b - a) * 100) / 100 : null,
                from: value(before?.get(name)),
                to: value(after?.get(name)),
              },
            ];
          }),
        ),
      );
    },
  );
});
