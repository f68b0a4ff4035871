import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";
import { fill, versionFor } from "./fill.js";
import { acquireDatabase, anything, Graph, neo4jVersion, readLoaded } from "./govgraph.js";

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts a Neo4j of the bench's own, with a folder and free ports for each set, and fills it with the set unless an
 * earlier run did. The caller releases it, which ends the process by its id.
 * @param {import("./set.js").Set} set
 * @param {{ heapMb: number, home: string, say: (message: string) => void, hold: (release: () => Promise<void>) => void }} options `hold` is told how
 *   to end Neo4j as soon as it runs, for a bench that is told to end
 */
export async function databaseWith(set, { heapMb, home, say, hold }) {
  for (let attempt = 1; ; attempt++) {
    const database = await acquireDatabase({
      home,
      libFolder: folder(`../.govgraph/lib-${neo4jVersion}`),
      javaHome: process.env.NEO4J_JAVA_HOME || undefined,
      boltPort: 0,
      httpPort: 0,
      heapMb,
      onProgress: say,
    });
    hold(() => database.release());
    try {
      const { uri, user, password } = database;
      const graph = Graph.open({
        uri,
        user,
        password,
        database: database.database,
        poolSize: 2,
        timeoutMs: 60_000,
      });
      try {
        const version = (await readLoaded(graph))?.dataVersion ?? null;
        if (version === versionFor(set)) return database;
        const empty = version === null && (await isEmpty(graph));
        if (empty || attempt > 1) {
          say(`${set.name}: filling in ${set.says}`);
          const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
          try {
            await fill(graph, driver, set, say);
          } finally {
            await driver.close();
          }
          return database;
        }
      } finally {
        await graph.close();
      }
    } catch (error) {
      await database.release();
      // Half a set is none: the next run begins anew.
      rmSync(home, { recursive: true, force: true });
      throw error;
    }
    await database.release();
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Whether nothing was ever filled in; what an interrupted run left has regions but no version.
 * @param {import("../src/neo4j/client.js").Graph} graph
 */
async function isEmpty(graph) {
  const text = "MATCH (node) RETURN count(node) AS nodes";
  const [row] = await graph.read(
    { stem: "empty", source: text, text, parameters: {}, columns: { nodes: anything.json } },
    {},
  );
  return row?.nodes === 0;
}
