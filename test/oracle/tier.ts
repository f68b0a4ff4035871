import { type EditionEntry, type Level, regionsOf, tiers } from "./data.js";

/** The keys of the tiers, from the highest. */
export const tierKeys = tiers.map(({ key }) => key);

/** What the second computation says of the tier of a region. */
export interface Placed {
  readonly basis: "STATED" | "INFERRED" | "UNKNOWN";
  readonly tier: string | null;
  readonly possible: readonly string[];
  readonly because: readonly string[];
}

/** Entries of a section that are about a level. */
export function entriesOf(edition: EditionEntry | undefined, section: string, level: Level) {
  // biome-ignore lint/suspicious/noExplicitAny: raw entries, as in data.ts.
  return ((edition?.[section] ?? []) as any[]).filter((entry) => entry.level === level);
}

/** The one value that all readings agree on, or undefined. */
export function agreed<T>(readings: readonly T[]): T | undefined {
  return new Set(readings).size === 1 ? readings[0] : undefined;
}

const at = (editions: readonly EditionEntry[], year: number) => editions.find((one) => one.year === year);

/** Where the score of a region can lie, as far as scores and ranks tell; undefined where they tell nothing. */
function scoreRange(
  edition: EditionEntry | undefined,
  level: Level,
  region: string,
): { low: number; high: number; printed: boolean } | undefined {
  const lines: { region: string; rank: number | null; score: number | null }[] = entriesOf(
    edition,
    "scores",
    level,
  ).flatMap((list) => list.regions);
  const own = lines.filter((line) => line.region === region);
  const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length > 0) return { low: Math.min(...scores), high: Math.max(...scores), printed: true };
  const ranks = own.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  if (ranks.length === 0) return undefined;
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { rank, score } of lines) {
    if (rank === null || score === null) continue;
    if (rank <= Math.min(...ranks)) high = Math.min(high, score);
    if (rank >= Math.max(...ranks)) low = Math.max(low, score);
  }
  return { low, high, printed: false };
}

/** The bound between a tier and the next lower one, and whether the edition itself prints it. */
function boundUnder(editions: readonly EditionEntry[], year: number, place: number) {
  const readings = (from: readonly EditionEntry[]) =>
    from
      .flatMap(({ tierBounds = [] }) =>
        tierBounds.map((printed: { tier: string; above: number | null; upTo: number | null }) => {
          if (printed.tier === tierKeys[place]) return printed.above;
          return printed.tier === tierKeys[place + 1] ? printed.upTo : null;
        }),
      )
      .filter((bound: number | null) => bound !== null) as number[];
  const own = readings(editions.filter((one) => one.year === year));
  return { value: agreed(own.length > 0 ? own : readings(editions)), own: own.length > 0 };
}

/** The count that an edition prints of a tier, if its sources agree. */
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

/** The tier of every region of a level in an edition, by short name, computed from the files alone. */
export function placeAll(
  editions: readonly EditionEntry[],
  year: number,
  level: Level,
): Map<string, Placed & { told: readonly string[] }> {
  const edition = at(editions, year);
  const assessedLater = editions.some(
    (one) => one.year > year && entriesOf(one, "firstAssessed", level).length > 0,
  );
  const filled = tierKeys.filter(
    (tier) =>
      !assessedLater &&
      (!isComplete(edition, level) || (agreed(printedCounts(edition, level, tier)) ?? 0) > 0),
  );
  const bounds = tierKeys.map((_, place) => boundUnder(editions, year, place));
  const first = new Map(
    regionsOf(level).map(({ name }) => {
      const range = scoreRange(edition, level, name);
      // A tier is open unless the whole range lies above a bound over it, or below a bound under it.
      const open = tierKeys.filter((_, place) =>
        bounds.every(({ value }, under) => {
          if (value === undefined || range === undefined) return true;
          return place <= under ? !(range.high < value) : !(range.low > value);
        }),
      );
      const left = open.length === 1 ? open : open.filter((tier) => filled.includes(tier));
      const ways: string[] = [];
      if (open.length < tierKeys.length) ways.push(range?.printed ? "SCORE" : "RANK");
      const passed = bounds.find(({ value }) => value !== undefined && range && range.low > value);
      const missed = bounds.findLast(({ value }) => value !== undefined && range && range.high < value);
      for (const bound of [passed, missed]) if (bound) ways.push(bound.own ? "BOUNDS" : "OTHER_BOUNDS");
      if (left.length < open.length) ways.push(assessedLater ? "NOT_ASSESSED" : "COUNTS");
      return [name, { left, ways, said: saidOf(editions, year, level, name) }] as const;
    }),
  );
  const told = new Map(
    [...first].map(([name, { left, said }]) => {
      const all = new Set([...said.map(({ tier }) => tier), ...(left.length === 1 ? left : [])]);
      return [name, tierKeys.filter((tier) => all.has(tier))] as const;
    }),
  );
  const shut = tierKeys.filter((tier) => {
    const listed = entriesOf(edition, "tierMembers", level).some(
      (list) => list.tier === tier && list.complete,
    );
    const count = agreed(printedCounts(edition, level, tier)) ?? Number.POSITIVE_INFINITY;
    return listed || [...told.values()].filter((keys) => keys.join() === tier).length >= count;
  });
  return new Map(
    [...first].map(([name, { left, ways, said }]) => {
      const known = told.get(name) ?? [];
      const possible = known.length > 0 ? known : left.filter((tier) => !shut.includes(tier));
      const stated = known.length === 1 && said.some(({ way }) => way === "STATED");
      const because = stated
        ? ["STATED"]
        : [
            ...said.map(({ way }) => way),
            ...(said.length === 0 || left.length === 1 ? ways : []),
            ...(known.length === 0 && possible.length < left.length ? ["MEMBERS"] : []),
          ];
      const tier = possible.length === 1 ? (possible[0] as string) : null;
      const basis = tier === null ? "UNKNOWN" : stated ? "STATED" : "INFERRED";
      return [name, { basis, tier, possible, because: [...new Set(because)].sort(), told: known }] as const;
    }),
  );
}

/** What sources say of the tier of a region: itself, a rise to it, or a rise from it a year later. */
function saidOf(editions: readonly EditionEntry[], year: number, level: Level, region: string) {
  const named = (edition: EditionEntry | undefined, section: string) =>
    entriesOf(edition, section, level).filter((list) => list.regions.includes(region));
  return [
    ...named(at(editions, year), "tierMembers").map(({ tier }) => ({ tier, way: "STATED" })),
    ...named(at(editions, year), "rises").map(({ to }) => ({ tier: to, way: "RISE" })),
    ...named(at(editions, year + 1), "rises").map(({ from }) => ({ tier: from, way: "NEXT_RISE" })),
  ] as { tier: string; way: string }[];
}
