import { type GraphQLOutputType, getNamedType, isEnumType } from "graphql";
import { joinName, type Reader, valueAt } from "./column.js";
import { columnsOf, nodeTypes } from "./columns.js";
import { findList, foldName, type LongRow, listsOf, longColumns, rowsList } from "./lists.js";
import { isList, isNode, outline, type Part } from "./outline.js";

/** The columns of a question's table, and how to find its rows in an answer. */
export interface Layout {
  /** The columns of the rows. */
  readonly columns: readonly Reader[];
  /** Columns with one value in all rows, which are read from the answer. */
  readonly constants: readonly Reader[];
  /** The fields of the answer that are not rows. */
  readonly rest: readonly Part[];
  /** Names of the lists that `long` can name. */
  readonly lists: readonly string[];
  /** Whether the answer is a single object, not a list. */
  readonly isSingle: boolean;
  rowsOf(answer: unknown): readonly unknown[];
}

/**
 * Returns the table of a question. Its columns depend on the schema and on `long` alone.
 * @param long name of a list: the table then has one row per entry of that list
 * @throws GraphQLError BAD_USER_INPUT if there is no such list
 */
export function layOut(type: GraphQLOutputType, long?: string): Layout {
  const named = getNamedType(type);
  const parts = outline(named);
  const own = isList(type) ? undefined : rowsList(named, parts);
  const rowParts = own?.part.parts ?? parts;
  const aboutEdition = own !== undefined && parts.some(({ name }) => name === "edition");
  const known = new Set([...nodeTypes(rowParts), ...(aboutEdition ? ["Edition"] : [])]);
  const columns = columnsOf(rowParts, { prefix: "", path: [], known });
  const rowsOf = (answer: unknown) => {
    if (own !== undefined) return entries(valueAt(answer, own.path));
    return entries(isList(type) ? answer : [answer]);
  };
  const rowLists = listsOf(rowParts);
  const lists = own === undefined ? rowLists : [...rowLists, ...listsOf(parts)];
  const usual: Layout = {
    columns,
    constants: own === undefined ? [] : constantColumns(parts, columns),
    rest: own === undefined ? [] : parts.filter(({ name }) => name !== own.name),
    lists: [...new Set(lists.map(({ name }) => name))].filter((name) => name !== own?.name),
    isSingle: own === undefined && !isList(type),
    rowsOf,
  };
  if (long === undefined || (own !== undefined && foldName(long) === foldName(own.name))) return usual;
  const list = findList(long, lists);
  const isInRows = rowLists.includes(list);
  const longOnes = longColumns(list, isInRows ? columns : [], known);
  return {
    ...usual,
    columns: longOnes,
    constants: own === undefined ? [] : constantColumns(parts, longOnes),
    rest: isInRows ? usual.rest : parts.filter(({ name }) => name !== list.path[0]),
    isSingle: false,
    rowsOf: (answer) =>
      (isInRows ? rowsOf(answer) : [answer]).flatMap((parent) =>
        entries(valueAt(parent, list.path)).map((entry): LongRow => ({ parent, entry })),
      ),
  };
}

/** Returns the entries of a list without nulls. */
const entries = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter((entry) => entry != null) : [];

/**
 * Returns the nodes and the level that an answer is about, as columns with one value: a table says what it is about.
 * Columns that the rows have too are left out.
 */
function constantColumns(parts: readonly Part[], columns: readonly Reader[]): Reader[] {
  const taken = new Set(columns.map(({ name }) => name));
  const isAbout = ({ type, isList }: Part) =>
    !isList && (isNode(type) || (isEnumType(type) && type.name === "Level"));
  const scope = { prefix: "", path: [], known: new Set<string>() };
  return parts
    .filter(isAbout)
    .flatMap((part) =>
      columnsOf([part], scope).map((column) => ({
        ...column,
        // The edition at the start of a comparison, not a value at its start.
        name: part.type.name === "Edition" ? joinName("edition", part.name) : column.name,
        weight: 2 as const,
        isConstant: true,
      })),
    )
    .filter(({ name }) => !taken.has(name));
}
