import type { Cell } from "../column.js";
import { tableToCsv } from "../csv.js";
import { toJson, toJsonLine } from "../json.js";
import { showTypes } from "../showTypes.js";
import type { DataCell, DataTable, Field } from "./dataTable.js";

/** The formats of the tables of a data package. */
export const dataFormats = ["csv", "json", "jsonl"] as const;
export type DataFormat = (typeof dataFormats)[number];

export const mediaTypes: Readonly<Record<DataFormat, string>> = {
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/jsonl",
};

/** Returns the fields of a table in a format. CSV has no arrays. */
export const fieldsIn = (format: DataFormat, { fields }: DataTable): readonly Field[] =>
  format !== "csv"
    ? fields
    : fields.map((field) =>
        field.type === "array"
          ? { ...field, type: "string", description: `${field.description} Several are separated by spaces.` }
          : field,
      );

/**
 * Formats a table. In JSON Lines, as in CSV, the first rows show the type of each column.
 * @param bom whether CSV begins with a byte-order mark
 */
export function formatData(table: DataTable, format: DataFormat, { bom }: { readonly bom: boolean }): string {
  if (format === "csv") return tableToCsv(toPlainTable(table), { bom });
  if (format === "json") return toJson(toObjects(table, table.rows));
  const isKnown = (cell: DataCell | undefined) =>
    Array.isArray(cell) ? cell.length > 0 : cell !== null && cell !== undefined;
  const rows = showTypes(
    table.rows,
    table.fields.map(() => isKnown),
  );
  return toObjects(table, rows).map(toJsonLine).join("");
}

function toPlainTable(table: DataTable) {
  const toCell = (cell: DataCell): Cell =>
    typeof cell === "object" && cell !== null ? (cell.length > 0 ? cell.join(" ") : null) : cell;
  const columns = fieldsIn("csv", table).map((field) => ({
    ...field,
    type: field.type === "array" ? ("string" as const) : field.type,
    weight: 1 as const,
  }));
  return { columns, rows: table.rows.map((row) => row.map(toCell)), isSingle: false };
}

/** Returns rows as objects. */
export const toObjects = (
  { fields }: DataTable,
  rows: DataTable["rows"],
): readonly Record<string, DataCell>[] =>
  rows.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])));
