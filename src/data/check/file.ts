import type { DeepPartial } from "../deepPartial.js";
import type { Edition } from "../edition.js";
import type { Fault, FaultCode } from "../fault.js";
import type { Source } from "../source.js";
import type { Path } from "../yaml.js";

/** Takes a fault of the value at a path. */
export type Report = (path: Path, code: FaultCode, message: string) => void;

/** A data file as read, with the faults found so far. */
export interface DataFile<Content> {
  readonly path: string;
  /** What is sound in it; undefined if nothing is. */
  readonly content: DeepPartial<Content> | undefined;
  /** All of it, if its form has no fault. */
  readonly validated: Content | undefined;
  readonly faults: Fault[];
  readonly report: Report;
  /** The line in which the value at a path begins. */
  readonly lineOf: (path: Path) => number;
}

/** A data file that holds something to check. */
export interface ReadFile<Content> extends DataFile<Content> {
  readonly content: DeepPartial<Content>;
}

export type EditionFile = ReadFile<Edition>;

/** The sources that a file declares, and where in it. */
export interface SourceList {
  readonly file: DataFile<unknown>;
  /** The way to the list in its file. */
  readonly path: Path;
  readonly sources: DeepPartial<readonly Source[]> | undefined;
}

/** The sources of sources.yaml. */
export function sharedSources(file: ReadFile<readonly Source[]>): SourceList {
  return { file, path: [], sources: file.content };
}

/** The sources that come with an edition. */
export function editionSources(file: EditionFile): SourceList {
  return { file, path: ["sources"], sources: file.content.sources };
}

export function isRead<Content>(file: DataFile<Content>): file is ReadFile<Content> {
  return file.content !== undefined;
}

/**
 * Reports every entry that equals an earlier one, with the line of the earlier.
 * @param entries each with what tells it from others, and the sources that say it, if other sources may say it too
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
    // A fact without a sound source counts as one by itself.
    const ids =
      sources === undefined || sources.size === 0
        ? [identity]
        : [...sources].map((source) => `${identity} ${source}`);
    const earlier = ids.map((id) => seen.get(id)).find((one) => one !== undefined);
    for (const id of ids) if (!seen.has(id)) seen.set(id, path);
    if (earlier !== undefined)
      file.report(path, code, `${describe(entry, identity)}, in line ${file.lineOf(earlier)}`);
  }
}

/** Joins what tells entries apart; undefined if a part of it is not known. */
export function identityOf(...parts: readonly (string | number | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(" ");
}
