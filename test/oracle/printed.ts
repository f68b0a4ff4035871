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

/**
 * Returns the last rank up to which all regions are known; 0 if none is known. A list of all regions is complete, a list of the
 * first N up to its end.
 */
export function knownUpTo(year: number, level: Level): number {
  const reaches = lists(year, level, null).flatMap(({ complete, printedCount, regions }) => {
    const ranks = regions.map(({ rank }) => rank);
    if (ranks.some((rank) => rank === null)) return [];
    const last = Math.max(...(ranks as number[]));
    if (complete && regions.length === regionsOf(level).length) return [last];
    // The first N: the printed number, and every rank up to the last has a region.
    const gapless = Array.from({ length: last }, (_, index) => index + 1).every((rank) =>
      ranks.includes(rank),
    );
    return printedCount === regions.length && gapless ? [last] : [];
  });
  return Math.max(0, ...reaches);
}

/** Returns the year of the first edition that assesses a level; undefined if no source states it. */
export function firstAssessing(level: Level, years: readonly number[]): number | undefined {
  return years.find((year) =>
    edition(year).firstAssessed?.some((entry: { level: Level }) => entry.level === level),
  );
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
