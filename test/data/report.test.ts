import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFiles, readDataset } from "../../src/data/dataset.js";
import { sentencesOf } from "../../src/data/sentence.js";

const texts = process.env.GOVGRAPH_TEXTS;
const file = texts === undefined ? undefined : join(texts, "report-2022.txt");

/** Splits the report in another way than src/data, so that the two results can be compared. */
function splitIndependently(report: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let section = 0;
  let paragraph = 0;
  for (const line of report.split("\n").filter((text) => text.trim() !== "")) {
    if ("一二三四五六七八九".includes(line[0]!) && line[1] === "、" && !line.includes("。")) {
      section += 1;
      paragraph = 0;
      continue;
    }
    paragraph += 1;
    const parts = line.split("。");
    const sentences = parts.map((part, index) => (index < parts.length - 1 ? `${part}。` : part));
    for (const [index, sentence] of sentences.filter((text) => text.trim() !== "").entries()) {
      found.set(`${section}.${paragraph}.${index + 1}`, sentence.replace(/\s/g, ""));
    }
  }
  return found;
}

describe.skipIf(file === undefined || !existsSync(file))(
  "the 2022 edition against the report (GOVGRAPH_TEXTS names a folder with report-2022.txt)",
  () => {
    const report = file === undefined || !existsSync(file) ? "" : readFileSync(file, "utf8");
    const sentences = splitIndependently(report);
    const edition = readDataset("data").editions.find(({ year }) => year === 2022)!;
    const levels = { PROVINCE: "省级政府", CITY: "重点城市" } as const;
    const tierOf: Readonly<Record<string, string>> = { 非常高: "VERY_HIGH", 高: "HIGH", 中: "MEDIUM" };

    /** Returns the sentences that a fact cites from the report. */
    const cited = (cite: string | readonly string[]) =>
      [cite].flat().map((citation) => {
        const sentence = sentences.get(citation.split("@")[1]!);
        if (sentence === undefined) throw new Error(`the report has no ${citation}`);
        return sentence;
      });
    const isPress = (cite: string | readonly string[]) =>
      [cite].flat().every((citation) => citation.startsWith("report-2022@"));
    const only = (cite: string | readonly string[]) => {
      const all = cited(cite);
      expect(all).toHaveLength(1);
      return all[0]!;
    };

    test("every hash matches its sentence", () => {
      const press = edition.sources.find(({ id }) => id === "report-2022")!;
      expect(Object.keys(press.sentences)).toHaveLength(31);
      for (const [locator, hash] of Object.entries(press.sentences)) {
        const sentence = sentences.get(locator)?.normalize("NFKC") ?? "";
        expect([locator, createHash("sha256").update(sentence).digest("hex")]).toEqual([locator, hash]);
      }
      expect(checkFiles("data", [], { texts })).toMatchObject({
        faults: [],
        wordings: [{ source: "report-2022", found: true, compared: 31 }],
      });
    });

    test("sentences are split in the same way", () => {
      const split = sentencesOf(report).map(({ locator, text }) => [locator, text.replace(/\s/g, "")]);
      expect(split).toEqual([...sentences]);
    });

    test("every sentence except the general ones is cited", () => {
      const press = edition.sources.find(({ id }) => id === "report-2022")!;
      const others = [...sentences.keys()].filter((locator) => !(locator in press.sentences));
      expect(others).toEqual(["0.3.1", "0.3.2", "0.3.3", "0.3.4", "0.3.5", "3.2.1"]);
    });

    test("title, evaluated year, assessor and commissioner are printed in the report", () => {
      const [title, year] = [edition.title[0]!, edition.evaluatedYear![0]!];
      expect(only(title.cite).match(/《(.+)》/)?.[1]).toBe(title.is);
      expect(only(year.cite).match(/(\d+)年度/)?.[1]).toBe(String(year.is));
      const [, commissioner, assessor] = only(edition.assessor![0]!.cite).match(/([^,]+)继续委托([^,]+),/)!;
      expect([commissioner, assessor]).toEqual([edition.commissioner![0]!.is, edition.assessor![0]!.is]);
      expect(edition.commissioner![0]!.cite).toBe(edition.assessor![0]!.cite);
    });

    test("the title names the levels", () => {
      const [assessed] = edition.levels;
      const named = Object.entries(levels).filter(([, words]) => only(assessed!.cite).includes(words));
      expect(named.map(([level]) => level)).toEqual(assessed!.are);
    });

    test("counts, shares and bounds of tiers", () => {
      const printed = new Map<string, string>();
      for (const { level, tiers } of edition.tierCounts) {
        for (const { tier, count, share, cite } of tiers) {
          const sentence = only(cite);
          const found = sentence.match(/(\d+)个(..)(..).*指数为(.+?)(?:\((.+)\))?,占比(.+)。$/)!;
          expect([found[2]! + found[3]!, Number(found[1]), tierOf[found[4]!], found[6]]).toEqual([
            levels[level],
            count,
            tier,
            share,
          ]);
          if (found[5] !== undefined) printed.set(`${level} ${tier}`, found[5]);
        }
      }
      const bounds = edition.tierBounds.flatMap(({ tier, printed: text, cite }) => {
        for (const sentence of cited(cite)) expect(sentence).toContain(text);
        return Object.keys(levels).map((level): [string, string] => [`${level} ${tier}`, text]);
      });
      expect(printed).toEqual(new Map(bounds));
      expect(edition.tierBounds.map(({ tier, above, upTo }) => [tier, above, upTo])).toEqual([
        ["VERY_HIGH", 90, null],
        ["HIGH", 80, 90],
      ]);
    });

    test("each dimension's name, viewpoint and aspects", () => {
      for (const { name, viewpoint, aspects, cite } of edition.dimensions) {
        const sentence = only(cite);
        expect([sentence.split("重点从")[0], sentence.match(/“(.+?)”/)?.[1]]).toEqual([name, viewpoint]);
        const measured = sentence.split("衡量")[1]!;
        for (const aspect of aspects) expect(measured).toContain(aspect);
      }
    });

    test("the lists of leading regions: names, order, size", () => {
      const names = new Map(edition.dimensions.map(({ key, name }) => [key, name]));
      for (const { level, dimension, order, printedCount, regions, cite } of edition.leaders) {
        const sentence = only(cite);
        const [, head, size, list] = sentence.match(/^(.+)指数.*\(前(\d+)名\)[^:]*:(.+)。$/)!;
        expect(head!.replace("数据显示,", "")).toBe(levels[level] + names.get(dimension)!);
        expect([Number(size), list!.split("、")]).toEqual([printedCount, regions]);
        expect(order).toBe("ADMINISTRATIVE");
      }
      const opening = edition.leaders.filter(({ cite }) => only(cite).includes("行政区划排序,下同"));
      expect(opening.map(({ cite }) => cite)).toEqual(["report-2022@2.1.2", "report-2022@2.1.3"]);
    });

    test("the consistent leaders: an open list", () => {
      for (const { regions, period, cite } of edition.keepsLeading) {
        const [, list, when] = only(cite).match(/^数据显示,(.+?)等[^(]*\(按照行政区划排序\),(...)/)!;
        expect([list!.split("、"), when]).toEqual([regions, period]);
      }
    });

    test("the initiatives with their regions", () => {
      const { regions, cite } = edition.initiatives[0]!;
      const list = only(cite).replace(/[“”]/g, "").split("等一批")[0]!;
      expect(list.split("、")).toEqual(regions.map(({ region, initiative }) => region + initiative));
    });

    test("the rises: names, tiers, sizes", () => {
      const found = ["3.1.1", "3.1.2"].flatMap((locator) => {
        const sentence = sentences.get(locator)!;
        const level = sentence.startsWith(levels.PROVINCE) ? "PROVINCE" : "CITY";
        const lists = sentence.matchAll(/([^,]+)等(\d+)个地区由“(.+?)”组别升至“(.+?)”组别/g);
        return [...lists].map(([, list, size, from, to]) => ({
          level,
          from: tierOf[from!],
          to: tierOf[to!],
          complete: true,
          order: "ADMINISTRATIVE",
          printedCount: Number(size),
          // Only the last 和 joins names; 呼和浩特 contains another one.
          regions: list!.replace(/和(?=[^和]*$)/, "、").split("、"),
          cite: `report-2022@${locator}`,
        }));
      });
      expect(edition.rises.filter(({ cite }) => isPress(cite))).toEqual(found);
    });

    test("the terms of the claims", () => {
      for (const { text, reading, cite } of edition.claims) {
        const terms = `${text} ${reading}`.match(/\p{Script=Han}+/gu) ?? [];
        for (const term of terms) expect(only(cite)).toContain(term);
      }
    });

    test("the repository does not contain sentences of the report", () => {
      const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
      const titles = readDataset("data").editions.flatMap(({ title }) => title);
      const facts = [...titles, ...edition.assessor!, ...edition.commissioner!].map(({ is }) => plain(is));
      // Lists of names are facts. Titles, which share words, and the names of the two bodies are facts too.
      const bare = (text: string) => facts.reduce((rest, fact) => rest.replaceAll(fact, "、"), plain(text));
      const parts = bare(report).split("、");
      const length = 20;
      const runs = new Set<string>();
      for (const part of parts) {
        for (let at = 0; at + length <= part.length; at++) runs.add(part.slice(at, at + length));
      }
      expect(runs.size).toBeGreaterThan(500);

      const copied: string[] = [];
      const look = (path: string) => {
        const text = bare(readFileSync(path, "utf8"));
        // A run is Chinese text; most files have none.
        if (!/\p{Script=Han}{4}/u.test(text)) return;
        for (let at = 0; at + length <= text.length; at++) {
          const run = text.slice(at, at + length);
          if (runs.has(run)) copied.push(`${path}: ${run}`);
        }
      };
      const folders = ["data", "docs", "src", "test", "cypher", "schema", "web", "scripts", "bench"];
      for (const folder of folders.filter((name) => existsSync(name))) {
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          const path = join(entry.parentPath, entry.name);
          if (entry.isFile() && !/node_modules|\.govgraph/.test(path)) look(path);
        }
      }
      for (const name of readdirSync(".")) if (/\.(md|json|yml|yaml)$/.test(name)) look(name);
      expect(copied).toEqual([]);
    });
  },
);
