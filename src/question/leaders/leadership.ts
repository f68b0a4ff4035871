import { DimensionKey } from "../../model/dimension.js";
import type { Leadership } from "../../model/leadership.js";
import type { Region } from "../../model/region.js";
import type { Row, Statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, record, text, whole } from "../../neo4j/type.js";
import type { Snapshot } from "../snapshot.js";

/** A column with the leaderships of one region. */
export const leadsColumn = list(
  record({
    dimension: oneOf(...Object.values(DimensionKey)),
    position: nullable(whole),
    facts: list(text),
  }),
);

/** Returns the leaderships of one region in an edition. */
export function toLeaderships(
  snapshot: Snapshot,
  region: Region,
  year: number,
  leads: Row<Statement<Record<never, never>, { leads: typeof leadsColumn }>>["leads"],
): Leadership[] {
  return leads.map(({ dimension, position, facts }) => ({
    region,
    dimension: snapshot.dimension(dimension),
    edition: snapshot.edition(year),
    position,
    facts,
  }));
}
