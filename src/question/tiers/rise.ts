import type { Rise } from "../../model/rise.js";
import type { Snapshot } from "../snapshot.js";

/** Returns the rise of a row: none, or one. */
export function toRises(
  snapshot: Snapshot,
  row: {
    readonly roseFrom: string | null;
    readonly roseTo: string | null;
    readonly riseFacts: readonly string[];
  },
): Rise[] {
  if (row.roseTo === null) return [];
  const from = row.roseFrom === null ? null : snapshot.tier(row.roseFrom);
  return [{ from, to: snapshot.tier(row.roseTo), facts: row.riseFacts }];
}
