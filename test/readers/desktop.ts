import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCsv } from "../table/reading.js";
import type { Read } from "./compare.js";
import { isInstalled, runProgram } from "./program.js";
import type { Asked } from "./tables.js";

export const hasR = isInstalled("Rscript");
export const hasLibreOffice = isInstalled("soffice");

const newFolder = () => mkdtempSync(join(tmpdir(), "govgraph-readers-"));

/** Returns the tables that a program wrote as CSV: 1.csv, 2.csv and so on. */
const written = (reader: string, folder: string, asked: readonly Asked[]): Read[] =>
  asked.map(({ url }, index) => {
    const [columns = [], ...rows] = parseCsv(readFileSync(join(folder, `${index + 1}.csv`), "utf8"));
    return { reader, url, columns, rows };
  });

/** Reads tables as CSV with R. */
export async function readWithR(asked: readonly Asked[]): Promise<readonly Read[]> {
  const folder = newFolder();
  const script = fileURLToPath(new URL("read.R", import.meta.url));
  await runProgram("Rscript", ["--vanilla", script, folder], asked.map(({ url }) => `${url}\n`).join(""));
  return written("R", folder, asked);
}

/** CSV in UTF-8 with the values of cells, not their formatted texts. */
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";

/** Opens tables as XLSX with LibreOffice, which writes their first sheets as CSV. */
export async function readWithLibreOffice(asked: readonly Asked[]): Promise<readonly Read[]> {
  const folder = newFolder();
  const files: string[] = [];
  for (const [index, { url }] of asked.entries()) {
    const response = await fetch(url.replace(".csv?", ".xlsx?"));
    if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
    const file = join(folder, `${index + 1}.xlsx`);
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    files.push(file);
  }
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const words = [profile, "--headless", "--convert-to", csvFilter, "--outdir", folder, ...files];
  await runProgram("soffice", words);
  return written("LibreOffice", folder, asked);
}
