import type { Config } from "../config.js";
import type { ManagedDatabase } from "../database/managed.js";
import type { Texts } from "../question/quote.js";
import { rehearse } from "../question/rehearsal.js";
import { buildSchema } from "../schema/schema.js";
import { startServer } from "../server/server.js";
import { followData, openGraph, openManaged } from "./graph.js";
import { say } from "./message.js";

/**
 * Serves until told to stop, then ends what it started.
 * @param what the folder of the built pages, and the operator's own copies of the texts
 * @param acquiring the managed Neo4j that is starting; undefined for the one at NEO4J_URI
 */
export async function serveUntil(
  stopped: AbortSignal,
  config: Config,
  { pages, texts }: { readonly pages: string; readonly texts: Texts | null },
  acquiring: Promise<ManagedDatabase> | undefined,
): Promise<void> {
  const schema = await buildSchema();
  const database = await acquiring;
  const opened = database === undefined ? await openGraph(config) : openManaged(config, database);
  const { graph, managed, uri, user } = opened;
  // On one of Neo4j's cores while we get ready on the other; if Neo4j is away, there is nothing to prepare.
  void rehearse(graph, stopped).catch(() => {});
  try {
    if (managed !== null) await followData(graph, config);
    const server = await startServer({ config, graph, schema, pages, texts });
    try {
      say(`Playground     ${server.url}/`);
      say(`GraphQL        ${server.url}/graphql`);
      if (managed !== null) {
        say(`Neo4j Browser  ${managed.browserUrl}  user ${user}, password in ${managed.passwordFile}`);
      }
      say(`Bolt           ${uri}`);
      say("Stop with Ctrl-C.");
      if (!stopped.aborted) {
        await new Promise((resolve) => stopped.addEventListener("abort", resolve, { once: true }));
      }
    } finally {
      await server.stop();
    }
  } finally {
    await opened.close();
    await database?.release();
  }
}
