import { describe, expect, test } from "vitest";
import { match } from "../../src/names/match.js";
import { regions } from "./rows.js";

/** Returns the matches as text: region, kind of name, name. */
const found = (text: string) =>
  match(text, regions).map(({ region, kind, name }) => `${region.name} ${kind} ${name}`);

describe("one region", () => {
  test.each([
    ["广州", "广州 HANZI 广州"],
    ["广州市", "广州 HANZI 广州市"],
    [" 广 州 ", "广州 HANZI 广州"],
    ["广\u3000州市", "广州 HANZI 广州市"],
    ["广\u200b州", "广州 HANZI 广州"],
    ["穗", "广州 HANZI 穗"],
    ["Guangzhou", "广州 ENGLISH Guangzhou"],
    ["guangzhou", "广州 ENGLISH Guangzhou"],
    ["GUANGZHOU", "广州 ENGLISH Guangzhou"],
    ["guang zhou", "广州 ENGLISH Guangzhou"],
    ["Guang-zhou", "广州 ENGLISH Guangzhou"],
    ["Ｇｕａｎｇｚｈｏｕ", "广州 ENGLISH Guangzhou"],
    ["guǎngzhōu", "广州 TONED_PINYIN Guǎngzhōu"],
    ["Guǎng Zhōu", "广州 TONED_PINYIN Guǎngzhōu"],
    ["GUǍNGZHŌU", "广州 TONED_PINYIN Guǎngzhōu"],
    ["guǎngzhōu".normalize("NFD"), "广州 TONED_PINYIN Guǎngzhōu"],
    ["guăngzhōu", "广州 TONED_PINYIN Guǎngzhōu"],
    ["ɡuǎnɡzhōu", "广州 TONED_PINYIN Guǎngzhōu"],
    ["guāngzhou", "广州 PINYIN Guǎngzhōu"],
    ["440100", "广州 CODE 440100"],
    ["4401", "广州 CODE 4401"],
    ["４４０１００", "广州 CODE 440100"],
    ["440000", "广东 CODE 440000"],
    ["44", "广东 CODE 44"],
    ["50", "重庆 CODE 50"],
    ["Shanxi", "山西 ENGLISH Shanxi"],
    ["Shaanxi", "陕西 ENGLISH Shaanxi"],
    ["shānxī", "山西 TONED_PINYIN Shānxī"],
    ["Shǎnxī", "陕西 TONED_PINYIN Shǎnxī"],
    ["Xi'an", "西安 ENGLISH Xi'an"],
    ["Xi’an", "西安 ENGLISH Xi'an"],
    ["Xi´an", "西安 ENGLISH Xi'an"],
    ["xian", "西安 ENGLISH Xi'an"],
    ["xi an", "西安 ENGLISH Xi'an"],
    ["Xī'ān", "西安 TONED_PINYIN Xī'ān"],
    ["兵团", "新疆生产建设兵团 HANZI 兵团"],
    ["新疆兵团", "新疆生产建设兵团 HANZI 新疆兵团"],
    ["XPCC", "新疆生产建设兵团 CODE XPCC"],
    ["xpcc", "新疆生产建设兵团 CODE XPCC"],
    [
      "xinjiang production and construction corps",
      "新疆生产建设兵团 ENGLISH Xinjiang Production and Construction Corps",
    ],
    ["Xinjiang", "新疆 ENGLISH Xinjiang"],
    ["Inner Mongolia", "内蒙古 ENGLISH Inner Mongolia"],
    ["innermongolia", "内蒙古 ENGLISH Inner Mongolia"],
    ["Neimenggu", "内蒙古 ENGLISH Neimenggu"],
    ["nei meng gu", "内蒙古 ENGLISH Neimenggu"],
    ["Tibet", "西藏 ENGLISH Tibet"],
    ["Xizang", "西藏 ENGLISH Xizang"],
    ["Hohhot", "呼和浩特 ENGLISH Hohhot"],
    ["Hūhéhàotè", "呼和浩特 TONED_PINYIN Hūhéhàotè"],
    ["Harbin", "哈尔滨 ENGLISH Harbin"],
    ["haerbin", "哈尔滨 ENGLISH Haerbin"],
    ["ha'er bin", "哈尔滨 ENGLISH Haerbin"],
    ["Ürümqi", "乌鲁木齐 ENGLISH Ürümqi"],
    ["lasa", "拉萨 PINYIN Lāsà"],
    ["chongqing", "重庆 ENGLISH Chongqing"],
    ["Zhòngqìng", ""],
    ["吉林", "吉林 HANZI 吉林"],
    ["海南", "海南 HANZI 海南"],
    ["京", "北京 HANZI 京"],
    ["hlj", "黑龙江 INITIALS hlj"],
    ["廣東", "广东 HANZI 广东"],
    ["內蒙古自治區", "内蒙古 HANZI 内蒙古自治区"],
    ["烏魯木齊", "乌鲁木齐 HANZI 乌鲁木齐"],
    ["陜西省", "陕西 HANZI 陜西省"],
    ["广西自治区", "广西 HANZI 广西自治区"],
    ["「内 蒙 古」", "内蒙古 HANZI 内蒙古"],
    ["guang3zhou1", "广州 TONED_PINYIN Guǎngzhōu"],
    ["Shan1 xi1", "山西 TONED_PINYIN Shānxī"],
    ["shan3xi1", "陕西 TONED_PINYIN Shǎnxī"],
    ["guang1zhou1", "广州 PINYIN Guǎngzhōu"],
    ["Guangdong Province", "广东 ENGLISH Guangdong Province"],
    ["Shanxi Province", "山西 ENGLISH Shanxi Province"],
    ["Shaanxi Sheng", "陕西 ENGLISH Shaanxi Sheng"],
    ["Guangzhou City", "广州 ENGLISH Guangzhou City"],
    ["Shanghai Municipality", "上海 ENGLISH Shanghai Municipality"],
    ["Guangxi Zhuang Autonomous Region", "广西 ENGLISH Guangxi Zhuang Autonomous Region"],
    ["Xinjiang Uygur Autonomous Region", "新疆 ENGLISH Xinjiang Uygur Autonomous Region"],
    ["Xizang Autonomous Region", "西藏 ENGLISH Xizang Autonomous Region"],
    ["Xīnjiāng Wéiwú'ěr Zìzhìqū", "新疆 TONED_PINYIN Xīnjiāng Wéiwú'ěr Zìzhìqū"],
    ["Hā'ěrbīn Shì", "哈尔滨 TONED_PINYIN Hā'ěrbīn Shì"],
    [
      "Xinjiang Production & Construction Corps",
      "新疆生产建设兵团 ENGLISH Xinjiang Production and Construction Corps",
    ],
    ["新疆建设兵团", "新疆生产建设兵团 HANZI 新疆建设兵团"],
    ["wlmq", "乌鲁木齐 INITIALS wlmq"],
  ])("%s", (text, only) => {
    expect(found(text)).toEqual(only === "" ? [] : [only]);
  });
});

