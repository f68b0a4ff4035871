import { formatCodePoint, invisibleCharacters, maxMarks } from "../names/printable.js";
import type { FaultCode } from "./fault.js";
import { formatValue } from "./formatValue.js";
import type { Path } from "./yaml.js";

/** A text or a mapping key that looks the same as another text but is not equal to it. */
export interface CharacterFault {
  readonly path: Path;
  /** Set if the fault is in a key of the mapping at `path`. */
  readonly key?: string;
  readonly code: FaultCode;
  readonly message: string;
}

/**
 * Checks every text and key in a value for characters that a reader cannot see or cannot tell apart: invisible characters,
 * U+FFFD, stacked combining marks, and Unicode forms other than NFC.
 */
export function checkCharacters(value: unknown, path: Path = []): readonly CharacterFault[] {
  if (typeof value === "string") return faultOf(value).map((fault) => ({ path, ...fault }));
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => checkCharacters(item, [...path, index]));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...faultOf(key).map((fault) => ({ path, key, ...fault })),
    ...checkCharacters(item, [...path, key]),
  ]);
}

/** More combining marks in a row than any name needs, or a mark without a letter. */
const wrongMarks = new RegExp(`(?:^|[\\p{Z}\\p{P}\\p{S}\\n])\\p{M}|\\p{M}{${maxMarks + 1},}`, "u");

function faultOf(text: string): readonly { code: FaultCode; message: string }[] {
  // A text of several lines can have line breaks.
  const hidden = [...text.matchAll(invisibleCharacters)].find(([character]) => character !== "\n");
  if (hidden !== undefined) {
    const advice = /\s/.test(hidden[0]) ? "Use a plain space or remove it." : "Remove it.";
    const message = `expected only visible characters, got ${formatCodePoint(hidden[0])} in ${formatValue(text)}. ${advice}`;
    return [{ code: "HIDDEN_CHARACTER", message }];
  }
  if (text.includes("\ufffd")) {
    const message = `expected readable characters, got U+FFFD in ${formatValue(text)}. A program wrote it for a character that it could not read. Restore the character from the source.`;
    return [{ code: "REPLACEMENT_CHARACTER", message }];
  }
  const composed = text.normalize("NFC");
  if (wrongMarks.test(composed)) {
    const message = `expected at most ${maxMarks} combining marks in a row, after a letter, got other marks in ${formatValue(text)}. Remove the marks.`;
    return [{ code: "STACKED_MARKS", message }];
  }
  if (text !== composed) {
    return [
      {
        code: "NOT_NFC",
        message: `expected ${formatValue(composed)} in the Unicode form NFC, got another form. Write it in NFC.`,
      },
    ];
  }
  return [];
}
