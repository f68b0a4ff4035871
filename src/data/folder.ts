import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { DataFile } from "./check/file.js";
import { addedEditionSchema, type Edition, editionSchema } from "./edition.js";
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

/** Reads the edition files of a data folder. */
export function readEditions(folder: string): readonly DataFile<Edition>[] {
  const editionFolder = join(folder, "editions");
  const files = yamlFiles(editionFolder).map((name) =>
    readDataFile(join(editionFolder, name), editionSchema),
  );
  for (const file of files) {
    const { year } = file.content ?? {};
    if (year !== undefined && basename(file.path) !== `${year}.yaml`) reportFileName(file, `${year}.yaml`);
  }
  checkYears(files);
  return files.sort((a, b) => (a.content?.year ?? 0) - (b.content?.year ?? 0));
}

/**
 * Reads the files that add facts to editions.
 * @param own the edition files that come with the data
 * @param more the folder of the operator's own files, `YEAR-name.yaml`; undefined if there is none
 * @param extraFiles further files with any name; a file of the data folder is read only once
 */
export function readAdditions(
  folder: string,
  own: readonly DataFile<Edition>[],
  more: string | undefined,
  extraFiles: readonly string[],
): readonly DataFile<Edition>[] {
  const known = new Set([
    ...own.map(({ path }) => resolve(path)),
    ...tableNames.map((name) => resolve(folder, `${name}.yaml`)),
  ]);
  const morePaths = more === undefined ? [] : yamlFiles(more).filter((name) => name !== "sources.yaml");
  const paths = new Map<string, string>();
  for (const path of [...morePaths.map((name) => join(more as string, name)), ...extraFiles])
    if (!known.has(resolve(path)) && !paths.has(resolve(path))) paths.set(resolve(path), path);
  const files = [...paths.values()].map((path) => readDataFile(path, addedEditionSchema));
  for (const file of files) {
    const { year } = file.content ?? {};
    if (year === undefined) continue;
    const name = basename(file.path);
    if (more !== undefined && resolve(file.path, "..") === resolve(more)) {
      if (!new RegExp(`^${year}-.+\\.ya?ml$`).test(name))
        reportFileName(file, `${year}-<name>.yaml, such as ${year}-ours.yaml`);
    } else if (/^\d{4}\.ya?ml$/.test(name) && name !== `${year}.yaml`) {
      // Elsewhere a name can be anything except another year.
      reportFileName(file, `${year}.yaml`);
    }
  }
  checkNewEditions(files, new Set(own.map(({ content }) => content?.year)));
  return files;
}

/** Returns the names of the YAML files in a folder, sorted; none if there is no such folder. */
function yamlFiles(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[^.].*\.ya?ml$/.test(name))
    .sort();
}

function reportFileName({ path, report }: DataFile<Edition>, expected: string): void {
  report(["year"], "FILE_NAME", `expected the file name ${expected}, got ${basename(path)}`);
}

/** Checks that an edition which the data do not have gets its title and its levels in one of the files that add it. */
function checkNewEditions(
  files: readonly DataFile<Edition>[],
  ownYears: ReadonlySet<number | undefined>,
): void {
  const isWhole = ({ content }: DataFile<Edition>) =>
    (content?.title ?? []).length > 0 && (content?.levels ?? []).length > 0;
  const years = new Set(files.map(({ content }) => content?.year));
  for (const year of years) {
    if (year === undefined || ownYears.has(year)) continue;
    const ofYear = files.filter(({ content }) => content?.year === year);
    if (ofYear.some(isWhole)) continue;
    const message = `expected title and levels, because the edition ${year} is in no other file, got ${keysOf(ofYear[0]?.content)}`;
    ofYear[0]?.report(["year"], "MISSING_KEY", message);
  }
}

function keysOf(content: DataFile<Edition>["content"]): string {
  const present = (["title", "levels"] as const).filter((key) => (content?.[key] ?? []).length > 0);
  return present.length === 0 ? "neither" : `only ${present.join(", ")}`;
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
