import { join } from "node:path";
import { readText } from "./file.js";
import { sentencesOf } from "./sentence.js";
import type { Source } from "./source.js";

/**
 * The sentences of the operator's own copies of the sources, by their hash. A source whose copy is not there, or
 * cannot be read, has none.
 * @param texts folder of the copies, by the file names that the sources give as `text`
 */
export function readQuotes(sources: readonly Source[], texts: string): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>();
  for (const { text } of sources) {
    if (text === null) continue;
    const read = readText(join(texts, text));
    if ("fault" in read) continue;
    for (const sentence of sentencesOf(read.text)) quotes.set(sentence.sha256, sentence.text);
  }
  return quotes;
}
