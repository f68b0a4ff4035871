import { createHash } from "node:crypto";
import { parseCsv } from "../reading.js";

/** A Data Package as its descriptor describes it. */
export interface Descriptor {
  readonly version: string;
  readonly citation: string;
  readonly sources: readonly { readonly name: string }[];
  readonly resources: readonly TableDescriptor[];
}

interface TableDescriptor {
  readonly name: string;
  readonly path: string;
  readonly format: "csv" | "json" | "jsonl";
  /** Not given for a JSON array, whose bytes frictionless does not count. */
  readonly bytes?: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

type Row = Readonly<Record<string, unknown>>;

/** The files of a package by name. */
export type Files = Readonly<Record<string, string>>;

export const descriptorOf = (files: Files): Descriptor => JSON.parse(files["datapackage.json"] ?? "null");

/** Reads the rows of a table. Cells of CSV are texts; an empty cell is null. */
export function rowsOf({ format, path }: TableDescriptor, files: Files): Row[] {
  const text = files[path] ?? "";
  if (format === "json") return JSON.parse(text);
  if (format === "jsonl")
    return text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  const [head = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ""));
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [head[index], cell === "" ? null : cell])),
  );
}

const inCsv: Readonly<Record<string, (cell: string) => boolean>> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell),
  boolean: (cell) => cell === "true" || cell === "false",
};

const inJson: Readonly<Record<string, (cell: unknown) => boolean>> = {
  string: (cell) => typeof cell === "string",
  integer: Number.isInteger,
  number: (cell) => typeof cell === "number",
  boolean: (cell) => typeof cell === "boolean",
  array: (cell) => Array.isArray(cell) && cell.every((entry) => typeof entry === "string"),
};

/** Returns what is wrong with a package, one line for each fault: names, sizes, hashes, types, keys. */
export function faultsOf(files: Files): string[] {
  const { resources } = descriptorOf(files);
  const tables = new Map(resources.map((resource) => [resource.name, rowsOf(resource, files)]));
  return [
    ...checksumFaults(files),
    ...resources.flatMap((resource) => tableFaults(resource, tables.get(resource.name) ?? [], files)),
    ...resources.flatMap((resource) => foreignKeyFaults(resource, tables)),
  ];
}

const sha256 = (text: string | undefined) =>
  createHash("sha256")
    .update(text ?? "")
    .digest("hex");

function checksumFaults({ SHA256SUMS: sums = "", ...files }: Files): string[] {
  const lines = sums.trimEnd().split("\n");
  const named = lines.map((line) => line.slice(66)).sort();
  const expected = Object.keys(files).sort();
  return [
    ...(named.join() === expected.join() ? [] : [`SHA256SUMS names ${named}, there are ${expected}`]),
    ...lines.flatMap((line) =>
      line.slice(0, 64) === sha256(files[line.slice(66)]) ? [] : [`wrong hash: ${line}`],
    ),
  ];
}

function tableFaults(
  { name, path, format, bytes, hash, schema }: TableDescriptor,
  rows: readonly Row[],
  files: Files,
) {
  const faults: string[] = [];
  const expectedBytes = format === "json" ? undefined : Buffer.byteLength(files[path] ?? "");
  if (bytes !== expectedBytes) faults.push(`${name}: bytes`);
  if (hash !== `sha256:${sha256(files[path])}`) faults.push(`${name}: hash`);
  if (rows.length === 0) faults.push(`${name}: no rows`);
  const names = schema.fields.map((field) => field.name).join();
  for (const row of rows)
    if (Object.keys(row).join() !== names) faults.push(`${name}: columns ${Object.keys(row)}`);
  for (const field of schema.fields) {
    if (field.description === "") faults.push(`${name}.${field.name}: no description`);
    const fits = (format === "csv" ? inCsv : inJson)[field.type] as ((cell: unknown) => boolean) | undefined;
    const wrong = rows.map((row) => row[field.name]).find((cell) => cell !== null && fits?.(cell) !== true);
    if (wrong !== undefined) faults.push(`${name}.${field.name}: ${wrong} is no ${field.type}`);
  }
  const keys = rows.map((row) => JSON.stringify(schema.primaryKey.map((column) => row[column])));
  if (new Set(keys).size < keys.length) faults.push(`${name}: ${schema.primaryKey} does not identify a row`);
  return faults;
}

function foreignKeyFaults(
  { name, schema }: TableDescriptor,
  tables: ReadonlyMap<string, readonly Row[]>,
): string[] {
  return (schema.foreignKeys ?? []).flatMap(({ fields: [from = ""], reference }) => {
    const target = tables.get(reference.resource || name) ?? [];
    const allowed = new Set(target.map((row) => row[reference.fields[0] ?? ""]));
    const used = (tables.get(name) ?? []).map((row) => row[from]).filter((cell) => cell !== null);
    const missing = used.filter((cell) => !allowed.has(cell));
    return [
      ...(used.length === 0 ? [`${name}.${from}: no cell refers to ${reference.resource}`] : []),
      ...[...new Set(missing)].map((cell) => `${name}.${from}: ${cell} is not in ${reference.resource}`),
    ];
  });
}
