import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFiles, readDataset } from "../../src/data/dataset.js";
import { DataError } from "../../src/data/fault.js";
import { DataFolder, smallest } from "./dataFolder.js";

test("a missing folder, table, edition folder and file", () => {
  expect(checkFiles("no/such/folder").faults).toEqual([
    {
      file: "no/such/folder",
      line: 1,
      column: 1,
      code: "FILE_MISSING",
      message: "expected a folder of data files here, got none",
    },
  ]);
  const folder = new DataFolder();
  rmSync(join(folder.path, "areas.yaml"));
  expect(folder.faults([join(folder.path, "none.yaml")])).toEqual([
    "areas.yaml: FILE_MISSING: expected a file here, got none",
    "none.yaml: FILE_MISSING: expected a file here, got none",
  ]);
  rmSync(join(folder.path, "editions"), { recursive: true });
  expect(folder.faults()).toEqual(["editions: FILE_MISSING: expected edition files here, got none"]);
});

test("a folder instead of a file, and a file that is too large", () => {
  const folder = new DataFolder();
  const large = folder.write("large.yaml", `# ${"x".repeat(250_000)}\n`);
  rmSync(join(folder.path, "tiers.yaml"));
  mkdirSync(join(folder.path, "tiers.yaml"));
  expect(folder.faults([large])).toEqual([
    "large.yaml: FILE_TOO_LARGE: expected at most 250000 bytes, got 250003",
    "tiers.yaml: FILE_UNREADABLE: expected a file, got a folder",
  ]);
});

test("a byte-order mark and CRLF change neither content nor positions", () => {
  const folder = new DataFolder();
  const windows = `\ufeff${smallest.replaceAll("\n", "\r\n")}`;
  expect(folder.faults([folder.write("windows.yaml", windows)])).toEqual([]);
  const faulty = windows.replace("year: 2022", "year: 22").replace("is: 2021", "is: none");
  expect(folder.faults([folder.write("windows.yaml", faulty)])).toEqual([
    "windows.yaml:1:7: WRONG_VALUE: expected at least 2000, got the number 22",
    "windows.yaml:5:23: WRONG_TYPE: expected a number, got the text none",
  ]);
});

test("an extra file adds to the folder's edition of that year", () => {
  const folder = new DataFolder();
  const extra = folder.write("draft.yaml", smallest);
  const [alone, dataset] = [readDataset(folder.path), readDataset(folder.path, [extra])];
  expect(dataset.editions).toEqual(alone.editions);
  expect(dataset.additions.map(({ year }) => year)).toEqual([2022]);
  expect(dataset.addedFiles.map(({ name }) => name)).toEqual(["draft.yaml"]);
});

test("an extra file of another year is an edition of its own", () => {
  const folder = new DataFolder();
  const extra = folder.write(
    "draft.yaml",
    smallest
      .replace("year: 2022", "year: 2016")
      .replace("is: 2021", "is: 2015")
      .replace("[PROVINCE, CITY]", "[PROVINCE]")
      .replace("id: press", "id: older")
      .replaceAll("cite: press", "cite: older"),
  );
  const { files, dataset } = checkFiles(folder.path, [extra]);
  expect(dataset?.additions.map(({ year }) => year)).toEqual([2016]);
  expect(files.map((path) => path.slice(folder.path.length + 1))).toEqual([
    "areas.yaml",
    "regions.yaml",
    "dimensions.yaml",
    "tiers.yaml",
    "sources.yaml",
    ...(dataset?.editions ?? []).map(({ year }) => `editions/${year}.yaml`),
    "draft.yaml",
  ]);
});

test("a file of the folder that is also given as an extra file is read once", () => {
  const folder = new DataFolder();
  const given = ["editions/2022.yaml", "regions.yaml"].map((name) => join(folder.path, name));
  expect(folder.faults([...given, ...given])).toEqual([]);
});