describe("ambiguous", () => {
  test.each([
    ["gz", ["贵州 INITIALS gz", "广州 INITIALS gz"]],
    ["GZ", ["贵州 INITIALS gz", "广州 INITIALS gz"]],
    ["hn", ["河南 INITIALS hn", "湖南 INITIALS hn", "海南 INITIALS hn"]],
    ["sx", ["山西 INITIALS sx", "陕西 INITIALS sx"]],
    // With a wrong tone only the toneless pinyin matches, which both regions have.
    ["shàn xī", ["山西 PINYIN Shānxī", "陕西 PINYIN Shǎnxī"]],
  ])("%s", (text, all) => expect(found(text)).toEqual(all));
});

test.each([
  "",
  " ",
  "'",
  "火星",
  "吉林市",
  "Jilin City",
  "广东市",
  "Beijing Province",
  "省",
  "City",
  "广洲",
  "gz1",
  "Guangzhuo",
  "4403001",
  "440",
  "广",
  "g",
  "gzh",
  "constructor",
  "__proto__",
])("unknown: «%s»", (text) => expect(found(text)).toEqual([]));

test("every region is found by each of its names, in any case", () => {
  for (const region of regions) {
    const own = [region.name, region.fullName, region.nameEn, region.pinyin, region.code, ...region.aliases];
    for (const name of own.flatMap((text) => [
      text,
      text.toUpperCase(),
      text.toLowerCase(),
      ` ${text}\u3000`,
    ])) {
      expect([name, match(name, regions).map((found) => found.region.name)]).toEqual([name, [region.name]]);
    }
  }
});

test("the order of the rows does not matter", () => {
  for (const text of ["gz", "hn", "sx", "广州"]) {
    expect(match(text, regions.toReversed())).toEqual(match(text, regions));
  }
});
