import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sentenceHash, sentencesOf } from "../../src/data/sentence.js";

const report = `关于示例的通报
第一段第一句。第一段“第二句。”第三句没有句号
一、第一节
甲地说:“好。”乙地说好。

  二、第二节的标题也许很长(附说明)
丙、丁。
三、这一行有句号。所以不是标题。`;

const locatedSentences = (text: string) =>
  sentencesOf(text).map(({ locator, text: sentence }) => [locator, sentence]);

test("title, headings, paragraphs and sentences", () => {
  expect(locatedSentences(report)).toEqual([
    ["0.1.1", "关于示例的通报"],
    ["0.2.1", "第一段第一句。"],
    ["0.2.2", "第一段“第二句。”"],
    ["0.2.3", "第三句没有句号"],
    ["1.1.1", "甲地说:“好。”"],
    ["1.1.2", "乙地说好。"],
    ["2.1.1", "丙、丁。"],
    ["2.2.1", "三、这一行有句号。"],
    ["2.2.2", "所以不是标题。"],
  ]);
});

test.each([
  ["CRLF", report.replaceAll("\n", "\r\n")],
  ["CR", report.replaceAll("\n", "\r")],
  ["a byte-order mark", `\ufeff${report}`],
  ["blanks at the ends of lines", report.replaceAll("\n", " \u3000\n\u3000\u3000")],
])("%s does not change the sentences", (_, text) => {
  expect(locatedSentences(text)).toEqual(locatedSentences(report));
  for (const { start, end, text: sentence } of sentencesOf(text))
    expect(text.slice(start, end)).toBe(sentence);
});

test("ranges refer to the text", () => {
  for (const { start, end, text } of sentencesOf(report)) expect(report.slice(start, end)).toBe(text);
});

test("an empty text has no sentences", () => {
  expect(sentencesOf("")).toEqual([]);
  expect(sentencesOf(" \n\u3000\r\n")).toEqual([]);
});

test("the hash uses NFKC and ignores white space", () => {
  const plain = createHash("sha256").update("甲(2022),占50%。").digest("hex");
  expect(sentenceHash("甲(2022),占50%。")).toBe(plain);
  expect(sentenceHash(" 甲(2022), 占５０％。\r\n")).toBe(plain);
  expect(sentenceHash("乙(2022),占50%。")).not.toBe(plain);
});
