import { combineEditions } from "../edition.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

/**
 * Returns the files of each edition as one file, so that the checks within an edition run over all its files. Faults are
 * reported in the file that has the value.
 * @param files the shipped file of an edition before the files that add to it
 */
export function combineByEdition(files: readonly EditionFile[]): readonly EditionFile[] {
  const groups = new Map<number | EditionFile, EditionFile[]>();
  for (const file of files) {
    const key = file.content.year ?? file;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group) =>
    group.length === 1 ? (group[0] as EditionFile) : combine(group),
  );
}

function combine(files: readonly EditionFile[]): EditionFile {
  const [first] = files as readonly [EditionFile];
  /** Returns the file that has the value at a path of the combined content, and its path there. */
  const locate = (path: Path): readonly [EditionFile, Path] => {
    const [section, index, ...rest] = path;
    // Without an index the path is that of a section or of the year, which the first file has.
    if (section === undefined || typeof index !== "number") return [first, path];
    let position = index;
    for (const file of files) {
      const entries = (file.content as Readonly<Record<string, unknown>>)[section];
      const size = Array.isArray(entries) ? entries.length : 0;
      if (position < size) return [file, [section, position, ...rest]];
      position -= size;
    }
    return [first, path];
  };
  return {
    path: first.path,
    sha256: undefined,
    content: combineEditions(files.map(({ content }) => content)),
    validated: undefined,
    faults: [],
    report: (path, code, message) => {
      const [file, ownPath] = locate(path);
      file.report(ownPath, code, message);
    },
    placeOf: (path) => {
      const [file, ownPath] = locate(path);
      return file.placeOf(ownPath);
    },
  };
}
