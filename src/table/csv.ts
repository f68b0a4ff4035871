import { stringify } from "csv-stringify/sync";
import { bracket, type Cell, type Column } from "./column.js";
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

/** Rows that readers such as polars look at to guess the types of columns. */
const guessedRows = 100;

const looksNumeric = (cell: Cell) => /^[-+]?\d+(?:\.\d+)?$/.test(String(cell));

/** Returns whether a cell shows the type of its column: a text that looks like a number does not. */
const showsType = ({ type }: Column, cell: Cell) =>
  cell !== null && (type !== "string" || !looksNumeric(cell));

/**
 * Moves rows forward so that the first rows show the type of each column: a reader that has seen only codes such as 110000
 * would refuse XPCC. All other rows keep their order.
 */
function showTypes({ columns, rows }: Table): readonly (readonly Cell[])[] {
  const showing = new Set(
    columns.map((column, index) => rows.find((row) => showsType(column, row[index] ?? null))),
  );
  const [head, rest] = [rows.slice(0, guessedRows), rows.slice(guessedRows)];
  const moved = rest.filter((row) => showing.has(row));
  if (moved.length === 0) return rows;
  const displaced = new Set(head.filter((row) => !showing.has(row)).slice(-moved.length));
  return [
    ...head.filter((row) => !displaced.has(row)),
    ...moved,
    ...displaced,
    ...rest.filter((row) => !showing.has(row)),
  ];
}

/** Formats a table as CSV. @param bom whether to begin with a byte-order mark, which spreadsheets need to read UTF-8 */
export function tableToCsv(table: Table, options: { readonly bom?: boolean } = {}): string {
  const { columns } = table;
  const rows = showTypes(table).map((row) => row.map((cell, index) => typedCell(cell, columns[index])));
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
