import type { EditionElements } from "./edition.js";
import { isNode } from "./element.js";

/** A bound between a tier and the tier below it. */
export interface Bound {
  /** Points of the overall index. */
  readonly points: number;
  /** Whether the edition itself prints it. */
  readonly isOwn: boolean;
  readonly facts: readonly string[];
}

/**
 * Returns the bound below each tier in an edition: the edition's own, or else that of all editions that print it, if they
 * agree. A bound is printed as the lower bound of a tier or as the upper bound of the tier below.
 * @param tiers the keys of the tiers, from the highest
 */
export function boundsOf(
  editions: readonly EditionElements[],
  year: number,
  tiers: readonly string[],
): (Bound | undefined)[] {
  const printed = editions.flatMap((edition) =>
    edition.elements.flatMap((element) => {
      if (isNode(element) || element.type !== "GRADES") return [];
      const { above, upTo, facts } = element.properties;
      const tier = tiers.indexOf(String(element.to[1]));
      return [
        { year: edition.year, tier, points: above, facts: facts as readonly string[] },
        { year: edition.year, tier: tier - 1, points: upTo, facts: facts as readonly string[] },
      ].filter(({ points }) => typeof points === "number");
    }),
  );
  return tiers.map((_, tier) => {
    const readings = printed.filter((reading) => reading.tier === tier);
    const own = readings.filter((reading) => reading.year === year);
    const used = own.length > 0 ? own : readings;
    if (new Set(used.map(({ points }) => points)).size !== 1) return undefined;
    const facts = [...new Set(used.flatMap((reading) => reading.facts))];
    return { points: used[0]?.points as number, isOwn: own.length > 0, facts };
  });
}
