import { assesses, type EditionEntry, type Level, regionsOf, tiers } from "./data.js";
import { type PlacingRules, possibleTiers } from "./placing.js";

/** The keys of the tiers, from the highest. */
export const tierKeys = tiers.map(({ key }) => key);

/** The tier of a region by the second computation. */
export interface Placed {
  readonly basis: "STATED" | "INFERRED" | "UNKNOWN";
  readonly tier: string | null;
  readonly possible: readonly string[];
  readonly disputed: boolean;
}

/** The tiers of all regions of a level in an edition, by short name, and the rules that no placing fulfills. */
export interface Places {
  readonly places: ReadonlyMap<string, Placed>;
  readonly dropped: readonly ("RANKS" | "COUNTS")[];
}

/** Returns the entries of a section that are about a level. */
export function entriesOf(edition: EditionEntry | undefined, section: string, level: Level) {
  // biome-ignore lint/suspicious/noExplicitAny: raw entries, as in data.ts.
  return ((edition?.[section] ?? []) as any[]).filter((entry) => entry.level === level);
}

/** Returns the value of all readings if they agree, otherwise undefined. */
export function agreed<T>(readings: readonly T[]): T | undefined {
  return new Set(readings).size === 1 ? readings[0] : undefined;
}

const at = (editions: readonly EditionEntry[], year: number) => editions.find((one) => one.year === year);
const isNumber = (value: unknown): value is number => typeof value === "number";

/** Returns every count that an edition prints for a tier. */
export function printedCounts(edition: EditionEntry | undefined, level: Level, tier: string): number[] {
  return entriesOf(edition, "tierCounts", level)
    .flatMap((list) => list.tiers)
    .filter((counted: { tier: string }) => counted.tier === tier)
    .map(({ count }: { count: number }) => count);
}

/** Whether the counts of an edition add up to all regions of the level. */
export function isComplete(edition: EditionEntry | undefined, level: Level): boolean {
  const counts = tierKeys.map((tier) => agreed(printedCounts(edition, level, tier)) ?? 0);
  return counts.reduce((a, b) => a + b, 0) === regionsOf(level).length;
}

/** Computes the tier of every region of a level in an edition from the files alone. */
export function placeAll(editions: readonly EditionEntry[], year: number, level: Level): Places {
  const edition = at(editions, year);
  const names = regionsOf(level).map(({ name }) => name);
  const unknown = { basis: "UNKNOWN", tier: null, disputed: false } as const;
  if (!assesses(edition, level))
    return { places: new Map(names.map((name) => [name, { ...unknown, possible: [] }])), dropped: [] };
  const statements = new Map(names.map((name) => [name, statementsOf(editions, year, level, name)]));
  const namedBy = (name: string) =>
    new Set((statements.get(name) ?? []).map(({ tier }) => tierKeys.indexOf(tier)));
  const all = new Set(tierKeys.keys());
  const own = new Map(names.map((name) => [name, tiersByItself(editions, year, level, name, namedBy(name))]));
  const disputed = new Set(names.filter((name) => own.get(name)?.size === 0));
  const allowed = new Map(
    names.map((name) => {
      const named = namedBy(name).size > 0 ? namedBy(name) : all;
      return [name, disputed.has(name) ? named : (own.get(name) as Set<number>)] as const;
    }),
  );
  const rules = {
    tiers: tierKeys.length,
    allowed,
    notLower: notLower(edition, level),
    counts: countRules(edition, level),
  };
  const { possible, dropped } = withoutContradictions(rules);
  const places = names.map((name) => {
    const isDisputed = disputed.has(name);
    const set = (isDisputed ? allowed : possible).get(name) as ReadonlySet<number>;
    const left = tierKeys.filter((_, tier) => set.has(tier));
    // Without a fact that names a tier, a dispute leaves no relationship.
    if (isDisputed || left.length > 1)
      return [name, { ...unknown, possible: left, disputed: isDisputed && namedBy(name).size > 0 }] as const;
    const isStated = statements.get(name)?.some(({ reason }) => reason === "STATED");
    const basis = isStated ? "STATED" : "INFERRED";
    return [name, { basis, tier: left[0] as string, possible: left, disputed: false }] as const;
  });
  return { places: new Map<string, Placed>(places), dropped };
}

/** Drops first the ranks, then the counts, if no placing fulfills the rules. */
function withoutContradictions(rules: PlacingRules): {
  possible: ReadonlyMap<string, ReadonlySet<number>>;
  dropped: Places["dropped"];
} {
  const withAll = possibleTiers(rules);
  if (withAll) return { possible: withAll, dropped: [] };
  const withCounts = possibleTiers({ ...rules, notLower: [] });
  return withCounts
    ? { possible: withCounts, dropped: ["RANKS"] }
    : { possible: rules.allowed, dropped: ["RANKS", "COUNTS"] };
}

