import { presentEntries } from "../deepPartial.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

/** One entry of a list by rank; invalid parts are missing. */
interface RankedEntry {
  readonly path: Path;
  readonly region: string;
  readonly rank: number | null | undefined;
  readonly score: number | null | undefined;
  readonly doubt: string | undefined;
}

/**
 * Checks lists by rank. Ranks must not decrease. A complete list must have each rank from 1 on; ties share a rank, and no
 * rank is skipped. Scores must follow the ranks. If the source contradicts itself, `doubt` in the file must explain it.
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
        report([...path, "rank"], "RANK_ORDER", `expected a rank for ${region} in a complete list, got none`);
      }
      continue;
    }
    const next = (previous?.rank ?? 0) + 1;
    const wrong = rank < (previous?.rank ?? 1) || (complete && rank > next);
    if (wrong) {
      const allowed =
        previous === undefined ? "1" : complete ? `${previous.rank} or ${next}` : `${previous.rank} or more`;
      const after = previous === undefined ? "" : ` after ${previous.region}`;
      report([...path, "rank"], "RANK_ORDER", `expected rank ${allowed} for ${region}${after}, got ${rank}`);
    }
    previous = { region, rank };
  }
}

/** Checks that a better rank has no lower score and that a shared rank has one score, unless `doubt` explains it. */
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
    const limit = shared ? `${previous.score}` : `less than ${previous.score}`;
    const relation = shared
      ? `which shares rank ${entry.rank}`
      : `which has the better rank ${previous.rank}`;
    report(
      [...entry.path, "score"],
      "SCORE_ORDER",
      `expected ${limit}, the score of ${previous.region}, ${relation}, got ${entry.score}. If the source prints this score, explain the contradiction in \`doubt\`.`,
    );
  }
}
