import type { Region } from "../../model/region.js";
import type { Standing } from "../../model/standing.js";
import type { Row } from "../../neo4j/statement.js";
import { decimal, list, nullable, text, whole } from "../../neo4j/type.js";

/** The columns that tell where a region stands, shared by all questions that tell it. */
export const standingColumns = {
  rank: nullable(whole),
  ranks: list(whole),
  score: nullable(decimal),
  scores: list(decimal),
  doubts: list(text),
  facts: list(text),
} as const;

/** What a row tells of a region's rank and score. */
export function toStanding(
  region: Region,
  { rank, ranks, score, scores, doubts, facts }: Row<{ columns: typeof standingColumns }>,
): Standing {
  return { region, rank, ranks, score, scores, doubt: toDoubt(doubts), facts };
}

/** The doubts of several facts as one text. */
export function toDoubt(doubts: readonly string[]): string | null {
  return doubts.length > 0 ? doubts.join(" / ") : null;
}
