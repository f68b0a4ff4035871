import type { Note } from "../table/notes.js";
import { isNumeric, readableCell, readableColumns } from "../table/readable.js";
import type { Table } from "../table/table.js";
import { type Content, html } from "./html.js";

/** Returns a table as HTML; a single object has one row per column. */
export function tableElement(table: Table): Content {
  const shown = readableColumns(table);
  const [single] = table.rows;
  if (table.isSingle && single !== undefined) {
    const rows = shown.map(
      ({ column: { name, description }, index }) =>
        html`<tr><th scope="row" title="${description}">${name}</th><td>${readableCell(single[index] ?? null)}</td></tr>\n`,
    );
    return html`<table>
<tbody>
${rows}</tbody>
</table>`;
  }
  const heads = shown.map(
    ({ column: { name, description } }) => html`<th scope="col" title="${description}">${name}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = shown.map(({ column, index }) => {
      const text = readableCell(row[index] ?? null);
      return isNumeric(column) ? html`<td align="right">${text}</td>` : html`<td>${text}</td>`;
    });
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<table>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

/** Returns the lines about an answer as HTML. */
export function noteList(notes: readonly Note[]): Content {
  return html`<dl>
${notes.map(({ name, text }) => html`<dt>${name}</dt><dd>${text}</dd>\n`)}</dl>`;
}
