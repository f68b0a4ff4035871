import Table3 from "cli-table3";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Column } from "./column.js";
import type { Note } from "./notes.js";
import { isNumeric, readableCell, readableColumns } from "./readable.js";
import type { Table } from "./table.js";
import { showCommands } from "./visible.js";

/** Widths at which a cell wraps, the preferred first (terminal columns). */
const widestCell = 48;
const narrowestCell = 12;
const cellWidths = Array.from({ length: widestCell - narrowestCell + 1 }, (_, step) => widestCell - step);

/** The longest word that is not broken (terminal columns). */
const longestWord = 32;

/** The longest text of a cell (characters). A longer text is cut, with an ellipsis; other formats have all of it. */
const longestText = 400;

/** Up to this number of rows, a table that is too wide is shown as one block per row. */
const maxBlocks = 3;

/** A column as it is shown. */
interface Shown {
  readonly column: Column;
  readonly cells: readonly string[];
  /** Width of its widest line without wrapping. */
  readonly width: number;
  /** Width of its longest word. Chinese text can break at every character. */
  readonly word: number;
}

/** A table as text, and how many of its columns are not shown for want of space. */
export interface TableText {
  readonly text: string;
  readonly hidden: readonly string[];
}

export interface TextOptions {
  /** Width of the terminal; Infinity if there is none. */
  readonly width: number;
  /** Whether to show every column even if the table gets wider than the terminal. */
  readonly wide?: boolean;
}

/** Formats a table for a terminal. A table that is too wide has narrower cells, then fewer columns, or blocks. */
export function tableToText(table: Table, { width, wide = false }: TextOptions): TableText {
  if (table.rows.length === 0) return { text: "(no rows)\n", hidden: [] };
  const all = readableColumns(table).map(({ column, index }) =>
    toShown(
      column,
      table.rows.map((row) => cut(readableCell(row[index] ?? null))),
    ),
  );
  const limit = wide ? Number.POSITIVE_INFINITY : width;
  if (table.isSingle) return { text: blocks(all, 1, limit), hidden: [] };
  const fitting = cellWidths.find((cell) => totalWidth(all, cell) <= limit);
  if (fitting !== undefined) return { text: grid(all, fitting), hidden: [] };
  if (table.rows.length <= maxBlocks) return { text: blocks(all, table.rows.length, limit), hidden: [] };
  const chosen = fitColumns(all, limit);
  const hidden = all.filter((one) => !chosen.includes(one)).map(({ column }) => column.name);
  const cell = cellWidths.find((candidate) => totalWidth(chosen, candidate) <= limit) ?? narrowestCell;
  return { text: grid(chosen, cell), hidden };
}

/** Formats notes as lines, wrapped to the width of the terminal. */
export function notesToText(notes: readonly Note[], width = Number.POSITIVE_INFINITY): string {
  return notes.map(({ name, text }) => `${wrap(showCommands(`${name}: ${text}`), width)}\n`).join("");
}

const cut = (text: string) => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

const wordEnd = /\s|(?=\p{Script=Han})|(?<=\p{Script=Han})/u;

function toShown(column: Column, cells: readonly string[]): Shown {
  const widths = [...new Set([column.name, ...cells])].map((text) => ({ text, width: stringWidth(text) }));
  const words = widths
    .filter(({ width }) => width > narrowestCell)
    .flatMap(({ text }) => text.split(wordEnd))
    .filter((word) => word.length > narrowestCell / 2);
  const word = Math.max(0, ...new Set(words.map((text) => stringWidth(text))));
  return {
    column,
    cells,
    width: Math.max(...widths.map(({ width }) => width)),
    word: Math.min(word, longestWord),
  };
}

/** Returns the width of a column whose cells wrap at a width. A word is not broken. */
const widthAt = ({ width, word }: Shown, cell: number) => Math.min(width, Math.max(cell, word));

const wrap = (text: string, width: number) =>
  Number.isFinite(width) ? wrapAnsi(text, Math.max(width, 1), { hard: true }) : text;

/** Width of a table with its lines: each cell has a space on both sides, and a line after it. */
const totalWidth = (columns: readonly Shown[], cell: number) =>
  columns.reduce((sum, column) => sum + widthAt(column, cell) + 3, 1);

/**
 * Chooses columns that fit: it drops columns that are empty or repeat another column in every row, then the least
 * important ones from the right. The first column always stays.
 */
function fitColumns(columns: readonly Shown[], limit: number): readonly Shown[] {
  const isEmpty = ({ cells }: Shown) => cells.every((cell) => cell === "");
  const isRepeated = ({ cells }: Shown, index: number) =>
    columns.slice(0, index).some((other) => other.cells.every((cell, row) => cell === cells[row]));
  let chosen = columns.filter((column, index) => !isEmpty(column) && !isRepeated(column, index));
  while (chosen.length > 1 && totalWidth(chosen, narrowestCell) > limit) {
    const heaviest = Math.max(...chosen.map(({ column }) => column.weight));
    const dropped = chosen.findLast(({ column }) => column.weight === heaviest);
    chosen = chosen.filter((column) => column !== dropped);
  }
  return chosen;
}

function grid(columns: readonly Shown[], cell: number): string {
  const table = new Table3({
    head: columns.map((column) => wrap(column.column.name, widthAt(column, cell))),
    colAligns: columns.map(({ column }) => (isNumeric(column) ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
  const [first] = columns;
  table.push(
    ...(first?.cells ?? []).map((_, row) =>
      columns.map((column) => wrap(column.cells[row] ?? "", widthAt(column, cell))),
    ),
  );
  return `${table.toString()}\n`;
}

/** One block per row, with one line per column. */
function blocks(columns: readonly Shown[], rows: number, limit: number): string {
  const head = Math.max(...columns.map(({ column }) => stringWidth(column.name)));
  const value = Number.isFinite(limit) ? Math.max(limit - head - 7, narrowestCell) : 2 * widestCell;
  const texts = Array.from({ length: rows }, (_, row) => {
    const table = new Table3({ style: { head: [], border: [], compact: true } });
    table.push(...columns.map(({ column, cells }) => [column.name, wrap(cells[row] ?? "", value)]));
    return table.toString();
  });
  return `${texts.join("\n")}\n`;
}
