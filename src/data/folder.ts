import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { DataFile } from "./check/file.js";
import { type Edition, editionSchema } from "./edition.js";
import { readDataFile } from "./read.js";
import { type Source, sourcesSchema } from "./source.js";

/** The tables of a data folder: their file names without `.yaml`. */
export const tableNames = ["areas", "regions", "dimensions", "tiers", "sources"] as const;

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads sources.yaml; returns an empty list if the folder does not have this file. */
export function readSources(folder: string): readonly DataFile<Source[]>[] {
  const path = join(folder, "sources.yaml");
  return existsSync(path) ? [readDataFile(path, sourcesSchema)] : [];
}

/**
 * Reads the edition files of a data folder, and further edition files.
 * @param extraFiles further edition files. A file of the same year replaces the one in the folder. A file of the folder
 *   can be one of them; it is read once
 * @returns the files by year, without the replaced ones; files without a year come first
 */
export function readEditions(folder: string, extraFiles: readonly string[]): readonly DataFile<Edition>[] {
  const editionFolder = join(folder, "editions");
  const tables = tableNames.map((name) => resolve(folder, `${name}.yaml`));
  const extraPaths = new Map(extraFiles.map((path) => [resolve(path), path]));
  for (const table of tables) extraPaths.delete(table);

  const ownPaths = isFolder(editionFolder)
    ? readdirSync(editionFolder)
        .filter((name) => /^[^.].*\.ya?ml$/.test(name) && !extraPaths.has(resolve(editionFolder, name)))
        .sort()
        .map((name) => join(editionFolder, name))
    : [];
  const extraEditions = [...extraPaths.values()].map((path) => readDataFile(path, editionSchema));
  const years = new Set(extraEditions.map(({ content }) => content?.year));
  const files = [
    ...ownPaths
      .map((path) => readDataFile(path, editionSchema))
      .filter(({ content }) => content?.year === undefined || !years.has(content.year)),
    ...extraEditions,
  ];
  for (const file of files) {
    const inFolder = resolve(file.path, "..") === resolve(editionFolder);
    checkFileName(file, inFolder);
  }
  checkYears(files);
  return files.sort((a, b) => (a.content?.year ?? 0) - (b.content?.year ?? 0));
}

/** Checks a file name. In the folder it must be the year; elsewhere it can be anything except another year. */
function checkFileName({ path, content, report }: DataFile<Edition>, inFolder: boolean): void {
  const name = basename(path);
  const year = content?.year;
  if (year === undefined || name === `${year}.yaml`) return;
  if (inFolder || /^\d{4}\.ya?ml$/.test(name)) {
    report(["year"], "FILE_NAME", `expected the file name ${year}.yaml, got ${name}`);
  }
}

function checkYears(files: readonly DataFile<Edition>[]): void {
  const seen = new Map<number, string>();
  for (const { path, content, report } of files) {
    const year = content?.year;
    if (year === undefined) continue;
    const earlier = seen.get(year);
    if (earlier === undefined) seen.set(year, path);
    else report(["year"], "DUPLICATE_EDITION", `the edition ${year} is already in ${earlier}`);
  }
}
