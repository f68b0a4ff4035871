import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contradictionIn, placesIn } from "../../src/names/address.js";
import { match } from "../../src/names/match.js";
import { isLong, seed } from "../long.js";
import { regions } from "./rows.js";

const found = (text: string) => match(text, regions).map(({ region }) => region.name);

describe("a city with its province, or a region with the country", () => {
  test.each([
    ["广东省广州市", "广州"],
    ["广东广州", "广州"],
    ["广东广州市", "广州"],
    ["广东省广州", "广州"],
    ["廣東省廣州市", "广州"],
    ["中国广东省广州市", "广州"],
    ["中國廣東省廣州市", "广州"],
    ["中华人民共和国广东省广州市", "广州"],
    ["中国·广东·广州", "广州"],
    ["广东省 广州市", "广州"],
    ["广东，广州", "广州"],
    ["广东、广州", "广州"],
    ["广东省/广州市", "广州"],
    ["广东-广州", "广州"],
    ["广州（广东）", "广州"],
    ["广州, 广东", "广州"],
    ["四川省成都市", "成都"],
    ["新疆维吾尔自治区乌鲁木齐市", "乌鲁木齐"],
    ["新疆乌鲁木齐", "乌鲁木齐"],
    ["內蒙古自治區呼和浩特市", "呼和浩特"],
    ["内蒙呼市", "呼和浩特"],
    ["广西自治区南宁市", "南宁"],
    ["海南省海口市", "海口"],
    ["上海市上海市", "上海"],
    ["中国上海", "上海"],
    ["中国大陆广东省", "广东"],
    ["Guangzhou, Guangdong", "广州"],
    ["Guangzhou Guangdong", "广州"],
    ["Guangdong, Guangzhou", "广州"],
    ["Guangzhou City, Guangdong Province", "广州"],
    ["Guangzhou (Guangdong)", "广州"],
    ["Guangzhou/Guangdong", "广州"],
    ["Guangzhou, China", "广州"],
    ["Guangzhou, Guangdong, China", "广州"],
    ["GUANGZHOU, GUANGDONG, P.R. CHINA", "广州"],
    ["Guangzhou, People's Republic of China", "广州"],
    ["China, Guangdong", "广东"],
    ["Guangdong, China", "广东"],
    ["Guangdong Province, PRC", "广东"],
    ["Guangdong Prov.", "广东"],
    ["City of Guangzhou", "广州"],
    ["the City of Guangzhou, Guangdong Prov., China", "广州"],
    ["Province of Guangdong", "广东"],
    ["Shanghai, China", "上海"],
    ["Shanghai, Shanghai", "上海"],
    ["Harbin, Heilongjiang", "哈尔滨"],
    ["Hohhot, Inner Mongolia", "呼和浩特"],
    ["Lhasa (Tibet)", "拉萨"],
    ["Lhasa, Xizang Autonomous Region", "拉萨"],
    ["Urumqi, Xinjiang Uygur Autonomous Region, China", "乌鲁木齐"],
    ["Xi'an, Shaanxi", "西安"],
    // The pinyin of 陕西 without tones is Shanxi too. Of the two provinces the one with the city is meant.
    ["Xi'an, Shanxi", "西安"],
    ["Taiyuan, Shanxi", "太原"],
    ["Guǎngdōng Shěng Guǎngzhōu Shì", "广州"],
    ["shǎnxī xī'ān", "西安"],
    ["guang3dong1 guang3zhou1", "广州"],
    ["Guangdong Sheng Guangzhou Shi", "广州"],
    ["广东 Guangzhou", "广州"],
  ])("%s", (text, name) => expect(found(text)).toEqual([name]));

  test.each([
    // These are not a province and a city in it.
    ...["浙江省广州市", "Guangzhou, Zhejiang", "广东省浙江省", "广州深圳", "Guangzhou, Shenzhen", "吉林吉林"],
    // Abbreviations, initials and codes are too short to be recognized in an address.
    ...["沪杭", "京广", "gd gz", "44 gz", "粤穗"],
    ...[
      "中国",
      "China",
      "the",
      "of",
      "City of",
      "中国市",
      "广东省佛山市",
      "广东省广州市天河区",
      "广州中国广东",
    ],
  ])("unknown: «%s»", (text) => expect(found(text)).toEqual([]));
});

test("every city is found after and before each name of its province, in simplified and traditional characters", () => {
  const cities = regions.filter(({ level }) => level === "CITY");
  const written = (name: string, fullName: string, nameEn: string, word: string) => ({
    hanzi: [name, fullName],
    latin: [nameEn, `${nameEn} ${word}`],
  });
  const country = fc.constantFrom("", "China", "中国");
  fc.assert(
    fc.property(
      fc.constantFrom(...cities),
      fc.constantFrom("hanzi" as const, "latin" as const),
      fc.tuple(fc.nat(1), fc.nat(1), fc.boolean()),
      fc.constantFrom(", ", " ", "，", "/", "、", " - "),
      country,
      (city, script, [first, second, cityFirst], separator, where) => {
        const province = regions.find(({ name }) => name === city.province);
        if (province === undefined) throw new Error(`no province of ${city.name}`);
        const word = province.fullName.endsWith("省") ? "Province" : "Autonomous Region";
        const names = [
          written(province.name, province.fullName, province.nameEn, word)[script][first],
          written(city.name, city.fullName, city.nameEn, "City")[script][second],
        ];
        const text = [...(cityFirst ? names.reverse() : names), ...(where ? [where] : [])].join(separator);
        expect([text, found(text)]).toEqual([text, [city.name]]);
      },
    ),
    { seed, numRuns: isLong ? 3_000 : 300 },
  );
});

test("a province with a city in another province is a contradiction", () => {
  const contradiction = (text: string) => {
    const { province, city } = contradictionIn(text, regions) ?? {};
    return [province?.name, city?.name];
  };
  expect(contradiction("浙江省广州市")).toEqual(["浙江", "广州"]);
  expect(contradiction("Guangzhou, Zhejiang, China")).toEqual(["浙江", "广州"]);
  expect(contradiction("北京市广州市")).toEqual(["北京", "广州"]);
  expect(contradiction("兵团乌鲁木齐")).toEqual(["新疆生产建设兵团", "乌鲁木齐"]);
  for (const text of ["广东省广州市", "Xi'an, Shanxi", "广州", "火星", "广东省浙江省", ""]) {
    expect([text, contradiction(text)]).toEqual([text, [undefined, undefined]]);
  }
});

test("a place next to a region is found with the region", () => {
  const places = (text: string) =>
    placesIn(text, regions).map(({ region, rest }) => `${region.name}: ${rest}`);
  expect(places("广东省佛山市")).toEqual(["广东: 佛山市"]);
  expect(places("Foshan, Guangdong, China")).toEqual(["广东: Foshan"]);
  expect(places("广州天河")).toEqual(["广州: 天河"]);
  // A place word alone is not a place, and Xianyang is not a part of Xi'an.
  for (const text of ["吉林市", "Jilin City", "Guangzhou Province", "Xianyang", "广州湾", "火星"]) {
    expect([text, places(text)]).toEqual([text, []]);
  }
});

test("a long text takes little time", () => {
  const start = performance.now();
  for (const text of ["广东".repeat(500), "广东".repeat(30), "a,".repeat(30), "广东 ".repeat(49)]) {
    match(text, regions);
    placesIn(text, regions);
  }
  expect(performance.now() - start).toBeLessThan(1_000);
});
