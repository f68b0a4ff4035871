import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFiles } from "../../src/data/dataset.js";
import { sentenceHash } from "../../src/data/sentence.js";
import { DataFolder, smallest } from "./dataFolder.js";

const text = "示例报告(2022)\n一、总体\n甲地领先。乙地跟随。\n";
const table = (hashes: Readonly<Record<string, string>>) =>
  smallest
    .replace("text: null, sentences: {}", `text: press.txt, sentences: ${JSON.stringify(hashes)}`)
    .replaceAll("cite: press", "cite: press@1.1.1");

function check(hashes: Readonly<Record<string, string>>, wording: string | Uint8Array | null) {
  const folder = new DataFolder();
  const extra = folder.write("draft.yaml", table(hashes));
  const texts = join(folder.path, "texts");
  if (wording !== null) folder.write("texts/press.txt", wording);
  else mkdirSync(texts);
  const options = { texts, today: "2026-01-01" };
  return {
    faults: folder.faults([extra], options),
    wordings: checkFiles(folder.path, [extra], options).wordings.filter(({ source }) => source === "press"),
  };
}

const right = { "1.1.1": sentenceHash("甲地领先。") };

test("hashes that match the operator's text", () => {
  const { faults, wordings } = check(right, text.replaceAll("\n", "\r\n"));
  expect(faults).toEqual([]);
  expect(wordings).toMatchObject([{ source: "press", found: true, compared: 1 }]);
});

test("a missing text is reported, and no hash is compared", () => {
  const { faults, wordings } = check(right, null);
  expect(faults).toEqual([]);
  expect(wordings).toMatchObject([{ source: "press", found: false, compared: 0 }]);
});

test("a different sentence, and a sentence that is missing in the text", () => {
  const column = table({}).split("\n")[2]!.indexOf("sentences: {") + "sentences: {".length + 1;
  const other = sentenceHash("乙地领先。");
  const hashes = { "1.1.1": other, "2.1.1": other };
  const first = column + '"1.1.1":'.length;
  const second = first + `"${other}","2.1.1":`.length;
  const { faults } = check(hashes, text);
  expect(faults.map((fault) => fault.replace(/\S+press\.txt/, "press.txt"))).toEqual([
    `draft.yaml:3:${first}: HASH_MISMATCH: expected the hash of sentence 1.1.1 in press.txt, ${right["1.1.1"]}, got ${other}`,
    `draft.yaml:3:${second}: NO_SUCH_SENTENCE: press.txt has no sentence 2.1.1`,
  ]);
});

test("a text that is not UTF-8 is a fault in the source that names it", () => {
  const { faults } = check(right, new Uint8Array([0xb5, 0xda, 0xd2, 0xbb]));
  const column = table(right).split("\n")[2]!.indexOf("press.txt") + 1;
  expect(faults.map((fault) => fault.replace(/ \S+press\.txt/, " press.txt"))).toEqual([
    `draft.yaml:3:${column}: NOT_UTF8: press.txt:1:1: expected UTF-8, got the bytes B5 DA D2 BB at offset 0. The file seems to be GB18030. Save it as UTF-8.`,
  ]);
});
