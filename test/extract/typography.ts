import table from "opencc-js/dict/TSCharacters";
import { toSimplified } from "../../src/names/simplified.js";
import type { Dice } from "./words.js";

/** A traditional character for each simplified one. */
const traditional = new Map(
  table
    .split("|")
    .map((pair) => pair.split(" ") as [string, string])
    .filter(([from, to]) => from.length === 1 && toSimplified(from) === to && from !== to)
    .map(([from, to]) => [to, from]),
);

const fullWidth: Readonly<Record<string, string>> = {
  ",": ",",
  ":": ":",
  ";": ";",
  "(": "(",
  ")": ")",
  "%": "%",
};

/** Differences in typography between copies of a text. None changes the meaning or the locator of a sentence. */
export const typographies: Readonly<Record<string, (text: string, dice: Dice) => string>> = {
  unchanged: (text) => text,
  "full-width punctuation": (text) => text.replace(/[,:;()%]/g, (mark) => fullWidth[mark]!),
  "full-width digits": (text) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! - 0x30 + 0xff10)),
  "CRLF, a byte-order mark taken off, a last line end": (text) => `${text.replaceAll("\n", "\r\n")}\r\n`,
  "spaces in lists and numbers": (text, dice) =>
    text
      .split("\n")
      // White space separates the columns of a table, and a heading is recognized by its beginning.
      .map((line) =>
        /^(?:\d+\s|[一二三四五六七八九]、)/.test(line)
          ? line
          : line.replace(/[、和]|(?<=\d)(?=个)|(?<=第)/g, (mark) => (dice.chance(0.4) ? ` ${mark} ` : mark)),
      )
      .join("\n"),
  "empty lines between paragraphs": (text) => text.replaceAll("\n", "\n\n"),
  "an indent": (text) => text.replace(/^(?!\d+\s)/gm, "  "),
  "corner quotation marks": (text) => text.replaceAll("“", "「").replaceAll("”", "」"),
  "traditional characters": (text) =>
    text.replace(/\p{Script=Han}/gu, (character) => traditional.get(character) ?? character),
  "pinyin after characters": (text) => text.replaceAll("务", "务(wù)").replaceAll("数", "数(shù)"),
  "straight quotation marks": (text) => text.replace(/[“”]/g, '"'),
};
