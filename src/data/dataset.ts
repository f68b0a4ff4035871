import { basename, join } from "node:path";
import { checkCitations } from "./check/citation.js";
import { combineByEdition } from "./check/combined.js";
import { checkCounts } from "./check/count.js";
import { checkDates, checkSourceDates } from "./check/date.js";
import { checkDuplicates } from "./check/duplicate.js";
import { type DataFile, editionSources, isRead, sharedSources } from "./check/file.js";
import { checkKeys } from "./check/key.js";
import { checkLevels } from "./check/level.js";
import { checkLists } from "./check/list.js";
import { checkScores } from "./check/score.js";
import { checkKeyTable, checkRegionTable } from "./check/table.js";
import { compareHashes, type TextComparison } from "./check/textHash.js";
import { checkContradictions, checkRises, checkTierSizes } from "./check/tier.js";
import type { Edition } from "./edition.js";
import { DataError, type Fault, sortFaults } from "./fault.js";
import { isFolder, readAdditions, readEditions, readSources } from "./folder.js";
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

/** The content of all data files, in the order of the files; editions by year. */
export interface Dataset {
  readonly areas: readonly Area[];
  readonly regions: readonly Region[];
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  /** The sources that several editions cite. Sources that only one edition cites are in that edition. */
  readonly sources: readonly Source[];
  readonly editions: readonly Edition[];
  /** What files of the operator add to these editions, or as further editions, in the order of reading. */
  readonly additions: readonly Edition[];
  /** The files that the operator adds, in the order of reading. */
  readonly addedFiles: readonly AddedFile[];
}

/** A file that the operator adds. */
export interface AddedFile {
  /** Its name without the folder, such as 2021-ours.yaml. */
  readonly name: string;
  /** The SHA-256 of its bytes in hexadecimal digits. */
  readonly sha256: string;
}

/** Returns all sources, each once: first the shared ones, then those of each edition, by year, then those that are added. */
export function allSources({
  sources,
  editions,
  additions,
}: Pick<Dataset, "sources" | "editions" | "additions">): readonly Source[] {
  const all = [...sources, ...[...editions, ...additions].flatMap((edition) => edition.sources)];
  return [...new Map(all.toReversed().map((source) => [source.id, source])).values()].toReversed();
}

export interface CheckOptions {
  /** Folder with the operator's copies of the source texts; without it no hash is compared. */
  readonly texts?: string | undefined;
  /** Folder with the operator's own files: `YEAR-name.yaml` and, optionally, `sources.yaml`. */
  readonly more?: string | undefined;
  /** The latest possible date, as YYYY-MM-DD. Default: today in the time zone furthest ahead (UTC+14). */
  readonly today?: string | undefined;
}

/** The result of a check of data files. */
export interface CheckResult {
  /** The content of the files; null if there is any fault. */
  readonly dataset: Dataset | null;
  /** All faults, sorted by file, line and column. */
  readonly faults: readonly Fault[];
  /** The checked files: tables first, then editions by year, then added files. */
  readonly files: readonly string[];
  /** Those of the files that the operator adds. */
  readonly added: readonly string[];
  /** The comparison with the operator's text, per source that names a text. Empty without a folder of texts. */
  readonly wordings: readonly TextComparison[];
}

/**
 * Reads a folder of data files and checks their content.
 * @param folder contains areas.yaml, regions.yaml, dimensions.yaml, tiers.yaml and editions/<year>.yaml, and
 *   sources.yaml if several editions share sources
 * @param extraFiles files with further facts about these editions, or with further editions
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
 * Does the same as `readDataset`, but returns the faults and does not throw. One fault hides no other: the valid parts of
 * a file are checked even if other parts are wrong.
 */
