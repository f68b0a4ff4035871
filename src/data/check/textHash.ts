import { join } from "node:path";
import { presentEntries } from "../deepPartial.js";
import { maxTextBytes, readText } from "../file.js";
import { sentencesOf } from "../sentence.js";
import type { SourceList } from "./file.js";

/** The comparison of a source's hashes with the operator's copy of its text. */
export interface TextComparison {
  readonly source: string;
  /** The path of the text in the folder of texts. */
  readonly path: string;
  /** False if the text could not be read; then no hash of this source was compared. */
  readonly found: boolean;
  /** The number of compared hashes. */
  readonly compared: number;
}

/**
 * Compares the hashes of the sources with the operator's copies of their texts, and reports differences.
 * @param texts the folder of texts
 */
export function compareHashes(
  { file: { report }, path: listPath, sources }: SourceList,
  texts: string,
): readonly TextComparison[] {
  const comparisons: TextComparison[] = [];
  for (const [index, { id, text, sentences }] of presentEntries(sources)) {
    if (id === undefined || typeof text !== "string" || sentences === undefined) continue;
    const path = join(texts, text);
    const read = readText(path, maxTextBytes);
    if ("fault" in read) {
      const { code, message, line, column } = read.fault;
      const located = `${path}:${line}:${column}: ${message}`;
      if (code !== "FILE_MISSING") report([...listPath, index, "text"], code, located);
      comparisons.push({ source: id, path, found: false, compared: 0 });
      continue;
    }
    const hashes = new Map(sentencesOf(read.text).map(({ locator, sha256 }) => [locator, sha256]));
    const sourceHashes = Object.entries(sentences).filter(([, hash]) => hash !== undefined);
    for (const [locator, hash] of sourceHashes) {
      const hashPath = [...listPath, index, "sentences", locator];
      const actual = hashes.get(locator);
      if (actual === undefined) report(hashPath, "NO_SUCH_SENTENCE", `${path} has no sentence ${locator}`);
      else if (actual !== hash) {
        report(
          hashPath,
          "HASH_MISMATCH",
          `expected the hash of sentence ${locator} in ${path}, ${actual}, got ${hash}`,
        );
      }
    }
    comparisons.push({ source: id, path, found: true, compared: sourceHashes.length });
  }
  return comparisons;
}
