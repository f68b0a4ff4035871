import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { Interrupted, interruption } from "./interrupt.js";
import { acquireManaged } from "./managed.js";
import { say } from "./message.js";
import { openTexts } from "./texts.js";

/** The built pages, beside `dist` in the package. */
const pages = fileURLToPath(new URL("../../web-dist/", import.meta.url));

/** Serves the pages, the playground and GraphQL until the process receives a signal to stop. */
export async function serve({ texts: given }: { texts?: string }, config: Config): Promise<void> {
  const texts = openTexts(config, given);
  const stopped = interruption();
  try {
    // The modules of the server load while Neo4j starts; they take half as long.
    const acquiring = config.NEO4J_URI === undefined ? acquireManaged(config) : undefined;
    acquiring?.catch(() => {});
    const { serveUntil } = await import("./serving.js");
    await serveUntil(stopped, config, { pages, texts }, acquiring);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    say("stopped");
  }
}
