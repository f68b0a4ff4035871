import { foldToneless } from "./fold.js";

/** A word for a kind of place (省, Province), as names in each language end with it. */
export interface PlaceWord {
  readonly hanzi: string;
  readonly english: readonly string[];
  readonly pinyin: string;
}

const placeWords: readonly PlaceWord[] = [
  { hanzi: "省", english: ["Province"], pinyin: "Shěng" },
  { hanzi: "市", english: ["City", "Municipality"], pinyin: "Shì" },
  { hanzi: "自治区", english: ["Autonomous Region"], pinyin: "Zìzhìqū" },
  { hanzi: "壮族自治区", english: ["Zhuang Autonomous Region"], pinyin: "Zhuàngzú Zìzhìqū" },
  { hanzi: "回族自治区", english: ["Hui Autonomous Region"], pinyin: "Huízú Zìzhìqū" },
  {
    hanzi: "维吾尔自治区",
    english: ["Uygur Autonomous Region", "Uyghur Autonomous Region", "Uighur Autonomous Region"],
    pinyin: "Wéiwú'ěr Zìzhìqū",
  },
  // None of the 64 regions is a prefecture, but people also write 广州地区.
  { hanzi: "地区", english: ["Prefecture"], pinyin: "Dìqū" },
];

/** Returns the place words that a full name ends with: for 广西壮族自治区 also the shorter 自治区; none for the Corps. */
export function placeWordsOf(fullName: string): readonly PlaceWord[] {
  return placeWords.filter(({ hanzi }) => fullName.endsWith(hanzi));
}

const placeWordAtEnd = new RegExp(
  `(?:${placeWords
    .flatMap(({ hanzi, english, pinyin }) => [hanzi, ...english, pinyin])
    .map(foldToneless)
    .join("|")})$`,
);

const englishWords = placeWords.flatMap(({ english }) => english).map(foldToneless);
const placeWordFirst = new RegExp(`^(?:the)?(${englishWords.join("|")})of(.+)$`);

/**
 * Moves an English place word from the beginning of a name to its end, without "of" and "the", and writes Prov. out: City of
 * Guangzhou becomes guangzhoucity.
 * @param form a folded name
 */
export function placeWordLast(form: string): string {
  return form
    .replace(/^the(?=.)/, "")
    .replace(placeWordFirst, "$2$1")
    .replace(/(?<=.)prov$/, "province");
}

/**
 * Removes a place word from the end of a name, right or wrong: 广东市 becomes 广东, guangdongcity becomes guangdong.
 * @param form a folded name without tone marks
 * @returns an empty text if the name is only a place word
 */
export function withoutPlaceWord(form: string): string {
  return form.replace(placeWordAtEnd, "");
}
