import { type EditionEntry, type Level, regionsOf, tiers } from "./data.js";

/** The keys of the tiers, from the highest. */
export const tierKeys = tiers.map(({ key }) => key);

/** The tier of a region by the second computation. */
export interface Placed {
  readonly basis: "STATED" | "INFERRED" | "UNKNOWN";
  readonly tier: string | null;
  readonly possible: readonly string[];
  readonly because: readonly string[];
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

/** Returns the possible range of a region's score from scores and ranks; undefined if there are none. */
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
  const regionLines = lines.filter((line) => line.region === region);
  const scores = regionLines.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length > 0) return { low: Math.min(...scores), high: Math.max(...scores), printed: true };
  const ranks = regionLines.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  if (ranks.length === 0) return undefined;
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { rank, score } of lines) {
    if (rank === null || score === null) continue;
    if (rank <= Math.min(...ranks)) high = Math.min(high, score);
    if (rank >= Math.max(...ranks)) low = Math.max(low, score);
  }
  return { low, high, printed: false };
}

/** Returns the bound between a tier and the next lower tier, and whether the edition itself prints it. */
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
  const printed = readings(editions.filter((edition) => edition.year === year));
  const isPrinted = printed.length > 0;
  return { value: agreed(isPrinted ? printed : readings(editions)), isPrinted };
}

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

/** Computes the tier of every region of a level in an edition from the files alone, by short name. */
export function placeAll(
  editions: readonly EditionEntry[],
  year: number,
  level: Level,
): Map<string, Placed & { known: readonly string[] }> {
  const edition = at(editions, year);
  const assessedLater = editions.some(
    (later) => later.year > year && entriesOf(later, "firstAssessed", level).length > 0,
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
      // A tier is possible unless the whole range is above a bound over it or below a bound under it.
      const inRange = tierKeys.filter((_, place) =>
        bounds.every(({ value }, under) => {
          if (value === undefined || range === undefined) return true;
          return place <= under ? !(range.high < value) : !(range.low > value);
        }),
      );
      const possibleByScore =
        inRange.length === 1 ? inRange : inRange.filter((tier) => filled.includes(tier));
      const reasons: string[] = [];
      if (inRange.length < tierKeys.length) reasons.push(range?.printed ? "SCORE" : "RANK");
      const passed = bounds.find(({ value }) => value !== undefined && range && range.low > value);
      const missed = bounds.findLast(({ value }) => value !== undefined && range && range.high < value);
      for (const bound of [passed, missed])
        if (bound) reasons.push(bound.isPrinted ? "BOUNDS" : "OTHER_BOUNDS");
      if (possibleByScore.length < inRange.length) reasons.push(assessedLater ? "NOT_ASSESSED" : "COUNTS");
      return [
        name,
        { possibleByScore, reasons, statements: statementsOf(editions, year, level, name) },
      ] as const;
    }),
  );
  const knownTiers = new Map(
    [...first].map(([name, { possibleByScore, statements }]) => {
      const all = new Set([
        ...statements.map(({ tier }) => tier),
        ...(possibleByScore.length === 1 ? possibleByScore : []),
      ]);
      return [name, tierKeys.filter((tier) => all.has(tier))] as const;
    }),
  );
  const excluded = tierKeys.filter((tier) => {
    const listed = entriesOf(edition, "tierMembers", level).some(
      (list) => list.tier === tier && list.complete,
    );
    const count = agreed(printedCounts(edition, level, tier)) ?? Number.POSITIVE_INFINITY;
    return listed || [...knownTiers.values()].filter((keys) => keys.join() === tier).length >= count;
  });
  return new Map(
    [...first].map(([name, { possibleByScore, reasons, statements }]) => {
      const known = knownTiers.get(name) ?? [];
      const possible = known.length > 0 ? known : possibleByScore.filter((tier) => !excluded.includes(tier));
      const stated = known.length === 1 && statements.some(({ reason }) => reason === "STATED");
      const because = stated
        ? ["STATED"]
        : [
            ...statements.map(({ reason }) => reason),
            ...(statements.length === 0 || possibleByScore.length === 1 ? reasons : []),
            ...(known.length === 0 && possible.length < possibleByScore.length ? ["MEMBERS"] : []),
          ];
      const tier = possible.length === 1 ? (possible[0] as string) : null;
      const basis = tier === null ? "UNKNOWN" : stated ? "STATED" : "INFERRED";
      return [name, { basis, tier, possible, because: [...new Set(because)].sort(), known }] as const;
    }),
  );
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
