import { didYouMean, nearest } from "../names/nearest.js";
import { inputError } from "../question/inputError.js";
import type { Cell, Column, Language, Reader } from "./column.js";
import { type Layout, layOut } from "./layout.js";
import { foldName } from "./lists.js";
import type { Question } from "./request.js";

export interface TableOptions {
  /** Name of a list: one row per entry of that list. */
  readonly long?: string | undefined;
  /** Names of the columns to show, in this order. Not given: all columns. */
  readonly columns?: readonly string[] | undefined;
  readonly language?: Language | undefined;
}

/** An answer as a table. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the answer is a single object, which is shown with one line per column. */
  readonly isSingle: boolean;
}

/** A table before the question is asked. */
export interface TablePlan {
  readonly columns: readonly Column[];
  readonly language: Language;
  readonly layout: Layout;
  fill(answer: unknown): Table;
}

/**
 * Plans the table of a question. Its columns depend on the question and on the options, not on data.
 * @throws GraphQLError BAD_USER_INPUT if `long` or `columns` name something that the table does not have
 */
export function planTable(question: Question, options: TableOptions = {}): TablePlan {
  const { language = "both", columns: names = [] } = options;
  const layout = layOut(question.type, options.long);
  const readers = choose(arrange(layout), language, names);
  const columns = readers.map(({ read: _, list: __, ...column }) => column);
  return {
    columns,
    language,
    layout,
    fill: (answer) => ({
      columns,
      rows: layout
        .rowsOf(answer)
        .map((row) => readers.map(({ read, isConstant }) => read(isConstant ? answer : row))),
      isSingle: layout.isSingle,
    }),
  };
}

/** The columns of rows, then those with one value, then evidence. */
function arrange({ columns, constants }: Layout): Reader[] {
  const isEvidence = ({ name }: Column) => name === "evidence";
  return [...columns.filter((column) => !isEvidence(column)), ...constants, ...columns.filter(isEvidence)];
}

function choose(columns: readonly Reader[], language: Language, names: readonly string[]): readonly Reader[] {
  const spoken = columns.filter(
    (column) => language === "both" || column.language === undefined || column.language === language,
  );
  return names.length === 0 ? spoken : names.map((name) => findColumn(columns, spoken, name));
}

/** Finds a column by its name. In a table in English, `region` names the column `regionEn`. */
function findColumn(columns: readonly Reader[], spoken: readonly Reader[], name: string): Reader {
  const find = (list: readonly Reader[], wanted: string) =>
    list.find((candidate) => foldName(candidate.name) === foldName(wanted));
  const column = find(spoken, name) ?? find(spoken, `${name}En`) ?? find(columns, name);
  if (column !== undefined) return column;
  const allowed = spoken.map((candidate) => candidate.name);
  const near = nearest(name, allowed);
  const advice = didYouMean(near) || `. Use one or more of: ${allowed.join(", ")}.`;
  throw inputError(`expected a column of the table, got "${name}"${advice}`, {
    argument: ["columns"],
    allowed,
    nearest: near,
  });
}
