import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

    it("understands every sentence", () => {
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

    it("extracts exactly the facts of data/editions/2022.yaml that cite this report", () => {
      const edition = parse(readFileSync("data/editions/2022.yaml", "utf8"));
      const cited = (value: unknown): unknown => {
        if (Array.isArray(value)) {
          const items = value.map(cited).filter((item) => item !== undefined);
          return value.length > 0 && items.length === 0 ? undefined : items;
        }
        if (typeof value !== "object" || value === null) return value;
        if ("cite" in value && ![value.cite].flat().some((cite) => String(cite).startsWith("report-2022")))
          return undefined;
        return Object.fromEntries(
          Object.entries(value).flatMap(([key, item]) =>
            cited(item) === undefined ? [] : [[key, cited(item)]],
          ),
        );
      };
      const { sources: _, ...expected } = cited(edition) as Record<string, unknown>;
      const { sources, ...draft } = read().draft!;
      expect(draft).toEqual(expected);
      expect(sources!.map(({ id }) => id)).toEqual(["report-2022"]);
      const [source] = edition.sources as { id: string; sentences: object; text: string }[];
      expect(sources![0]).toMatchObject({ text: source!.text, sentences: source!.sentences });
    });

    it("leads to the same elements, except for the fields that a person fills in", () => {
      const folder = mkdtempSync(join(tmpdir(), "govgraph-draft-"));
      try {
        cpSync("data", folder, { recursive: true });
        writeFileSync(join(folder, "editions", "2022.yaml"), read().yaml!);
        const shipped = readDataset("data");
        const drafted = readDataset(folder, [], { texts });
        const lines = (elements: readonly Element[]) =>
          elements
            .filter((element) => !("labels" in element && element.labels.includes("Source")))
            // These follow from the facts, also from those of other pages.
            .filter(({ properties }) => !("facts" in properties))
            // The date of publication is from another source.
            .map(
              (element) =>
                `${nameOf(element)} ${contentOf(element).replace(/"publishedOn":date[(]"[^"]*"[)],/, "")}`,
            );
        const [before, after] = [shipped, drafted].map((dataset) => new Set(lines(datasetElements(dataset))));
        const differing = [
          ...[...before!].filter((line) => !after!.has(line)),
          ...[...after!].filter((line) => !before!.has(line)),
        ];
        // The report does not have the facts of other pages.
        const others = datasetElements(shipped).flatMap((element) =>
          "type" in element && element.type === "CITED_FROM" && element.to[1] !== "report-2022"
            ? [String(element.from[1])]
            : [],
        );
        expect(differing.filter((line) => !others.some((fact) => line.includes(fact)))).toEqual([]);
        expect(before!.size).toBeGreaterThan(1_000);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("has no sentences of the report in the draft", () => {
      const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
      const { yaml } = read();
      const report = plain(readFileSync(file!, "utf8"));
      // Names, titles and terms are facts. A clause is the wording of the report.
      const clauses = report.split(/[,。;:、()]/).filter((clause) => clause.length > 14);
      expect(clauses.length).toBeGreaterThan(40);
      const names = [
        "中央党校(国家行政学院)电子政务研究中心",
        "国务院办公厅电子政务办公室",
        "电子政务研究中心",
      ];
      const copied = clauses.filter(
        (clause) => plain(yaml!).includes(clause) && !names.includes(clause) && !clause.startsWith("《"),
      );
      expect(copied).toEqual([]);
    });
  },
);
