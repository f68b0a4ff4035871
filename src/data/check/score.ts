import { presentEntries } from "../deepPartial.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

/** One line of a list by rank, as far as it is sound. */
interface RankedEntry {
  readonly path: Path;
  readonly region: string;
  readonly rank: number | null | undefined;
  readonly score: number | null | undefined;
  readonly doubt: string | undefined;
}

/**
 * Checks lists by rank: the ranks never fall, a complete list has each rank from 1 on (ties share one, none is skipped),
 * and scores follow the ranks. Where the source itself contradicts that, the file says so in `doubt`.
 */
export function checkScores(file: EditionFile): void {
  const { scores, ranks } = file.content;
  for (const [index, { complete, regions }] of presentEntries(scores)) {
    const entries = [...presentEntries(regions)].flatMap(
      ([entryIndex, { region, rank, score, doubt }]): RankedEntry[] =>
        region === undefined
          ? []
          : [{ path: ["scores", index, "regions", entryIndex], region, rank, score, doubt }],
    );
    const allValid = entries.length === regions?.length;
    checkRanks(file, entries, complete === true && allValid);
    checkOrderOfScores(file, entries);
  }
  for (const [index, { regions }] of presentEntries(ranks)) {
    const entries = [...presentEntries(regions)].flatMap(
      ([entryIndex, { region, rank, doubt }]): RankedEntry[] =>
        region === undefined
          ? []
          : [{ path: ["ranks", index, "regions", entryIndex], region, rank, score: null, doubt }],
    );
    checkRanks(file, entries, false);
  }
}

function checkRanks({ report }: EditionFile, entries: readonly RankedEntry[], complete: boolean): void {
  let previous: { readonly region: string; readonly rank: number } | undefined;
  for (const { path, region, rank } of entries) {
    if (typeof rank !== "number") {
      if (complete && rank === null) {
        report(
          [...path, "rank"],
          "RANK_ORDER",
          `expected a rank for ${region} in a complete list, found none`,
        );
      }
      continue;
    }
    const next = (previous?.rank ?? 0) + 1;
    const wrong = rank < (previous?.rank ?? 1) || (complete && rank > next);
    if (wrong) {
      const allowed =
        previous === undefined ? "1" : complete ? `${previous.rank} or ${next}` : `${previous.rank} or more`;
      const after = previous === undefined ? "" : ` after ${previous.region}`;
      report(
        [...path, "rank"],
        "RANK_ORDER",
        `expected ${allowed} for the rank of ${region}${after}, found ${rank}`,
      );
    }
    previous = { region, rank };
  }
}

/** A better rank has no lower score, and a shared rank one score, or else the file says why it stands so. */
function checkOrderOfScores({ report }: EditionFile, entries: readonly RankedEntry[]): void {
  const scored = entries.flatMap((entry) =>
    typeof entry.rank === "number" && typeof entry.score === "number"
      ? [{ ...entry, rank: entry.rank, score: entry.score }]
      : [],
  );
  for (const [index, entry] of scored.entries()) {
    const previous = scored[index - 1];
    if (previous === undefined) continue;
    const shared = entry.rank === previous.rank;
    if (shared ? entry.score === previous.score : entry.score < previous.score) continue;
    if (entry.doubt !== undefined || previous.doubt !== undefined) continue;
    const expected = shared
      ? `${previous.score}, the score of ${previous.region}`
      : `less than ${previous.score}`;
    const relation = shared
      ? `which shares rank ${entry.rank}`
      : `which stands before it at rank ${previous.rank}`;
    report(
      [...entry.path, "score"],
      "SCORE_ORDER",
      `expected ${expected}${shared ? "" : `, the score of ${previous.region}`}, ${relation}, found ${entry.score}; if it is printed so, say in \`doubt\` that the source contradicts itself`,
    );
  }
}
