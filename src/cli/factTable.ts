import type { ExportedFact } from "../question/facts/facts.export.js";
import type { Snapshot } from "../question/snapshot.js";
import type { Cell } from "../table/column.js";
import { toCsv } from "../table/csv.js";
import { citationOf, type ExportFormat } from "./dataPackage.js";
import { type Column, columns } from "./dictionary.js";

/**
 * All facts as text.
 * @param bom whether CSV begins with a byte-order mark, which spreadsheets need to read it as UTF-8
 */
export function formatFacts(
  facts: readonly ExportedFact[],
  format: ExportFormat,
  { bom, snapshot }: { readonly bom: boolean; readonly snapshot: Snapshot },
): string {
  const { dataVersion } = snapshot;
  const rows = facts.map((fact) => ({ ...inOrder(fact), dataVersion }));
  if (format === "jsonl") return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  if (format === "json") {
    const whole = {
      dataVersion,
      citation: citationOf(facts, snapshot),
      facts: rows.map(({ dataVersion: _, ...row }) => row),
    };
    return `${JSON.stringify(whole, null, 2)}\n`;
  }
  const cells = rows.map((row) => columns.map(({ name }) => cellOf(name, row[name as keyof typeof row])));
  return toCsv([columns.map(({ name }) => name), ...cells], { bom });
}

/** The fact with its columns in the order of the table. */
function inOrder(fact: ExportedFact): ExportedFact {
  const names = columns.map(({ name }) => name).filter((name) => name !== "dataVersion");
  return Object.fromEntries(names.map((name) => [name, fact[name]])) as ExportedFact;
}

function cellOf(name: Column["name"], value: unknown): Cell {
  if (Array.isArray(value))
    return value.map((one) => (name === "sha256" && one === "" ? "none" : one)).join(" ");
  return (value as Cell | undefined) ?? null;
}
