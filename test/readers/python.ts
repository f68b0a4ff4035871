import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Read } from "./compare.js";
import { runProgram } from "./program.js";
import type { Asked } from "./tables.js";

/** The environment that `.ci/run` makes: `python3 -m venv .venv && .venv/bin/pip install -r test/readers/requirements.txt`. */
const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
export const hasPython = existsSync(python);

/** Reads tables with pandas (CSV and XLSX), polars, DuckDB and frictionless. */
export async function readWithPython(asked: readonly Asked[]): Promise<readonly Read[]> {
  const script = fileURLToPath(new URL("read.py", import.meta.url));
  const lines = asked.map(({ url, columns }) => {
    const fields = columns.map(({ name, type }) => ({ name, type }));
    return `${JSON.stringify({ url, fields })}\n`;
  });
  const written = await runProgram(python, ["-I", script], lines.join(""));
  return written
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Read);
}
