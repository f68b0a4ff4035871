import type { Cell, Column } from "./column.js";
import type { Table } from "./table.js";
import { toOneLine } from "./visible.js";

/** Decimals of a number that a person reads. */
const decimals = 4;

/** Returns a cell as a person reads it: on one line, with at most four decimals. */
export function readableCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Number(cell.toFixed(decimals)));
  return toOneLine(String(cell));
}

/** Returns the columns that a person needs: those with one value are in the lines under the table. */
export function readableColumns({ columns }: Table): readonly { column: Column; index: number }[] {
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }, _, all) => !column.isConstant || all.every((other) => other.column.isConstant));
}

/** Returns whether the cells of a column are numbers. */
export const isNumeric = ({ type }: Column) => type === "integer" || type === "number";
