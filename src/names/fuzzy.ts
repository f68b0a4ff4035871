import { foldToneless } from "./fold.js";
import { hanzi, type Name } from "./name.js";
import { editDistance } from "./nearest.js";
import { pinyinOf } from "./pinyin.js";
import { withoutPlaceWord } from "./placeWord.js";
import { stripToneMarks } from "./tone.js";

/** A typed text that matches no name, prepared for the search of similar names. */
export interface FuzzyQuery {
  /** The folded text without tone marks and without a place word (市, City) at its end. */
  readonly base: string;
  /** For a text in hanzi its pinyin, first with tones, then without; else empty. */
  readonly readings: readonly string[];
}

/** The longest text that is compared, in UTF-16 units; every name is shorter. */
const maxLength = 100;

/**
 * Prepares a text that matches no name for the search of similar names.
 * @param text as a person typed it
 * @returns undefined if no name can be similar: the text has a single letter or character, or is too long
 */
export function fuzzyQueryOf(text: string): FuzzyQuery | undefined {
  const base = withoutPlaceWord(foldToneless(text));
  if (base.length < 2 || base.length > maxLength) return undefined;
  if (!hanzi.test(base)) return { base, readings: [] };
  const reading = pinyinOf(base);
  return { base, readings: [reading, stripToneMarks(reading)] };
}

/**
 * Returns the distance of a name from a typed text. `cypher/question/search/search.cypher` has the same rule in Cypher.
 * @returns the number of letters to change, add or remove. A swap of two neighbors counts as one; a hanzi counts as three.
 *   For a text in hanzi: 0 if the name sounds the same, 1 if only its tones differ, 2 if one letter of its pinyin
 *   differs. Undefined if the name is too different
 */
export function distanceTo(
  { base, readings }: FuzzyQuery,
  { kind, form, placeWord }: Name,
): number | undefined {
  // A code, initials or an abbreviation with one letter changed is a different one, not a misspelled one.
  if (kind === "CODE" || kind === "INITIALS" || placeWord || form.length < 2) return undefined;
  const [toned, toneless] = readings;
  if (kind === "TONED_PINYIN") return form === toned ? 0 : undefined;
  const byPinyin = kind === "PINYIN" && toneless !== undefined;
  // Neo4j counts a character outside the basic plane as one unit; JavaScript counts two. No name has such a character.
  const input = (byPinyin ? toneless : base).replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd");
  const limit = byPinyin || input.length < 7 ? 1 : 2;
  if (Math.abs(input.length - form.length) > limit) return undefined;
  const edits = editDistance(input, form);
  if (edits > limit) return undefined;
  return byPinyin ? edits + 1 : edits * (kind === "HANZI" ? 3 : 1);
}
