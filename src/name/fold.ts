/** White space, apostrophes, hyphens, dots between names, and characters that cannot be seen. */
const ignorable = /[\s\p{Cf}'’‘ʼ`′\-‐‑‒–—―_·•・]/gu;

/** The four tone marks of pinyin, as combining characters: grave, acute, macron, caron. */
const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/**
 * Brings a name to the form in which two spellings of it are the same text: full-width and compatibility forms made
 * plain (NFKC), lower case, without white space, apostrophes, hyphens and invisible characters. Tone marks stay, so that
 * Shānxī and Shǎnxī remain two; a breve is read as the caron it is often typed for.
 * @param text as a person typed it
 * @returns the folded text, in NFC; empty if nothing but ignorable characters was given
 */
export function fold(text: string): string {
  return (
    text
      // NFKC would turn this apostrophe into a space and an accent.
      .replaceAll("´", "")
      .normalize("NFKC")
      .toLowerCase()
      // Letters that fonts for teaching pinyin use in place of a and g.
      .replaceAll("ɑ", "a")
      .replaceAll("ɡ", "g")
      .normalize("NFD")
      .replaceAll("\u0306", "\u030c")
      .normalize("NFC")
      .replace(ignorable, "")
    // Traditional characters are to be turned into simplified ones here, as the last step.
  );
}

/**
 * Folds a name and takes its tone marks off: Guǎngzhōu and guangzhou become the same text. Other diacritics (ü) stay.
 * @param text as a person typed it
 */
export function foldToneless(text: string): string {
  return fold(text).normalize("NFD").replace(toneMarks, "").normalize("NFC");
}
