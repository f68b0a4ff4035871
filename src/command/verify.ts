import type { Config } from "../config.js";
import { compare } from "../load/load.js";
import { describeDifference, isEmpty } from "../load/loaded.js";
import { readData } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { openGraph } from "./graph.js";
import { say } from "./message.js";

/** Compares the digest of the graph with the digest of the data, and names what differs. */
export async function verify({ json }: { json?: boolean }, config: Config): Promise<void> {
  const { elements, editions } = readData(config);
  const opened = await openGraph(config);
  try {
    const { dataVersion, before, difference } = await compare(opened.graph, elements);
    const equal = isEmpty(difference) && before === dataVersion;
    if (json) {
      const differences = describeDifference(difference);
      process.stdout.write(
        `${JSON.stringify({ equal, dataVersion, graphVersion: before, editions, differences })}\n`,
      );
    }
    if (!equal) {
      const lines = json ? [] : describeDifference(difference);
      if (before === null) lines.unshift("The database holds no GovGraph data. Run: govgraph load");
      throw new CommandError(
        exitCode.dataInvalid,
        [
          ...lines,
          `The graph (version ${before ?? "none"}) does not equal its data (version ${dataVersion}).`,
        ].join("\n"),
      );
    }
    if (!json)
      say(
        `The graph equals its data: version ${dataVersion}, ${elements.length} elements, editions ${editions.join(", ")}.`,
      );
  } finally {
    await opened.close();
  }
}
