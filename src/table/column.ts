import { type GraphQLNamedOutputType, isScalarType } from "graphql";

export type Cell = string | number | boolean | null;

/** Which names a table shows: Chinese, English, or both in columns of their own. */
export const languages = ["both", "en", "zh"] as const;
export type Language = (typeof languages)[number];

/** As in a Table Schema of the Frictionless Data standard. */
export type ColumnType = "string" | "integer" | "number" | "boolean";

/** A column of a table, known from the question and the options alone. */
export interface Column {
  /** Name in CSV, unique in its table, such as `tierBasis`. */
  readonly name: string;
  readonly type: ColumnType;
  /** Description in English, from the schema. */
  readonly description: string;
  /** Set if the column has names in one language. */
  readonly language?: "zh" | "en";
  /** Whether all rows have the same value: a property of the whole answer, such as its edition. */
  readonly isConstant?: boolean;
  /** Whether its texts are lists of numbers. */
  readonly isNumbers?: boolean;
  /** How much a narrow table needs it: 0 identifies the row, 1 is a value, 2 a detail, 3 evidence. */
  readonly weight: 0 | 1 | 2 | 3;
}

/** A column and how to read its cell from a row of an answer. */
export interface Reader extends Column {
  /** Name of the list whose entries it shows. */
  readonly list?: string;
  readonly read: (row: unknown) => Cell;
}

/** Returns the type of the column for a scalar or an enumeration. */
export function columnType(type: GraphQLNamedOutputType): ColumnType {
  if (!isScalarType(type)) return "string";
  if (type.name === "Int") return "integer";
  if (type.name === "Float") return "number";
  return type.name === "Boolean" ? "boolean" : "string";
}

/** Puts a list of numbers in brackets, so that a reader takes a list with one entry for a text too. */
export const bracket = (numbers: Cell) => `[${numbers}]`;

/** Returns the value at a path of field names; null if there is none. */
export function valueAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : null,
    object,
  );
}

/** Joins a prefix and a name to a column name. The tier of a part called `tier` is `tier`, not `tierTier`. */
export function joinName(prefix: string, name: string): string {
  return prefix === "" || prefix === name ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where the columns of an object are in a table. */
export interface Scope {
  /** Prefix of the names of columns: "" for the fields of the row itself. */
  readonly prefix: string;
  /** Field names from the row to the object. */
  readonly path: readonly string[];
  /** Names of the types of nodes that the row refers to. */
  readonly known: ReadonlySet<string>;
}

/** Returns the weight of a value: in a part of the row it is a detail. */
export const weightIn = ({ path }: Scope): 1 | 2 => (path.length === 0 ? 1 : 2);
