import writeExcelFile, { type Cell as SheetCell, type SheetData } from "write-excel-file/node";
import { bracket, type Cell, type Column } from "./column.js";
import type { Note } from "./notes.js";
import type { Table } from "./table.js";
import { showCommands } from "./visible.js";

/** Widest column (characters). */
const widest = 60;

/** The longest text of a cell in the format. */
const longestText = 32_767;

const header = (text: string): SheetCell => ({ type: String, value: text, fontWeight: "bold" });

/** A text is written as a text, so a code keeps its zeros and nothing is run as a formula. */
function toCell(cell: Cell): SheetCell {
  if (cell === null) return null;
  if (typeof cell === "number") return { type: Number, value: cell };
  if (typeof cell === "boolean") return { type: Boolean, value: cell };
  return { type: String, value: showCommands(cell).slice(0, longestText) };
}

const widthOf = ({ name }: Column, cells: readonly Cell[]) => ({
  width: Math.min(widest, Math.max(name.length, ...cells.map((cell) => String(cell ?? "").length)) + 2),
});

/** Formats a table as an Excel file: the rows on the first sheet, the notes on the second. */
export async function tableToXlsx({ columns, rows }: Table, notes: readonly Note[]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((cell, index) => toCell(columns[index]?.isNumbers && cell !== null ? bracket(cell) : cell)),
  );
  const data: SheetData = [columns.map(({ name }) => header(name)), ...cells];
  const about: SheetData = notes.map(({ name, text }) => [header(name), toCell(text)]);
  return writeExcelFile([
    {
      sheet: "answer",
      data,
      columns: columns.map((column, index) =>
        widthOf(
          column,
          rows.map((row) => row[index] ?? null),
        ),
      ),
      stickyRowsCount: 1,
    },
    { sheet: "about", data: about, columns: [{ width: 20 }, { width: widest }] },
  ]).toBuffer();
}
