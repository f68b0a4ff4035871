import type { Config } from "../config.js";
import { compare } from "../load/load.js";
import { describeDifference } from "../load/loaded.js";
import { describeAddedFiles, readData } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { openGraph } from "./graph.js";
import { orInterrupted } from "./interrupt.js";
import { print, say } from "./message.js";
import { askQuality, describeQuality } from "./quality.js";
import { openTexts } from "./texts.js";

/**
 * Compares the graph with the data and reports the differences. Then runs `dataQuality`, which also compares the cited
 * sentences with the operator's own texts. Known conflicts are reported and are not a failure.
 */
export async function verify(
  { json, texts: given }: { json?: boolean; texts?: string },
  config: Config,
): Promise<void> {
  const texts = openTexts(config, given);
  const { elements, editions, addedFiles } = readData(config);
  const opened = await openGraph(config);
  try {
    const { dataVersion, before, isEqual, difference } = await orInterrupted(
      compare(opened.graph, elements, addedFiles),
    );
    const quality = before === null ? null : await orInterrupted(askQuality(opened.graph, texts));
    const differences = describeDifference(difference);
    if (json) {
      const told = {
        equal: isEqual,
        dataVersion,
        graphVersion: before,
        editions,
        addedFiles,
        differences,
        quality,
      };
      process.stdout.write(`${JSON.stringify(told)}\n`);
    } else if (quality !== null) {
      print(describeQuality(quality));
    }
    const faults: string[] = [];
    if (!isEqual) {
      if (before === null) faults.push("The database holds no GovGraph data. Run: govgraph load");
      if (!json) faults.push(...differences);
      faults.push(
        before === dataVersion && differences.length === 0
          ? "The graph equals its data, but was loaded with other added files. Run: govgraph load"
          : `The graph (version ${before ?? "none"}) does not equal its data (version ${dataVersion}).`,
      );
    }
    if (quality !== null && quality.errors > 0) {
      const noun = quality.errors === 1 ? "error" : "errors";
      faults.push(`The checks found ${quality.errors} ${noun}.`);
    }
    if (faults.length > 0) throw new CommandError(exitCode.dataInvalid, faults.join("\n"));
    if (json) return;
    say(
      `The graph equals its data: version ${dataVersion}, ${elements.length} elements, editions ${editions.join(", ")}${describeAddedFiles(addedFiles)}.`,
    );
  } finally {
    await opened.close();
  }
}
