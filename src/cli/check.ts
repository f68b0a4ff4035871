import type { Config } from "../config.js";
import { checkFiles } from "../data/dataset.js";
import { printFault } from "../data/fault.js";
import { dataFolder } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { print, say } from "./message.js";

/** Checks the data files, and the files given that add to them, and tells every fault of every file at once. */
export async function check(
  files: readonly string[],
  { json }: { json?: boolean },
  config: Config,
): Promise<void> {
  const folder = dataFolder(config);
  const options = { texts: config.GOVGRAPH_TEXTS, more: config.GOVGRAPH_DATA_MORE };
  const { faults, files: checked, added, wordings } = checkFiles(folder, files, options);
  if (json) process.stdout.write(`${JSON.stringify({ faults, files: checked, added, wordings }, null, 2)}\n`);
  else for (const fault of faults) print(printFault(fault));
  if (faults.length > 0) {
    throw new CommandError(exitCode.dataInvalid, `${count(faults.length, "fault")} in the data`);
  }
  if (added.length > 0) say(`added files: ${added.join(", ")}`);
  if (config.GOVGRAPH_TEXTS === undefined) {
    say("no fault; hashes were not compared with the reports' own texts, since GOVGRAPH_TEXTS is not set");
    return;
  }
  for (const { source, path, found } of wordings) {
    if (!found) say(`hashes of ${source} were not compared: there is no ${path}`);
  }
  const compared = wordings.filter(({ found }) => found).map(({ source }) => source);
  say(`no fault; hashes compared with the texts of: ${compared.join(", ") || "none"}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
