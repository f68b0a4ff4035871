import type { Config } from "../config.js";
import { startServer } from "../http/server.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import type { Texts } from "../question/facts/quote.js";
import { warmUp } from "../question/warmUp.js";
import { buildSchema } from "../schema/schema.js";
import { readData, readDataFiles } from "./data.js";
import { followData, openGraph, openManaged } from "./graph.js";
import { orInterrupted } from "./interrupt.js";
import { superviseManaged } from "./managed.js";
import { say } from "./message.js";
import { packageVersion } from "./version.js";

/** The first query of the README: a server that says it runs must answer it at once. */
const firstQuery =
  "{ leaders(level: CITY, atLeast: 5) { leaders { region { name nameEn } evidence { locator source { key } } } coverage { stated total unit closed } } }";

/**
 * Serves until told to stop, then ends what it started.
 * @param what the folder of the built playground, and the operator's own copies of the texts
 * @param acquiring the managed Neo4j that is starting; undefined for the one at NEO4J_URI
 */
export async function serveUntil(
  stopped: AbortSignal,
  config: Config,
  { pages, texts }: { readonly pages: string; readonly texts: Texts | null },
  acquiring: Promise<ManagedDatabase> | undefined,
): Promise<void> {
  const schema = await buildSchema();
  // Read while Neo4j starts. A fault in the files is thrown later, where Neo4j is stopped again.
  const reading = acquiring && Promise.resolve().then(() => readData(config));
  reading?.catch(() => {});
  const database = await acquiring;
  const opened = database === undefined ? await openGraph(config) : openManaged(config, database);
  const { graph, managed, uri, user } = opened;
  const supervisor = database === undefined ? null : superviseManaged(database);
  try {
    if (reading !== undefined) await orInterrupted(followData(graph, await reading));
    // The graph at NEO4J_URI is loaded separately, but a fault in the operator's own files must not stay unnoticed.
    else if (config.GOVGRAPH_DATA_MORE !== undefined) readDataFiles(config);
    const server = await startServer({
      config,
      graph,
      schema,
      pages,
      texts,
      version: packageVersion,
      ...(supervisor !== null && { database: supervisor.describe }),
    });
    // Without Neo4j the server runs all the same, and says so at /readyz.
    await server.warmUp(firstQuery, stopped).catch(() => {});
    warmUp(graph, stopped, () => server.inFlight.size > 0).catch(() => {});
    try {
      say(`Home           ${server.url}/`);
      say(`Playground     ${server.url}/playground`);
      say(`GraphQL        ${server.url}/graphql`);
      if (managed !== null) {
        say(`Neo4j Browser  ${managed.browserUrl}  user ${user}, password in ${managed.passwordFile}`);
      }
      say(`Bolt           ${uri}`);
      say("Stop with Ctrl-C.");
      const ended = AbortSignal.any([stopped, ...(supervisor === null ? [] : [supervisor.failed])]);
      if (!ended.aborted) {
        await new Promise((resolve) => ended.addEventListener("abort", resolve, { once: true }));
      }
      supervisor?.failed.throwIfAborted();
    } finally {
      await supervisor?.stop();
      await server.stop();
    }
  } finally {
    await supervisor?.stop();
    await opened.close();
    await database?.release();
  }
}
