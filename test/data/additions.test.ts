import { expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import { datasetElements } from "../../src/load/dataset.js";
import { type Element, isNode } from "../../src/load/element.js";
import { DataFolder } from "./dataFolder.js";

const source = (id: string, title = "A text of ours") =>
  `  - { id: ${id}, title: ${title}, publisher: null, publishedOn: null, url: null, weakness: null, text: null, sentences: {} }\n`;
/** A score of 安徽 in 2021, cited from a source. */
const score = (cite: string, points: number, rank = 9) =>
  `scores:\n  - { level: PROVINCE, complete: false, printedCount: null, regions: [{ region: 安徽, rank: ${rank}, score: ${points} }], cite: ${cite} }\n`;
const ours = `year: 2021\nsources:\n${source("ours-1")}${score("ours-1", 90.5)}`;

const facts = (elements: readonly Element[]) =>
  elements.filter(isNode).filter(({ labels }) => labels.includes("Fact"));
/** A relationship of a region in an edition, by its id. */
const relationship = (elements: readonly Element[], id: string) =>
  elements.find((element) => !isNode(element) && element.properties.id === id)?.properties;

/** A copy of the data files, and a folder of added files in it. */
class Additions extends DataFolder {
  readonly options = { more: this.write("more/.keep", "").replace("/.keep", ""), today: "2026-01-01" };
  add(name: string, content: string): void {
    this.write(`more/${name}`, content);
  }
  get addedFaults(): readonly string[] {
    return this.faults([], this.options).map((fault) => fault.replaceAll("more/", ""));
  }
  get elements(): readonly Element[] {
    return datasetElements(readDataset(this.path, [], this.options));
  }
}

test("added facts stand beside those of the edition, and change no id", () => {
  const folder = new Additions();
  const before = folder.elements;
  folder.add("2021-ours.yaml", ours);
  const after = folder.elements;
  const ids = (elements: readonly Element[]) => facts(elements).map(({ key }) => String(key));
  expect(ids(after).filter((id) => !ids(before).includes(id))).toEqual(["2021/scored/340000/ours-1"]);
  expect(ids(before).filter((id) => !ids(after).includes(id))).toEqual([]);
  expect(relationship(after, "2021/scored/340000")?.facts).toContain("2021/scored/340000/ours-1");
});

test("a fact of an added file ends with its source even if it is the only one", () => {
  const folder = new Additions();
  folder.add(
    "2031-ours.yaml",
    `year: 2031\nsources:\n${source("ours-1")}title: [{ is: 报告(2031), cite: ours-1 }]\nlevels: [{ are: [PROVINCE], cite: ours-1 }]\n`,
  );
  const keys = facts(folder.elements).map(({ key }) => String(key));
  expect(keys.filter((key) => key.startsWith("2031/"))).toEqual(["2031/title/ours-1", "2031/levels/ours-1"]);
});

test("two sources that disagree are disputed, and removing one restores everything", () => {
  const folder = new Additions();
  const before = folder.elements;
  folder.add("2021-a.yaml", ours);
  folder.add("2021-b.yaml", `year: 2021\nsources:\n${source("ours-2")}${score("ours-2", 10.5, 30)}`);
  const scored = relationship(folder.elements, "2021/scored/340000");
  expect(scored).toMatchObject({ disputed: true });
  expect(scored?.score).toBeUndefined();
  folder.add("2021-a.yaml", "year: 2021\n");
  folder.add("2021-b.yaml", "year: 2021\n");
  expect(folder.elements).toEqual(before);
});

test("sources of added files: shipped ones can be cited and repeated, not changed", () => {
  const folder = new Additions();
  folder.add("sources.yaml", source("ours-1").replace(/^ +/, ""));
  folder.add("2021-a.yaml", `year: 2021\n${score("ours-1", 90.5)}`);
  folder.add("2021-b.yaml", `year: 2021\nsources:\n${source("ours-1")}`);
  folder.add("2021-c.yaml", `year: 2021\nsources:\n${source("ours-1", "Another text")}`);
  expect(folder.addedFaults).toEqual([
    "2021-c.yaml:3:11: DUPLICATE_SOURCE: the source ours-1 is already declared, in sources.yaml:1. Give the new source another id.",
  ]);
});

test("the same fact from the same source in two files is a fault at the second place", () => {
  const folder = new Additions();
  folder.add("2021-a.yaml", ours);
  folder.add("2021-b.yaml", `year: 2021\n${score("ours-1", 90.5)}`);
  expect(folder.addedFaults).toEqual([
    "2021-b.yaml:3:81: DUPLICATE_FACT: there is already an entry of scores for PROVINCE, this region and source, in 2021-a.yaml:5",
  ]);
});

test("a list that a shipped source prints cannot be added again", () => {
  const folder = new Additions();
  folder.add(
    "2022-ours.yaml",
    "year: 2022\nleaders:\n  - { level: CITY, dimension: MATURITY, complete: false, order: null, printedCount: null, regions: [广州, 深圳], cite: report-2022 }\n",
  );
  const [fault, ...others] = folder.addedFaults;
  expect(fault).toMatch(/^2022-ours\.yaml:3:5: DUPLICATE_FACT: .* in editions\/2022\.yaml:\d+$/);
  expect(others).toEqual([]);
});

test("a file name says the year; a year that is new needs title and levels in one file", () => {
  const folder = new Additions();
  folder.add("2021.yaml", ours);
  folder.add("2030-ours.yaml", `year: 2030\nsources:\n${source("ours-3")}`);
  folder.add("2031-a.yaml", "year: 2031\ntitle: [{ is: 报告(2031), cite: report-2022 }]\n");
  folder.add("2031-b.yaml", "year: 2031\nlevels: [{ are: [CITY], cite: report-2022 }]\n");
  expect(folder.addedFaults).toEqual([
    "2021.yaml:1:7: FILE_NAME: expected the file name 2021-<name>.yaml, such as 2021-ours.yaml, got 2021.yaml",
    "2030-ours.yaml:1:7: MISSING_KEY: expected title and levels, because the edition 2030 is in no other file, got neither",
    "2031-a.yaml:1:7: MISSING_KEY: expected title and levels, because the edition 2031 is in no other file, got only title",
  ]);
});

test("checks within an edition run over all its files", () => {
  const folder = new Additions();
  folder.add(
    "2018-ours.yaml",
    `year: 2018\nsources:\n${source("ours-1")}leaders:\n  - { level: CITY, dimension: MATURITY, complete: false, order: null, printedCount: null, regions: [广州], cite: ours-1 }\n`,
  );
  const [fault, ...others] = folder.addedFaults;
  expect(fault).toMatch(/^2018-ours\.yaml:5:14: LEVEL_NOT_ASSESSED: /);
  expect(others).toEqual([]);
});

test("a folder that is missing is a fault", () => {
  const folder = new DataFolder();
  const { path } = folder;
  expect(folder.faults([], { more: `${path}/nowhere` })).toEqual([
    "nowhere: FILE_MISSING: expected a folder of data files here, got none",
  ]);
});

test("a file that is given elsewhere can have any name but that of a year", () => {
  const folder = new DataFolder();
  const file = folder.write("2021.yml", ours);
  expect(folder.faults([file])).toEqual([
    "2021.yml:1:7: FILE_NAME: expected the file name 2021.yaml, got 2021.yml",
  ]);
});
