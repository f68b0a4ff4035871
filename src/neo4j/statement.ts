import { readFileSync } from "node:fs";
import { TypeMismatch, type Types, type Values } from "./type.js";

const folder = new URL("../../cypher/", import.meta.url);

/** A `.cypher` file bound to the types of its parameters and columns. */
export interface Statement<P extends Types, C extends Types> {
  /** Path under `cypher/` without its ending, such as `question/leaders/leaders`. */
  readonly stem: string;
  /** The file as it stands, with its comment and its `:param` line. */
  readonly source: string;
  /** What is sent to Neo4j: the statement alone. */
  readonly text: string;
  readonly parameters: P;
  readonly columns: C;
}

/** The types of parameters and columns of some statement; for code that treats all alike. */
export type AnyStatement = Statement<Types, Types>;
export type Parameters<S> = S extends Statement<infer P, Types> ? Values<P> : never;
export type Row<S> = S extends { readonly columns: infer C extends Types } ? Values<C> : never;

/** One line that sets a parameter in Neo4j Browser and in cypher-shell, such as `:param atLeast => 3;`. */
const paramLine = /^:param (\w+) => (.*);$/;

/**
 * Takes a `.cypher` file apart.
 * @returns its opening comment; the parameters that its `:param` lines set, as Cypher writes their values; the statement
 */
export function parseCypherFile(source: string): {
  comment: string;
  parameters: Readonly<Record<string, string>>;
  text: string;
} {
  const lines = source.split("\n");
  const set = lines.flatMap((line) => {
    const [, name, value] = paramLine.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const comment = lines.filter((line) => line.startsWith("//")).map((line) => line.replace(/^\/\/ ?/, ""));
  const text = lines.filter((line) => !line.startsWith(":param ") && !line.startsWith("//"));
  return {
    comment: comment.join("\n").trim(),
    parameters: Object.fromEntries(set),
    text: text.join("\n").replace(/;\s*$/, "").trim(),
  };
}

const bound: AnyStatement[] = [];

/** Every statement that a module loaded so far has bound. */
export function boundStatements(): readonly AnyStatement[] {
  return bound;
}

/**
 * Binds `cypher/<stem>.cypher` to typed parameters and columns.
 * @throws if the file is missing; whether its `$names` and columns agree with the types is the tests' business
 */
export function statement<P extends Types, C extends Types>(
  stem: string,
  parameters: P,
  columns: C,
): Statement<P, C> {
  const source = readFileSync(new URL(`${stem}.cypher`, folder), "utf8");
  const one = { stem, source, text: parseCypherFile(source).text, parameters, columns };
  bound.push(one as unknown as AnyStatement);
  return one;
}

/** Checks parameters and turns them into what the driver sends; surplus and missing ones are errors. */
export function encodeParameters<P extends Types>(
  { stem, parameters }: { stem: string; parameters: P },
  values: Values<P>,
): Record<string, unknown> {
  for (const name of Object.keys(values)) {
    if (!(name in parameters)) throw new TypeMismatch(`${stem} $${name}`, "no such parameter", values[name]);
  }
  const encoded: Record<string, unknown> = {};
  for (const name in parameters) {
    const type = parameters[name] as P[typeof name];
    try {
      encoded[name] = type.encode(values[name]);
    } catch {
      throw new TypeMismatch(`${stem} $${name}`, type.name, values[name]);
    }
  }
  return encoded;
}

/** A row as the driver gives it: its columns' names and their values by number. */
export interface RawRow {
  readonly keys: readonly PropertyKey[];
  get(column: number): unknown;
}

/**
 * Checks rows from the database against the columns; surplus and missing columns are errors. All rows of a statement
 * have the same columns in the same order, so those are looked up once.
 */
export function decodeRows<C extends Types>(
  { stem, columns }: { stem: string; columns: C },
  rows: readonly RawRow[],
): readonly Values<C>[] {
  const [first] = rows;
  if (first === undefined) return [];
  const keys = first.keys as readonly string[];
  const types = keys.map((key) => {
    const type = Object.hasOwn(columns, key) ? columns[key] : undefined;
    if (type === undefined) throw new TypeMismatch(`${stem} row 0`, "no such column", key);
    return type;
  });
  for (const name of Object.keys(columns)) {
    if (!keys.includes(name)) throw new TypeMismatch(`${stem} row 0`, `a column ${name}`, keys);
  }
  return rows.map((raw, index) => {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < types.length; column++) {
      const type = types[column] as Types[string];
      const key = keys[column] as string;
      const value = raw.get(column);
      try {
        row[key] = type.decode(value, "");
      } catch {
        // The words for its place are made only for what does not fit.
        row[key] = type.decode(value, `${stem} row ${index}, ${key}`);
      }
    }
    return row as Values<C>;
  });
}
