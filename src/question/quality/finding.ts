import { FactKind } from "../../model/fact.js";
import { Level } from "../../model/level.js";
import type { Row } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { Severity } from "./qualityReport.js";

/** The columns of every check's file: one row per finding. */
export const findingColumns = {
  severity: oneOf(...Object.values(Severity)),
  known: flag,
  message: text,
  kind: nullable(oneOf(...Object.values(FactKind))),
  level: nullable(oneOf(...Object.values(Level))),
  facts: list(text),
  editions: list(whole),
  regions: list(text),
  sources: list(text),
} as const;

/** A finding as returned by the Cypher file of its check. */
export type Finding = Row<{ columns: typeof findingColumns }>;