/** Returns the statements about the tier of a region: the tier, a rise to it, or a rise from it in the next edition. */
function statementsOf(editions: readonly EditionEntry[], year: number, level: Level, region: string) {
  const named = (edition: EditionEntry | undefined, section: string) =>
    entriesOf(edition, section, level).filter((list) => list.regions.includes(region));
  return [
    ...named(at(editions, year), "tierMembers").map(({ tier }) => ({ tier, reason: "STATED" })),
    ...named(at(editions, year), "rises").map(({ to }) => ({ tier: to, reason: "RISE" })),
    ...named(at(editions, year + 1), "rises").map(({ from }) => ({ tier: from, reason: "NEXT_RISE" })),
  ] as { tier: string; reason: string }[];
}

/** Returns the tiers that rules 1 to 3 leave for a region: named tiers, closed lists, its score. */
function tiersByItself(
  editions: readonly EditionEntry[],
  year: number,
  level: Level,
  region: string,
  named: ReadonlySet<number>,
): Set<number> {
  const edition = at(editions, year);
  const closed: { tier: string; regions: string[] }[] = entriesOf(edition, "tierMembers", level).filter(
    ({ complete }) => complete,
  );
  const score = agreed(linesOf(edition, level, region).flatMap((line) => line.score ?? []));
  const bounds = tierKeys.map((_, tier) => boundUnder(editions, year, tier));
  return new Set(
    [...tierKeys.keys()].filter(
      (tier) =>
        [...named].every((other) => other === tier) &&
        closed.every((list) => list.tier !== tierKeys[tier] || list.regions.includes(region)) &&
        bounds.every(
          (bound, under) =>
            bound === undefined || score === undefined || !(tier <= under ? score < bound : score > bound),
        ),
    ),
  );
}

interface Line {
  readonly region: string;
  readonly rank: number | null;
  readonly score: number | null;
}

function linesOf(edition: EditionEntry | undefined, level: Level, region: string): Line[] {
  const lines: Line[] = entriesOf(edition, "scores", level).flatMap((list) => list.regions);
  return lines.filter((line) => line.region === region);
}

/** Returns the bound between a tier and the next lower tier: the edition's own, or else the one that all editions print. */
function boundUnder(editions: readonly EditionEntry[], year: number, place: number): number | undefined {
  const readings = (from: readonly EditionEntry[]): number[] =>
    from.flatMap(({ tierBounds = [] }) =>
      tierBounds
        .flatMap(({ tier, above, upTo }: { tier: string; above: number | null; upTo: number | null }) => [
          tier === tierKeys[place] ? above : null,
          tier === tierKeys[place + 1] ? upTo : null,
        ])
        .filter(isNumber),
    );
  const own = readings(editions.filter((edition) => edition.year === year));
  return agreed(own.length > 0 ? own : readings(editions));
}

/** Returns what follows from ranks: pairs of regions of which the first is in no lower tier than the second. */
function notLower(edition: EditionEntry | undefined, level: Level): [string, string][] {
  const names = regionsOf(level).map(({ name }) => name);
  const ranks = new Map(
    names.flatMap((name) => {
      const rank = agreed(linesOf(edition, level, name).flatMap((line) => line.rank ?? []));
      return rank === undefined ? [] : [[name, rank] as const];
    }),
  );
  const pairs: [string, string][] = [];
  for (const [first, rank] of ranks) {
    for (const [second, other] of ranks) if (rank <= other) pairs.push([first, second]);
    if (rank === 1) for (const second of names) pairs.push([first, second]);
  }
  for (const { complete, printedCount, regions } of entriesOf(edition, "scores", level)) {
    const lines: Line[] = regions;
    const printed = new Set(lines.map(({ rank }) => rank));
    const isGapless = [...Array(printed.size).keys()].every((rank) => printed.has(rank + 1));
    if (!isGapless || !(complete || lines.length === printedCount)) continue;
    const inside = new Set(lines.map(({ region }) => region));
    for (const first of inside)
      for (const second of names) if (ranks.has(first) && !inside.has(second)) pairs.push([first, second]);
  }
  return pairs;
}

/** Returns the counts of single tiers and of a tier and all higher tiers, where all sources agree. */
function countRules(edition: EditionEntry | undefined, level: Level): PlacingRules["counts"] {
  return tierKeys.flatMap((key, tier) => {
    const sums: number[] = entriesOf(edition, "cumulativeCounts", level)
      .filter((entry) => entry.tier === key)
      .map(({ count }) => count);
    const rule = (inTiers: number[], count: number | undefined) =>
      count === undefined ? [] : [{ tiers: inTiers, count }];
    return [
      ...rule([tier], agreed(printedCounts(edition, level, key))),
      ...rule([...Array(tier + 1).keys()], agreed(sums)),
    ];
  });
}