test("two added files can repeat a source, but not what it states", () => {
  const folder = new DataFolder();
  const extra = ["a.yaml", "b.yaml"].map((name) => folder.write(name, smallest));
  expect(folder.faults(extra)).toEqual([
    "b.yaml:4:15: DUPLICATE_FACT: title is already stated as 报告(2022), in a.yaml:4",
    "b.yaml:5:23: DUPLICATE_FACT: evaluatedYear is already stated as 2021, in a.yaml:5",
  ]);
  folder.write(
    "b.yaml",
    "year: 2022\nsources:\n  - { id: press, title: Other, publisher: null, publishedOn: null, url: null, weakness: null, text: null, sentences: {} }\n",
  );
  expect(folder.faults(extra)).toEqual([
    "b.yaml:3:11: DUPLICATE_SOURCE: the source press is already declared, in a.yaml:3. Give the new source another id.",
  ]);
});

test("a file in the folder is named by its year; hidden files are ignored", () => {
  const folder = new DataFolder();
  folder.write("editions/.2022.yaml.swp", "not data");
  folder.write("editions/2022.yml", smallest);
  folder.write(
    "editions/2016.yaml",
    smallest.replace("id: press", "id: other").replaceAll("cite: press", "cite: other"),
  );
  expect(folder.faults()).toEqual([
    "editions/2016.yaml:1:7: FILE_NAME: expected the file name 2022.yaml, got 2016.yaml",
    "editions/2022.yaml:11:7: DUPLICATE_EDITION: the edition 2022 is already in editions/2016.yaml",
    "editions/2022.yml:1:7: DUPLICATE_EDITION: the edition 2022 is already in editions/2016.yaml",
    "editions/2022.yml:1:7: FILE_NAME: expected the file name 2022.yaml, got 2022.yml",
  ]);
});

test("an edition can cite a source of another edition or of sources.yaml", () => {
  const folder = new DataFolder();
  const extra = folder.write(
    "2023.yaml",
    `year: 2023\nsources: []\ntitle: [{ is: 报告(2023), cite: report-2022@0.1.1 }]\nevaluatedYear: [{ is: 2022, cite: govgraph-notes }]\nlevels: [{ are: [CITY], cite: govgraph-notes }]\n`,
  );
  expect(folder.faults([extra])).toEqual([]);
});

test("two sources can disagree about a tier, but one source cannot contradict itself across editions", () => {
  const folder = new DataFolder();
  const edition = (cite: string) => `year: 2021
sources:
  - { id: other, title: Another text, publisher: null, publishedOn: null, url: null, weakness: null, text: null, sentences: {} }
title: [{ is: 报告(2021), cite: other }]
evaluatedYear: [{ is: 2020, cite: other }]
tierMembers:
  - { level: CITY, tier: HIGH, complete: false, order: null, printedCount: null, regions: [西安], cite: ${cite} }
levels: [{ are: [PROVINCE, CITY], cite: other }]
`;
  expect(folder.faults([folder.write("2021.yaml", edition("other"))])).toEqual([]);
  const [fault, ...more] = folder.faults([folder.write("2021.yaml", edition("report-2022"))]);
  expect(fault).toMatch(
    /^editions\/2022\.yaml:\d+:15: TIER_CONTRADICTION: report-2022 puts 西安 in MEDIUM in 2021, but in HIGH in 2021\.yaml:7$/,
  );
  expect(more).toEqual([]);
});

test("readDataset throws all faults at once", () => {
  const folder = new DataFolder();
  const extra = folder.write("draft.yaml", smallest.replace("year: 2022", "yaer: 2022"));
  const read = () => readDataset(folder.path, [extra]);
  expect(read).toThrow(DataError);
  expect(read).toThrow(
    `${extra}:1:1: MISSING_KEY: expected the key year, got none\n${extra}:1:1: UNKNOWN_KEY: unknown key yaer. Did you mean year?`,
  );
});
