import type { DeepPartial } from "../deepPartial.js";
import type { Edition } from "../edition.js";
import type { Fault, FaultCode } from "../fault.js";
import type { Source } from "../source.js";
import type { Path } from "../yaml.js";

/** Reports a fault of the value at a path. */
export type Report = (path: Path, code: FaultCode, message: string) => void;

/** A place in a data file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A data file after reading, with the faults found so far. */
export interface DataFile<Content> {
  readonly path: string;
  /** The SHA-256 of its bytes in hexadecimal digits; undefined if the file cannot be read. */
  readonly sha256: string | undefined;
  /** The valid parts of the content; undefined if no part is valid. */
  readonly content: DeepPartial<Content> | undefined;
  /** The whole content with defaults; undefined if it does not match the schema. */
  readonly validated: Content | undefined;
  readonly faults: Fault[];
  readonly report: Report;
  /** Returns the place where the value at a path begins. */
  readonly placeOf: (path: Path) => Place;
}

/** A data file with content to check. */
export interface ReadFile<Content> extends DataFile<Content> {
  readonly content: DeepPartial<Content>;
}

export type EditionFile = ReadFile<Edition>;

/** The sources that a file declares, with their path in the file. */
export interface SourceList {
  readonly file: DataFile<unknown>;
  /** True if the operator added the file. It can then repeat a source without a change. */
  readonly isAdded: boolean;
  /** The path of the list in its file. */
  readonly path: Path;
  readonly sources: DeepPartial<readonly Source[]> | undefined;
}

/** Returns the sources of a file sources.yaml. */
export function sharedSources(file: ReadFile<readonly Source[]>, isAdded: boolean): SourceList {
  return { file, isAdded, path: [], sources: file.content };
}

/** Returns the sources that an edition file declares. */
export function editionSources(file: EditionFile, isAdded: boolean): SourceList {
  return { file, isAdded, path: ["sources"], sources: file.content.sources };
}

export function isRead<Content>(file: DataFile<Content>): file is ReadFile<Content> {
  return file.content !== undefined;
}

/** Describes the place of an earlier value, for a message about a later one. */
export function describePlace(
  { placeOf }: Pick<DataFile<unknown>, "placeOf">,
  earlier: Path,
  later: Path,
): string {
  const { file, line } = placeOf(earlier);
  return file === placeOf(later).file ? `in line ${line}` : `in ${file}:${line}`;
}

/**
 * Reports every entry with the same identity as an earlier entry, and the place of the earlier one. If that is in another file
 * of the edition, the fault is always DUPLICATE_FACT.
 * @param entries each with its identity; with sources, entries of different sources are not duplicates
 */
export function reportDuplicates<T>(
  file: Pick<DataFile<unknown>, "report" | "placeOf">,
  entries: Iterable<
    readonly [path: Path, identity: string | undefined, entry: T, sources?: ReadonlySet<string> | undefined]
  >,
  code: FaultCode,
  describe: (entry: T, identity: string) => string,
): void {
  const seen = new Map<string, Path>();
  for (const [path, identity, entry, sources] of entries) {
    if (identity === undefined) continue;
    // A fact without a valid source has an identity of its own.
    const ids =
      sources === undefined || sources.size === 0
        ? [identity]
        : [...sources].map((source) => `${identity} ${source}`);
    const earlier = ids.map((id) => seen.get(id)).find((seenPath) => seenPath !== undefined);
    for (const id of ids) if (!seen.has(id)) seen.set(id, path);
    if (earlier === undefined) continue;
    const isInOneFile = file.placeOf(earlier).file === file.placeOf(path).file;
    const message = `${describe(entry, identity)}, ${describePlace(file, earlier, path)}`;
    file.report(path, isInOneFile ? code : "DUPLICATE_FACT", message);
  }
}

/** Joins the parts of an identity; undefined if a part is missing. */
export function identityOf(...parts: readonly (string | number | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(" ");
}
