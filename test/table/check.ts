import { getNamedType } from "graphql";
import { expect } from "vitest";
import { valueAt } from "../../src/table/column.js";
import { tableToCsv } from "../../src/table/csv.js";
import { followPages } from "../../src/table/follow.js";
import { tableToMarkdown } from "../../src/table/markdown.js";
import { type Note, notesOf } from "../../src/table/notes.js";
import { isList } from "../../src/table/outline.js";
import { readableColumns } from "../../src/table/readable.js";
import { toRequest } from "../../src/table/request.js";
import { planTable, type Table } from "../../src/table/table.js";
import { tableToText } from "../../src/table/text.js";
import { tableToXlsx } from "../../src/table/xlsx.js";
import type { Asker } from "../graph.js";
import { isLong } from "../long.js";
import { type Case, valuesOf } from "./cases.js";
import { parseCsv, parseMarkdown, parseText, parseXlsx } from "./reading.js";
import { isSaid, unshown } from "./shown.js";

/** Asks a question as addresses and the command line do, and returns its answer. */
export async function ask(asker: Asker, one: Case): Promise<unknown> {
  const { question } = one;
  const result = await followPages(
    question,
    valuesOf(one),
    (values) => toRequest(asker.schema, question, values),
    async ({ document, variables }) => (await asker.ask(document, variables)).result,
  );
  expect(result.errors).toBeUndefined();
  return result.data?.[question.name];
}

/** Checks that what the answer says is in its table and its notes, and that each format shows every cell. */
export async function checkShown(asker: Asker, one: Case): Promise<Table> {
  const { question } = one;
  const answer = await ask(asker, one);
  const plan = planTable(question);
  const table = plan.fill(answer);
  const notes = notesOf(plan, table, answer, {
    question,
    values: valuesOf(one),
    dataVersion: "0123456789abcdef",
    version: "0.0.0",
  });
  checkRows(one, answer, table);
  for (const { name, type } of plan.layout.rest) {
    const value = valueAt(answer, [name]);
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (!isSaid(value) || getNamedType(type).name === "PageInfo") continue;
    expect(
      notes.filter((note) => note.name.startsWith(words)).map(({ text }) => text),
      name,
    ).not.toEqual([]);
  }
  await checkFormats(table, notes);
  return table;
}

function checkRows({ question }: Case, answer: unknown, table: Table): void {
  const { layout } = planTable(question);
  const rows = layout.rowsOf(answer).filter((row) => row !== null && row !== undefined);
  if (isList(question.type)) expect(rows.length).toBe((answer as unknown[]).filter(Boolean).length);
  expect(table.rows.length).toBe(layout.rowsOf(answer).length);
  const named = getNamedType(question.type);
  const listed =
    layout.rest.length === 0 || !("getFields" in named) ? undefined : Object.values(named.getFields());
  const rowType =
    listed?.find(
      ({ name, type }) => isList(type) && !layout.rest.some((part) => part.name === name) && name !== "edges",
    )?.type ?? question.type;
  for (const [index, row] of rows.entries()) {
    const cells = Object.fromEntries(
      table.columns.map(({ name }, column) => [name, table.rows[index]?.[column] ?? null]),
    );
    expect(unshown(row as Record<string, unknown>, rowType as never, cells)).toEqual([]);
  }
}

/** Rows of a table as text that the short tests read back. */
const sampledRows = 20;

async function checkFormats(table: Table, notes: readonly Note[]): Promise<void> {
  const { columns, rows } = table;
  const isEmpty = (row: readonly unknown[]) => row.map((cell) => cell === null || cell === "");
  const expected = rows.map(isEmpty);

  const [head, ...csv] = parseCsv(tableToCsv(table));
  expect(head).toEqual(columns.map(({ name }) => name));
  // CSV can move a row forward, so that readers see the type of each column.
  const sorted = (lines: readonly (readonly boolean[])[]) => lines.map((line) => line.join()).sort();
  expect(sorted(csv.map(isEmpty))).toEqual(sorted(expected));

  const [, ...sheet] = parseXlsx(await tableToXlsx(table, notes), 1);
  expect(sheet.map((row) => isEmpty(columns.map((_, column) => row[column]?.value ?? "")))).toEqual(expected);
  for (const [column, { type }] of columns.entries()) {
    const types = new Set(
      sheet
        .map((row) => row[column])
        .filter((cell) => cell?.value)
        .map((cell) => cell?.type),
    );
    expect(
      [...types].every((found) => found === { string: "s", boolean: "b", integer: "n", number: "n" }[type]),
    ).toBe(true);
  }

  // People see the columns with one value under the table.
  const seen = readableColumns(table).map(({ index }) => index);
  const lines = rows.map((row) => isEmpty(seen.map((index) => row[index] ?? null)));
  const few = isLong ? table : { ...table, rows: rows.slice(0, sampledRows) };
  const markdown = parseMarkdown(tableToMarkdown(table, notes)).slice(1).map(isEmpty);
  const text =
    rows.length === 0 ? [] : parseText(tableToText(oneLine(few), { width: Number.POSITIVE_INFINITY }).text);
  if (table.isSingle) {
    expect(markdown.map(([, cell]) => cell)).toEqual(lines[0]);
    expect(text.map(([, cell]) => cell === "")).toEqual(lines[0]);
    return;
  }
  expect(markdown).toEqual(lines);
  expect(text.slice(rows.length === 0 ? 0 : 1).map(isEmpty)).toEqual(lines.slice(0, few.rows.length));
}

/** The table with texts that do not wrap. */
const oneLine = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) =>
    row.map((cell) =>
      typeof cell === "string" ? cell.replace(/\s+/g, "").replaceAll("│", "").slice(0, 8) : cell,
    ),
  ),
});
