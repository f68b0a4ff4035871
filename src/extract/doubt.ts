import type { ScoreRow } from "./fact.js";

/**
 * Where a list of scores contradicts itself: a better rank with a lower score, or a shared rank with two scores.
 * @returns what to say, in our own words, by the place of the later line
 */
export function doubtsOf(rows: readonly ScoreRow[]): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>();
  let previous: ScoreRow | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.rank === null || row.score === null) continue;
    const shared = row.rank === previous?.rank;
    const fits =
      previous === undefined || (shared ? row.score === previous.score : row.score < previous.score!);
    if (!fits) {
      const relation = shared ? "shares the rank of" : "stands behind";
      doubts.set(
        index,
        `The source contradicts itself: ${row.region} (${row.score}) ${relation} ${previous!.region} (${previous!.score}).`,
      );
    }
    previous = row;
  }
  return doubts;
}
