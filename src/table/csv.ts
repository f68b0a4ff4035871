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

/** Formats a table as CSV. @param bom whether to begin with a byte-order mark, which spreadsheets need to read UTF-8 */
export function tableToCsv({ columns, rows }: Table, options: { readonly bom?: boolean } = {}): string {
  return toCsv([columns.map(({ name }) => name), ...rows], options);
}
