import type { ExportedFact } from "../question/facts/facts.export.js";
import type { Snapshot } from "../question/snapshot.js";
import { columns } from "./dictionary.js";
import { packageVersion } from "./version.js";

export const exportFormats = ["csv", "json", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The sources that facts are cited from, by key. */
function sourcesOf(facts: readonly ExportedFact[], { sources }: Snapshot): Snapshot["sources"] {
  const cited = new Set(facts.flatMap((fact) => fact.sources.map((place) => place.split("@")[0])));
  return sources.filter(({ key }) => cited.has(key));
}

/** How to cite these facts, in one line: version of the data, editions, number of sources. */
export function citationOf(facts: readonly ExportedFact[], snapshot: Snapshot): string {
  const years = [...new Set(facts.map(({ edition }) => edition))].sort();
  const editions = years.length === 1 ? `edition ${years[0]}` : `editions ${years.join(", ")}`;
  const sources = sourcesOf(facts, snapshot);
  return `GovGraph 政务图谱 ${packageVersion}, data version ${snapshot.dataVersion}: ${facts.length} facts on the ${editions} of the assessment of online government services, each cited from its source (${sources.length} sources).`;
}

/**
 * What is in an export, as a Data Package (the Frictionless Data standard): the table with its columns, the sources with
 * what speaks against each, the data version, how to cite it.
 */
export function dataPackage(
  facts: readonly ExportedFact[],
  format: ExportFormat,
  snapshot: Snapshot,
): object {
  const table = {
    name: "facts",
    path: `facts.${format}`,
    format,
    mediatype: { csv: "text/csv", json: "application/json", jsonl: "application/jsonl" }[format],
    encoding: "utf-8",
  };
  const fields = columns.map(({ name, type, description }) => ({ name, type, description }));
  return {
    profile: "data-package",
    name: "govgraph-facts",
    title: "GovGraph 政务图谱: facts of the assessment of online government services",
    version: snapshot.dataVersion,
    created: snapshot.loadedAt,
    ...(snapshot.addedFiles.length > 0 && { addedFiles: snapshot.addedFiles }),
    citation: citationOf(facts, snapshot),
    licenses: [{ name: "Apache-2.0", path: "https://www.apache.org/licenses/LICENSE-2.0" }],
    sources: sourcesOf(facts, snapshot).map(({ key, title, publisher, publishedOn, url, weakness }) => ({
      name: key,
      title,
      ...(url !== null && { path: url }),
      publisher,
      publishedOn,
      weakness,
    })),
    resources: [
      format === "csv"
        ? {
            ...table,
            profile: "tabular-data-resource",
            schema: { fields, missingValues: [""], primaryKey: "key" },
          }
        : { ...table, schema: { fields } },
      { name: "dictionary", path: "dictionary.csv", format: "csv", mediatype: "text/csv", encoding: "utf-8" },
    ],
  };
}
