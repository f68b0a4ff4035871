import { statSync } from "node:fs";
import { join } from "node:path";
import { maxTextBytes, readText } from "./file.js";
import { type Sentence, sentencesOf } from "./sentence.js";

/** What a file of the operator's folder of texts holds: its sentences by their places, or why there are none. */
export type TextReading =
  | { readonly sentences: ReadonlyMap<string, Sentence> }
  | { readonly missing: boolean; readonly reason: string };

/** How long what is known of a file is good for, in milliseconds. */
const recheckAfterMs = 1_000;

interface CachedReading {
  checkedAt: number;
  /** What tells this state of the file from others. */
  readonly version: string;
  readonly reading: TextReading;
}

/**
 * The operator's own copies of the sources' texts, in one folder. A file is read when it is first asked for, and again
 * when it was changed since; that it is missing or cannot be read is an answer, and nothing is thrown.
 */
export class Texts {
  readonly #folder: string;
  readonly #cache = new Map<string, CachedReading>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The sentences of a file as it stands now, or stood a second ago at most. Their ranges count UTF-16 units of the text
   * as the file holds it: a byte-order mark is one unit, CRLF are two.
   * @param file its name in the folder; what is no mere name is not looked for
   */
  read(file: string): TextReading {
    if (!/^[^/\\\s.][^/\\]*$/.test(file)) return { missing: true, reason: `${file} is no name of a file` };
    const path = join(this.#folder, file);
    const cached = this.#cache.get(file);
    const now = performance.now();
    if (cached !== undefined && now - cached.checkedAt < recheckAfterMs) return cached.reading;
    const version = fileVersion(path);
    if (cached?.version === version) {
      cached.checkedAt = now;
      return cached.reading;
    }
    const reading = readSentences(path, file);
    this.#cache.set(file, { checkedAt: now, version, reading });
    return reading;
  }
}

function readSentences(path: string, file: string): TextReading {
  const read = readText(path, maxTextBytes);
  if ("fault" in read) {
    const { code, line, column, message } = read.fault;
    const missing = code === "FILE_MISSING";
    return { missing, reason: missing ? `there is no ${file}` : `${file}:${line}:${column}: ${message}` };
  }
  const sentences = sentencesOf(read.byteOrderMark + read.text);
  return { sentences: new Map(sentences.map((sentence) => [sentence.locator, sentence])) };
}

/** Changes whenever the file does, as far as its folder tells. */
function fileVersion(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unknown";
  }
}
