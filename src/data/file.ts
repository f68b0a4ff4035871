import { readFileSync, statSync } from "node:fs";
import type { FaultCode } from "./fault.js";

/** In bytes. Ten times the largest data file there is, and little enough to be read in a second or two whatever is in it. */
export const largestFile = 250_000;

/** In bytes, of a source's own text: a full report of several hundred pages is a tenth of it. */
export const largestText = 10_000_000;

/** The text of a file, and the byte-order mark that stood before it, or "". */
export interface FileText {
  readonly text: string;
  readonly mark: "\ufeff" | "";
}

/** Why a file has no text, with the place in it. */
export interface Unreadable {
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly message: string;
}

/**
 * Reads a file as UTF-8. A byte-order mark is taken off; line ends stay as they are.
 * @param path the file
 * @param largest the most bytes it may have
 * @returns its text, or why there is none; nothing is thrown
 */
export function readText(path: string, largest = largestFile): FileText | { fault: Unreadable } {
  let bytes: Buffer;
  try {
    const status = statSync(path);
    if (!status.isFile()) {
      const found = status.isDirectory() ? "a folder" : "no ordinary file";
      return refuse("FILE_UNREADABLE", `expected a file, found ${found}`);
    }
    if (status.size > largest) {
      return refuse("FILE_TOO_LARGE", `expected at most ${largest} bytes, found ${status.size}`);
    }
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      return refuse("FILE_MISSING", "expected a file here, found none");
    }
    return refuse("FILE_UNREADABLE", `cannot be read: ${code ?? message}`);
  }
  return decode(bytes);
}

/** The text of bytes in UTF-8, without its byte-order mark, or the first byte that is not UTF-8. */
export function decode(bytes: Uint8Array): FileText | { fault: Unreadable } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text, mark: marked ? "\ufeff" : "" };
  } catch {
    const good = goodPrefix(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, good)).split("\n");
    const odd = [...bytes.subarray(good, good + 4)].map((byte) => byte.toString(16).padStart(2, "0"));
    const hint = isGb18030(bytes) ? "; it reads well as GB18030, so save it as UTF-8" : "; save it as UTF-8";
    const message = `expected UTF-8, found the bytes ${odd.join(" ").toUpperCase()} at offset ${good}${hint}`;
    const column = before.at(-1)!.length + 1;
    return { fault: { line: before.length, column, code: "NOT_UTF8", message } };
  }
}

/** How many bytes at the beginning are whole UTF-8 characters; found by halving, since prefixes stay good. */
function goodPrefix(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // As a stream, a character that is cut off at the end is no error.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // A character begun but not ended is not good either.
  const last = Math.min(good, bytes.length);
  for (let start = last; start > last - 4 && start > 0; start--) {
    const lead = bytes[start - 1]!;
    if (lead < 0x80) return last;
    if (lead < 0xc0) continue;
    const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    return start - 1 + size > last ? start - 1 : last;
  }
  return last;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder("gb18030", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function refuse(code: FaultCode, message: string): { fault: Unreadable } {
  return { fault: { line: 1, column: 1, code, message } };
}
