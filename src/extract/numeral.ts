import nzh from "nzh/cn";

/** A pattern for a whole number in digits or in hanzi. */
export const numeral = "(?:\\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})";

/** A pattern for a number in hanzi with decimals, such as 五十三点一三. */
export const spokenDecimal = "[零〇一二两三四五六七八九十百]{1,5}(?:点[零〇一二三四五六七八九]+)?";

/**
 * Returns the value of a number in digits or in hanzi, whole or with decimals.
 * @param text a match of `numeral` or `spokenDecimal`, or digits with a decimal point
 */
export function numberOf(text: string): number {
  if (/^[\d.]+$/.test(text)) return Number(text);
  // A year is written digit by digit: 二〇二一.
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((digit) => nzh.decodeS(digit.replace("〇", "零"))).join(""));
  }
  return Number(nzh.decodeS(text.replaceAll("两", "二").replaceAll("〇", "零")));
}
