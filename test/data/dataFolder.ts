import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type CheckOptions, checkFiles } from "../../src/data/dataset.js";
import { printFault } from "../../src/data/fault.js";

/** The smallest edition file without faults. */
export const smallest = `year: 2022
sources:
  - { id: press, title: A press text, publisher: null, publishedOn: null, url: null, weakness: null, text: null, sentences: {} }
title: [{ is: 报告(2022), cite: press }]
evaluatedYear: [{ is: 2021, cite: press }]
levels: [{ are: [PROVINCE, CITY], cite: press }]
`;

/** A copy of the data files that a test can change; it is deleted after the test. */
export class DataFolder {
  readonly path = mkdtempSync(join(tmpdir(), "govgraph-data-"));

  constructor() {
    cpSync("data", this.path, { recursive: true });
    onTestFinished(() => rmSync(this.path, { recursive: true }));
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Replaces a text in a file. @throws Error if the file does not contain the text */
  replace(name: string, from: string, to: string): void {
    const text = readFileSync(join(this.path, name), "utf8");
    if (!text.includes(from)) throw new Error(`${name} does not contain ${from}`);
    this.write(name, text.replace(from, to));
  }

  /** Returns all faults as printed lines, with paths relative to this folder. */
  faults(
    extraFiles: readonly string[] = [],
    options: CheckOptions = { today: "2026-01-01" },
  ): readonly string[] {
    const { faults } = checkFiles(this.path, extraFiles, options);
    return faults.map((fault) => printFault(fault).replaceAll(`${this.path}/`, ""));
  }
}
