import { fold, foldToneless } from "./fold.js";
import { matchName, type NameMatch } from "./lookup.js";
import type { NamedRegion } from "./name.js";
import { withoutPlaceWord } from "./placeWord.js";

/** Names of the country, which can stand before or after a region. */
const country =
  /^(?:the)?(?:中国|中国大陆|中国内地|中华人民共和国|(?:mainland)?china(?:mainland)?|prc|prchina|peoplesrepublicofchina|zhongguo|zhōngguó)$/;

/** A text in two parts: before and after a place where one name can end and the next can begin. */
type Parts = readonly [before: string, after: string];

/** The longest text that is read as an address, in UTF-16 units, and the most places where it can be divided. */
const maxLength = 150;
const maxParts = 60;

/**
 * Returns the two parts of a text for every place between two characters, except within a word in Latin letters. Each
 * part has at least one letter, digit or Chinese character.
 */
function partsOf(text: string): readonly Parts[] {
  if (text.length > maxLength) return [];
  const characters = [...text.normalize("NFKC")];
  const isLatin = (character = "") => /[\p{Script=Latin}\p{M}\d]/u.test(character);
  const parts = characters.flatMap((character, index): Parts[] => {
    if (index === 0 || (isLatin(character) && isLatin(characters[index - 1]))) return [];
    return [[characters.slice(0, index).join(""), characters.slice(index).join("")]];
  });
  return parts.length > maxParts ? [] : parts.filter((pair) => pair.every((part) => fold(part) !== ""));
}

/** Removes the name of the country, the longest that fits, from the beginning or the end of a text. */
function withoutCountry(text: string): string {
  const rests = partsOf(text).flatMap(([before, after]) => [
    ...(country.test(fold(before)) ? [after] : []),
    ...(country.test(fold(after)) ? [before] : []),
  ]);
  return rests.reduce((shortest, rest) => (rest.length < shortest.length ? rest : shortest), text);
}

/**
 * Returns the regions that a part of an address names. Codes, initials and one-character names are too short to be
 * recognized next to another name.
 */
function namedIn<Row extends NamedRegion>(part: string, regions: readonly Row[]): readonly NameMatch<Row>[] {
  if ([...fold(part)].length < 2) return [];
  return matchName(part, regions, true).filter(({ kind }) => kind !== "CODE" && kind !== "INITIALS");
}

/** A province and a city that a text names, in any order. */
interface Pair<Row extends NamedRegion> {
  readonly province: NameMatch<Row>;
  readonly city: NameMatch<Row>;
}

/** Returns true if a region is the other one or a city in it. Codes of cities begin with the code of their province. */
function isWithin(region: NamedRegion, province: NamedRegion): boolean {
  return region.code.slice(0, 2) === province.code.slice(0, 2);
}

function pairsIn<Row extends NamedRegion>(text: string, regions: readonly Row[]): readonly Pair<Row>[] {
  return partsOf(withoutCountry(text)).flatMap(([before, after]) => {
    const left = namedIn(before, regions);
    if (left.length === 0) return [];
    const right = namedIn(after, regions);
    return left.flatMap((a) =>
      right.flatMap((b): Pair<Row>[] => {
        if (a.region.level === b.region.level) {
          // The address of a municipality can have its name twice: 上海市上海市.
          const isMunicipality = a.region === b.region && a.region.fullName.endsWith("市");
          return isMunicipality ? [{ province: a, city: b }] : [];
        }
        return [a.region.level === "PROVINCE" ? { province: a, city: b } : { province: b, city: a }];
      }),
    );
  });
}

/**
 * Finds the region that an address names: a province with a city in it, in any order, with or without the country.
 * @param text as a person typed it, such as 广东省广州市, "Guangzhou, Guangdong" or "Guangdong, China"
 * @returns empty if the text is not such an address, or if province and city do not agree
 */
export function matchAddress<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): readonly NameMatch<Row>[] {
  const local = withoutCountry(text);
  if (local !== text) {
    const matches = matchName(local, regions);
    if (matches.length > 0) return matches;
  }
  const pair = pairsIn(text, regions).find(({ province, city }) => isWithin(city.region, province.region));
  return pair === undefined ? [] : [pair.city];
}

/** Returns the province and the city in a text if the city is in another province. */
export function contradictionIn<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): { readonly province: Row; readonly city: Row } | undefined {
  const pairs = pairsIn(text, regions);
  const [first] = pairs;
  if (first === undefined || pairs.some(({ province, city }) => isWithin(city.region, province.region))) {
    return undefined;
  }
  return { province: first.province.region, city: first.city.region };
}

/** A region that a part of a text names, with the other part. */
export interface Place<Row extends NamedRegion> extends NameMatch<Row> {
  /** The other part, which names no region: 佛山市 in 广东省佛山市. */
  readonly rest: string;
}

/** Removes white space and punctuation around a part. */
const trim = (part: string) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");

/**
 * Finds the regions that a text names next to a name that is not one of a region: 广东省佛山市, 广州天河, Foshan, Guangdong.
 * @returns at most one city and one province; for cities the smallest rest
 */
export function placesIn<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): readonly Place<Row>[] {
  const local = withoutCountry(text);
  const places = partsOf(local)
    .flatMap(([before, after]): [string, string][] => [
      [before, after],
      [after, before],
    ])
    .flatMap(([part, rest]) => namedIn(part, regions).map((match) => ({ ...match, rest: trim(rest) })))
    .filter(({ rest }) => [...withoutPlaceWord(foldToneless(rest).replace(/of$/, ""))].length >= 2)
    .sort((a, b) => a.rest.length - b.rest.length);
  return (["CITY", "PROVINCE"] as const).flatMap(
    (level) => places.find(({ region }) => region.level === level) ?? [],
  );
}
