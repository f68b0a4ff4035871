import { fold, foldToneless } from "./fold.js";
import { hanzi } from "./hanzi.js";
import { type PlaceWord, placeWordsOf } from "./placeWord.js";
import { stripToneMarks } from "./tone.js";

/** The names of a region as plain data; `order` is its position in the administrative order of its level. */
export interface NamedRegion {
  readonly code: string;
  readonly level: "PROVINCE" | "CITY";
  readonly order: number;
  readonly name: string;
  readonly fullName: string;
  readonly nameEn: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly aliases: readonly string[];
}

/** The kinds of names, in the order in which `match` compares them. */
export const nameKinds = ["HANZI", "CODE", "ENGLISH", "TONED_PINYIN", "PINYIN", "INITIALS"] as const;
export type NameKind = (typeof nameKinds)[number];

/** One name of a region: as written, and in the folded form that is compared with typed text. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  readonly form: string;
  /**
   * True for a Latin name with a place word (Guangzhou City). A search matches such a name whole or from its beginning
   * only, because a match inside the place word has no meaning.
   */
  readonly placeWord: boolean;
}

/**
 * Returns all names of a region, by kind in the order of `nameKinds`: short name, full name and aliases in hanzi; the code
 * and its short forms (4401 for 440100, 44 for 440000); English and aliases in Latin letters; pinyin with and without
 * tones; initials. English and pinyin names are listed both without and with the region's place words.
 */
export function namesOf(region: NamedRegion): readonly Name[] {
  const { code, name, fullName, nameEn, pinyin, initials, aliases } = region;
  const names = (kind: NameKind, texts: readonly string[], form = fold, placeWord = false): Name[] =>
    [...new Set(texts)].map((text) => ({ kind, name: text, form: form(text), placeWord }));
  const words = fullName === name ? [] : placeWordsOf(fullName);
  const withPlaceWords = (spellings: (word: PlaceWord) => readonly string[], texts: readonly string[]) =>
    texts.flatMap((text) => words.flatMap(spellings).map((word) => `${text} ${word}`));
  const latin = [nameEn, ...aliases.filter((alias) => !hanzi.test(alias))];
  // Pinyin place words also follow English names: Shanxi Sheng is 山西, because Shanxi is 山西 in English.
  const englishWithPlaceWord = withPlaceWords(
    (word) => [...word.english, stripToneMarks(word.pinyin)],
    latin,
  );
  const pinyinWithPlaceWord = withPlaceWords((word) => [word.pinyin], [pinyin]);
  return [
    ...names("HANZI", [
      ...[name, fullName, ...aliases.filter((alias) => hanzi.test(alias))],
      ...words.map((word) => name + word.hanzi),
    ]),
    ...names("CODE", [code, code.replace(/(0000|00)$/, "")]),
    ...names("ENGLISH", latin),
    ...names("ENGLISH", englishWithPlaceWord, fold, true),
    ...names("TONED_PINYIN", [pinyin]),
    ...names("TONED_PINYIN", pinyinWithPlaceWord, fold, true),
    ...names("PINYIN", [pinyin], foldToneless),
    ...names("PINYIN", pinyinWithPlaceWord, foldToneless, true),
    ...names("INITIALS", [initials]),
  ];
}

const cache = new WeakMap<NamedRegion, readonly Name[]>();

/** Returns the names of a region, computed once per region object. */
export function cachedNamesOf(region: NamedRegion): readonly Name[] {
  const names = cache.get(region) ?? namesOf(region);
  cache.set(region, names);
  return names;
}

/** Compares regions for sorting: provinces before cities, then in administrative order. */
export function byLevelAndOrder(a: NamedRegion, b: NamedRegion): number {
  return (a.level === b.level ? 0 : a.level === "PROVINCE" ? -1 : 1) || a.order - b.order;
}
