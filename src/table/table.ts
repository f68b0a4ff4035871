import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import { markdownTable } from "markdown-table";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

export const formats = ["table", "csv", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** A row of a table: its cells by column name. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

type Value = unknown;
const isObject = (value: Value): value is Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the text for a node in a cell: its year if it is an edition, else its name, title or key. */
function labelOf(node: Record<string, Value>): string | null {
  for (const field of ["year", "name", "title", "key"]) {
    if (typeof node[field] === "string" || typeof node[field] === "number") return String(node[field]);
  }
  return null;
}

/** Returns the source and location of evidence, such as report-2022@2.1.3. */
function citationOf({ source, locator }: Record<string, Value>): string | null {
  if (!isObject(source)) return null;
  return [source.key, locator].filter((part) => typeof part === "string").join("@");
}

/**
 * Flattens an object of an answer to a row. Nodes become their names, lists of nodes are joined, and parts become
 * columns. Lists of parts are only in the JSON format, except for evidence.
 */
export function toRow(object: Record<string, Value>, prefix = ""): Row {
  const row: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(object)) {
    const column = prefix + name;
    if (Array.isArray(value)) {
      const cells = value.map((item) =>
        isObject(item) ? (citationOf(item) ?? labelOf(item)) : String(item),
      );
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

/** Maximum width of a cell before its text wraps (terminal columns). */
const maxCellWidth = 48;

/**
 * Formats rows as text with a final line break. Null is an empty cell.
 * @param isSingle whether the answer is a single object; a table then has one line per field
 */
export function format(rows: readonly Row[], as: Exclude<Format, "json">, isSingle = false): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  if (as === "csv") return stringify([columns, ...cells]);
  const [first] = cells;
  const lines =
    isSingle && first !== undefined ? columns.map((column, index) => [column, first[index] ?? ""]) : cells;
  const head = isSingle ? ["field", "value"] : columns;
  if (as === "md") return `${markdownTable([head, ...lines], { stringLength: stringWidth })}\n`;
  if (rows.length === 0) return "(no rows)\n";
  const width = isSingle ? 2 * maxCellWidth : maxCellWidth;
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...lines.map((line) => line.map((cell) => wrapAnsi(cell, width, { hard: true }))));
  return `${table.toString()}\n`;
}
