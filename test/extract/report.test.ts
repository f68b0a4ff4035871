import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDataset } from "../../src/data/dataset.js";
import { type Extraction, extract } from "../../src/extract/extract.js";
import { datasetElements } from "../../src/load/dataset.js";
import { contentOf, type Element, nameOf } from "../../src/load/element.js";
import { regions } from "./words.js";

const texts = process.env.GOVGRAPH_TEXTS;
const file = texts === undefined ? undefined : join(texts, "report-2022.txt");

describe.skipIf(file === undefined || !existsSync(file))(
  "the 2022 report itself (GOVGRAPH_TEXTS names a folder with report-2022.txt)",
  () => {
    const read = (): Extraction =>
      extract(readFileSync(file!, "utf8"), regions, { file: "report-2022.txt", name: "report-2022.txt" });

    it("every sentence is accounted for, and none is not understood", () => {
      const { account, faults, warnings, elsewhere } = read();
      expect([faults, warnings, elsewhere]).toEqual([[], [], []]);
      expect(account.filter(({ status }) => status === "NOT_UNDERSTOOD")).toEqual([]);
      const context = account
        .filter(({ status }) => status === "CONTEXT")
        .map(({ locator, rules }) => [locator, ...rules]);
      expect(context).toEqual([
        ["0.3.1", "praise"],
        ["0.3.2", "praise"],
        ["0.3.3", "praise"],
        ["0.3.4", "praise"],
        ["0.3.5", "praise"],
        ["1", "heading"],
        ["2", "heading"],
        ["3", "heading"],
        ["3.2.1", "policy"],
      ]);
      expect(account.filter(({ status }) => status === "FACT")).toHaveLength(31);
    });

    it("gives every fact of data/editions/2022.yaml whose source is this report, and no other", () => {
      const own = parse(readFileSync("data/editions/2022.yaml", "utf8"));
      const cited = (value: unknown): unknown => {
        if (Array.isArray(value)) {
          const kept = value.map(cited).filter((one) => one !== undefined);
          return value.length > 0 && kept.length === 0 ? undefined : kept;
        }
        if (typeof value !== "object" || value === null) return value;
        if ("cite" in value && ![value.cite].flat().some((cite) => String(cite).startsWith("report-2022")))
          return undefined;
        return Object.fromEntries(
          Object.entries(value).flatMap(([key, one]) =>
            cited(one) === undefined ? [] : [[key, cited(one)]],
          ),
        );
      };
      const { sources: _, ...expected } = cited(own) as Record<string, unknown>;
      const { sources, ...draft } = read().draft!;
      expect(draft).toEqual(expected);
      expect(sources!.map(({ id }) => id)).toEqual(["report-2022"]);
      const [source] = own.sources as { id: string; sentences: object; text: string }[];
      expect(sources![0]).toMatchObject({ text: source!.text, sentences: source!.sentences });
    });

    it("as loaded elements too, apart from what a person fills in", () => {
      const folder = mkdtempSync(join(tmpdir(), "govgraph-draft-"));
      try {
        const path = join(folder, "draft.yaml");
        writeFileSync(path, read().yaml!);
        const own = readDataset("data");
        const drafted = readDataset("data", [path], { texts });
        const lines = (elements: readonly Element[]) =>
          elements
            .filter((element) => !("labels" in element && element.labels.includes("Source")))
            // The day of publication is from another source.
            .map(
              (element) => `${nameOf(element)} ${contentOf(element).replace(/"publishedOn":"[^"]*",/, "")}`,
            );
        const [before, after] = [own, drafted].map((dataset) => new Set(lines(datasetElements(dataset))));
        const differing = [
          ...[...before!].filter((line) => !after!.has(line)),
          ...[...after!].filter((line) => !before!.has(line)),
        ];
        // What other pages say of 2022 the report's own text cannot give.
        const others = datasetElements(own).flatMap((element) =>
          "type" in element && element.type === "CITED_FROM" && element.to[1] !== "report-2022"
            ? [String(element.from[1])]
            : [],
        );
        expect(differing.filter((line) => !others.some((fact) => line.includes(fact)))).toEqual([]);
        expect(before!.size).toBeGreaterThan(800);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("has none of the report's sentences in the draft", () => {
      const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
      const { yaml } = read();
      const report = plain(readFileSync(file!, "utf8"));
      // Names, titles and terms are facts; a clause is wording.
      const clauses = report.split(/[,。;:、()]/).filter((clause) => clause.length > 14);
      expect(clauses.length).toBeGreaterThan(40);
      const names = [
        "中央党校(国家行政学院)电子政务研究中心",
        "国务院办公厅电子政务办公室",
        "电子政务研究中心",
      ];
      const kept = clauses.filter(
        (clause) => plain(yaml!).includes(clause) && !names.includes(clause) && !clause.startsWith("《"),
      );
      expect(kept).toEqual([]);
    });
  },
);
