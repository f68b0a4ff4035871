import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Read } from "./compare.js";
import { runProgram } from "./program.js";
import type { Asked } from "./tables.js";

/** The environment that `.ci/run` makes: `python3 -m venv .venv && .venv/bin/pip install -r test/readers/requirements.txt`. */
const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
export const hasPython = existsSync(python);

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const linesOf = <T>(written: string) =>
  written
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** Validates data packages at their addresses with frictionless. @returns the faults of each */
export async function validatePackages(urls: readonly string[]): Promise<readonly string[][]> {
  return linesOf(
    await runProgram(python, ["-I", script("validate.py")], urls.map((url) => `${url}\n`).join("")),
  );
}

/** Reads tables with pandas (CSV and XLSX), polars, DuckDB and frictionless. */
export async function readWithPython(asked: readonly Asked[]): Promise<readonly Read[]> {
  const lines = asked.map(({ url, columns }) => {
    const fields = columns.map(({ name, type }) => ({ name, type }));
    return `${JSON.stringify({ url, fields })}\n`;
  });
  return linesOf<Read>(await runProgram(python, ["-I", script("read.py")], lines.join("")));
}
