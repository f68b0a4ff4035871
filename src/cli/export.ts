import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../config.js";
import { GraphRequest } from "../neo4j/request.js";
import { Catalogue } from "../question/catalogue.js";
import { answerConsistently } from "../question/consistent.js";
import { Context } from "../question/context.js";
import { exportFacts } from "../question/facts/facts.export.js";
import type { Snapshot } from "../question/snapshot.js";
import { buildSchema } from "../schema/schema.js";
import { type ArgumentValues, toPlainDigits } from "../table/arguments.js";
import { toJson } from "../table/json.js";
import { readCited, toCitation } from "../table/package/citation.js";
import { factTable } from "../table/package/factTable.js";
import type { DataFile } from "../table/package/file.js";
import { type DataFormat, formatData, toObjects } from "../table/package/format.js";
import { type PackageOptions, readPackage } from "../table/package/package.js";
import { PackageReader } from "../table/package/reader.js";
import type { Question } from "../table/request.js";
import { askInContext } from "./askQuestion.js";
import { describeAddedFiles } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { withGraph } from "./graph.js";
import { say } from "./message.js";
import { packageVersion } from "./version.js";

export interface ExportOptions {
  readonly edition?: string;
  readonly format: DataFormat;
  readonly output?: string;
  readonly bom?: boolean;
  readonly force?: boolean;
}

/**
 * Writes the facts of an edition, or of all editions, to standard output; or the whole data package into a folder: all
 * tables, with their description as a Data Package, checksums and citations.
 */
export async function exportData(options: ExportOptions, config: Config): Promise<void> {
  const { format, output, bom = false, force = false } = options;
  if (bom && format !== "csv") {
    throw new CommandError(exitCode.usage, `--bom goes with --format csv, not with ${format}`);
  }
  const folder = output === undefined ? undefined : checkFolder(resolve(output), force);
  const base = config.GOVGRAPH_PUBLIC_URL;
  const packageOptions = {
    format,
    bom,
    version: packageVersion,
    url: base === undefined ? null : `${base}/data/`,
  };
  const { text, files, count, version } = await readConsistently(options.edition, config, async (reader) => {
    const { dataVersion, addedFiles } = await reader.meta();
    const { length: count } = await reader.facts();
    const version = `data version ${dataVersion}${describeAddedFiles(addedFiles)}`;
    return folder === undefined
      ? { text: await printFacts(reader, packageOptions), files: [], count, version }
      : { text: "", files: (await readPackage(reader, packageOptions)).files, count, version };
  });
  if (folder === undefined) {
    process.stdout.write(text);
    say(`${count} facts, ${version}`);
    return;
  }
  writeFolder(folder, files);
  say(`${count} facts, ${version}: ${files.map(({ name }) => name).join(", ")} in ${output}`);
}

/** Returns the facts as text. As JSON they are one object with the data version and how to cite them. */
async function printFacts(
  reader: PackageReader,
  { format, bom, version, url }: PackageOptions,
): Promise<string> {
  const { dataVersion } = await reader.meta();
  const table = factTable(await reader.facts(), dataVersion);
  if (format !== "json") return formatData(table, format, { bom });
  const facts = toObjects(table, table.rows).map(({ dataVersion: _, ...fact }) => fact);
  return toJson({ dataVersion, citation: toCitation(await readCited(reader, { version, url })), facts });
}

/** Time for one attempt (milliseconds). */
const timeoutMs = 60_000;

/** Reads the data of a package at one data version; once more if data are loaded meanwhile. @throws GraphError, CommandError */
async function readConsistently<T>(
  edition: string | undefined,
  config: Config,
  read: (reader: PackageReader) => Promise<T>,
): Promise<T> {
  const schema = await buildSchema();
  return withGraph(config, (graph) => {
    const catalogue = new Catalogue(graph, timeoutMs);
    return answerConsistently(
      () => new Context(new GraphRequest(graph, { deadlineMs: timeoutMs }), catalogue),
      async (context) => {
        const access = {
          schema,
          ask: (question: Question, values: ArgumentValues) =>
            askInContext(schema, question, values, context),
          facts: (year: number | null) => exportFacts(context.request, year),
        };
        return read(new PackageReader(access, editionOf(edition, await context.snapshot())));
      },
    );
  });
}

function editionOf(given: string | undefined, { editions }: Snapshot): number | null {
  if (given === undefined) return null;
  const found = editions.find(({ year }) => String(year) === toPlainDigits(given));
  if (found !== undefined) return found.year;
  const loaded = editions.map(({ year }) => year).sort();
  throw new CommandError(
    exitCode.usage,
    `--edition: ${given} is not loaded; editions loaded: ${loaded.join(", ")}`,
  );
}

/** The folder, if it may be written: not there yet, empty, or its files may be replaced. */
function checkFolder(folder: string, force: boolean): string {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return folder;
  if (!there.isDirectory()) {
    throw new CommandError(exitCode.usage, `--output: ${folder} is a file; expected a folder to write into`);
  }
  if (!force && readdirSync(folder).length > 0) {
    throw new CommandError(
      exitCode.conflict,
      `--output: ${folder} is not empty; choose another folder, or allow its files to be replaced with --force`,
    );
  }
  return folder;
}

/** Writes all files beside the folder first, so that a failure leaves none of them half written in it. */
function writeFolder(folder: string, files: readonly DataFile[]): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const { name, text } of files) writeFileSync(join(draft, name), text);
    mkdirSync(folder, { recursive: true });
    for (const { name } of files) renameSync(join(draft, name), join(folder, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
