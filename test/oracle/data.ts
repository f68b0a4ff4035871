import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../../data/", import.meta.url);
const read = (path: string) => parse(readFileSync(new URL(path, folder), "utf8"));

/**
 * The data files as plain YAML, without the checks and defaults of `src/data`, for computing answers a second time in another
 * way than the Cypher files.
 */
export const regions: RegionEntry[] = read("regions.yaml");
export const areas: { key: string; name: string; scheme: string }[] = read("areas.yaml");
export const dimensions: { key: string; name: string; nameEn: string }[] = read("dimensions.yaml");
export const tiers: { key: string; name: string }[] = read("tiers.yaml");

/** The edition files, the earliest first. Sections that a file does not have are missing here too. */
export const editions: EditionEntry[] = readdirSync(new URL("editions/", folder))
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => read(`editions/${file}`));

export type Level = "PROVINCE" | "CITY";
export const levels: readonly Level[] = ["PROVINCE", "CITY"];

export interface RegionEntry {
  readonly code: string;
  readonly level: Level;
  readonly name: string;
  readonly nameEn: string;
  readonly province: string | null;
  readonly areas: readonly string[];
}

/** The sections of an edition. The test that reads a section knows the form of its entries. */
// biome-ignore lint/suspicious/noExplicitAny: this is the raw file, on purpose without the types of src/data.
export type EditionEntry = { readonly year: number } & { readonly [section: string]: any };

export function edition(year: number): EditionEntry {
  const found = editions.find((candidate) => candidate.year === year);
  if (found === undefined) throw new Error(`data/editions/${year}.yaml: expected a file, got none.`);
  return found;
}

/** Returns the regions of a level in administrative order. */
export function regionsOf(level: Level): RegionEntry[] {
  return regions.filter((region) => region.level === level);
}

/** Returns the dimensions in which each region of a level leads in an edition: short name → keys. Other regions have no entry. */
export function ledBy(level: Level, year: number): Map<string, Set<string>> {
  const led = new Map<string, Set<string>>();
  for (const list of edition(year).leaders ?? []) {
    if (list.level !== level) continue;
    for (const name of list.regions) led.set(name, (led.get(name) ?? new Set()).add(list.dimension));
  }
  return led;
}

/**
 * Returns the default edition of a kind of fact: the latest edition with entries of a level in a section that qualify; if
 * there is none, the latest with any entry. Undefined if no edition has one.
 */
export function latestWith(
  section: string,
  level: Level,
  qualifies: (entry: EditionEntry) => boolean = () => true,
): number | undefined {
  const having = (fits: (entry: EditionEntry) => boolean) =>
    editions.filter((file) =>
      file[section]?.some((entry: EditionEntry) => entry.level === level && fits(entry)),
    );
  return (having(qualifies).at(-1) ?? having(() => true).at(-1))?.year;
}

/** Returns the default edition of questions about leading regions: the latest edition with a complete list of the level. */
export function latestLeaders(level: Level): number {
  return latestWith("leaders", level, ({ complete }) => complete) ?? 0;
}

/** Whether the sources of an edition agree that it assesses a level. */
export function assesses(of: EditionEntry | undefined, level: Level): boolean {
  const readings: boolean[] = (of?.levels ?? []).map(({ are }: { are: Level[] }) => are.includes(level));
  return readings.length > 0 && readings.every((reading) => reading);
}
