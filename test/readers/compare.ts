import { bracket, type Cell, type Column } from "../../src/table/column.js";
import { tableToCsv } from "../../src/table/csv.js";
import type { Table } from "../../src/table/table.js";
import { parseCsv } from "../table/reading.js";

/** A table as a reader read it. A reader that shows only texts has them as cells, with "" for an empty cell. */
export interface Read {
  readonly reader: string;
  readonly url: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly error?: string;
}

/** Readers of XLSX; the others read CSV. */
const readsXlsx = ["excel", "LibreOffice"];

const typed = ({ type }: Column, text: string): Cell => {
  if (text === "") return null;
  if (type === "boolean") return text === "true";
  return type === "string" ? text : Number(text);
};

/** Returns the rows that a reader should read: CSV has an order and texts of its own. */
function expectedRows({ columns, rows }: Table, reader: string): readonly (readonly Cell[])[] {
  const columnAt = (index: number) => columns[index] as Column;
  if (readsXlsx.includes(reader)) {
    const isList = (index: number) => columnAt(index).isNumbers === true;
    return rows.map((row) =>
      row.map((cell, index) => (cell !== null && isList(index) ? bracket(cell) : cell === "" ? null : cell)),
    );
  }
  const [, ...read] = parseCsv(tableToCsv({ columns, rows, isSingle: false }));
  return read.map((row) => row.map((text, index) => typed(columnAt(index), text)));
}

/**
 * Returns whether readers can take a column of texts for numbers: the codes of a table in which all have six digits. The
 * documents say so.
 */
const isCodes = ({ name }: Column, cells: readonly Cell[]) =>
  /code$/i.test(name) && cells.every((cell) => cell === null || /^\d{6}$/.test(String(cell)));

/** Readers convert decimal numbers with an error in the last digit. */
const isClose = (a: number, b: number) => a === b || Math.abs(a - b) <= 1e-12 * Math.abs(b);

function isSame(got: Cell, cell: Cell, isNumber: boolean): boolean {
  if (got === null || got === "" || cell === null) return (got === "" ? null : got) === cell;
  if (isNumber) return isClose(Number(got), Number(cell));
  // pandas reads truth values next to empty cells of XLSX as 0 and 1.
  if (typeof cell === "boolean")
    return ["number", "boolean"].includes(typeof got)
      ? Number(got) === Number(cell)
      : String(got).toLowerCase() === String(cell);
  return got === cell;
}

/** Returns what a reader read otherwise than the table says; empty if it is the same. */
export function differences({ columns, rows, reader, url, error }: Read, table: Table): string[] {
  const place = `${reader} ${url}`;
  if (error !== undefined) return [`${place}: ${error}`];
  const names = table.columns.map(({ name }) => name);
  if (names.join() !== columns.join()) return [`${place}: columns ${columns.join()}`];
  const expected = expectedRows(table, reader);
  if (rows.length !== expected.length)
    return [`${place}: expected ${expected.length} rows, got ${rows.length}`];
  return table.columns.flatMap((column, index) => {
    const cells = expected.map((row) => row[index] ?? null);
    const isNumber = ["integer", "number"].includes(column.type) || isCodes(column, cells);
    const row = cells.findIndex((cell, at) => !isSame(rows[at]?.[index] ?? null, cell, isNumber));
    if (row < 0) return [];
    const [wanted, got] = [cells[row], rows[row]?.[index] ?? null].map((cell) => JSON.stringify(cell));
    return [`${place}: row ${row}, ${column.name}: expected ${wanted}, got ${got}`];
  });
}
