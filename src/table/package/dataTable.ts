import type { Cell, ColumnType } from "../column.js";

/** A column of a table of the data package, as in a Table Schema of the Frictionless Data standard. */
export interface Field {
  readonly name: string;
  /** CSV has the entries of an array in one cell, separated by spaces. */
  readonly type: ColumnType | "array";
  readonly description: string;
}

export type DataCell = Cell | readonly string[];

/** A table of the data package. */
export interface DataTable {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly DataCell[])[];
}
