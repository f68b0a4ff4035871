import { readFileSync, statSync } from "node:fs";
import type { FaultCode } from "./fault.js";

/** In bytes. Ten times the largest data file there is, and little enough to be read in a second or two whatever is in it. */
export const maxFileBytes = 250_000;

/** In bytes, of a source's own text: a full report of several hundred pages is a tenth of it. */
export const maxTextBytes = 10_000_000;

/** The text of a file, and the byte-order mark that stood before it, or "". */
export interface FileText {
  readonly text: string;
  readonly byteOrderMark: "\ufeff" | "";
}

/** Why a file has no text, with the place in it. */
export interface ReadFault {
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly message: string;
}

/**
 * Reads a file as UTF-8. A byte-order mark is taken off; line ends stay as they are.
 * @param path the file
 * @param maxBytes the most bytes it may have
 * @returns its text, or why there is none; nothing is thrown
 */
export function readText(path: string, maxBytes = maxFileBytes): FileText | { fault: ReadFault } {
  let bytes: Buffer;
  try {
    const status = statSync(path);
    if (!status.isFile()) {
      const kind = status.isDirectory() ? "a folder" : "no ordinary file";
      return faultAtStart("FILE_UNREADABLE", `expected a file, found ${kind}`);
    }
    if (status.size > maxBytes) {
      return faultAtStart("FILE_TOO_LARGE", `expected at most ${maxBytes} bytes, found ${status.size}`);
    }
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      return faultAtStart("FILE_MISSING", "expected a file here, found none");
    }
    return faultAtStart("FILE_UNREADABLE", `cannot be read: ${code ?? message}`);
  }
  return decodeUtf8(bytes);
}

/** The text of bytes in UTF-8, without its byte-order mark, or the first byte that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): FileText | { fault: ReadFault } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text, byteOrderMark: hasMark ? "\ufeff" : "" };
  } catch {
    const validLength = validPrefixLength(bytes);
    const linesBefore = new TextDecoder().decode(bytes.subarray(0, validLength)).split("\n");
    const hexBytes = [...bytes.subarray(validLength, validLength + 4)].map((byte) =>
      byte.toString(16).padStart(2, "0"),
    );
    const hint = isGb18030(bytes) ? "; it reads well as GB18030, so save it as UTF-8" : "; save it as UTF-8";
    const message = `expected UTF-8, found the bytes ${hexBytes.join(" ").toUpperCase()} at offset ${validLength}${hint}`;
    const column = linesBefore.at(-1)!.length + 1;
    return { fault: { line: linesBefore.length, column, code: "NOT_UTF8", message } };
  }
}

/** How many bytes at the beginning are whole UTF-8 characters; found by halving, since prefixes stay good. */
function validPrefixLength(bytes: Uint8Array): number {
  let validLength = 0;
  let invalidLength = bytes.length + 1;
  while (invalidLength - validLength > 1) {
    const middle = (validLength + invalidLength) >> 1;
    try {
      // As a stream, a character that is cut off at the end is no error.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      validLength = middle;
    } catch {
      invalidLength = middle;
    }
  }
  // A character begun but not ended is not good either.
  const last = Math.min(validLength, bytes.length);
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

function faultAtStart(code: FaultCode, message: string): { fault: ReadFault } {
  return { fault: { line: 1, column: 1, code, message } };
}
