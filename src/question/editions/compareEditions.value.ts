import { Basis } from "../../model/basis.js";
import { Gap } from "../../model/gap.js";
import { toDoubt } from "../scores/ranking.js";
import type { ComparedValue } from "./editionChange.js";

/** What a row tells of a measure in one edition. */
export function toValue({
  doubts,
  ...value
}: Pick<ComparedValue, "gap" | "rank" | "atMost" | "score" | "named" | "readings" | "facts"> & {
  readonly doubts: readonly string[];
}): ComparedValue {
  // A complete list that does not name the region tells of it without naming it.
  const absent = value.named === false && value.rank === null;
  const known = value.gap === null || value.gap === Gap.AT_MOST;
  return {
    ...value,
    basis: known ? (absent ? Basis.INFERRED : Basis.STATED) : Basis.UNKNOWN,
    tier: null,
    possible: [],
    doubt: toDoubt(doubts),
  };
}
