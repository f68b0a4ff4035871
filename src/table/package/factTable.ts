import type { ExportedFact } from "../../question/facts/facts.export.js";
import type { DataCell, DataTable, Field } from "./dataTable.js";
import { factColumns } from "./factColumns.js";

/** Returns all facts as a table: one row per fact. */
export function factTable(facts: readonly ExportedFact[], dataVersion: string): DataTable {
  const cellOf = (fact: ExportedFact, name: string): DataCell => {
    if (name === "dataVersion") return dataVersion;
    if (name === "sha256") return fact.sha256.map((hash) => (hash === "" ? "none" : hash));
    return fact[name as keyof ExportedFact];
  };
  return {
    fields: factColumns,
    rows: facts.map((fact) => factColumns.map(({ name }) => cellOf(fact, name))),
  };
}

const citationFields: readonly Field[] = [
  { name: "fact", type: "string", description: "Key of the fact." },
  { name: "source", type: "string", description: "Key of a source that states it." },
  {
    name: "locator",
    type: "string",
    description:
      "Place in the source, as section.paragraph.sentence; section 0 is the opening. Empty if no place is recorded.",
  },
  {
    name: "sha256",
    type: "string",
    description:
      "SHA-256 of the sentence, after Unicode normalization (NFKC) and without white space. Empty if GovGraph has not seen the wording.",
  },
];

/** Returns where each fact is stated: one row per fact and place in a source. */
export function citationTable(facts: readonly ExportedFact[]): DataTable {
  const rows = facts.flatMap(({ key, sources, sha256 }) =>
    sources.map((place, index) => {
      const [source = "", locator = null] = place.split("@");
      return [key, source, locator, sha256[index] || null];
    }),
  );
  return { fields: citationFields, rows };
}
