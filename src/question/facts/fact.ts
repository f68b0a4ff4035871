import { Fact, FactKind, ListOrder } from "../../model/fact.js";
import { Level } from "../../model/level.js";
import type { Row } from "../../neo4j/statement.js";
import { decimal, flag, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Snapshot } from "../snapshot.js";

/** The columns of a fact, shared by all questions that return facts. */
export const factColumns = {
  key: text,
  kind: oneOf(...Object.values(FactKind)),
  edition: whole,
  level: nullable(oneOf(...Object.values(Level))),
  value: nullable(decimal),
  unit: nullable(text),
  text: nullable(text),
  order: nullable(oneOf(...Object.values(ListOrder))),
  printedCount: nullable(whole),
  closed: nullable(flag),
  rank: nullable(whole),
  atMost: nullable(whole),
  doubt: nullable(text),
} as const;

/** Converts a row to a fact. */
export function toFact({ edition, ...row }: Row<{ columns: typeof factColumns }>, snapshot: Snapshot): Fact {
  return new Fact({ ...row, edition: snapshot.edition(edition) });
}
