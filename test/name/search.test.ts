import { expect, test } from "vitest";
import { searchNames } from "../../src/name/search.js";
import { regions } from "./rows.js";

const found = (text: string) =>
  searchNames(text, regions).map(({ region, kind, name, how }) => `${how} ${region.name} ${kind} ${name}`);

test("a single hanzi finds every name that holds it", () => {
  expect(found("广")).toEqual(["PREFIX 广东 HANZI 广东", "PREFIX 广西 HANZI 广西", "PREFIX 广州 HANZI 广州"]);
  expect(found("宁")).toEqual([
    "PREFIX 宁夏 HANZI 宁夏",
    "PREFIX 宁波 HANZI 宁波",
    "CONTAINS 辽宁 HANZI 辽宁",
    "CONTAINS 南宁 HANZI 南宁",
    "CONTAINS 西宁 HANZI 西宁",
  ]);
});

test("exact before prefix before contains, then provinces, then by order", () => {
  expect(found("新疆")).toEqual(["EXACT 新疆 HANZI 新疆", "PREFIX 新疆生产建设兵团 HANZI 新疆生产建设兵团"]);
  expect(found("gz")).toEqual(["EXACT 贵州 INITIALS gz", "EXACT 广州 INITIALS gz"]);
  expect(found("44")).toEqual(["EXACT 广东 CODE 44", "PREFIX 广州 CODE 440100", "PREFIX 深圳 CODE 440300"]);
  expect(found("shan")).toEqual([
    "PREFIX 山西 ENGLISH Shanxi",
    "PREFIX 上海 ENGLISH Shanghai",
    "PREFIX 山东 ENGLISH Shandong",
    "PREFIX 陕西 PINYIN Shǎnxī",
  ]);
  expect(found("zhou")).toEqual([
    "CONTAINS 贵州 ENGLISH Guizhou",
    "CONTAINS 广州 ENGLISH Guangzhou",
    "CONTAINS 杭州 ENGLISH Hangzhou",
    "CONTAINS 福州 ENGLISH Fuzhou",
    "CONTAINS 郑州 ENGLISH Zhengzhou",
    "CONTAINS 兰州 ENGLISH Lanzhou",
  ]);
});

test("each region once, with the name that agrees best", () => {
  expect(found("Guangzhou")).toEqual(["EXACT 广州 ENGLISH Guangzhou"]);
  expect(found("guǎng")).toEqual([
    "PREFIX 广东 TONED_PINYIN Guǎngdōng",
    "PREFIX 广西 TONED_PINYIN Guǎngxī",
    "PREFIX 广州 TONED_PINYIN Guǎngzhōu",
  ]);
  const names = searchNames("n", regions).map(({ region }) => region.name);
  expect(new Set(names).size).toBe(names.length);
});

test("only what matches nothing as typed is guessed at, the nearest first", () => {
  expect(found("Guangzhuo")).toEqual(["FUZZY 广州 ENGLISH Guangzhou", ...found("Guangzhuo").slice(1)]);
  expect(found("Guangzhuo").every((hit) => hit.startsWith("FUZZY"))).toBe(true);
  expect(found("合淝")).toEqual(["FUZZY 合肥 HANZI 合肥"]);
  expect(found("火星")).toEqual([]);
  expect(found("")).toEqual([]);
  expect(found(" ")).toEqual([]);
});

test("the order of the rows does not matter", () => {
  for (const text of ["广", "n", "an", "Guangzhuo", "44"]) {
    expect(searchNames(text, regions.toReversed())).toEqual(searchNames(text, regions));
  }
});
