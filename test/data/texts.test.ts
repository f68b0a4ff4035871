import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { Texts } from "../../src/data/texts.js";

const text = "示例报告(2022)\n一、总体\n甲地领先。“乙地跟随。”𠀀地在后。\n";
const folder = () => mkdtempSync(join(tmpdir(), "govgraph-texts-"));

afterEach(() => {
  vi.useRealTimers();
});

/** Returns the sentences of a file: locator, text, the range of the file as JavaScript reads it, and start. */
function sentencesOf(folderPath: string, file: string) {
  const reading = new Texts(folderPath).read(file);
  if (!("sentences" in reading)) return reading;
  const whole = readFileSync(join(folderPath, file), "utf8");
  return [...reading.sentences].map(([locator, { text: words, start, end }]) => [
    locator,
    words,
    whole.slice(start, end),
    start,
  ]);
}

test.each([
  ["LF", text, [0, 16, 21, 28]],
  ["CRLF", text.replaceAll("\n", "\r\n"), [0, 18, 23, 30]],
  ["a byte-order mark", `\ufeff${text}`, [1, 17, 22, 29]],
  ["both", `\ufeff${text.replaceAll("\n", "\r\n")}`, [1, 19, 24, 31]],
])("ranges count UTF-16 units of the unchanged file: %s", (_, content, starts) => {
  const folderPath = folder();
  writeFileSync(join(folderPath, "press.txt"), content);
  const words = ["示例报告(2022)", "甲地领先。", "“乙地跟随。”", "𠀀地在后。"];
  const locators = ["0.1.1", "1.1.1", "1.1.2", "1.1.3"];
  expect(sentencesOf(folderPath, "press.txt")).toEqual(
    words.map((sentence, index) => [locators[index], sentence, sentence, starts[index]]),
  );
});

test("a missing file, a folder, a file that is not UTF-8 and a path each have a reason", () => {
  const folderPath = folder();
  mkdirSync(join(folderPath, "folder.txt"));
  writeFileSync(join(folderPath, "gb.txt"), new Uint8Array([0xb5, 0xda, 0xd2, 0xbb]));
  const texts = new Texts(folderPath);
  expect(texts.read("none.txt")).toEqual({ missing: true, reason: "there is no none.txt" });
  expect(texts.read("folder.txt")).toEqual({
    missing: false,
    reason: "folder.txt:1:1: expected a file, got a folder",
  });
  expect(texts.read("gb.txt")).toEqual({
    missing: false,
    reason:
      "gb.txt:1:1: expected UTF-8, got the bytes B5 DA D2 BB at offset 0. The file seems to be GB18030. Save it as UTF-8.",
  });
  for (const name of ["../secret.txt", "/etc/passwd", ".hidden", "a/b.txt", "a\\b.txt", ""]) {
    expect(texts.read(name)).toEqual({ missing: true, reason: `${name} is not a file name` });
  }
});

test("a text can be larger than the limit for data files", () => {
  const folderPath = folder();
  writeFileSync(join(folderPath, "full.txt"), `${text}${"丙地也有。".repeat(20_000)}`);
  const reading = new Texts(folderPath).read("full.txt");
  expect("sentences" in reading && reading.sentences.size).toBe(20_004);
});

test("a changed, deleted or new text is visible after one second at most", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const folderPath = folder();
  const texts = new Texts(folderPath);
  const words = () => {
    const reading = texts.read("press.txt");
    return "sentences" in reading ? (reading.sentences.get("1.1.1")?.text ?? null) : reading.reason;
  };
  expect(words()).toBe("there is no press.txt");
  writeFileSync(join(folderPath, "press.txt"), text);
  expect(words()).toBe("there is no press.txt");
  vi.advanceTimersByTime(1_001);
  expect(words()).toBe("甲地领先。");
  writeFileSync(join(folderPath, "press.txt"), text.replace("甲地领先", "丙地一直领先"));
  vi.advanceTimersByTime(1_001);
  expect(words()).toBe("丙地一直领先。");
  rmSync(join(folderPath, "press.txt"));
  vi.advanceTimersByTime(1_001);
  expect(words()).toBe("there is no press.txt");
});
