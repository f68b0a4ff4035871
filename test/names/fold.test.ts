import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldToneless } from "../../src/names/fold.js";

describe("two spellings of one name fold to the same text", () => {
  test.each([
    [
      "广州",
      ["廣州", " 广 州 ", "广\u3000州", "广\u200b州", "「广州」", "广州。", "(广州)", "⼴州", "广\ufe00州"],
    ],
    [
      "guangzhou",
      ["Guangzhou", "GUANG-ZHOU", "Ｇｕａｎｇｚｈｏｕ", "guang\tzhou", "guang_zhou", "Guangzhou!"],
    ],
    ["guǎngzhōu", ["Guǎng Zhōu", "guăngzhōu", "ɡuǎnɡzhōu", "guǎngzhōu".normalize("NFD"), "guang3zhou1"]],
    ["xian", ["Xi'an", "Xi’an", "Xi´an", "Xi`an", "Xiʼan", "xi¨an", "XI·AN"]],
    ["440100", ["４４０１００", "44 01 00", "44-01-00"]],
    ["内蒙古", ["內蒙古", "内 蒙 古", "内·蒙·古"]],
    ["台", ["臺", "台"]],
    ["lü", ["lv", "LÜ", "lü".normalize("NFD")]],
    ["productionandconstruction", ["Production & Construction", "production ＆ construction"]],
  ])("%s", (form, spellings) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => form));
  });
});

describe("tones", () => {
  test.each([
    ["guang3zhou1", "guǎngzhōu"],
    ["Ha1'er3bin1", "hāěrbīn"],
    ["Xi1 an1", "xīān"],
    ["hu1he2hao4te4", "hūhéhàotè"],
    ["gui4yang2", "guìyáng"],
    ["liu2", "liú"],
    ["nv3", "nǚ"],
    ["wu3han", "wǔhan"],
    ["ma5", "ma"],
    ["ma0", "ma"],
    // These are not syllables with tone numbers.
    ["4401", "4401"],
    ["guang33", "guang33"],
    ["guang6", "guang6"],
    ["3guang", "3guang"],
    ["xpcc1", "xpcc1"],
    ["gz1", "gz1"],
  ])("%s", (typed, form) => expect(fold(typed)).toBe(form));

  test("are removed, but the dots of ü stay", () => {
    expect(foldToneless("Guǎngzhōu")).toBe("guangzhou");
    expect(foldToneless("lǘ")).toBe("lü");
    expect(foldToneless("guang3 zhou1")).toBe("guangzhou");
  });
});

test.each([
  "",
  " ",
  "'",
  "!?…",
  "「」",
  "\u200b\u00ad",
  "\u0000\u001b",
  "\u0301",
  "😀",
  "👩‍👩‍👧",
  "\ud800",
  "+-&&||".replaceAll("&", ""),
])("«%s» folds to an empty text", (text) => expect([fold(text), foldToneless(text)]).toEqual(["", ""]));

test("any text folds to letters and digits, and a second fold changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const form = fold(text);
      expect(form).toMatch(/^[\p{L}\p{N}\p{Mn}]*$/u);
      expect(form).toBe(form.normalize("NFC"));
      expect(foldToneless(form)).toBe(foldToneless(text));
    }),
    { numRuns: 2_000 },
  );
});
