import { join } from "node:path";
import { present } from "../deepPartial.js";
import { largestText, readText } from "../file.js";
import { sentencesOf } from "../sentence.js";
import type { SourceList } from "./file.js";

/** What became of comparing a source's hashes with the operator's copy of its text. */
export interface Wording {
  readonly source: string;
  /** The file in the folder of texts. */
  readonly path: string;
  /** Whether the file was there; if not, no hash of this source was compared. */
  readonly found: boolean;
  /** How many hashes were compared. */
  readonly compared: number;
}

/**
 * Compares the hashes of sentences with the operator's copies of the texts.
 * @param texts the folder of texts
 */
export function checkWording(
  { file: { report }, path: place, sources }: SourceList,
  texts: string,
): readonly Wording[] {
  const wordings: Wording[] = [];
  for (const [index, { id, text, sentences }] of present(sources)) {
    if (id === undefined || typeof text !== "string" || sentences === undefined) continue;
    const path = join(texts, text);
    const read = readText(path, largestText);
    if ("fault" in read) {
      const { code, message, line, column } = read.fault;
      const says = `${path}:${line}:${column}: ${message}`;
      if (code !== "FILE_MISSING") report([...place, index, "text"], code, says);
      wordings.push({ source: id, path, found: false, compared: 0 });
      continue;
    }
    const hashes = new Map(sentencesOf(read.text).map(({ locator, sha256 }) => [locator, sha256]));
    const given = Object.entries(sentences).filter(([, hash]) => hash !== undefined);
    for (const [locator, hash] of given) {
      const at = [...place, index, "sentences", locator];
      const found = hashes.get(locator);
      if (found === undefined) report(at, "NO_SUCH_SENTENCE", `${path} has no sentence ${locator}`);
      else if (found !== hash) {
        report(
          at,
          "HASH_MISMATCH",
          `expected the hash of sentence ${locator} in ${path}, ${found}, found ${hash}`,
        );
      }
    }
    wordings.push({ source: id, path, found: true, compared: given.length });
  }
  return wordings;
}
