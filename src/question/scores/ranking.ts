import { Basis } from "../../model/basis.js";
import type { Ranking } from "../../model/ranking.js";
import type { Region } from "../../model/region.js";
import type { Row } from "../../neo4j/statement.js";
import { decimal, list, nullable, record, text, type Values, whole } from "../../neo4j/type.js";

/** The rank, score and doubt of one fact. */
const reading = record({ rank: nullable(whole), value: nullable(decimal), doubt: nullable(text) });
export const readingsColumn = list(reading);
type Readings = Values<{ readings: typeof readingsColumn }>["readings"];

/** The columns with the rank and score of a region, shared by all questions that return them. */
export const rankingColumns = {
  rank: nullable(whole),
  score: nullable(decimal),
  readings: readingsColumn,
  facts: list(text),
} as const;

/** Returns a region's rank and score from a row, with the basis of its evidence. */
export function toRanking(
  region: Region,
  {
    rank,
    score,
    readings,
    facts,
    rankAtLeast = null,
  }: Row<{ columns: typeof rankingColumns }> & {
    readonly rankAtLeast?: number | null;
  },
): Ranking & { readonly basis: Basis } {
  return {
    region,
    rank,
    ranks: distinct(readings, "rank"),
    rankAtLeast,
    score,
    scores: distinct(readings, "value"),
    doubt: toDoubt(readings),
    facts,
    basis: readings.length > 0 ? Basis.STATED : Basis.INFERRED,
  };
}

/** Returns the different values of one kind in the readings. */
export function distinct<Name extends keyof Readings[number]>(
  readings: Readings,
  name: Name,
): NonNullable<Readings[number][Name]>[] {
  return [...new Set(readings.flatMap((one) => one[name] ?? []))] as NonNullable<Readings[number][Name]>[];
}

/** Joins the doubts of several facts; null if there are none. */
export function toDoubt(readings: Readings): string | null {
  return joinDoubts(distinct(readings, "doubt"));
}

export function joinDoubts(doubts: readonly string[]): string | null {
  return doubts.length > 0 ? doubts.join(" / ") : null;
}
