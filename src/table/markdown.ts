import { markdownTable } from "markdown-table";
import stringWidth from "string-width";
import type { Note } from "./notes.js";
import { isNumeric, readableCell, readableColumns } from "./readable.js";
import type { Table } from "./table.js";
import { toOneLine } from "./visible.js";

/** Characters that Markdown or HTML take for a command. An underscore within a word is not one. */
const special = /[\\`*[\]<>|~]|(?<!\p{L}|\p{N})_|_(?!\p{L}|\p{N})/gu;

const escapeMarkdown = (text: string) => text.replace(special, "\\$&").replaceAll("&", "&amp;");

/** Formats a table as Markdown, with the notes as a list under it. */
export function tableToMarkdown(table: Table, notes: readonly Note[]): string {
  const shown = readableColumns(table);
  const cells = (row: Table["rows"][number]) =>
    shown.map(({ index }) => escapeMarkdown(readableCell(row[index] ?? null)));
  const head = shown.map(({ column }) => column.name);
  const [single] = table.rows;
  const lines =
    table.isSingle && single !== undefined
      ? [["field", "value"], ...cells(single).map((cell, index) => [head[index] ?? "", cell])]
      : [head, ...table.rows.map(cells)];
  const align = table.isSingle ? [] : shown.map(({ column }) => (isNumeric(column) ? "r" : null));
  const text = markdownTable(lines, { stringLength: stringWidth, align });
  const under = notes.map(({ name, text }) => `- ${name}: ${escapeMarkdown(toOneLine(text))}`);
  return `${[text, ...(under.length > 0 ? ["", ...under] : [])].join("\n")}\n`;
}
