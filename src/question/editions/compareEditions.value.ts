import { Basis } from "../../model/basis.js";
import { Gap } from "../../model/gap.js";
import { joinDoubts } from "../scores/ranking.js";
import type { ComparedValue } from "./editionChange.js";

/** Converts a row to the value of a measure in one edition. */
export function toValue({
  doubts,
  ...value
}: Pick<
  ComparedValue,
  "gap" | "rank" | "atMost" | "rankAtLeast" | "score" | "named" | "readings" | "facts"
> & {
  readonly doubts: readonly string[];
}): ComparedValue {
  // That the region is not in a complete list is inferred, not stated.
  const absent = (value.named === false && value.rank === null) || value.gap === Gap.AT_LEAST;
  const known = value.gap === null || value.gap === Gap.AT_MOST || value.gap === Gap.AT_LEAST;
  return {
    ...value,
    basis: known ? (absent ? Basis.INFERRED : Basis.STATED) : Basis.UNKNOWN,
    tier: null,
    possible: [],
    doubt: joinDoubts(doubts),
  };
}
