import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Config } from "../config.js";
import { checkFiles, readRegions } from "../data/dataset.js";
import { printFault } from "../data/fault.js";
import { decodeUtf8, maxFileBytes, readText } from "../data/file.js";
import { countByStatus, type Extraction, extract as extractText } from "../extract/extract.js";
import { dataFolder } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { say } from "./message.js";

export interface ExtractCommand {
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly source?: string;
}

/** Makes a draft edition file from the text of a report, and reports the result for each of its sentences. */
export async function extract(path: string, options: ExtractCommand, config: Config): Promise<void> {
  checkUsage(options);
  const file = path === "-" ? "(standard input)" : path;
  const read = path === "-" ? readInput() : readText(path);
  if ("fault" in read) throw invalid([printFault({ file, ...read.fault })]);
  const name = path === "-" ? null : fileName(path);
  const folder = dataFolder(config);
  const extracted = extractText(read.text, readRegions(folder), { file, name, source: options.source });
  if (extracted.yaml === null) throw invalid(extracted.faults.map(printFault));
  checkDraft(extracted.yaml, folder);
  if (toStandardOutput(options)) process.stdout.write(extracted.yaml);
  else writeWhole(options.output!, extracted.yaml);
  tell(file, extracted);
  if (options.json === true) process.stdout.write(`${JSON.stringify(accountOf(file, extracted), null, 2)}\n`);
}

function toStandardOutput({ output }: ExtractCommand): boolean {
  return output === undefined || output === "-";
}

function checkUsage(options: ExtractCommand): void {
  const { output, force, json, source } = options;
  const usage = (message: string) => new CommandError(exitCode.usage, `extract: ${message}`);
  if (toStandardOutput(options)) {
    if (json === true)
      throw usage("--json writes the account to standard output, so the draft needs a file: add -o FILE");
    if (force === true) throw usage("--force is about a file: add -o FILE");
  } else {
    if (!existsSync(dirname(output!)))
      throw usage(`there is no folder ${dirname(output!)} to write ${basename(output!)} into`);
    if (statSync(output!, { throwIfNoEntry: false })?.isDirectory())
      throw usage(`${output} is a folder; expected the name of a file`);
    if (existsSync(output!) && force !== true)
      throw usage(`${output} exists; take another name, or --force to write over it`);
  }
  if (source !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(source)) {
    throw usage(
      `expected small letters, digits and hyphens for --source, such as report-2022, got ${JSON.stringify(source)}`,
    );
  }
}

function readInput(): ReturnType<typeof readText> {
  const bytes = readFileSync(0);
  if (bytes.length <= maxFileBytes) return decodeUtf8(bytes);
  const message = `expected at most ${maxFileBytes} bytes, got ${bytes.length}`;
  return { fault: { line: 1, column: 1, code: "FILE_TOO_LARGE", message } };
}

/** The file's name, if a source can give it as `text`. */
function fileName(path: string): string | null {
  const name = basename(path);
  return /^[^/\\\s.][^/\\]*$/.test(name) ? name : null;
}

/** Checks the draft as `govgraph check` does; a fault then is one of the data beside it, or of the extraction. */
function checkDraft(yaml: string, folder: string): void {
  const own = mkdtempSync(join(tmpdir(), "govgraph-extract-"));
  try {
    const path = join(own, "draft.yaml");
    writeFileSync(path, yaml);
    const { faults } = checkFiles(folder, [path]);
    if (faults.length === 0) return;
    throw invalid(
      faults.map((fault) => printFault({ ...fault, file: fault.file === path ? "(draft)" : fault.file })),
    );
  } finally {
    rmSync(own, { recursive: true });
  }
}

/** Writes a file so that it is there as a whole or not at all. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new CommandError(exitCode.usage, `extract: ${path} cannot be written: ${(error as Error).message}`);
  }
}

function tell(file: string, { year, account, warnings, elsewhere }: Extraction): void {
  const at = ({ line, column }: { line: number; column: number }) => `${file}:${line}:${column}`;
  for (const { notUnderstood } of account) {
    for (const one of notUnderstood) say(`${at(one)}: NOT_UNDERSTOOD: ${one.message}`);
  }
  for (const one of warnings) say(`${at(one)}: WARNING: ${one.message}`);
  for (const one of elsewhere) {
    say(
      `${at(one)}: OTHER_EDITION: ${one.edition ?? "an earlier edition"}: ${one.message}; not in this draft`,
    );
  }
  const { FACT, CONTEXT, NOT_UNDERSTOOD } = countByStatus(account);
  const facts = account.reduce((sum, entry) => sum + entry.facts, 0);
  say(
    `edition ${year}: ${account.length} sentences and headings: ${FACT} FACT, ${CONTEXT} CONTEXT, ${NOT_UNDERSTOOD} NOT_UNDERSTOOD; ${facts} facts`,
  );
}

/** The account for programs. */
function accountOf(file: string, { year, account, warnings, elsewhere }: Extraction): object {
  return { file, edition: year, counts: countByStatus(account), sentences: account, warnings, elsewhere };
}

function invalid(lines: readonly string[]): CommandError {
  const count = `${lines.length} fault${lines.length === 1 ? "" : "s"}`;
  return new CommandError(exitCode.dataInvalid, [...lines, `${count}; nothing was written`].join("\n"));
}
