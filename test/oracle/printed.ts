import { edition, type Level, type RegionEntry, regionsOf } from "./data.js";

/** All that the files print of where one region stands in one edition, overall or in a dimension. */
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

/** The lists of ranks and scores, in the overall index or in a dimension. */
function lists(year: number, level: Level, dimension: string | null): List[] {
  const all: List[] = (dimension === null ? edition(year).scores : edition(year).ranks) ?? [];
  return all.filter((one) => one.level === level && (dimension === null || one.dimension === dimension));
}

/** What is printed of each region that has anything printed: short name → all readings. */
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
 * The last rank up to which everybody is known; 0 where nobody says. A list of all regions knows all, a list of the first
 * so many knows as far as it goes.
 */
export function knownUpTo(year: number, level: Level): number {
  const reaches = lists(year, level, null).flatMap(({ complete, printedCount, regions }) => {
    const ranks = regions.map(({ rank }) => rank);
    if (ranks.some((rank) => rank === null)) return [];
    const last = Math.max(...(ranks as number[]));
    if (complete && regions.length === regionsOf(level).length) return [last];
    // The first so many: as many as are printed, and no rank up to the last is without a region.
    const gapless = Array.from({ length: last }, (_, index) => index + 1).every((rank) =>
      ranks.includes(rank),
    );
    return printedCount === regions.length && gapless ? [last] : [];
  });
  return Math.max(0, ...reaches);
}

/** The year of the edition that is said to be the first to assess a level; undefined where none is. */
export function firstAssessing(level: Level, years: readonly number[]): number | undefined {
  return years.find((year) =>
    edition(year).firstAssessed?.some((entry: { level: Level }) => entry.level === level),
  );
}

/** Whether anything is stated of a region in an edition: by itself or in any list of its level. */
export function tells(year: number, { name, level }: Pick<RegionEntry, "name" | "level">): boolean {
  return Object.values(edition(year)).some(
    (section) =>
      Array.isArray(section) &&
      section.some((one) => one.level === level && (one.region === name || names(one, name))),
  );
}

/** Whether a list names a region, be it by the name alone or in an entry of its own. */
export function names({ regions = [] }: { regions?: readonly unknown[] }, name: string): boolean {
  return regions.some((one) => one === name || (one as { region?: string }).region === name);
}
