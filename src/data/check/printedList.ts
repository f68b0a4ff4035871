import { type DeepPartial, presentEntries } from "../deepPartial.js";
import type { Edition } from "../edition.js";
import type { Level } from "../scalar.js";
import type { Path } from "../yaml.js";
import { type Cite, citedSources } from "./citation.js";

/** A list of regions in an edition file, of any kind. */
export interface PrintedList {
  readonly kind:
    | "tierMembers"
    | "leaders"
    | "keepsLeading"
    | "initiatives"
    | "rises"
    | "scores"
    | "ranks"
    | "leadCounts";
  readonly path: Path;
  /** Distinguishes the list from other lists of its kind, such as level and tier; unknown parts are undefined. */
  readonly about: readonly (string | undefined)[];
  readonly level: Level | undefined;
  readonly complete: boolean | undefined;
  readonly order: string | null | undefined;
  readonly printedCount: number | null | undefined;
  /** The names with their paths. */
  readonly regions: readonly (readonly [path: Path, name: string])[];
  /** The number of entries, valid or not; undefined if there is no list. */
  readonly size: number | undefined;
  /** The ids of the sources that print it. */
  readonly sources: ReadonlySet<string>;
}

/** Returns all lists of regions of an edition. */
export function printedLists(edition: DeepPartial<Edition>): readonly PrintedList[] {
  type Entry = {
    readonly level?: Level | undefined;
    readonly complete?: boolean | undefined;
    readonly order?: string | null | undefined;
    readonly printedCount?: number | null | undefined;
    readonly cite?: Cite;
    readonly regions?: readonly (string | { readonly region?: string | undefined } | undefined)[] | undefined;
  };
  const list = (
    kind: PrintedList["kind"],
    index: number,
    entry: Entry,
    ...about: (string | undefined)[]
  ): PrintedList => {
    const path = [kind, index];
    const regions = [...presentEntries(entry.regions)].flatMap(([entryIndex, item]): [Path, string][] => {
      const entryPath = [...path, "regions", entryIndex];
      if (typeof item === "string") return [[entryPath, item]];
      return item.region === undefined ? [] : [[[...entryPath, "region"], item.region]];
    });
    const { level, complete, order, printedCount } = entry;
    const size = entry.regions?.length;
    const sources = citedSources(entry.cite);
    return {
      kind,
      path,
      about: [level, ...about],
      level,
      complete,
      order,
      printedCount,
      regions,
      size,
      sources,
    };
  };
  const all = <T>(
    entries: readonly (T | undefined)[] | undefined,
    make: (index: number, entry: T) => PrintedList,
  ) => [...presentEntries(entries)].map(([index, entry]) => make(index, entry));
  return [
    ...all(edition.tierMembers, (index, entry) => list("tierMembers", index, entry, entry.tier)),
    ...all(edition.leaders, (index, entry) => list("leaders", index, entry, entry.dimension)),
    ...all(edition.keepsLeading, (index, entry) => list("keepsLeading", index, entry)),
    ...all(edition.initiatives, (index, entry) => list("initiatives", index, entry)),
    ...all(edition.scores, (index, entry) => list("scores", index, entry)),
    ...all(edition.ranks, (index, entry) => list("ranks", index, entry, entry.dimension)),
    ...all(edition.leadCounts, (index, { region, ...entry }) => ({
      ...list("leadCounts", index, { level: entry.level, cite: entry.cite }, region),
      regions: region === undefined ? [] : [[["leadCounts", index, "region"], region] as const],
    })),
    ...all(edition.rises, (index, entry) => list("rises", index, entry, entry.from, entry.to)),
  ];
}
