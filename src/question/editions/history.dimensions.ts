import { DimensionKey } from "../../model/dimension.js";
import type { Leadership } from "../../model/leadership.js";
import type { Region } from "../../model/region.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { distinct, rankingColumns, toDoubt } from "../scores/ranking.js";
import type { Snapshot } from "../snapshot.js";
import type { DimensionHistory, DimensionRank } from "./dimensionHistory.js";

export const historyDimensions = statement(
  "question/editions/history.dimensions",
  { of: text },
  {
    edition: whole,
    dimension: oneOf(...Object.values(DimensionKey)),
    name: text,
    assessed: whole,
    listed: flag,
    leads: nullable(flag),
    position: nullable(whole),
    leadFacts: list(text),
    ...rankingColumns,
    atMost: nullable(whole),
    since: nullable(whole),
    up: nullable(whole),
  },
);

type DimensionRow = Row<typeof historyDimensions>;

/** Returns the ranks in dimensions from these rows. */
export function toRanks(snapshot: Snapshot, rows: readonly DimensionRow[]): DimensionRank[] {
  return rows
    .filter(({ facts }) => facts.length > 0)
    .map(({ edition, dimension, rank, score, readings, atMost, up, facts }) => ({
      edition: snapshot.edition(edition),
      dimension: snapshot.dimension(dimension),
      rank,
      ranks: distinct(readings, "rank"),
      score,
      atMost,
      doubt: toDoubt(readings),
      up,
      facts,
    }));
}

/** Returns the leaderships of a region from the rows of one edition. */
export function toLeads(snapshot: Snapshot, region: Region, rows: readonly DimensionRow[]): Leadership[] {
  return rows.flatMap(({ edition, dimension, position, leadFacts }): Leadership[] => {
    if (leadFacts.length === 0) return [];
    return [
      {
        region,
        dimension: snapshot.dimension(dimension),
        edition: snapshot.edition(edition),
        position,
        facts: leadFacts,
      },
    ];
  });
}

/**
 * Returns the dimensions of the best (or worst) rank in one edition; null unless it is known which dimensions the
 * edition assesses and which rank the region has in each of them.
 */
export function extremes(rows: readonly DimensionRow[], pick: (...ranks: number[]) => number) {
  const ranks = rows.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  if (ranks.length === 0 || ranks.length !== rows[0]?.assessed) return null;
  const extreme = pick(...ranks);
  return rows.filter(({ rank }) => rank === extreme).map(({ dimension }) => dimension);
}

/** Returns the history by dimension; a dimension about which nothing is stated has an entry without ranks. */
export function toDimensionHistories(snapshot: Snapshot, rows: readonly DimensionRow[]): DimensionHistory[] {
  return snapshot.dimensions.map((dimension): DimensionHistory => {
    const dimensionRows = rows.filter((row) => row.dimension === dimension.key);
    const known = dimensionRows.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    return {
      dimension,
      ranks: toRanks(snapshot, dimensionRows),
      best: known.length > 0 ? Math.min(...known) : null,
      worst: known.length > 0 ? Math.max(...known) : null,
      leads: dimensionRows
        .filter(({ leads }) => leads === true)
        .map(({ edition }) => snapshot.edition(edition)),
    };
  });
}
