import { toSimplified } from "./simplified.js";
import { stripToneMarks, toneNumbersToMarks } from "./tone.js";

/**
 * Characters without meaning in a name: white space, punctuation, symbols, control characters and invisible characters.
 * Letters, digits, Chinese characters and the marks above letters remain.
 */
const ignorable = /[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}\p{Mn}]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * Folds a name, so that two spellings of one name become the same text: NFKC, simplified characters, lower case, letters
 * and digits only. Tone marks stay, because Shānxī and Shǎnxī are two provinces. Tone numbers become marks, a breve is
 * read as a caron (people often type it for one), and lv is read as lü.
 * @param text as a person typed it
 * @returns the folded text, in NFC; empty if the text has only characters without meaning
 */
export function fold(text: string): string {
  const letters = text
    // NFKC turns an accent without a letter (often typed for an apostrophe) into a space and a mark.
    .replace(/\p{Sk}/gu, "")
    .normalize("NFKC")
    .replaceAll("&", "and")
    .toLowerCase()
    // Fonts for teaching pinyin use these letters instead of a and g.
    .replaceAll("ɑ", "a")
    .replaceAll("ɡ", "g")
    .normalize("NFD")
    .replaceAll("\u0306", "\u030c")
    .replace(ignorable, "")
    .normalize("NFC")
    .replace(/(?<=[ln])v/g, "ü");
  // A text of marks only is not a name.
  if (!/[\p{L}\p{N}]/u.test(letters)) return "";
  return toSimplified(toneNumbersToMarks(letters));
}

/**
 * Folds a name and removes its tone marks: Guǎngzhōu and guangzhou become the same text. Other marks (ü) stay.
 * @param text as a person typed it
 */
export function foldToneless(text: string): string {
  return stripToneMarks(fold(text));
}
