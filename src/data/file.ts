import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { FaultCode } from "./fault.js";

/**
 * The size limit of a data file, in bytes. It is ten times the largest data file, and small enough that any content is
 * checked within two seconds.
 */
export const maxFileBytes = 250_000;

/** The size limit of a source text, in bytes: ten times a report of several hundred pages. */
export const maxTextBytes = 10_000_000;

/** The text of a file, the byte-order mark before it, or "", and the SHA-256 of its bytes in hexadecimal digits. */
export interface FileText {
  readonly text: string;
  readonly sha256: string;
  readonly byteOrderMark: "\ufeff" | "";
}

/** The reason why a file cannot be read as text, with line and column. */
export interface ReadFault {
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly message: string;
}

/**
 * Reads a file as UTF-8. It removes a byte-order mark and keeps line ends unchanged.
 * @param path the file
 * @param maxBytes the size limit
 * @returns the text, or the fault; nothing is thrown
 */
export function readText(path: string, maxBytes = maxFileBytes): FileText | { fault: ReadFault } {
  let bytes: Buffer;
  try {
    const status = statSync(path);
    if (!status.isFile()) {
      const kind = status.isDirectory() ? "a folder" : "a special file";
      return faultAtStart("FILE_UNREADABLE", `expected a file, got ${kind}`);
    }
    if (status.size > maxBytes) {
      return faultAtStart("FILE_TOO_LARGE", `expected at most ${maxBytes} bytes, got ${status.size}`);
    }
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      return faultAtStart("FILE_MISSING", "expected a file here, got none");
    }
    return faultAtStart("FILE_UNREADABLE", `the file cannot be read: ${code ?? message}`);
  }
  return decodeUtf8(bytes);
}

/** Decodes UTF-8 and removes the byte-order mark; returns a fault at the first byte that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): FileText | { fault: ReadFault } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { text, sha256, byteOrderMark: hasMark ? "\ufeff" : "" };
  } catch {
    const validLength = validPrefixLength(bytes);
    const linesBefore = new TextDecoder().decode(bytes.subarray(0, validLength)).split("\n");
    const hexBytes = [...bytes.subarray(validLength, validLength + 4)].map((byte) =>
      byte.toString(16).padStart(2, "0"),
    );
    const hint = isGb18030(bytes)
      ? ". The file seems to be GB18030. Save it as UTF-8."
      : ". Save it as UTF-8.";
    const message = `expected UTF-8, got the bytes ${hexBytes.join(" ").toUpperCase()} at offset ${validLength}${hint}`;
    const column = linesBefore.at(-1)!.length + 1;
    return { fault: { line: linesBefore.length, column, code: "NOT_UTF8", message } };
  }
}

/** Returns the number of bytes at the beginning that are complete UTF-8 characters, by binary search. */
function validPrefixLength(bytes: Uint8Array): number {
  let validLength = 0;
  let invalidLength = bytes.length + 1;
  while (invalidLength - validLength > 1) {
    const middle = (validLength + invalidLength) >> 1;
    try {
      // In stream mode an incomplete character at the end is not an error.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      validLength = middle;
    } catch {
      invalidLength = middle;
    }
  }
  // An incomplete character at the end is not valid either.
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
