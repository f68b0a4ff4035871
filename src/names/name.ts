import { fold, foldToneless } from "./fold.js";
import { type PlaceWord, placeWordsOf } from "./placeWord.js";
import { stripToneMarks } from "./tone.js";

/** What a region is called, as plain data; `order` is its place within its level. */
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

/** The kinds of name, in the order in which a text is compared with them. */
export const nameKinds = ["HANZI", "CODE", "ENGLISH", "TONED_PINYIN", "PINYIN", "INITIALS"] as const;
export type NameKind = (typeof nameKinds)[number];

/** One name of a region: as it is written, and in the folded form that typed text is compared with. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  readonly form: string;
  /**
   * Whether it is a Latin name with a word for its kind of place (Guangzhou City). Such a name counts whole or from its
   * beginning only, since what lies within that word tells nothing.
   */
  readonly placeWord: boolean;
}

export const hanzi = /\p{Script=Han}/u;

/**
 * All names of a region, by kind in the order of `nameKinds`: short name, full name and aliases in hanzi; the code and
 * its short forms (440100 also as 4401, 440000 also as 44); English and aliases in Latin letters; pinyin with tones and
 * without; initials. English and pinyin stand without and with the words for the region's kind of place.
 */
export function namesOf(region: NamedRegion): readonly Name[] {
  const { code, name, fullName, nameEn, pinyin, initials, aliases } = region;
  const names = (kind: NameKind, texts: readonly string[], form = fold, placeWord = false): Name[] =>
    [...new Set(texts)].map((text) => ({ kind, name: text, form: form(text), placeWord }));
  const words = fullName === name ? [] : placeWordsOf(fullName);
  const withPlaceWords = (word: (one: PlaceWord) => readonly string[], texts: readonly string[]) =>
    texts.flatMap((text) => words.flatMap(word).map((one) => `${text} ${one}`));
  const latin = [nameEn, ...aliases.filter((alias) => !hanzi.test(alias))];
  // Shanxi Sheng is 山西 as Shanxi is: the English decides.
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

/** The names of a region, worked out once for each row. */
export function cachedNamesOf(region: NamedRegion): readonly Name[] {
  const names = cache.get(region) ?? namesOf(region);
  cache.set(region, names);
  return names;
}

/** The text in the form that names of a kind are compared in. */
export function formFor(kind: NameKind, text: string): string {
  return kind === "PINYIN" ? foldToneless(text) : fold(text);
}

/** Provinces before cities, then the administrative order: negative if `a` comes first. */
export function byLevelAndOrder(a: NamedRegion, b: NamedRegion): number {
  return (a.level === b.level ? 0 : a.level === "PROVINCE" ? -1 : 1) || a.order - b.order;
}
