import type { Graph } from "../../neo4j/client.js";
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
export async function* exportFacts(graph: Graph, edition: number | null): AsyncGenerator<ExportedFact> {
  let after: readonly [number, string] | null = null;
  for (;;) {
    const page: readonly ExportedFact[] = await graph.read(factsExport, { edition, first: pageSize, after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = [last.edition, last.key];
  }
}
