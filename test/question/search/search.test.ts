import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "../../../src/names/fold.js";
import { match } from "../../../src/names/match.js";
import { cachedNamesOf } from "../../../src/names/name.js";
import { suggest } from "../../../src/names/suggest.js";
import { Asker } from "../../graph.js";
import { isLong, seed } from "../../long.js";
import { regions } from "../../names/rows.js";

interface Hit {
  readonly match: string;
  readonly kind: string;
  readonly name: string;
  readonly region: { readonly name: string };
}

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

const question = `query ($text: String!, $first: Int!) {
  search(text: $text, first: $first) { match kind name region { name } }
}`;

async function hits(text: string, first = 100): Promise<readonly Hit[]> {
  const { result } = await asker.ask(question, { text, first });
  expect(result.errors).toBeUndefined();
  return (result.data as { search: Hit[] }).search;
}

/** Returns each hit as one line: match, region, kind of name and name. */
const found = async (text: string) =>
  (await hits(text)).map((hit) => `${hit.match} ${hit.region.name} ${hit.kind} ${hit.name}`);

describe("search", () => {
  it("finds every name that contains a single Chinese character", async () => {
    expect(await found("广")).toEqual([
      "PREFIX 广东 HANZI 广东",
      "PREFIX 广西 HANZI 广西",
      "PREFIX 广州 HANZI 广州",
    ]);
    expect(await found("廣")).toEqual(await found("广"));
    expect(await found("宁")).toEqual([
      "PREFIX 宁夏 HANZI 宁夏",
      "PREFIX 宁波 HANZI 宁波",
      "CONTAINS 辽宁 HANZI 辽宁",
      "CONTAINS 南宁 HANZI 南宁",
      "CONTAINS 西宁 HANZI 西宁",
    ]);
    expect((await found("区")).map((hit) => hit.split(" ").at(-1))).toEqual([
      "内蒙古自治区",
      "广西壮族自治区",
      "西藏自治区",
      "宁夏回族自治区",
      "新疆维吾尔自治区",
    ]);
  });

  it("returns exact before prefix before contains, then provinces, then administrative order", async () => {
    expect(await found("新疆")).toEqual([
      "EXACT 新疆 HANZI 新疆",
      "PREFIX 新疆生产建设兵团 HANZI 新疆生产建设兵团",
    ]);
    expect(await found("gz")).toEqual(["EXACT 贵州 INITIALS gz", "EXACT 广州 INITIALS gz"]);
    expect(await found("44")).toEqual([
      "EXACT 广东 CODE 44",
      "PREFIX 广州 CODE 440100",
      "PREFIX 深圳 CODE 440300",
    ]);
    expect(await found("shan")).toEqual([
      "PREFIX 山西 ENGLISH Shanxi",
      "PREFIX 上海 ENGLISH Shanghai",
      "PREFIX 山东 ENGLISH Shandong",
      "PREFIX 陕西 PINYIN Shǎnxī",
    ]);
    expect(await found("zhou")).toEqual([
      "CONTAINS 贵州 ENGLISH Guizhou",
      "CONTAINS 广州 ENGLISH Guangzhou",
      "CONTAINS 杭州 ENGLISH Hangzhou",
      "CONTAINS 福州 ENGLISH Fuzhou",
      "CONTAINS 郑州 ENGLISH Zhengzhou",
      "CONTAINS 兰州 ENGLISH Lanzhou",
    ]);
    // Both are exact: the first by its English name, the second by its pinyin.
    expect(await found("Shanxi")).toEqual(["EXACT 山西 ENGLISH Shanxi", "EXACT 陕西 PINYIN Shǎnxī"]);
  });

  it("ignores a word for a kind of place inside a name, but not at the start of a longer text", async () => {
    expect(await found("shi")).toEqual(["PREFIX 石家庄 ENGLISH Shijiazhuang"]);
    expect(await found("city")).toEqual([]);
    expect(await found("Guangzhou C")).toEqual(["PREFIX 广州 ENGLISH Guangzhou City"]);
    expect(await found("Guangdong Province")).toEqual(["EXACT 广东 ENGLISH Guangdong Province"]);
  });

  it("returns each region once, with its best match", async () => {
    expect(await found("guang3")).toEqual([
      "PREFIX 广东 TONED_PINYIN Guǎngdōng",
      "PREFIX 广西 TONED_PINYIN Guǎngxī",
      "PREFIX 广州 TONED_PINYIN Guǎngzhōu",
    ]);
    const names = (await hits("n")).map(({ region }) => region.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("guesses only if no name contains the text, the nearest name first", async () => {
    expect(await found("广洲")).toEqual(["FUZZY 广州 TONED_PINYIN Guǎngzhōu"]);
    expect(await found("guanzhou")).toEqual([
      "FUZZY 广州 ENGLISH Guangzhou",
      "FUZZY 贵州 ENGLISH Guizhou",
      "FUZZY 兰州 ENGLISH Lanzhou",
    ]);
    expect(await found("误含")).toEqual(["FUZZY 武汉 PINYIN Wǔhàn"]);
    expect(await found("闪西")).toEqual(["FUZZY 陕西 TONED_PINYIN Shǎnxī", "FUZZY 山西 PINYIN Shānxī"]);
    expect(await found("州广")).toEqual(["FUZZY 广州 HANZI 广州"]);
    expect(await found("呼和特")).toEqual(["FUZZY 呼和浩特 HANZI 呼和浩特"]);
    expect(await found("Huhhot")).toEqual(["FUZZY 呼和浩特 ENGLISH Hohhot"]);
    expect(await found("Guanzhou City")).toEqual(await found("guanzhou"));
    expect(await found("Xinjiang Production and Constrution Corp")).toEqual([
      "FUZZY 新疆生产建设兵团 ENGLISH Xinjiang Production and Construction Corps",
    ]);
    expect((await hits("guanzhou", 1)).map(({ region }) => region.name)).toEqual(["广州"]);
  });

  it.each([
    ["广东省广州市", "EXACT 广州 HANZI 广州市"],
    ["中國廣東省廣州市", "EXACT 广州 HANZI 广州市"],
    ["Guangzhou, Guangdong, China", "EXACT 广州 ENGLISH Guangzhou"],
    ["Guangdong, China", "EXACT 广东 ENGLISH Guangdong"],
    ["City of Guangzhou", "EXACT 广州 ENGLISH Guangzhou City"],
  ])("finds the region of the address «%s»", async (text, hit) => {
    expect((await found(text))[0]).toBe(hit);
  });

  it.each([
    ["浙江省广州市", ["广州", "浙江"]],
    ["广东省佛山市", ["广东"]],
    ["广州天河", ["广州"]],
  ])("proposes the regions in «%s», which is not the address of a region", async (text, names) => {
    const all = await hits(text);
    expect(all.map(({ match, region }) => [match, region.name])).toEqual(
      names.map((name) => ["FUZZY", name]),
    );
  });

  it.each([
    ...["澳门", "六安", "朝阳", "柳州", "苏州", "123", "440106"],
    ...["火星", "巴黎", "台湾", "taiwan", "Atlantis", "999999", "q".repeat(100), "广".repeat(100)],
    // Syntax of Lucene queries, which folding removes.
    ...[
      "mars~",
      "mars*",
      "m?rs",
      '"mars"',
      "mars AND venus",
      "-mars",
      "name:mars",
      "[a TO b]",
      "/mars/",
      "mars^9",
    ],
  ])("finds nothing by «%s»", async (text) => expect(await found(text)).toEqual([]));

  it.each(["广州~", "*广州*", '"广州"', "+广州!", "(广州)", "广州^", "广\\州", "/广州/"])(
    "reads «%s» as 广州",
    async (text) => expect(await found(text)).toEqual(["EXACT 广州 HANZI 广州"]),
  );
});

describe("search agrees with the rules for matching and suggesting names", () => {
  it("finds as EXACT the regions that a name matches", async () => {
    const written = regions.flatMap((region) => cachedNamesOf(region).map(({ name }) => name));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...written), async (text) => {
        const exact = (await hits(text)).filter((hit) => hit.match === "EXACT");
        for (const { region, kind } of match(text, regions)) {
          expect(exact.map((hit) => `${hit.region.name} ${hit.kind}`)).toContain(`${region.name} ${kind}`);
        }
      }),
      { seed, numRuns: isLong ? 200 : 50 },
    );
  });

  /** A name with one to three typing errors: a letter removed, added or changed, or two letters exchanged. */
  const misspelt = fc
    .tuple(
      fc.constantFrom(
        ...regions.flatMap(({ name, nameEn, pinyin, aliases }) => [name, nameEn, pinyin, ...aliases]),
      ),
      fc.array(
        fc.tuple(
          fc.nat(40),
          fc.constantFrom("out", "in", "changed", "swapped"),
          fc.constantFrom(..."abeghinouxzāǎ州洲西东江青浩善1𠮷"),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([name, slips]) => {
      let letters = [...name];
      for (const [place, how, letter] of slips) {
        const at = place % letters.length;
        const next = {
          out: [],
          in: [letter, letters[at]],
          changed: [letter],
          swapped: [letters[at + 1] ?? "", letters[at]],
        }[how];
        letters = [
          ...letters.slice(0, at),
          ...(next as string[]),
          ...letters.slice(at + (how === "swapped" ? 2 : 1)),
        ];
        if (letters.length === 0) return letter;
      }
      return letters.join("");
    })
    .filter((text) => fold(text) !== "");

  it("guesses the regions that an error suggests, in the same order and by the same names", async () => {
    let guessed = 0;
    await fc.assert(
      fc.asyncProperty(misspelt, async (text) => {
        const all = await hits(text);
        if (all.some((hit) => hit.match !== "FUZZY")) return;
        const proposed = suggest(text, regions, 64).filter(({ kind }) => kind !== "CODE");
        const short = proposed.map(({ region, kind, name }) => ({
          match: "FUZZY",
          kind,
          name,
          region: { name: region.name },
        }));
        expect([text, all.slice(0, short.length)]).toEqual([text, short]);
        if (short.length === 0) expect([text, all]).toEqual([text, []]);
        guessed += all.length;
      }),
      { seed, numRuns: isLong ? 300 : 75 },
    );
    expect(guessed).toBeGreaterThan(isLong ? 50 : 12);
  });

  it("returns an answer or a clear error for any text", async () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/ abAND广州'), maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { result } = await asker.ask(question, { text, first: 5 });
        for (const error of result.errors ?? []) {
          expect(error.message).toBe(
            "text: expected at least one letter, digit or Chinese character, got none.",
          );
        }
      }),
      { seed, numRuns: isLong ? 300 : 75 },
    );
  });
});
