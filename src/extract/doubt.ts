import type { ScoreRow } from "./fact.js";

/**
 * Finds the rows at which a list of scores contradicts itself: a better rank with a lower score, or a shared rank with two
 * scores.
 * @returns the texts for `doubt`, by the index of the later row
 */
export function doubtsOf(rows: readonly ScoreRow[]): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>();
  let previous: ScoreRow | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.rank === null || row.score === null) continue;
    const shared = row.rank === previous?.rank;
    const consistent =
      previous === undefined || (shared ? row.score === previous.score : row.score < previous.score!);
    if (!consistent) {
      const relation = shared ? "shares the rank of" : "is ranked below";
      doubts.set(
        index,
        `The source contradicts itself: ${row.region} (${row.score}) ${relation} ${previous!.region} (${previous!.score}).`,
      );
    }
    previous = row;
  }
  return doubts;
}
