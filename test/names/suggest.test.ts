import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/names/nearest.js";
import { suggest } from "../../src/names/suggest.js";
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
    ["城都", ["成都"]],
    ["重青", ["重庆"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
});

describe("a wrong character of another sound", () => {
  test.each([
    ["陕酉", ["陕西"]],
    ["呼𠮷浩特", ["呼和浩特"]],
    ["呼和洁特", ["呼和浩特"]],
    ["黑龙汪", ["黑龙江"]],
    ["柳州", ["贵州", "广州", "杭州"]],
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
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
  ])("«%s»", (text, names) => expect(found(text)).toEqual(names));
});

test.each([
  ...[
    "",
    " ",
    "x",
    "zz9",
    "999999",
    "火星",
    "巴黎",
    "台湾",
    "taiwan",
    "香港",
    "Paris",
    "Atlantis",
    "Foo Province",
  ],
  ...["市", "City", "青", "\u0301", "广".repeat(200), "guangzhou".repeat(20)],
])("no name is near «%s»", (text) => expect(found(text)).toEqual([]));

test("a suggestion has the nearest name and its distance", () => {
  expect(suggest("Huhhot", regions)).toEqual([
    { region: expect.objectContaining({ name: "呼和浩特" }), kind: "ENGLISH", name: "Hohhot", distance: 1 },
  ]);
  expect(suggest("广洲", regions)).toMatchObject([{ kind: "TONED_PINYIN", name: "Guǎngzhōu", distance: 0 }]);
  expect(suggest("光周", regions)).toMatchObject([{ kind: "PINYIN", name: "Guǎngzhōu", distance: 1 }]);
  expect(suggest("陕酉", regions)).toMatchObject([{ kind: "HANZI", name: "陕西", distance: 3 }]);
});

test("returns at most the given number, by level and administrative order", () => {
  const all = suggest("柳州", regions, 10).map(({ region }) => region.name);
  expect(all).toEqual(["贵州", "广州", "杭州", "福州", "郑州", "兰州"]);
  expect(suggest("柳州", regions.toReversed(), 1).map(({ region }) => region.name)).toEqual(["贵州"]);
});

test("no text makes it throw", () => {
  const input = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(..."广洲呼和浩特guangzhou'ǎ 1234\u0301省市😀\ud800"), maxLength: 12 }),
  );
  fc.assert(
    fc.property(input, (text) => {
      for (const { distance } of suggest(text, regions)) expect(distance).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});

test("a swap of two neighbors counts as one error, other swaps count as two", () => {
  expect(suggest("hefie", regions)).toMatchObject([{ name: "Hefei", distance: 1 }]);
  expect(found("hifee")).toEqual([]);
  expect(suggest("Guangzhuo", regions)).toMatchObject([{ name: "Guangzhou", distance: 1 }]);
});

test("nearest keys", () => {
  const keys = ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"];
  expect(nearest("effectivness", keys)).toEqual(["EFFECTIVENESS"]);
  expect(nearest("MATURTIY", keys)).toEqual(["MATURITY"]);
  expect(nearest("SPEED", keys)).toEqual([]);
  expect(nearest("HIHG", ["VERY_HIGH", "HIGH"])).toEqual(["HIGH"]);
  expect(nearest("2.1.4", ["2.1.3", "2.3.1", "21.3"])).toEqual(["2.1.3"]);
  expect(nearest("x", [])).toEqual([]);
});

test("the end of a message", () => {
  expect(didYouMean([])).toBe("");
  expect(didYouMean(["广州"])).toBe(". Did you mean 广州?");
  expect(didYouMean(["贵州", "广州"])).toBe(". Did you mean 贵州 or 广州?");
  expect(didYouMean(["广东", "广西", "广州"])).toBe(". Did you mean 广东, 广西 or 广州?");
});
