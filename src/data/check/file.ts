import type { DeepPartial } from "../deepPartial.js";
import type { Edition } from "../edition.js";
import type { Fault, FaultCode } from "../fault.js";
import type { Source } from "../source.js";
import type { Path } from "../yaml.js";

/** Reports a fault of the value at a path. */
export type Report = (path: Path, code: FaultCode, message: string) => void;

/** A data file after reading, with the faults found so far. */
export interface DataFile<Content> {
  readonly path: string;
  /** The valid parts of the content; undefined if no part is valid. */
  readonly content: DeepPartial<Content> | undefined;
  /** The whole content with defaults; undefined if it does not match the schema. */
  readonly validated: Content | undefined;
  readonly faults: Fault[];
  readonly report: Report;
  /** Returns the line in which the value at a path begins. */
  readonly lineOf: (path: Path) => number;
}

/** A data file with content to check. */
export interface ReadFile<Content> extends DataFile<Content> {
  readonly content: DeepPartial<Content>;
}

export type EditionFile = ReadFile<Edition>;

/** The sources that a file declares, with their path in the file. */
export interface SourceList {
  readonly file: DataFile<unknown>;
  /** The path of the list in its file. */
  readonly path: Path;
  readonly sources: DeepPartial<readonly Source[]> | undefined;
}

/** Returns the sources of sources.yaml. */
export function sharedSources(file: ReadFile<readonly Source[]>): SourceList {
  return { file, path: [], sources: file.content };
}

/** Returns the sources that an edition file declares. */
export function editionSources(file: EditionFile): SourceList {
  return { file, path: ["sources"], sources: file.content.sources };
}

export function isRead<Content>(file: DataFile<Content>): file is ReadFile<Content> {
  return file.content !== undefined;
}

/**
 * Reports every entry with the same identity as an earlier entry, and the line of the earlier one.
 * @param entries each with its identity; with sources, entries of different sources are not duplicates
 */
export function reportDuplicates<T>(
  file: Pick<DataFile<unknown>, "report" | "lineOf">,
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
    if (earlier !== undefined)
      file.report(path, code, `${describe(entry, identity)}, in line ${file.lineOf(earlier)}`);
  }
}

/** Joins the parts of an identity; undefined if a part is missing. */
export function identityOf(...parts: readonly (string | number | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(" ");
}
