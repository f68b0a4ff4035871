import { type GraphQLNamedOutputType, isObjectType } from "graphql";
import { nearest } from "../names/nearest.js";
import { inputError } from "../question/inputError.js";
import { columnType, joinName, type Reader, type Scope } from "./column.js";
import { columnsOf, nodeTypes } from "./columns.js";
import { splitDescription } from "./description.js";
import { isNode, type Part } from "./outline.js";

/** A list in an answer or in its rows, with the name that its columns have. */
export interface NamedList {
  readonly name: string;
  readonly path: readonly string[];
  readonly part: Part;
}

/** A row of one entry of a list, with the object that has the list. */
export interface LongRow {
  readonly parent: unknown;
  readonly entry: unknown;
}

/** Returns the list of an answer that has its rows: `rows` or `nodes` if present, else the first list of objects. */
export function rowsList(type: GraphQLNamedOutputType, parts: readonly Part[]): NamedList | undefined {
  if (isNode(type) || (isObjectType(type) && type.extensions.isSingle === true)) return undefined;
  const lists = parts.filter((part) => part.isList && part.parts.length > 0 && part.name !== "evidence");
  const part = lists.find(({ name }) => name === "rows" || name === "nodes") ?? lists[0];
  return part === undefined ? undefined : { name: part.name, path: [part.name], part };
}

/** Returns the lists of an object and of its parts, with the names of their columns. */
export function listsOf(parts: readonly Part[], prefix = "", path: readonly string[] = []): NamedList[] {
  return parts.flatMap((part) => {
    const name = joinName(prefix, part.name);
    const here = [...path, part.name];
    if (part.isList) return [{ name, path: here, part }];
    return isNode(part.type) ? [] : listsOf(part.parts, name, here);
  });
}

/** Names of lists and columns are compared without case, spaces and hyphens: `tier-possible` is `tierPossible`. */
export const foldName = (name: string) => name.replace(/[-_.\s]/g, "").toLowerCase();

/** @throws GraphQLError BAD_USER_INPUT if no list has the name */
export function findList(name: string, lists: readonly NamedList[]): NamedList {
  const found = lists.find((list) => foldName(list.name) === foldName(name));
  if (found !== undefined) return found;
  const allowed = [...new Set(lists.map((list) => list.name))];
  throw inputError(
    allowed.length === 0
      ? `expected no list, got "${name}". The answer has no lists.`
      : `expected a list of the answer, got "${name}". Use one of: ${allowed.join(", ")}.`,
    { argument: ["long"], allowed, nearest: nearest(name, allowed) },
  );
}

const lift = (column: Reader, from: keyof LongRow): Reader => ({
  ...column,
  read: (row) => column.read((row as LongRow)[from]),
});

/**
 * Returns the columns of a table with one row per entry of a list: those of the object that has the list, then those of
 * the entry. A name that both have gets the name of the list before it.
 */
export function longColumns(list: NamedList, parent: readonly Reader[], known: Scope["known"]): Reader[] {
  const kept = parent.filter((column) => column.list !== list.name);
  const taken = new Set(kept.map(({ name }) => name));
  const own = entryColumns(list, taken, known).map((column) => ({
    ...lift(column, "entry"),
    name: taken.has(column.name) ? joinName(list.name, column.name) : column.name,
  }));
  return [...kept.map((column) => lift(column, "parent")), ...own];
}

function entryColumns(
  { name, part }: NamedList,
  taken: ReadonlySet<string>,
  known: Scope["known"],
): Reader[] {
  const scope: Scope = { prefix: "", path: [], known: new Set([...known, ...nodeTypes(part.parts)]) };
  if (part.parts.length === 0) {
    const description = splitDescription(part.description).english;
    const read = (entry: unknown) => entry as string | number | boolean;
    return [{ name, type: columnType(part.type), description, weight: 0, read }];
  }
  if (isNode(part.type)) {
    const single = { ...part, name, isList: false };
    const wrap = (entry: unknown) => ({ [name]: entry });
    return columnsOf([single], scope).map((column) => ({
      ...column,
      read: (entry) => column.read(wrap(entry)),
    }));
  }
  // A node of the row that each entry repeats has its column already.
  const isRepeated = (inner: Part) => isNode(inner.type) && !inner.isList && taken.has(inner.name);
  return columnsOf(
    part.parts.filter((inner) => !isRepeated(inner)),
    scope,
  );
}
