import { astFromValue, print } from "graphql";
import type { ArgumentValues } from "./arguments.js";
import { type Cell, type Language, type Reader, type Scope, valueAt } from "./column.js";
import { columnsOf, nodeTypes } from "./columns.js";
import type { Part } from "./outline.js";
import type { Question } from "./request.js";
import type { Table, TablePlan } from "./table.js";

/** A line about an answer that is not in its rows: its edition, how much is known, how to cite it. */
export interface Note {
  readonly name: string;
  readonly text: string;
  /** Name of the list that it sums up: `long` shows it in full. */
  readonly list?: string;
}

/** What an answer was made from. */
export interface Provenance {
  readonly question: Question;
  readonly values: ArgumentValues;
  readonly dataVersion: string;
  /** Version of GovGraph. */
  readonly version: string;
}

/** Returns the lines about an answer, in the order of its fields, with the data version and the citation last. */
export function notesOf(plan: TablePlan, table: Table, answer: unknown, provenance: Provenance): Note[] {
  const { dataVersion } = provenance;
  const { rest } = plan.layout;
  const scope = { prefix: "", path: [], known: nodeTypes(rest) };
  return [
    ...rest.flatMap((part) => partNotes(part, answer, scope, plan.language)),
    ...limitNotes(provenance, answer, table.rows.length),
    { name: "data version", text: dataVersion },
    { name: "cite as", text: citationOf(provenance) },
  ];
}

/** Returns how to cite an answer: program, data version and question. */
export function citationOf({ question, values, dataVersion, version }: Provenance): string {
  return `GovGraph 政务图谱 ${version}, data version ${dataVersion}, ${printCall(question, values)}`;
}

/** Returns a question with its arguments as GraphQL writes them: `leaders(level: CITY, atLeast: 3)`. */
export function printCall({ name, args }: Question, values: ArgumentValues): string {
  const given = args.flatMap((argument) => {
    const value = astFromValue(values[argument.name], argument.type);
    return value == null ? [] : [`${argument.name}: ${print(value)}`];
  });
  return given.length === 0 ? name : `${name}(${given.join(", ")})`;
}

function partNotes(part: Part, answer: unknown, scope: Scope, language: Language): Note[] {
  if (part.name === "pageInfo") return [];
  const value = valueAt(answer, [part.name]);
  if (value == null) return [];
  if (part.type.name === "Coverage") return coverageNotes(toWords(part.name), value);
  if (part.type.name === "Edition" && !part.isList) return [editionNote(part.name, value)];
  const columns = columnsOf([part], scope);
  return columns.flatMap((column) => columnNotes(column, columns, answer, language));
}

/** Returns the year of an edition, and the year that it evaluates if that is known. */
function editionNote(name: string, value: unknown): Note {
  const { year, evaluatedYear } = value as { readonly year: number; readonly evaluatedYear: number | null };
  const evaluated = evaluatedYear === null ? "" : ` (evaluates ${evaluatedYear})`;
  return { name: toWords(name), text: `${year}${evaluated}` };
}

/** A name in both languages is one line: `Guangzhou (广州)`. A list is one line with the number of its entries. */
function columnNotes(
  column: Reader,
  columns: readonly Reader[],
  answer: unknown,
  language: Language,
): Note[] {
  const read = (name: string): Cell => columns.find((other) => other.name === name)?.read(answer) ?? null;
  const { name, list } = column;
  const isCount = list !== undefined && name === `${list}Count`;
  if (isCount || column.language === "en") return [];
  const cell = column.read(answer);
  const english = column.language === "zh" ? read(`${name}En`) : null;
  const chosen = language === "zh" || english === null ? cell : english;
  if (list !== undefined && name === list && list !== "evidence" && !list.endsWith("Evidence")) {
    const count = read(`${list}Count`);
    if (count === null) return [];
    const entries = chosen === null ? String(count) : `${count} (${chosen})`;
    return [{ name: toWords(name), text: entries, list }];
  }
  if (cell === null) return [];
  const isOneName = language === "both" && english !== null && list === undefined;
  return [{ name: toWords(name), text: isOneName ? `${english} (${cell})` : String(chosen) }];
}

/** Returns `5 of 5 lists known`, and the remark if there is one. */
function coverageNotes(name: string, value: unknown): Note[] {
  const { stated, total, unit, note } = value as {
    readonly stated: number;
    readonly total: number | null;
    readonly unit: string;
    readonly note: string | null;
  };
  const known = `${stated} of ${total ?? "an open number of"} ${unit.toLowerCase()} known`;
  return [{ name, text: known }, ...(note === null ? [] : [{ name: `${name} note`, text: note }])];
}

/** Returns how many rows are shown, if there are more, and the cursor of the next page. */
function limitNotes({ question, values }: Provenance, answer: unknown, shown: number): Note[] {
  const limit = question.args.find(({ name }) => name === "first");
  if (Array.isArray(answer) && limit !== undefined && shown === (values.first ?? limit.defaultValue)) {
    return [{ name: "shown", text: `${shown}, the limit of first; there can be more` }];
  }
  const total = valueAt(answer, ["totalCount"]) ?? valueAt(answer, ["total"]);
  const pageInfo = valueAt(answer, ["pageInfo"]) as { hasNextPage: boolean; endCursor: string } | null;
  const cursor = pageInfo?.hasNextPage ? [{ name: "next page", text: `after=${pageInfo.endCursor}` }] : [];
  if (typeof total !== "number" || total <= shown || (pageInfo != null && cursor.length === 0)) return cursor;
  return [{ name: "shown", text: `${shown} of ${total}` }, ...cursor];
}

/** `tiedBeyond` in words: `tied beyond`. */
const toWords = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
