import { numberOf, numeral } from "../numeral.js";
import { type Entry, valueEntry } from "./entry.js";

/** A pattern for the titles of this series in all years: with 网上 or 一体化, with or without 调查 and 好差评. */
const titlePattern =
  '省级政府(?:[和及与]重点城市)?(?:网上|一体化|互联网|数字化?|线上)?政务服务能力(?:\\(政务服务[“"「‘]?好差评[”"」’]?\\))?(?:第三方)?(?:调查)?(?:评估)?(?:年度)?报告';
const yearInFront = "(?:(?:19|20)\\d{2}年?度?)";
const yearBehind = "(?:\\((?:19|20)\\d{2}年?度?\\))";
const fourDigits = "(?:19|20)\\d{2}";
const saidDigits = "二[〇零][零〇一二三四五六七八九]{2}";

/** Returns the years in a title: the year of the edition, or the evaluated year for titles such as «2020年…报告». */
function titleOf(printed: string): { printed: string; year: number | null; evaluated: number | null } {
  const yearInBrackets = printed.match(/\(((?:19|20)\d{2})年?度?\)/)?.[1];
  const yearInFrontMatch = printed.match(/^(?:中国|全国)?((?:19|20)\d{2})(年?度?)/);
  if (yearInBrackets !== undefined) return { printed, year: Number(yearInBrackets), evaluated: null };
  if (yearInFrontMatch === null) return { printed, year: null, evaluated: null };
  const year = Number(yearInFrontMatch[1]);
  return yearInFrontMatch[2] === ""
    ? { printed, year, evaluated: null }
    : { printed, year: year + 1, evaluated: year };
}

/** Titles, dates and years. */
export const times: readonly Entry[] = [
  valueEntry("title", "《[^《》]{4,80}》", (text) => {
    const printed = text.slice(1, -1);
    const isOfSeries = new RegExp(`^(?:中国|全国)?${yearInFront}?${titlePattern}${yearBehind}?$`).test(
      printed,
    );
    return isOfSeries ? titleOf(printed) : undefined;
  }),
  valueEntry(
    "title",
    `(?:${yearInFront}${titlePattern}${yearBehind}?|${titlePattern}${yearBehind})`,
    titleOf,
  ),
  valueEntry("date", `(?:(?:${fourDigits}|${saidDigits})年)?${numeral}月${numeral}日`, (text) => {
    const [year, month, day] = text.match(/^(?:(.+)年)?(.+)月(.+)日$/)!.slice(1);
    const value = {
      year: year === undefined ? null : numberOf(year),
      month: numberOf(month!),
      day: numberOf(day!),
    };
    return value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31 ? value : undefined;
  }),
  valueEntry(
    "year",
    `(?:${fourDigits}|${saidDigits})(?:年度?|(?=(?:[、和至](?:19|20)\\d{2})+年))(?:版|(?=的?(?:调查)?(?:评估)?报告))?`,
    (text, after) => ({
      year: numberOf(text.match(/^[\d二〇零一三四五六七八九]{4}/)![0]),
      back: 0,
      ofReport: text.endsWith("版") || /^的?(调查)?(评估)?报告/.test(after),
    }),
  ),
  valueEntry(
    "year",
    "(?:上一?年度?|去年|前一年度?|上一?届|上一?次(?=评估|报告|调查|相比)|上期|上一版|上一轮)",
    () => ({
      year: null,
      back: 1,
      ofReport: true,
    }),
  ),
  valueEntry("year", "(?:今年|本年度|本届|本期)", () => ({ year: null, back: 0, ofReport: true })),
];
