import type { Config } from "../config.js";
import { compare, LoadConflict, type LoadReport, load as loadElements } from "../load/load.js";
import { describeDifference } from "../load/loaded.js";
import { type Data, describeAddedFiles, readData } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { openGraph } from "./graph.js";
import { orInterrupted } from "./interrupt.js";
import { print, say } from "./message.js";

/** How many lines of a difference are shown before the rest is only counted. */
const shown = 50;

/** Loads the data files, and the files given that add to them, into the graph. */
export async function load(
  files: readonly string[],
  { check, replace, json }: { check?: boolean; replace?: boolean; json?: boolean },
  config: Config,
): Promise<void> {
  const data = readData(config, files, config.GOVGRAPH_TEXTS);
  const { elements, addedFiles } = data;
  const opened = await openGraph(config);
  try {
    if (check) {
      report(await orInterrupted(compare(opened.graph, elements, addedFiles)), data, json);
      return;
    }
    const mayReplace = replace === true || opened.managed !== null;
    const loading = loadElements(opened.graph, elements, { replace: mayReplace, addedFiles });
    report(await orInterrupted(loading), data, json);
  } catch (error) {
    if (!(error instanceof LoadConflict)) throw error;
    const lines = describeDifference({ ...error.difference, added: [] });
    throw new CommandError(
      exitCode.conflict,
      [
        `CONFLICT: ${error.message}`,
        ...shorten(lines),
        "Nothing was written. Look at the difference with govgraph load --check; apply it with govgraph load --replace.",
      ].join("\n"),
    );
  } finally {
    await opened.close();
  }
}

function report(
  { dataVersion, before, isEqual, difference, applied }: LoadReport,
  { editions, addedFiles }: Data,
  json?: boolean,
) {
  const { added, changed, removed } = difference;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ dataVersion, before, applied, editions, addedFiles, ...counts })}\n`,
    );
    return;
  }
  const what = `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed`;
  const from = `editions ${editions.join(", ")}${describeAddedFiles(addedFiles)}`;
  if (isEqual) {
    say(`unchanged: version ${dataVersion}, ${from}`);
  } else if (applied) {
    say(`loaded version ${dataVersion}, ${from}: ${what}`);
  } else {
    print(shorten(describeDifference(difference)));
    say(
      `would load version ${dataVersion} in place of ${before ?? "nothing"}, ${from}: ${what}; nothing was written`,
    );
  }
}

function shorten(lines: readonly string[]): string[] {
  return lines.length <= shown
    ? [...lines]
    : [...lines.slice(0, shown), `… and ${lines.length - shown} more`];
}
