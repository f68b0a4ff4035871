/**
 * Characters that are not visible: format, control, private-use, unassigned, other characters that Unicode says to show as
 * nothing (such as U+FE0F and U+3164), and white space except the plain space. Unicode has no property for the blank
 * symbols at the end: an empty Braille cell, a placeholder for an object, and an empty note head.
 */
export const invisibleCharacters =
  /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]|(?! )\p{Z}|[\u2800\ufffc\u{1d159}]/gu;

/** The most combining marks in a row that a text in NFC needs: Tibetan writes two below each other. */
export const maxMarks = 2;

/** Combining marks that are stacked: those after the first two in a row. */
const stackedMarks = new RegExp(`(?<=\\p{M}{${maxMarks}})\\p{M}`, "gu");

/** Formats a character as its code point, such as U+200B. */
export function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The most characters of an input that a message repeats. */
const maxCharacters = 60;

/**
 * Formats an input for a message: in quotation marks, shortened if it is long, with code points for invisible
 * characters and for stacked combining marks.
 */
export function toPrintable(text: string): string {
  const characters = [...text];
  const shortened =
    characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join("")}…` : text;
  const asCodePoint = (character: string) => `<${formatCodePoint(character)}>`;
  return JSON.stringify(shortened)
    .replace(stackedMarks, asCodePoint)
    .replace(invisibleCharacters, asCodePoint);
}
