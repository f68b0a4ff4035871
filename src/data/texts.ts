import { statSync } from "node:fs";
import { join } from "node:path";
import { maxTextBytes, readText } from "./file.js";
import { type Sentence, sentencesOf } from "./sentence.js";

/** The result of reading a text: its sentences by locator, or the reason why there are none. */
export type TextReading =
  | { readonly sentences: ReadonlyMap<string, Sentence> }
  | { readonly missing: boolean; readonly reason: string };

/** The time after which a file is checked for changes again, in milliseconds. */
const recheckAfterMs = 1_000;

interface CachedReading {
  checkedAt: number;
  /** Differs from the value of any other state of the file. */
  readonly version: string;
  readonly reading: TextReading;
}

/**
 * The operator's own copies of the source texts, in one folder. A file is read at the first request, and again after it
 * changed. A missing or unreadable file is a normal result; nothing is thrown.
 */
export class Texts {
  readonly #folder: string;
  readonly #cache = new Map<string, CachedReading>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Returns the sentences of a file. The result is at most one second old. Offsets count UTF-16 units of the file's text:
   * a byte-order mark is one unit, CRLF is two.
   * @param file its name in the folder; a path is rejected
   */
  read(file: string): TextReading {
    if (!/^[^/\\\s.][^/\\]*$/.test(file)) return { missing: true, reason: `${file} is not a file name` };
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

/** Returns a text that changes when the file changes, from the file's metadata. */
function fileVersion(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unknown";
  }
}
