import { formatCodePoint } from "../names/printable.js";

/**
 * Control characters and characters that change the direction of text. A terminal obeys them, and a spreadsheet file must
 * not have them. Tabs and line breaks are not among them.
 */
const commands = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u2028\u2029]|\p{Cs}/gu;

/** Replaces characters that a terminal obeys by their code points, such as `<U+001B>`. */
export function showCommands(text: string): string {
  return text.replace(commands, (character) => `<${formatCodePoint(character)}>`);
}

/** The same, and white space of one line: for a cell. */
export function toOneLine(text: string): string {
  return showCommands(text.replace(/[\t\n\r]+/g, " "));
}
