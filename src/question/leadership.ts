import type { Dimension } from "../model/dimension.js";
import type { Edition } from "../model/edition.js";
import type { Leadership } from "../model/leadership.js";
import type { Region } from "../model/region.js";

/**
 * The leaderships of parallel lists, as Cypher gives them: one for each region and dimension, with all facts that prove it
 * where several sources name it.
 */
export function toLeaderships(
  edition: Edition,
  entries: readonly {
    readonly region: Region;
    readonly dimension: Dimension;
    readonly position: number;
    /** Undefined where facts were not asked for. */
    readonly fact: string | undefined;
  }[],
): Leadership[] {
  const all: Leadership[] = [];
  const found = new Map<Region, Map<Dimension, string[]>>();
  for (const { region, dimension, position, fact } of entries) {
    let ofRegion = found.get(region);
    if (ofRegion === undefined) {
      ofRegion = new Map();
      found.set(region, ofRegion);
    }
    let facts = ofRegion.get(dimension);
    if (facts === undefined) {
      facts = [];
      ofRegion.set(dimension, facts);
      all.push({ region, dimension, edition, position, facts });
    }
    if (fact !== undefined) facts.push(fact);
  }
  return all;
}
