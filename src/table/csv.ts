import { stringify } from "csv-stringify/sync";
import { bracket, type Cell, type Column } from "./column.js";
import { showTypes } from "./showTypes.js";
import type { Table } from "./table.js";
import { showCommands } from "./visible.js";

/** The first characters of a text that a spreadsheet takes for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Returns the text of a cell of CSV; "" for null. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers never do.
 */
export function csvCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = showCommands(cell);
  return formula.test(text) ? `'${text}` : text;
}

/** Formats rows of cells as CSV with a line break after each row (RFC 4180, with \n). */
export function toCsv(
  rows: readonly (readonly Cell[])[],
  { bom = false }: { readonly bom?: boolean } = {},
): string {
  return stringify(
    rows.map((row) => row.map(csvCell)),
    { bom },
  );
}

const looksNumeric = (cell: Cell) => /^[-+]?\d+(?:\.\d+)?$/.test(String(cell));

/** Formats a table as CSV. @param bom whether to begin with a byte-order mark, which spreadsheets need to read UTF-8 */
export function tableToCsv(table: Table, options: { readonly bom?: boolean } = {}): string {
  const { columns } = table;
  // A text that looks like a number does not show that its column has texts.
  const shows = columns.map(
    ({ type }) =>
      (cell: Cell = null) =>
        cell !== null && (type !== "string" || !looksNumeric(cell)),
  );
  const rows = showTypes(table.rows, shows).map((row) =>
    row.map((cell, index) => typedCell(cell, columns[index])),
  );
  return stringify([columns.map(({ name }) => name), ...rows], { bom: options.bom ?? false });
}

/**
 * Returns the text of a cell that shows the type of its column to every reader. A decimal number has a decimal point, also
 * if it is whole.
 */
function typedCell(cell: Cell, column: Column | undefined): string {
  if (column?.type === "number" && Number.isInteger(cell)) return `${cell}.0`;
  return column?.isNumbers === true && cell !== null ? bracket(cell) : csvCell(cell);
}
