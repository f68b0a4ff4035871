import type { GraphRequest } from "../../neo4j/request.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { json, list, nullable, text, whole } from "../../neo4j/type.js";
import { factColumns } from "./fact.js";

export const factsExport = statement(
  "question/facts/facts.export",
  { edition: nullable(whole), first: whole, after: json },
  {
    ...factColumns,
    evaluatedYear: nullable(whole),
    regionCode: nullable(text),
    region: nullable(text),
    regionEn: nullable(text),
    dimension: nullable(text),
    tier: nullable(text),
    tierBefore: nullable(text),
    initiative: nullable(text),
    areas: list(text),
    sources: list(text),
    sha256: list(text),
  },
);

/** A fact with the names of everything it is about, as one row of a table. */
export type ExportedFact = Row<typeof factsExport>;

/** The maximum number of facts per statement. */
const pageSize = 2_000;

/**
 * Reads all facts page by page, by edition and key.
 * @param edition only facts about this edition; null for all
 * @throws GraphError
 */
export async function exportFacts(
  request: GraphRequest,
  edition: number | null,
): Promise<readonly ExportedFact[]> {
  const facts: ExportedFact[] = [];
  for (;;) {
    const last = facts.at(-1);
    const after = last === undefined ? null : [last.edition, last.key];
    const page = await request.ask(factsExport, { edition, first: pageSize, after });
    facts.push(...page);
    if (page.length < pageSize) return facts;
  }
}
