import { foldToneless } from "./fold.js";
import { hanzi } from "./hanzi.js";
import { pinyinOf } from "./pinyin.js";

/** The names of an area as plain data. */
export interface NamedArea {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Words around the name of an area in hanzi: 我国东部地区, 北方各省, 中部六省, 东北三省. */
const beforeHanzi = /^(?:中国|我国|全国)(?=.)/;
const afterHanzi =
  /(?:部|(?<=[南北])方)?(?:(?:的?(?:地区|区域|城市|板块|各地|各省区?市?|省份|省区市?))|(?<=..)(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?省(?:份|区市?|市区?)?)?$/;

/** Words around the name of an area in English: the eastern region, Central China, the west of China, eastern provinces. */
const beforeLatin = /^(?:the)?(?:(?:region|area|part|province|citie|city)s?(?:of|in)(?:the)?)?/;
const afterLatin =
  /(?:ern)?(?:part|side)?(?:(?:of|in)?(?:the)?(?:china|country))?(?:chinese)?(?:economic)?(?:regions?|areas?|provinces?|cities|zones?|parts?)?(?:(?:of|in)(?:the)?(?:china|country))?$/;

/** Names that do not follow from the name of an area. */
const others: Readonly<Record<string, string>> = { 东三省: "东北", middle: "central" };

/** Returns the direction in the name of an area, such as 东 for 东部地区 and east for the Eastern Region. */
function directionOf(text: string): string {
  const form = foldToneless(text);
  if (!hanzi.test(form)) {
    const direction = form.replace(beforeLatin, "").replace(afterLatin, "");
    return others[direction] ?? direction;
  }
  const local = form.replace(beforeHanzi, "");
  return (others[local] ?? local).replace(afterHanzi, "");
}

/**
 * Finds the area that a text names: by key, by its Chinese or English name in any usual form (东部, 東部地區, the East,
 * north-eastern China), or by the pinyin of its name (Dongbei).
 * @returns undefined if the text names none
 */
export function matchArea<Area extends NamedArea>(text: string, areas: readonly Area[]): Area | undefined {
  const direction = directionOf(text);
  if (direction === "") return undefined;
  const named = areas.find(({ key, name, nameEn }) =>
    [key, name, nameEn].some((spelling) => directionOf(spelling) === direction),
  );
  if (named !== undefined || !/^[a-z]+$/.test(direction)) return named;
  const spelling = foldToneless(text);
  return areas.find(({ name }) => {
    const short = directionOf(name);
    return [name, `${short}部`, `${short}方`, `${short}部地区`, `${name}地区`].some(
      (spelled) => pinyinOf(spelled) === spelling,
    );
  });
}
