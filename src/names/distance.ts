import { distance } from "fastest-levenshtein";
import { hanzi } from "./hanzi.js";
import { pinyinOf, soundDistance } from "./pinyin.js";

/**
 * Returns the number of letters in which two folded texts differ. A swap of two neighbors counts as one, because it is
 * one typing error.
 */
function editDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && differBySwap(a, b) ? 1 : edits;
}

function differBySwap(a: string, b: string): boolean {
  let index = 0;
  while (a[index] === b[index]) index++;
  return a[index] === b[index + 1] && a[index + 1] === b[index] && a.slice(index + 2) === b.slice(index + 2);
}

/** Returns how many letters of a typed spelling can be wrong: one of up to five letters, two of more. */
const maxEdits = (length: number) => (length < 2 ? 0 : length <= 5 ? 1 : 2);

/** Returns the number of letters in which a typed spelling differs from a name; undefined if it differs too much. */
function spellingDistance(typed: string, name: string): number | undefined {
  const limit = maxEdits(typed.length);
  if (Math.abs(typed.length - name.length) > limit) return undefined;
  const edits = editDistance(typed, name);
  return edits <= limit ? edits : undefined;
}

const sortedCharacters = (text: string) => [...text].sort().join("");

/** Returns true if the longer text is the shorter one with one more character. */
function differByOneMore(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return long.some((_, index) => long.toSpliced(index, 1).join("") === short.join(""));
}

/** Compares a typed text with a name, both in hanzi. A single shared character does not make them similar: 澳门 is not 厦门. */
function hanziDistance(typed: string, name: string): number | undefined {
  const [first, second] = [[...typed], [...name]];
  if (first.length < 2 || second.length < 2) return undefined;
  if (first.length !== second.length) return differByOneMore(first, second) ? 2 : undefined;
  const sound = soundDistance(typed, name);
  if (sound !== undefined) return sound;
  if (sortedCharacters(typed) === sortedCharacters(name)) return 1;
  // In a longer name one character can also have another sound, up to two letters away.
  const shared = first.filter((character, index) => character === second[index]).length;
  if (first.length < 3 || shared < first.length - 1) return undefined;
  const edits = spellingDistance(pinyinOf(typed), pinyinOf(name));
  return edits === undefined ? undefined : edits + 2;
}

/**
 * Returns how different a typed text is from a name, both folded: the one rule for all suggestions (docs/decisions/0015).
 * Names in hanzi are similar if they sound the same, have the same characters in another order, or differ by one more
 * character. Other names are similar if they differ by one letter or, for a text of more than five letters, by two.
 * @returns 0 for the smallest difference; undefined if the text is not similar to the name
 */
export function similarity(typed: string, name: string): number | undefined {
  if (typed === name) return 0;
  if (hanzi.test(typed) && hanzi.test(name)) return hanziDistance(typed, name);
  // Hanzi for some syllables only (广zhou) are read as pinyin.
  if (hanzi.test(typed)) return pinyinOf(typed) === name ? 1 : undefined;
  return hanzi.test(name) ? undefined : spellingDistance(typed, name);
}
