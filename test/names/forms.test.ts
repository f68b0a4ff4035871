import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldToneless } from "../../src/names/fold.js";
import { match } from "../../src/names/match.js";
import { nameKinds, namesOf } from "../../src/names/name.js";
import { regions } from "./rows.js";

/** Full names in traditional characters, written by hand; each begins with the short name. */
const traditional: Readonly<Record<string, string>> = {
  天津: "天津市",
  河北: "河北省",
  山西: "山西省",
  内蒙古: "內蒙古自治區",
  辽宁: "遼寧省",
  吉林: "吉林省",
  黑龙江: "黑龍江省",
  上海: "上海市",
  江苏: "江蘇省",
  浙江: "浙江省",
  安徽: "安徽省",
  福建: "福建省",
  江西: "江西省",
  山东: "山東省",
  河南: "河南省",
  湖北: "湖北省",
  湖南: "湖南省",
  广东: "廣東省",
  广西: "廣西壯族自治區",
  海南: "海南省",
  重庆: "重慶市",
  四川: "四川省",
  贵州: "貴州省",
  云南: "雲南省",
  西藏: "西藏自治區",
  陕西: "陝西省",
  甘肃: "甘肅省",
  青海: "青海省",
  宁夏: "寧夏回族自治區",
  新疆: "新疆維吾爾自治區",
  新疆生产建设兵团: "新疆生產建設兵團",
  北京: "北京市",
  广州: "廣州市",
  武汉: "武漢市",
  哈尔滨: "哈爾濱市",
  沈阳: "瀋陽市",
  成都: "成都市",
  南京: "南京市",
  西安: "西安市",
  长春: "長春市",
  济南: "濟南市",
  杭州: "杭州市",
  大连: "大連市",
  青岛: "青島市",
  深圳: "深圳市",
  厦门: "廈門市",
  宁波: "寧波市",
  石家庄: "石家莊市",
  太原: "太原市",
  呼和浩特: "呼和浩特市",
  合肥: "合肥市",
  福州: "福州市",
  南昌: "南昌市",
  郑州: "鄭州市",
  长沙: "長沙市",
  南宁: "南寧市",
  海口: "海口市",
  贵阳: "貴陽市",
  昆明: "昆明市",
  拉萨: "拉薩市",
  兰州: "蘭州市",
  西宁: "西寧市",
  银川: "銀川市",
  乌鲁木齐: "烏魯木齊市",
};

/** The regions that share initials; initials can be ambiguous. */
const shared: Readonly<Record<string, readonly string[]>> = {
  hb: ["河北", "湖北"],
  sx: ["山西", "陕西"],
  hn: ["河南", "湖南", "海南"],
  gz: ["贵州", "广州"],
};

const wide = (text: string) =>
  text
    .replace(/[!-~]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0))
    .replaceAll(" ", "\u3000");
const spaced = (text: string) => [...text].join(" ");
const found = (text: string) => match(text, regions).map(({ region }) => region.name);

describe("each of the 64 regions is found by every form of its name", () => {
  test.each(regions.map((region) => [region.name, region] as const))("%s", (name, region) => {
    const old = traditional[name];
    if (old === undefined) throw new Error(`no traditional name of ${name}`);
    const { code, level, fullName, nameEn, pinyin, initials, aliases } = region;
    const bare = pinyin
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0304\u030c]/g, "")
      .normalize("NFC");
    const city = level === "CITY" || fullName.endsWith("市");
    const forms = [
      ...[name, fullName, old, old.slice(0, name.length)],
      ...[code, ...(code.endsWith("0000") ? [code.slice(0, 2)] : [code.replace(/00$/, "")])],
      ...[nameEn, pinyin, nameEn.toUpperCase(), pinyin.toUpperCase(), pinyin.normalize("NFD")],
      ...aliases,
      ...(city ? [`${nameEn} City`, `${nameEn} Shi`, `${bare} Shi`, `${pinyin} Shì`] : []),
      ...(fullName.endsWith("省") ? [`${nameEn} Province`, `${nameEn} Sheng`, `${pinyin} Shěng`] : []),
      ...(fullName.endsWith("自治区")
        ? [`${nameEn} Autonomous Region`, `${name}自治区`, `${bare} Zizhiqu`]
        : []),
    ];
    for (const form of forms.flatMap((text) => [
      text,
      wide(text),
      spaced(text),
      `「${text}」`,
      `\u200b${text}\n`,
    ])) {
      expect([form, found(form)]).toEqual([form, [name]]);
    }
    // Several regions can have the same initials or toneless pinyin.
    expect(found(initials)).toEqual(shared[initials] ?? [name]);
    // Shanxi is the English name of 山西, and English is compared before pinyin.
    expect(found(bare)).toEqual([name === "陕西" ? "山西" : name]);
  });

  test("only initials, and the toneless pinyin of 山西 and 陕西, name several regions", () => {
    const holders = new Map<string, Set<string>>();
    for (const region of regions) {
      for (const { kind, form } of namesOf(region)) {
        if (kind === "INITIALS") continue;
        holders.set(form, (holders.get(form) ?? new Set()).add(region.name));
      }
    }
    const several = [...holders].filter(([, names]) => names.size > 1);
    // The English name decides between these two.
    expect(several.map(([form, names]) => `${form}: ${[...names].join(" ")}`)).toEqual([
      "shanxi: 山西 陕西",
      "shanxisheng: 山西 陕西",
    ]);
  });

  test("no pinyin contains ü, so u need not match it", () => {
    expect(regions.filter(({ pinyin }) => /[üǖǘǚǜ]/i.test(pinyin))).toEqual([]);
  });
});

test("every name of every region, in all its writings, finds the regions that a plain comparison of all names finds", () => {
  const written = regions.map((region) => [region, namesOf(region)] as const);
  const compared = (text: string) => {
    for (const kind of nameKinds) {
      const form = kind === "PINYIN" ? foldToneless(text) : fold(text);
      const named = written
        .filter(([, names]) => names.some((name) => name.kind === kind && name.form === form))
        .map(([region]) => region);
      if (named.length > 0) return named.map(({ name }) => name);
    }
    return [];
  };
  const names = new Set(regions.flatMap((region) => namesOf(region).map(({ name }) => name)));
  for (const name of names) {
    const expected = compared(name);
    expect(expected.length).toBeGreaterThan(0);
    for (const text of [name, name.toUpperCase(), name.toLowerCase(), wide(name), spaced(name)]) {
      expect([text, found(text)]).toEqual([text, expected]);
    }
  }
});

test("a name is found with any white space and punctuation between and around its letters", () => {
  const noise = fc.string({ unit: fc.constantFrom(..." \t\u3000\u200b'’-·.。,、()「」!😀"), maxLength: 3 });
  const written = regions.flatMap((region) =>
    [region.name, region.fullName, region.nameEn, region.pinyin, region.code].map(
      (name) => [region, name] as const,
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...written),
      fc.array(noise, { minLength: 50, maxLength: 50 }),
      ([region, name], noises) => {
        const text = [...name].map((letter, index) => noises[index % 50] + letter).join("") + noises[0];
        expect(match(text, regions).map((hit) => hit.region.code)).toEqual([region.code]);
      },
    ),
    { numRuns: 500 },
  );
});

test("no text makes it throw, and no match is listed twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const codes = match(text, regions).map(({ region }) => region.code);
      expect(new Set(codes).size).toBe(codes.length);
    }),
    { numRuns: 1_000 },
  );
});
