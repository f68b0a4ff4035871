import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import { markdownTable } from "markdown-table";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

export const formats = ["table", "csv", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** One row of a table: column names and what stands in the cells. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

type Value = unknown;
const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How a thing is called in a cell: its name, title, year or key. */
function labelOf(thing: Record<string, Value>): string | null {
  for (const field of ["name", "year", "title", "key"]) {
    if (typeof thing[field] === "string" || typeof thing[field] === "number") return String(thing[field]);
  }
  return null;
}

/** Where something is stated, such as report-2022@2.1.3. */
function placeOf({ source, locator }: Record<string, Value>): string | null {
  if (!isObject(source)) return null;
  return [source.key, locator].filter((part) => typeof part === "string").join("@");
}

/**
 * Flattens one object of an answer to a row: things become their names, lists of things are joined, parts become
 * columns of their own; what is a list of parts is left to the JSON format, but for evidence.
 */
export function toRow(object: Record<string, Value>, prefix = ""): Row {
  const row: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(object)) {
    const column = prefix + name;
    if (Array.isArray(value)) {
      const cells = value.map((item) => (isObject(item) ? (placeOf(item) ?? labelOf(item)) : String(item)));
      if (cells.every((cell) => cell !== null)) row[column] = [...new Set(cells)].join(", ");
    } else if (isObject(value)) {
      const label = labelOf(value);
      if (label === null) Object.assign(row, toRow(value, `${column}.`));
      else {
        if (typeof value.code === "string")
          row[name === "region" ? `${prefix}code` : `${column}.code`] = value.code;
        row[column] = label;
      }
    } else row[column] = value as Row[string];
  }
  return row;
}

/** Columns that a table may be wide before its text is broken into lines, in terminal columns. */
const widest = 48;

/**
 * Rows as text in one of the formats, with a final line break. What is not known is an empty cell.
 * @param one whether the answer is one thing: then a table shows a line for each of its fields
 */
export function format(rows: readonly Row[], as: Exclude<Format, "json">, one = false): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  if (as === "csv") return stringify([columns, ...cells]);
  const [first] = cells;
  const lines =
    one && first !== undefined ? columns.map((column, index) => [column, first[index] ?? ""]) : cells;
  const head = one ? ["field", "value"] : columns;
  if (as === "md") return `${markdownTable([head, ...lines], { stringLength: stringWidth })}\n`;
  if (rows.length === 0) return "(no rows)\n";
  const width = one ? 2 * widest : widest;
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...lines.map((line) => line.map((cell) => wrapAnsi(cell, width, { hard: true }))));
  return `${table.toString()}\n`;
}
