import { didYouMean, nearest } from "../../names/nearest.js";
import { toPrintable } from "../../names/printable.js";
import { inputError } from "../../question/inputError.js";
import { fileName, otherFiles, tables } from "../../table/package/package.js";
import { type HttpError, notFound } from "../httpError.js";
import { onlyText } from "../search.js";

/** The formats that have a folder under /data/. */
export const servedFormats = ["csv", "jsonl"] as const;
export type ServedFormat = (typeof servedFormats)[number];

/** A file of the data package at its address. */
export interface ServedFile {
  readonly format: ServedFormat;
  readonly name: string;
}

const isServed = (text: string): text is ServedFormat => servedFormats.some((format) => format === text);

/** Reads the address of a file: `/data/csv/facts.csv`. @throws HttpError 404 */
export function readFileName(format: string, name: string): ServedFile {
  if (!isServed(format)) {
    throw unknownFile("data", servedFormats, format);
  }
  const names = [...tables.map((table) => fileName(table.name, format)), ...otherFiles];
  if (!names.includes(name)) throw unknownFile(format, names, name);
  return { format, name };
}

function unknownFile(place: string, allowed: readonly string[], got: string): HttpError {
  const near = nearest(got, allowed);
  const advice = didYouMean(near) || ". The files are listed at /data/.";
  return notFound(`${place}: expected ${allowed.join(", ")}, got ${toPrintable(got)}${advice}`, near);
}

/**
 * Reads the data version that an address names. An empty value counts as not given.
 * @param allowed the names that the query string can have
 * @throws GraphQLError BAD_USER_INPUT
 */
export function readVersion(search: URLSearchParams, allowed: readonly string[]): string | undefined {
  const unknown = [...search.keys()].find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw inputError(
      `expected ${allowed.join(" or ")}, got ${toPrintable(unknown)}. Remove it from the address.`,
      {
        argument: [unknown],
        allowed,
      },
    );
  }
  return onlyText(search, "dataVersion");
}
