import type { Dimension } from "../../model/dimension.js";
import type { Edition } from "../../model/edition.js";
import type { Leadership } from "../../model/leadership.js";
import type { Region } from "../../model/region.js";

/** An entry of the parallel lists of a row. */
interface Entry {
  readonly region: Region;
  readonly dimension: Dimension;
  readonly position: number;
  /** Undefined if the row has no facts. */
  readonly fact: string | undefined;
}

/**
 * Returns the leaderships of the parallel lists of a row: one per region and dimension, with the facts of all sources.
 * @param groupBy what the entries differ in: "region" if all are of one dimension, "dimension" if all are of one region
 */
export function toLeaderships(
  edition: Edition,
  groupBy: "region" | "dimension",
  entries: readonly Entry[],
): Leadership[] {
  if (entries.length === 0) return [];
  const leaderships = new Map<Region | Dimension, Leadership & { readonly facts: string[] }>();
  for (const { region, dimension, position, fact } of entries) {
    const key = groupBy === "region" ? region : dimension;
    const existing = leaderships.get(key);
    if (existing === undefined) {
      leaderships.set(key, { region, dimension, edition, position, facts: fact === undefined ? [] : [fact] });
    } else if (fact !== undefined) existing.facts.push(fact);
  }
  return [...leaderships.values()];
}
