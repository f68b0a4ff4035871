import type { Ranking } from "../../model/ranking.js";
import type { Region } from "../../model/region.js";
import type { Row } from "../../neo4j/statement.js";
import { decimal, list, nullable, text, whole } from "../../neo4j/type.js";

/** The columns with the rank and score of a region, shared by all questions that return them. */
export const rankingColumns = {
  rank: nullable(whole),
  ranks: list(whole),
  score: nullable(decimal),
  scores: list(decimal),
  doubts: list(text),
  facts: list(text),
} as const;

/** Returns a region's rank and score from a row. */
export function toRanking(
  region: Region,
  { rank, ranks, score, scores, doubts, facts }: Row<{ columns: typeof rankingColumns }>,
): Ranking {
  return { region, rank, ranks, score, scores, doubt: toDoubt(doubts), facts };
}

/** Joins the doubts of several facts; null if there are none. */
export function toDoubt(doubts: readonly string[]): string | null {
  return doubts.length > 0 ? doubts.join(" / ") : null;
}
