import { formatCodePoint, invisibleCharacters } from "../names/printable.js";
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

/** Checks every text and key in a value for invisible characters and for Unicode forms other than NFC. */
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

function faultOf(text: string): readonly { code: FaultCode; message: string }[] {
  // A text of several lines can have line breaks.
  const hidden = [...text.matchAll(invisibleCharacters)].find(([character]) => character !== "\n");
  if (hidden !== undefined) {
    const message = `expected only visible characters, got ${formatCodePoint(hidden[0])} in ${formatValue(text)}`;
    return [{ code: "HIDDEN_CHARACTER", message }];
  }
  if (text !== text.normalize("NFC")) {
    return [
      {
        code: "NOT_NFC",
        message: `expected ${formatValue(text.normalize("NFC"))} in the Unicode form NFC, got another form`,
      },
    ];
  }
  return [];
}
