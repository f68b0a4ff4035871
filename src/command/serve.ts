import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { rehearse } from "../question/rehearsal.js";
import { buildSchema } from "../schema/schema.js";
import { startServer } from "../server/server.js";
import { quotes } from "./data.js";
import { followData, openGraph } from "./graph.js";
import { Interrupted, interruption } from "./interrupt.js";
import { say } from "./message.js";

/** The built pages, beside `dist` in the package. */
const pages = fileURLToPath(new URL("../../web-dist/", import.meta.url));

/** Serves the playground and GraphQL until the process is told to stop, which is how it should end. */
export async function serve(config: Config): Promise<void> {
  try {
    await serveUntil(interruption(), config);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
}

async function serveUntil(stopped: AbortSignal, config: Config): Promise<void> {
  const schema = buildSchema();
  const opened = await openGraph(config);
  try {
    if (opened.managed !== null) await followData(opened.graph, config);
    const server = await startServer({
      config,
      graph: opened.graph,
      schema: await schema,
      pages,
      quotes: quotes(config),
    });
    const { managed, uri, user } = opened;
    say(`Playground     ${server.url}/`);
    say(`GraphQL        ${server.url}/graphql`);
    if (managed !== null) {
      say(`Neo4j Browser  ${managed.browserUrl}  user ${user}, password in ${managed.passwordFile}`);
    }
    say(`Bolt           ${uri}`);
    say("Stop with Ctrl-C.");
    // Beside the first questions, not before them; if Neo4j is away, there is nothing to prepare.
    void rehearse(opened.graph, stopped).catch(() => {});
    try {
      if (!stopped.aborted)
        await new Promise((resolve) => stopped.addEventListener("abort", resolve, { once: true }));
    } finally {
      await server.stop();
    }
  } finally {
    await opened.close();
  }
}