export function checkFiles(
  folder: string,
  extraFiles: readonly string[] = [],
  { texts, more, today = latestDate() }: CheckOptions = {},
): CheckResult {
  for (const path of [folder, ...(more === undefined ? [] : [more])])
    if (!isFolder(path)) return missing(path, "expected a folder of data files here, got none");
  const areas = readDataFile(join(folder, "areas.yaml"), areasSchema);
  const regions = readDataFile(join(folder, "regions.yaml"), regionsSchema);
  const dimensions = readDataFile(join(folder, "dimensions.yaml"), dimensionsSchema);
  const tiers = readDataFile(join(folder, "tiers.yaml"), tiersSchema);
  const sources = readSources(folder);
  const editions = readEditions(folder);
  const addedSources = more === undefined ? [] : readSources(more);
  const additions = readAdditions(folder, editions, more, extraFiles);
  if (editions.length + additions.length === 0)
    return missing(join(folder, "editions"), "expected edition files here, got none");

  if (isRead(areas)) checkKeyTable(areas);
  if (isRead(dimensions)) checkKeyTable(dimensions);
  if (isRead(tiers)) checkKeyTable(tiers);
  if (isRead(regions)) checkRegionTable(regions, areas.validated);
  const tables = tablesOf({
    areas: areas.content,
    regions: regions.content,
    dimensions: dimensions.content,
    tiers: tiers.content,
  });
  const readable = [...editions, ...additions].filter(isRead);
  const combined = combineByEdition(readable);
  for (const file of combined) {
    checkDates(file, today);
    checkKeys(file, tables);
    checkDuplicates(file);
    checkLists(file, tables.regions);
    checkCounts(file, tables.regions);
    checkRises(file, tables);
    checkTierSizes(file);
    checkScores(file);
  }
  const added = new Set<DataFile<unknown>>([...addedSources, ...additions]);
  const sourceLists = [
    ...[...sources, ...addedSources].filter(isRead).map((file) => sharedSources(file, added.has(file))),
    ...readable.map((file) => editionSources(file, added.has(file))),
  ];
  for (const list of sourceLists) checkSourceDates(list, today);
  checkCitations(readable, sourceLists);
  checkLevels(combined);
  checkContradictions(combined);
  const wordings = texts === undefined ? [] : sourceLists.flatMap((list) => compareHashes(list, texts));

  const files = [areas, regions, dimensions, tiers, ...sources, ...editions, ...added];
  const faults = sortFaults(files.flatMap((file) => file.faults));
  return {
    dataset:
      faults.length > 0
        ? null
        : datasetOf({
            areas,
            regions,
            dimensions,
            tiers,
            sources: [...sources, ...addedSources],
            editions,
            additions,
            added: [...added],
          }),
    faults,
    files: files.map(({ path }) => path),
    added: [...added].map(({ path }) => path),
    wordings,
  };
}

/**
 * Reads only the regions of a folder of data files.
 * @throws DataError with all faults of regions.yaml
 */
export function readRegions(folder: string): RegionTable {
  const { validated, faults } = readDataFile(join(folder, "regions.yaml"), regionsSchema);
  if (validated === undefined || faults.length > 0) throw new DataError(sortFaults(faults));
  return new RegionTable(validated);
}

/** Combines the content of the files. Each file has validated content, because there was no fault. */
function datasetOf(files: {
  areas: DataFile<Area[]>;
  regions: DataFile<Region[]>;
  dimensions: DataFile<Dimension[]>;
  tiers: DataFile<Tier[]>;
  sources: readonly DataFile<Source[]>[];
  editions: readonly DataFile<Edition>[];
  additions: readonly DataFile<Edition>[];
  added: readonly DataFile<unknown>[];
}): Dataset {
  return {
    areas: files.areas.validated!,
    regions: files.regions.validated!,
    dimensions: files.dimensions.validated!,
    tiers: files.tiers.validated!,
    sources: files.sources.flatMap(({ validated }) => validated!),
    editions: files.editions.map(({ validated }) => validated!),
    additions: files.additions.map(({ validated }) => validated!),
    addedFiles: files.added.map(({ path, sha256 }) => ({ name: basename(path), sha256: sha256! })),
  };
}

function missing(file: string, message: string): CheckResult {
  const faults: Fault[] = [{ file, line: 1, column: 1, code: "FILE_MISSING", message }];
  return { dataset: null, faults, files: [], added: [], wordings: [] };
}

/** Returns today's date in the time zone furthest ahead, UTC+14. */
function latestDate(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}
