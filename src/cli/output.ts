import { existsSync, writeFileSync } from "node:fs";
import type { Language } from "../table/column.js";
import { tableToCsv } from "../table/csv.js";
import { toJson } from "../table/json.js";
import { tableToMarkdown } from "../table/markdown.js";
import { type Note, notesOf } from "../table/notes.js";
import type { Table, TablePlan } from "../table/table.js";
import { notesToText, tableToText } from "../table/text.js";
import { tableToXlsx } from "../table/xlsx.js";
import type { Answered } from "./askQuestion.js";
import { CommandError, exitCode } from "./exit.js";
import { say, terminalWidth, write } from "./message.js";

export const formats = ["table", "csv", "json", "md", "xlsx"] as const;
type Format = (typeof formats)[number];

/** How to print an answer, as typed. */
export interface OutputOptions {
  readonly format: Format;
  readonly json?: boolean;
  readonly long?: string;
  readonly columns?: string;
  readonly wide?: boolean;
  readonly lang: Language;
  readonly bom?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

const formatOf = ({ format, json }: OutputOptions): Format => (json ? "json" : format);

/** Checks that the options fit each other, before the question is asked. @throws CommandError usage or conflict */
export function checkOutput(options: OutputOptions): void {
  const format = formatOf(options);
  const fault = (message: string) => new CommandError(exitCode.usage, `error: ${message}`);
  const onlyFor = (option: "bom" | "wide", needed: Format) => {
    if (options[option] && format !== needed)
      throw fault(`--${option}: expected with --format ${needed}, got ${format}.`);
  };
  onlyFor("bom", "csv");
  onlyFor("wide", "table");
  for (const option of ["long", "columns"] as const) {
    if (options[option] !== undefined && format === "json")
      throw fault(`--${option}: expected with a table, got --format json, which has the whole answer.`);
  }
  const { output, force = false } = options;
  if (output !== undefined && !force && existsSync(output)) {
    throw new CommandError(
      exitCode.conflict,
      `--output: expected a new file, got ${output}, which exists. Choose another name, or replace it with --force.`,
    );
  }
  if (format === "xlsx" && output === undefined && process.stdout.isTTY)
    throw fault("--format xlsx: expected a file, got a terminal. Add -o answer.xlsx.");
}

/** Prints an answer: data to standard output or to a file, what else there is to say to standard error. */
export async function printAnswer(
  plan: TablePlan,
  { answer, provenance }: Answered,
  options: OutputOptions,
): Promise<void> {
  const table = plan.fill(answer);
  const notes = notesOf(plan, table, answer, provenance);
  const { data, messages } = await format(table, answer, notes, options);
  if (options.output === undefined) await write(data);
  else {
    writeFileSync(options.output, data);
    say(`${table.rows.length} rows written to ${options.output}`);
  }
  if (messages !== "") say(messages.trimEnd());
}

/** Formats an answer. Notes that the format has no place for are messages. */
async function format(
  table: Table,
  answer: unknown,
  notes: readonly Note[],
  options: OutputOptions,
): Promise<{ data: string | Uint8Array; messages: string }> {
  const named = formatOf(options);
  const lists = listHint(notes);
  if (named === "json") return { data: toJson(answer), messages: notesToText(notes.filter(isForJson)) };
  if (named === "csv") {
    return { data: tableToCsv(table, { bom: options.bom ?? false }), messages: notesToText(notes) + lists };
  }
  if (named === "md") return { data: tableToMarkdown(table, notes), messages: lists };
  if (named === "xlsx") return { data: await tableToXlsx(table, notes), messages: lists };
  const width = terminalWidth();
  const { text, hidden } = tableToText(table, { width, wide: options.wide ?? false });
  return { data: `${text}${notesToText(notes, width)}`, messages: describeHidden(hidden) + lists };
}

/** The most columns that a message names. */
const maxNamed = 8;

function describeHidden(hidden: readonly string[]): string {
  if (hidden.length === 0) return "";
  const named = hidden.slice(0, maxNamed).join(", ");
  const others = hidden.length > maxNamed ? ` and ${hidden.length - maxNamed} more` : "";
  return `Columns that do not fit: ${named}${others}. Choose columns with --columns, or show all with --wide.\n`;
}

/** JSON has everything else in the answer itself. */
const isForJson = ({ name }: Note) => ["shown", "next page", "data version", "cite as"].includes(name);

function listHint(notes: readonly Note[]): string {
  const names = notes.flatMap(({ list }) => (list === undefined ? [] : [list]));
  return names.length === 0
    ? ""
    : `Other lists of this answer: ${names.map((name) => `--long ${name}`).join(", ")}\n`;
}
