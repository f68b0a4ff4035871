import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/name/nearest.js";
import { suggest } from "../../src/name/suggest.js";
import { regions } from "./rows.js";

const found = (text: string) => suggest(text, regions).map(({ region }) => region.name);

test.each([
  ["广洲", ["广东", "广西", "广州"]],
  ["合淝", ["合肥"]],
  ["夏门", ["厦门"]],
  ["呼合浩特", ["呼和浩特"]],
  ["Guangzhuo", ["广州"]],
  ["Guang zhou shi", ["广州"]],
  ["Guangzhou City", ["广州"]],
  ["guangdong province", ["广东"]],
  ["Ganzhou", ["兰州"]],
  ["Shanxxi", ["山西", "陕西"]],
  ["Chonqing", ["重庆"]],
  ["Shen Zhen Shi", ["深圳"]],
  ["哈尔宾市", ["哈尔滨"]],
  ["吉林市", ["吉林"]],
  ["广东市", ["广东"]],
  ["440106", ["广州"]],
  ["440600", ["广东"]],
  ["110105", ["北京"]],
  ["999999", []],
  ["火星", []],
  ["Atlantis", []],
  ["x", []],
  ["", []],
  ["zz9", []],
])("«%s»", (text, names) => expect(found(text)).toEqual(names));

test("a suggestion says which name it is near to, and how near", () => {
  expect(suggest("Huhhot", regions)).toMatchObject([
    { region: { name: "呼和浩特" }, kind: "ENGLISH", name: "Hohhot", distance: 1 },
  ]);
});

test("at most as many as wanted, in the order of level and place", () => {
  const all = suggest("广洲", regions, 10).map(({ region }) => region.name);
  expect(all).toEqual(["广东", "广西", "广州"]);
  expect(suggest("广洲", regions.toReversed(), 1).map(({ region }) => region.name)).toEqual(["广东"]);
});

test("nearest of plain words", () => {
  const keys = ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"];
  expect(nearest("effectivness", keys)).toEqual(["EFFECTIVENESS"]);
  expect(nearest("MATURTIY", keys)).toEqual(["MATURITY"]);
  expect(nearest("SPEED", keys)).toEqual([]);
  expect(nearest("HIHG", ["VERY_HIGH", "HIGH"])).toEqual(["HIGH"]);
  expect(nearest("x", [])).toEqual([]);
});

test("the end of a message", () => {
  expect(didYouMean([])).toBe("");
  expect(didYouMean(["广州"])).toBe("; did you mean 广州?");
  expect(didYouMean(["贵州", "广州"])).toBe("; did you mean 贵州 or 广州?");
  expect(didYouMean(["广东", "广西", "广州"])).toBe("; did you mean 广东, 广西 or 广州?");
});
