import { edition, type Level, type RegionEntry, regionsOf } from "./data.js";

/** Everything that the files print about the rank and score of one region in one edition, overall or in a dimension. */
export interface Printed {
  readonly ranks: readonly number[];
  readonly scores: readonly number[];
  readonly atMost: readonly number[];
  readonly doubts: readonly string[];
}

const unique = <T>(values: readonly T[]) => [...new Set(values)];
export const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] as T) : null);

interface Entry {
  readonly region: string;
  readonly rank: number | null;
  readonly score?: number | null;
  readonly atMost?: number | null;
  readonly doubt?: string;
}

interface List {
  readonly level: Level;
  readonly dimension?: string;
  readonly complete?: boolean;
  readonly printedCount?: number | null;
  readonly regions: readonly Entry[];
}

/** Returns the lists of ranks and scores, in the overall index or in a dimension. */
function lists(year: number, level: Level, dimension: string | null): List[] {
  const all: List[] = (dimension === null ? edition(year).scores : edition(year).ranks) ?? [];
  return all.filter((list) => list.level === level && (dimension === null || list.dimension === dimension));
}

/** Returns all printed readings of each region that has any: short name → readings. */
export function printedOf(
  year: number,
  level: Level,
  dimension: string | null = null,
): ReadonlyMap<string, Printed> {
  const entries = lists(year, level, dimension).flatMap((list) => list.regions);
  const readings = (name: string, of: (entry: Entry) => number | null | undefined) =>
    unique(
      entries
        .filter(({ region }) => region === name)
        .map(of)
        .filter((value) => typeof value === "number"),
    );
  return new Map(
    unique(entries.map(({ region }) => region)).map((name) => [
      name,
      {
        ranks: readings(name, ({ rank }) => rank),
        scores: readings(name, ({ score }) => score),
        atMost: readings(name, ({ atMost }) => atMost),
        doubts: unique(
          entries.filter(({ region, doubt }) => region === name && doubt).map(({ doubt }) => String(doubt)),
        ),
      },
    ]),
  );
}

/** A list of the best ranks without a gap: every region of ranks 1 to `last`, except that ties of the last rank can be cut. */
interface CompleteList {
  readonly last: number;
  readonly isCut: boolean;
  readonly names: ReadonlySet<string>;
}

/** Returns the lists of the overall index that are complete: of all regions, or of as many of the first as it prints. */
function completeLists(year: number, level: Level): CompleteList[] {
  return lists(year, level, null).flatMap(({ complete, printedCount, regions }) => {
    const ranks = regions.map(({ rank }) => rank ?? 0);
    const last = Math.max(...ranks);
    const isGapless = Array.from({ length: last }, (_, index) => index + 1).every((rank) =>
      ranks.includes(rank),
    );
    const isWhole = complete ? regions.length === regionsOf(level).length : printedCount === regions.length;
    if (ranks.includes(0) || !isGapless || !isWhole) return [];
    const isCut = complete !== true && ranks.filter((rank) => rank === last).length > 1;
    return [{ last, isCut, names: new Set(regions.map(({ region }) => region)) }];
  });
}

/** Returns the last rank up to which all regions are known; 0 if none is known. */
export function knownUpTo(year: number, level: Level): number {
  return Math.max(0, ...completeLists(year, level).map(({ last }) => last));
}

/**
 * Returns the best rank that a region can have without a printed rank, because it is outside a complete list; null if it has
 * one or there is no such list. If the last rank of a list is shared, a region outside it can share it too.
 */
export function rankAtLeast(name: string, level: Level, year: number): number | null {
  const printed = printedOf(year, level).get(name);
  if (printed !== undefined && (printed.ranks.length > 0 || printed.scores.length > 1)) return null;
  const outside = completeLists(year, level).filter((list) => !list.isCut && !list.names.has(name));
  return outside.length === 0 ? null : Math.max(...outside.map(({ last }) => last)) + 1;
}

/** Whether an edition states anything about a region, alone or in a list of its level. */
export function statesAnything(year: number, { name, level }: Pick<RegionEntry, "name" | "level">): boolean {
  return Object.values(edition(year)).some(
    (section) =>
      Array.isArray(section) &&
      section.some((entry) => entry.level === level && (entry.region === name || names(entry, name))),
  );
}

/** Whether a list names a region, as a name or as an entry. */
export function names({ regions = [] }: { regions?: readonly unknown[] }, name: string): boolean {
  return regions.some((entry) => entry === name || (entry as { region?: string }).region === name);
}
