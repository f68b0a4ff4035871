import { stringify } from "csv-stringify/sync";
import type { Cell } from "./column.js";
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

const looksNumeric = (cell: Cell | undefined) =>
  cell === null || cell === undefined || /^[-+]?\d+(?:\.\d+)?$/.test(String(cell));

/**
 * Moves rows forward so that the first rows show the type of each column of texts: a reader that has seen only codes such as
 * 110000 would refuse XPCC. All other rows keep their order.
 */
function showTypes({ columns, rows }: Table): readonly (readonly Cell[])[] {
  let sorted = rows;
  for (const [index, { type }] of columns.entries()) {
    if (type !== "string") continue;
    const first = sorted.findIndex((row) => !looksNumeric(row[index]));
    const moved = sorted[first];
    if (moved === undefined || first < guessedRows) continue;
    const others = sorted.filter((row) => row !== moved);
    // Each column has a place of its own, so that no moved row pushes another one back.
    const place = Math.max(0, guessedRows - columns.length) + index;
    sorted = [...others.slice(0, place), moved, ...others.slice(place)];
  }
  return sorted;
}

/** Formats a table as CSV. @param bom whether to begin with a byte-order mark, which spreadsheets need to read UTF-8 */
export function tableToCsv(table: Table, options: { readonly bom?: boolean } = {}): string {
  const { columns } = table;
  // Every cell of a column of decimal numbers has a decimal point, so that no reader takes it for whole numbers.
  const toText = (cell: Cell, index: number) =>
    columns[index]?.type === "number" && Number.isInteger(cell) ? `${cell}.0` : csvCell(cell);
  const rows = showTypes(table).map((row) => row.map(toText));
  return stringify([columns.map(({ name }) => name), ...rows], { bom: options.bom ?? false });
}
