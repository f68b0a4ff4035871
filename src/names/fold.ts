import { toSimplified } from "./simplified.js";
import { stripToneMarks, toneNumbersToMarks } from "./tone.js";

/**
 * What says nothing in a name: white space, punctuation, signs, control characters, whatever cannot be seen. What stays
 * are letters, digits, Chinese characters and the marks above letters.
 */
const ignorable = /[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}\p{Mn}]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * Brings a name to the form in which two spellings of it are the same text: full-width and compatibility forms made
 * plain (NFKC), simplified characters, lower case, letters and digits alone. Tone marks stay, so that Shānxī and Shǎnxī
 * remain two; tone numbers become marks, a breve is read as the caron it is often typed for, and lv as lü.
 * @param text as a person typed it
 * @returns the folded text, in NFC; empty if nothing but ignorable characters was given
 */
export function fold(text: string): string {
  const letters = text
    // NFKC would turn an accent that stands alone, often typed for an apostrophe, into a space and a mark.
    .replace(/\p{Sk}/gu, "")
    .normalize("NFKC")
    .replaceAll("&", "and")
    .toLowerCase()
    // Letters that fonts for teaching pinyin use in place of a and g.
    .replaceAll("ɑ", "a")
    .replaceAll("ɡ", "g")
    .normalize("NFD")
    .replaceAll("\u0306", "\u030c")
    .replace(ignorable, "")
    .normalize("NFC")
    .replace(/(?<=[ln])v/g, "ü");
  // Marks alone are no name.
  if (!/[\p{L}\p{N}]/u.test(letters)) return "";
  return toSimplified(toneNumbersToMarks(letters));
}

/**
 * Folds a name and takes its tone marks off: Guǎngzhōu and guangzhou become the same text. Other marks (ü) stay.
 * @param text as a person typed it
 */
export function foldToneless(text: string): string {
  return stripToneMarks(fold(text));
}
