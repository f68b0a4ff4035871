import { join } from "node:path";
import { checkCitations } from "./check/citation.js";
import { checkCounts } from "./check/count.js";
import { checkDates, checkSourceDates } from "./check/date.js";
import { checkDuplicates } from "./check/duplicate.js";
import { type DataFile, editionSources, isRead, sharedSources } from "./check/file.js";
import { checkKeys } from "./check/key.js";
import { checkLists } from "./check/list.js";
import { checkScores } from "./check/score.js";
import { checkKeyTable, checkRegionTable } from "./check/table.js";
import { compareHashes, type TextComparison } from "./check/textHash.js";
import { checkContradictions, checkRises, checkTierSizes } from "./check/tier.js";
import type { Edition } from "./edition.js";
import { DataError, type Fault, sortFaults } from "./fault.js";
import { isFolder, readEditions, readSources } from "./folder.js";
import { readDataFile } from "./read.js";
import type { Source } from "./source.js";
import {
  type Area,
  areasSchema,
  type Dimension,
  dimensionsSchema,
  type Region,
  regionsSchema,
  type Tier,
  tiersSchema,
} from "./tableSchemas.js";
import { RegionTable, tablesOf } from "./tables.js";

/** All that the data files say, in the order of the files; editions by year. */
export interface Dataset {
  readonly areas: readonly Area[];
  readonly regions: readonly Region[];
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  /** The sources that several editions cite; those of one edition alone stand with it. */
  readonly sources: readonly Source[];
  readonly editions: readonly Edition[];
}

/** All sources: those that several editions cite, then those that come with one, by edition. */
export function allSources({ sources, editions }: Pick<Dataset, "sources" | "editions">): readonly Source[] {
  return [...sources, ...editions.flatMap((edition) => edition.sources)];
}

export interface CheckOptions {
  /** Folder with the operator's copies of reports; without it no hash is compared. */
  readonly texts?: string | undefined;
  /** The last day that may have begun, as YYYY-MM-DD. Not given: today, where on earth the day begins first. */
  readonly today?: string | undefined;
}

/** What a check of data files found. */
export interface CheckResult {
  /** What the files say; null if there is any fault. */
  readonly dataset: Dataset | null;
  /** All faults, sorted by file, line and column. */
  readonly faults: readonly Fault[];
  /** The files that were checked: tables first, then editions by year. */
  readonly files: readonly string[];
  /** For each source whose wording was looked for, whether it was there. Empty without a folder of texts. */
  readonly wordings: readonly TextComparison[];
}

/**
 * Reads a folder of data files and checks everything they say.
 * @param folder holds areas.yaml, regions.yaml, dimensions.yaml, tiers.yaml and editions/<year>.yaml; sources.yaml if
 *   several editions share sources
 * @param extraFiles edition files laid over those of the folder; one of the same year takes its place
 * @throws DataError with all faults of all files
 */
export function readDataset(
  folder: string,
  extraFiles: readonly string[] = [],
  options: CheckOptions = {},
): Dataset {
  const { dataset, faults } = checkFiles(folder, extraFiles, options);
  if (dataset === null) throw new DataError(faults);
  return dataset;
}

/**
 * Like `readDataset`, but the faults are returned and nothing is thrown. One fault hides no other: what is sound in a
 * file is checked whatever else is wrong.
 */
export function checkFiles(
  folder: string,
  extraFiles: readonly string[] = [],
  { texts, today = latestDate() }: CheckOptions = {},
): CheckResult {
  if (!isFolder(folder)) return missing(folder, "expected a folder of data files here, found none");
  const areas = readDataFile(join(folder, "areas.yaml"), areasSchema);
  const regions = readDataFile(join(folder, "regions.yaml"), regionsSchema);
  const dimensions = readDataFile(join(folder, "dimensions.yaml"), dimensionsSchema);
  const tiers = readDataFile(join(folder, "tiers.yaml"), tiersSchema);
  const sources = readSources(folder);
  const editions = readEditions(folder, extraFiles);
  const editionFolder = join(folder, "editions");
  if (editions.length === 0) return missing(editionFolder, "expected edition files here, found none");

  for (const table of [areas, dimensions, tiers]) if (isRead(table)) checkKeyTable(table);
  if (isRead(regions)) checkRegionTable(regions, areas.validated);
  const tables = tablesOf({
    areas: areas.content,
    regions: regions.content,
    dimensions: dimensions.content,
    tiers: tiers.content,
  });
  const readable = editions.filter(isRead);
  for (const file of readable) {
    checkDates(file, today);
    checkKeys(file, tables);
    checkDuplicates(file);
    checkLists(file, tables.regions);
    checkCounts(file, tables.regions);
    checkRises(file, tables);
    checkTierSizes(file);
    checkScores(file);
  }
  const sourceLists = [...sources.filter(isRead).map(sharedSources), ...readable.map(editionSources)];
  for (const list of sourceLists) checkSourceDates(list, today);
  checkCitations(readable, sourceLists);
  checkContradictions(readable);
  const wordings = texts === undefined ? [] : sourceLists.flatMap((list) => compareHashes(list, texts));

  const files = [areas, regions, dimensions, tiers, ...sources, ...editions];
  const faults = sortFaults(files.flatMap((file) => file.faults));
  return {
    dataset: faults.length > 0 ? null : datasetOf({ areas, regions, dimensions, tiers, sources, editions }),
    faults,
    files: files.map(({ path }) => path),
    wordings,
  };
}

/**
 * Reads the regions of a folder of data files alone.
 * @throws DataError with all faults of regions.yaml
 */
export function readRegions(folder: string): RegionTable {
  const { validated, faults } = readDataFile(join(folder, "regions.yaml"), regionsSchema);
  if (validated === undefined || faults.length > 0) throw new DataError(sortFaults(faults));
  return new RegionTable(validated);
}

/** Puts together what the files say; each is whole, since there was no fault. */
function datasetOf(files: {
  areas: DataFile<Area[]>;
  regions: DataFile<Region[]>;
  dimensions: DataFile<Dimension[]>;
  tiers: DataFile<Tier[]>;
  sources: readonly DataFile<Source[]>[];
  editions: readonly DataFile<Edition>[];
}): Dataset {
  return {
    areas: files.areas.validated!,
    regions: files.regions.validated!,
    dimensions: files.dimensions.validated!,
    tiers: files.tiers.validated!,
    sources: files.sources.flatMap(({ validated }) => validated!),
    editions: files.editions.map(({ validated }) => validated!),
  };
}

function missing(file: string, message: string): CheckResult {
  const faults: Fault[] = [{ file, line: 1, column: 1, code: "FILE_MISSING", message }];
  return { dataset: null, faults, files: [], wordings: [] };
}

/** The day it is where the date is furthest ahead, 14 hours before UTC. */
function latestDate(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}
