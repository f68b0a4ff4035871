/** The tone marks 1 to 4 as combining characters: macron, acute, caron, grave. */
const marks = ["\u0304", "\u0301", "\u030c", "\u0300"];
const anyMark = new RegExp(`[${marks.join("")}]`, "g");

/** Syllables that each end with a tone number: guang3zhou1. The last syllable can have none. */
const numbered = /^(?:(?=[a-zü]*[aeiouü])[a-zü]+[0-5])+[a-zü]*$/;

/** The vowel that carries the mark: a or e, the o of ou, else the last vowel. */
const carrier = /[ae]|o(?=u)|[iouü](?![aeiouü])/;

/**
 * Converts tone numbers to tone marks: guang3zhou1 becomes guǎngzhōu. 0 and 5 stand for the tone without a mark.
 * @param text in lower case without spaces
 * @returns the text unchanged if it does not consist of syllables with tone numbers
 */
export function toneNumbersToMarks(text: string): string {
  if (!numbered.test(text)) return text;
  return text
    .replace(/([a-zü]+)([0-5])/g, (_, syllable: string, tone: string) =>
      syllable.replace(carrier, (vowel) => vowel + (marks[Number(tone) - 1] ?? "")),
    )
    .normalize("NFC");
}

/** Removes the tone marks; other marks (ü) stay. */
export function stripToneMarks(text: string): string {
  return text.normalize("NFD").replace(anyMark, "").normalize("NFC");
}
