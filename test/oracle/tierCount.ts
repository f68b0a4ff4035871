import { type EditionEntry, type Level, regionsOf } from "./data.js";
import { agreed, entriesOf, isComplete, placeAll, printedCounts, tierKeys } from "./tier.js";

/** The figures of a tier of an edition and level by the second computation. */
export interface Counted {
  readonly tier: string;
  readonly count: number | null;
  readonly basis: string;
  readonly share: number | null;
  readonly stated: readonly string[];
  readonly inferred: readonly string[];
  readonly cumulated: number | null;
  readonly below: number | null;
  readonly cumulatedBasis: string;
}

/** Computes the rows of the tier distribution from the files alone. */
export function countTiers(editions: readonly EditionEntry[], year: number, level: Level): Counted[] {
  const edition = editions.find((edition) => edition.year === year);
  const size = regionsOf(level).length;
  const { places } = placeAll(editions, year, level);
  const complete = isComplete(edition, level);
  const rows: Counted[] = [];
  // The number in the previous tier or above; the highest tier has none above it.
  let above: number | undefined = 0;
  for (const [index, tier] of tierKeys.entries()) {
    const printed = printedCounts(edition, level, tier);
    const sums = entriesOf(edition, "cumulativeCounts", level)
      .filter((entry) => entry.tier === tier)
      .map(({ count }) => count as number);
    const members = (basis: string) =>
      [...places].filter(([, place]) => place.tier === tier && place.basis === basis).map(([name]) => name);
    const [stated, inferred] = [members("STATED"), members("INFERRED")];
    const decided = [...places.values()].every(
      (place) => place.tier !== null || (place.possible.length > 0 && !place.possible.includes(tier)),
    );
    const sum = agreed(sums);
    let count = agreed(printed);
    if (printed.length === 0) {
      if (!complete && decided) count = stated.length + inferred.length;
      else if (sum !== undefined && above !== undefined && sum >= above) count = sum - above;
    }
    const ownCount = printed.length > 0 || (!complete && decided) ? count : undefined;
    if (sums.length > 0) above = sum;
    else above = above !== undefined && ownCount !== undefined ? above + ownCount : undefined;
    const lowest = index === tierKeys.length - 1;
    const cumulated = lowest ? undefined : above;
    if (count === undefined && cumulated === undefined && stated.length + inferred.length === 0)
      if (printed.length + sums.length === 0) continue;
    const shares = entriesOf(edition, "tierCounts", level)
      .flatMap((list) => list.tiers)
      .filter((counted) => counted.tier === tier && counted.share !== null)
      .map((counted) => counted.share as string);
    const computed = count === undefined ? null : Math.round((count / size) * 10_000) / 100;
    const share = shares.length === 0 ? computed : Number.parseFloat(agreed(shares) ?? "NaN");
    rows.push({
      tier,
      count: count ?? null,
      basis: count === undefined ? "UNKNOWN" : printed.length > 0 ? "STATED" : "INFERRED",
      share: Number.isNaN(share) ? null : share,
      stated,
      inferred,
      cumulated: cumulated ?? null,
      below: cumulated === undefined ? null : size - cumulated,
      cumulatedBasis:
        cumulated === undefined
          ? "UNKNOWN"
          : sums.length > 0 || (index === 0 && printed.length > 0)
            ? "STATED"
            : "INFERRED",
    });
  }
  return rows;
}

/** Computes the counts of the previous edition if no region fell; undefined if they cannot be computed. */
export function countBefore(
  edition: EditionEntry | undefined,
  level: Level,
): Map<string, number> | undefined {
  const lists: { from: string; to: string; complete: boolean; regions: string[] }[] = entriesOf(
    edition,
    "rises",
    level,
  );
  const ways = new Set(lists.map(({ from, to }) => `${from} ${to}`));
  const whole = new Set(lists.filter(({ complete }) => complete).map(({ from, to }) => `${from} ${to}`));
  const rises = new Set(
    lists.flatMap(({ from, to, regions }) => regions.map((name) => `${name} ${from} ${to}`)),
  );
  const risen = new Set(lists.flatMap(({ regions }) => regions));
  if (ways.size === 0 || whole.size < ways.size || risen.size < rises.size) return undefined;
  if (!isComplete(edition, level)) return undefined;
  const before = new Map<string, number>();
  for (const tier of tierKeys) {
    const moved = (end: number) => [...rises].filter((rise) => rise.split(" ")[end] === tier).length;
    const now = agreed(printedCounts(edition, level, tier));
    if (now !== undefined || moved(1) > 0) before.set(tier, (now ?? 0) + moved(1) - moved(2));
  }
  return before;
}
