import { placesIn } from "./address.js";
import { similarity } from "./distance.js";
import { fold, foldToneless } from "./fold.js";
import { byLevelAndOrder, cachedNamesOf, type Name, type NamedRegion, type NameKind } from "./name.js";
import { soundDistance } from "./pinyin.js";
import { withoutPlaceWord } from "./placeWord.js";

/** A region that a misspelled text can mean. */
export interface Suggestion<Row extends NamedRegion> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The region's name that is nearest to the text. */
  readonly name: string;
}

/** A region with a name similar to a text. */
interface SimilarRegion<Row extends NamedRegion> extends Suggestion<Row> {
  /** Difference as in `similarity`; 0 if the name sounds the same, or if only a place word such as «市» or «City» is wrong. */
  readonly distance: number;
}

/**
 * The regions of China that the reports do not assess, in hanzi, English and pinyin. Their names are correct, and not
 * misspelled names of other regions: Taiwan differs from Hainan by two letters.
 */
const notAssessed = new Set(
  ["台湾", "香港", "澳门", "Taiwan", "Hong Kong", "Xianggang", "Macao", "Macau", "Aomen"].map(fold),
);

/** The longest text that is compared, in UTF-16 units; every name is shorter. */
const maxLength = 100;

/**
 * Finds the regions that a text most likely means if `match` does not know it: those with the nearest names or, without a
 * similar name, those that a part of the text names (广州天河).
 * @param text as a person typed it
 * @param regions the regions to choose from
 * @param limit the most suggestions to return
 * @returns the nearest regions; empty if none is near or named
 */
export function suggest<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
  limit = 3,
): readonly Suggestion<Row>[] {
  const nearest = nearestRegions(text, regions, limit);
  return nearest.length > 0 ? nearest : placesIn(text, regions).slice(0, limit);
}

/** Returns the regions with the nearest names, provinces first, then in administrative order; empty if none is near. */
export function nearestRegions<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
  limit = 3,
): readonly SimilarRegion<Row>[] {
  const similar = similarRegions(text, regions);
  return similar.filter(({ distance }) => distance === similar[0]?.distance).slice(0, limit);
}

/**
 * Finds all regions with a name similar to a text that `match` does not know: a misspelled name, a name with the same
 * sound, a name with a wrong place word, or the code of a place within a region (440106 is in 广州).
 * @returns the nearest first, then provinces first, then in administrative order
 */
export function similarRegions<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): readonly SimilarRegion<Row>[] {
  const digits = fold(text);
  const base = withoutPlaceWord(foldToneless(text));
  // A single letter or character is not a misspelled name.
  const guess = base.length < 2 || base.length > maxLength || notAssessed.has(base) ? undefined : base;
  return regions
    .flatMap((region) => nearestName(digits, guess, region) ?? [])
    .sort((a, b) => a.distance - b.distance || byLevelAndOrder(a.region, b.region));
}

function nearestName<Row extends NamedRegion>(
  digits: string,
  base: string | undefined,
  region: Row,
): SimilarRegion<Row> | undefined {
  let best: SimilarRegion<Row> | undefined;
  for (const candidate of cachedNamesOf(region)) {
    const { kind, name } = candidate;
    const distance =
      kind === "CODE" ? distanceOfCode(digits, region) : base && distanceOfName(base, candidate, region);
    if (typeof distance === "number" && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { region, kind, name, distance };
    }
  }
  return best;
}

/** A wrong letter in initials or in a one-character name makes another name, not a misspelled one. */
function distanceOfName(base: string, name: Name, region: NamedRegion): number | undefined {
  const { kind, form, placeWord } = name;
  if (kind === "INITIALS" || placeWord || form.length < 2) return undefined;
  if (!/^\p{Script=Han}+$/u.test(base)) return kind === "TONED_PINYIN" ? undefined : similarity(base, form);
  if (kind === "ENGLISH") return undefined;
  const isShortName = kind === "HANZI" && form === region.name;
  if (kind === "HANZI" && !isShortName) return similarity(base, form);
  // If the short name sounds like the text, its pinyin is the name that matches.
  const sound = soundDistance(base, region.name);
  if (isShortName) return sound === undefined ? similarity(base, form) : undefined;
  return kind === "TONED_PINYIN" && sound !== 0 ? undefined : sound;
}

/**
 * Returns the number of digits of a code that follow the region's code. The code of a county, township or village (6, 9 or
 * 12 digits) begins with the code of its region; municipalities have only the prefectures 01 and 02.
 */
function distanceOfCode(digits: string, { code, fullName }: NamedRegion): number | undefined {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(digits)) return undefined;
  const prefix = code.replace(/(0000|00)$/, "");
  const isMunicipality = prefix.length === 2 && fullName.endsWith("市");
  if (!digits.startsWith(prefix) || (isMunicipality && !/^..0[12]/.test(digits))) return undefined;
  return digits.length - prefix.length;
}
