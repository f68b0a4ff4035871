/** The marks of the four tones as combining characters: macron, acute, caron, grave. */
const marks = ["\u0304", "\u0301", "\u030c", "\u0300"];
const anyMark = new RegExp(`[${marks.join("")}]`, "g");

/** Letters with the number of their tone behind each syllable: guang3zhou1. The last one may be without. */
const numbered = /^(?:(?=[a-zü]*[aeiouü])[a-zü]+[0-5])+[a-zü]*$/;

/** The vowel that carries the mark: a or e, the o of ou, else the last one. */
const carrier = /[ae]|o(?=u)|[iouü](?![aeiouü])/;

/**
 * Writes tones given as numbers as marks: guang3zhou1 becomes guǎngzhōu; 0 and 5 are the tone without a mark.
 * @param text in lower case without spaces
 * @returns the text itself if it is anything else than syllables with numbers
 */
export function toneNumbersToMarks(text: string): string {
  if (!numbered.test(text)) return text;
  return text
    .replace(/([a-zü]+)([0-5])/g, (_, syllable: string, tone: string) =>
      syllable.replace(carrier, (vowel) => vowel + (marks[Number(tone) - 1] ?? "")),
    )
    .normalize("NFC");
}

/** Takes the tone marks off; other marks (ü) stay. */
export function stripToneMarks(text: string): string {
  return text.normalize("NFD").replace(anyMark, "").normalize("NFC");
}
