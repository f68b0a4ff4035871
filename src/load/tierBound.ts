import type { EditionElements } from "./edition.js";

/** A bound between a tier and the tier below it. */
export interface Bound {
  /** Points of the overall index. */
  readonly points: number;
  /** Whether the edition itself prints it. */
  readonly isOwn: boolean;
  readonly facts: readonly string[];
}

/**
 * Returns the bound below each tier in an edition: the edition's own, or else that of all editions that print it. It is
 * undefined if the facts that give one do not agree. A bound is printed as the lower bound of a tier or as the upper bound of
 * the tier below.
 * @param tiers the keys of the tiers, from the highest
 */
export function boundsOf(
  editions: readonly EditionElements[],
  year: number,
  tiers: readonly string[],
): (Bound | undefined)[] {
  const printed = editions.flatMap((edition) =>
    edition.facts.flatMap(({ id, kind, about, above, upTo }) => {
      if (kind !== "GRADES") return [];
      const tier = tiers.indexOf(String(about.tier?.[1]));
      return [
        { year: edition.year, tier, points: above, fact: id },
        { year: edition.year, tier: tier - 1, points: upTo, fact: id },
      ].filter(({ points }) => points !== undefined);
    }),
  );
  const used = tiers.map((_, tier) => {
    const readings = printed.filter((reading) => reading.tier === tier);
    const own = readings.filter((reading) => reading.year === year);
    return own.length > 0 ? own : readings;
  });
  const points = used.map((readings) => {
    const values = new Set(readings.map((reading) => reading.points));
    return values.size === 1 ? readings[0]?.points : undefined;
  });
  return tiers.map((_, tier) => {
    if (points[tier] === undefined) return undefined;
    const facts = new Set(used[tier]?.map(({ fact }) => fact));
    // A fact can print another bound too that is not used. The facts that exclude it are then needed as well.
    for (const fact of facts)
      for (const other of printed)
        if (other.fact === fact && other.points !== points[other.tier])
          for (const reading of used[other.tier] ?? []) facts.add(reading.fact);
    return { points: points[tier], isOwn: used[tier]?.[0]?.year === year, facts: [...facts] };
  });
}
