import { present } from "../deepPartial.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

/** One line of a list by rank, as far as it is sound. */
interface Line {
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
  for (const [index, { complete, regions }] of present(scores)) {
    const lines = [...present(regions)].flatMap(([at, { region, rank, score, doubt }]): Line[] =>
      region === undefined ? [] : [{ path: ["scores", index, "regions", at], region, rank, score, doubt }],
    );
    const whole = lines.length === regions?.length;
    checkRanks(file, lines, complete === true && whole);
    checkOrderOfScores(file, lines);
  }
  for (const [index, { regions }] of present(ranks)) {
    const lines = [...present(regions)].flatMap(([at, { region, rank, doubt }]): Line[] =>
      region === undefined
        ? []
        : [{ path: ["ranks", index, "regions", at], region, rank, score: null, doubt }],
    );
    checkRanks(file, lines, false);
  }
}

function checkRanks({ report }: EditionFile, lines: readonly Line[], complete: boolean): void {
  let before: { readonly region: string; readonly rank: number } | undefined;
  for (const { path, region, rank } of lines) {
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
    const next = (before?.rank ?? 0) + 1;
    const wrong = rank < (before?.rank ?? 1) || (complete && rank > next);
    if (wrong) {
      const allowed =
        before === undefined ? "1" : complete ? `${before.rank} or ${next}` : `${before.rank} or more`;
      const after = before === undefined ? "" : ` after ${before.region}`;
      report(
        [...path, "rank"],
        "RANK_ORDER",
        `expected ${allowed} for the rank of ${region}${after}, found ${rank}`,
      );
    }
    before = { region, rank };
  }
}

/** A better rank has no lower score, and a shared rank one score, or else the file says why it stands so. */
function checkOrderOfScores({ report }: EditionFile, lines: readonly Line[]): void {
  const scored = lines.flatMap((line) =>
    typeof line.rank === "number" && typeof line.score === "number"
      ? [{ ...line, rank: line.rank, score: line.score }]
      : [],
  );
  for (const [index, line] of scored.entries()) {
    const before = scored[index - 1];
    if (before === undefined) continue;
    const shared = line.rank === before.rank;
    if (shared ? line.score === before.score : line.score < before.score) continue;
    if (line.doubt !== undefined || before.doubt !== undefined) continue;
    const expected = shared ? `${before.score}, the score of ${before.region}` : `less than ${before.score}`;
    const what = shared ? `which shares rank ${line.rank}` : `which stands before it at rank ${before.rank}`;
    report(
      [...line.path, "score"],
      "SCORE_ORDER",
      `expected ${expected}${shared ? "" : `, the score of ${before.region}`}, ${what}, found ${line.score}; if it is printed so, say in \`doubt\` that the source contradicts itself`,
    );
  }
}
