import type { Dimension } from "../../model/dimension.js";
import type { Edition } from "../../model/edition.js";
import type { Leadership } from "../../model/leadership.js";
import type { Region } from "../../model/region.js";

/** One entry of parallel lists. */
interface Entry {
  readonly region: Region;
  readonly dimension: Dimension;
  readonly position: number;
  /** Undefined where facts were not asked for. */
  readonly fact: string | undefined;
}

/**
 * The leaderships of parallel lists, as Cypher gives them: one for each region and dimension, with all facts that prove it
 * where several sources name it.
 * @param tells which of the two tells the entries apart: they are of one dimension, or of one region
 */
export function toLeaderships(
  edition: Edition,
  tells: "region" | "dimension",
  entries: readonly Entry[],
): Leadership[] {
  if (entries.length === 0) return [];
  const found = new Map<Region | Dimension, Leadership & { readonly facts: string[] }>();
  for (const { region, dimension, position, fact } of entries) {
    const key = tells === "region" ? region : dimension;
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { region, dimension, edition, position, facts: fact === undefined ? [] : [fact] });
    } else if (fact !== undefined) known.facts.push(fact);
  }
  return [...found.values()];
}
