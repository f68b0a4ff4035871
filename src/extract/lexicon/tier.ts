import { type Entry, quote, valueEntry } from "./entry.js";

const tiers: Readonly<Record<string, string>> = { 非常高: "VERY_HIGH", 高: "HIGH", 中: "MEDIUM", 低: "LOW" };
const suffix = "(?:组别|等级|级别|档次|档|水平|梯度)?";
const andAbove = "(?:及|或)?以上";

/** Tiers: in quotation marks, or without them if no other meaning is possible. */
export const tierWords: readonly Entry[] = [
  valueEntry(
    "tier",
    [
      `${quote}(?:非常高|高|中|低)${suffix}(?:${andAbove})?${quote}${suffix}(?:${andAbove})?`,
      `非常高${suffix}(?:${andAbove})?`,
      "(?<=\\()[高中低](?=\\))",
      "(?<=[,;:、])[高中低](?=(?:的)?(?:有|为)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})个)",
      `(?<=为|是|达到|达|处于|属于|列入|至|入|到|由|从)[高中低](?:(?:组别|等级|级别|档次|档)(?:${andAbove})?|${andAbove}|(?=[(,;。、的]|$|[升至到跃]|上升|提升|晋升|进入|跨入|迈入))`,
    ].join("|"),
    (text) => ({
      key: tiers[text.match(/非常高|高|中|低/)![0]]!,
      andAbove: text.includes("以上"),
    }),
  ),
];
