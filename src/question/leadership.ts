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
    readonly fact: string;
  }[],
): Leadership[] {
  const found = new Map<string, Leadership & { readonly facts: string[] }>();
  for (const { region, dimension, position, fact } of entries) {
    const key = `${region.code} ${dimension.key}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { region, dimension, edition, position, facts: [fact] });
    else known.facts.push(fact);
  }
  return [...found.values()];
}
