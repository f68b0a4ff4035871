import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../config.js";
import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import { Catalogue } from "../question/catalogue.js";
import { type ExportedFact, exportFacts } from "../question/facts/facts.export.js";
import type { Snapshot } from "../question/snapshot.js";
import { toPlainDigits } from "../table/arguments.js";
import { describeAddedFiles } from "./data.js";
import { dataPackage, type ExportFormat } from "./dataPackage.js";
import { printDictionary } from "./dictionary.js";
import { CommandError, exitCode } from "./exit.js";
import { formatFacts } from "./factTable.js";
import { withGraph } from "./graph.js";
import { say } from "./message.js";

export interface ExportOptions {
  readonly edition?: string;
  readonly format: ExportFormat;
  readonly output?: string;
  readonly bom?: boolean;
  readonly force?: boolean;
}

/** What is exported, at one version of the data. */
interface Exported {
  readonly snapshot: Snapshot;
  readonly facts: readonly ExportedFact[];
}

/**
 * Writes the facts of an edition, or of all, to standard output; or into a folder, with a data dictionary and a
 * description of the whole as a Data Package beside them.
 */
export async function exportData(options: ExportOptions, config: Config): Promise<void> {
  const { format, output, bom = false, force = false } = options;
  if (bom && format !== "csv") {
    throw new CommandError(exitCode.usage, `--bom goes with --format csv, not with ${format}`);
  }
  const folder = output === undefined ? undefined : checkFolder(resolve(output), force);
  const { snapshot, facts } = await withGraph(config, (graph) => read(graph, options.edition));
  const text = formatFacts(facts, format, { bom, snapshot });
  const version = `data version ${snapshot.dataVersion}${describeAddedFiles(snapshot.addedFiles)}`;
  if (folder === undefined) {
    process.stdout.write(text);
    say(`${facts.length} facts, ${version}`);
    return;
  }
  const files = {
    [`facts.${format}`]: text,
    "dictionary.csv": printDictionary(bom),
    "datapackage.json": `${JSON.stringify(dataPackage(facts, format, snapshot), null, 2)}\n`,
  };
  writeFolder(folder, files);
  say(`${facts.length} facts, ${version}: ${Object.keys(files).join(", ")} in ${output}`);
}

/** Time for one statement (milliseconds). */
const timeoutMs = 60_000;

/** Reads all facts at one version of the data; a load that comes between is noticed. @throws GraphError CommandError */
async function read(graph: Graph, given: string | undefined): Promise<Exported> {
  const snapshot = await new Catalogue(graph, timeoutMs).current();
  const edition = editionOf(given, snapshot);
  const facts: ExportedFact[] = [];
  for await (const fact of exportFacts(graph, edition)) facts.push(fact);
  const after = await new Catalogue(graph, timeoutMs).current();
  if (after.version !== snapshot.version) {
    throw new GraphError("CONFLICT", "Data were loaded during the export. Nothing was written. Try again.");
  }
  return { snapshot, facts };
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
function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(draft, name), text);
    mkdirSync(folder, { recursive: true });
    for (const name of Object.keys(files)) renameSync(join(draft, name), join(folder, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
