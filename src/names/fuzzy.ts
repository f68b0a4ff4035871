import { foldToneless } from "./fold.js";
import { hanzi, type Name } from "./name.js";
import { editDistance } from "./nearest.js";
import { pinyinOf } from "./pinyin.js";
import { withoutPlaceWord } from "./placeWord.js";
import { stripToneMarks } from "./tone.js";

/** What the names are compared with when none of them is the text that somebody typed. */
export interface FuzzyQuery {
  /** The folded text without tone marks and without a word for a kind of place at its end. */
  readonly base: string;
  /** For a text in hanzi how it is read, with tones and without; else empty. */
  readonly readings: readonly string[];
}

/** No name is longer than this, nor is a misspelt one. */
const maxLength = 100;

/**
 * Prepares a text that is no name for finding the names near to it.
 * @param text as a person typed it
 * @returns undefined if nothing can be near to it: a single letter or character, or too long a text
 */
export function fuzzyQueryOf(text: string): FuzzyQuery | undefined {
  const base = withoutPlaceWord(foldToneless(text));
  if (base.length < 2 || base.length > maxLength) return undefined;
  if (!hanzi.test(base)) return { base, readings: [] };
  const reading = pinyinOf(base);
  return { base, readings: [reading, stripToneMarks(reading)] };
}

/**
 * How far a name is from a guess; the same rule in Cypher, by which a search guesses, is in
 * `cypher/question/search.cypher`.
 * @returns letters to change, add or leave out (two neighbours that changed places are one), a hanzi counting as three; for
 *   a text in hanzi 0 for a name of the same sound, 1 if only its tones differ, 2 if a letter of it does; undefined if
 *   the name is too far
 */
export function distanceTo(
  { base, readings }: FuzzyQuery,
  { kind, form, placeWord }: Name,
): number | undefined {
  // One letter more or less makes another code, other initials or another abbreviation of it: there is no nearest.
  if (kind === "CODE" || kind === "INITIALS" || placeWord || form.length < 2) return undefined;
  const [toned, toneless] = readings;
  if (kind === "TONED_PINYIN") return form === toned ? 0 : undefined;
  const byPinyin = kind === "PINYIN" && toneless !== undefined;
  // One unit for a character of two, as Neo4j counts; no name has any.
  const input = (byPinyin ? toneless : base).replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd");
  const limit = byPinyin || input.length < 7 ? 1 : 2;
  if (Math.abs(input.length - form.length) > limit) return undefined;
  const edits = editDistance(input, form);
  if (edits > limit) return undefined;
  return byPinyin ? edits + 1 : edits * (kind === "HANZI" ? 3 : 1);
}
