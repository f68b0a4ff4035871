import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config.js";
import { digestOf, versionOf } from "../load/element.js";
import { isSameLoad, load } from "../load/load.js";
import { readLoaded } from "../load/loaded.js";
import { Graph } from "../neo4j/client.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import { type Data, readData } from "./data.js";
import { isInterrupted, orInterrupted } from "./interrupt.js";
import { acquireManaged } from "./managed.js";
import { say } from "./message.js";

/** Longest wait for open connections after an interruption (milliseconds). */
const closeLimitMs = 500;

/** An open graph and the address of its Neo4j. */
export interface OpenGraph {
  readonly graph: Graph;
  readonly uri: string;
  readonly user: string;
  /** Set if GovGraph manages this Neo4j. Then its graph follows the data files. */
  readonly managed: { readonly browserUrl: string; readonly passwordFile: string } | null;
  close(): Promise<void>;
}

const limits = (config: Config) => ({ poolSize: config.NEO4J_POOL_SIZE, timeoutMs: config.NEO4J_TIMEOUT_MS });

/** Opens the graph in a managed Neo4j. Closing it does not release the Neo4j. */
export function openManaged(config: Config, database: ManagedDatabase): OpenGraph {
  const { uri, user, password, browserUrl, passwordFile } = database;
  const graph = Graph.open({ ...limits(config), uri, user, password, database: database.database });
  return { graph, uri, user, managed: { browserUrl, passwordFile }, close: () => closeGraph(graph) };
}

/** Closes a graph. After an interruption it does not wait for statements that still run. */
async function closeGraph(graph: Graph): Promise<void> {
  const closed = graph.close();
  if (!isInterrupted()) return closed;
  closed.catch(() => {});
  await Promise.race([closed, sleep(closeLimitMs)]);
}

/**
 * Opens the graph at NEO4J_URI, else in the managed Neo4j, which is started unless it runs.
 * @throws DatabaseError if the managed Neo4j cannot be used
 */
export async function openGraph(config: Config): Promise<OpenGraph> {
  if (config.NEO4J_URI !== undefined) {
    const [uri, user, database] = [config.NEO4J_URI, config.NEO4J_USER, config.NEO4J_DATABASE];
    const graph = Graph.open({
      ...limits(config),
      uri,
      user,
      password: config.NEO4J_PASSWORD ?? "",
      database,
    });
    return { graph, uri, user, managed: null, close: () => closeGraph(graph) };
  }
  const database = await acquireManaged(config);
  const opened = openManaged(config, database);
  return {
    ...opened,
    async close() {
      await opened.close();
      await database.release();
    },
  };
}

/**
 * Loads data into a managed Neo4j if its graph has another version. That graph is disposable. Changes made by
 * hand stay unnoticed here; `govgraph verify` finds them.
 */
export async function followData(graph: Graph, { elements, addedFiles }: Data): Promise<void> {
  if (isSameLoad(await readLoaded(graph), versionOf(digestOf(elements)), addedFiles)) return;
  const options = { replace: true, addedFiles };
  const { applied, before, dataVersion, difference } = await load(graph, elements, options);
  if (!applied) return;
  const { added, changed, removed } = difference;
  say(
    before === null
      ? `loaded ${added.length} elements as version ${dataVersion}`
      : `loaded version ${dataVersion} in place of ${before}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
  );
}

/** Runs work on the graph and closes it afterwards. A managed graph gets the current data first. */
export async function withGraph<T>(config: Config, work: (graph: Graph) => Promise<T>): Promise<T> {
  const opened = await openGraph(config);
  try {
    if (opened.managed !== null) await orInterrupted(followData(opened.graph, readData(config)));
    return await orInterrupted(work(opened.graph));
  } finally {
    await opened.close();
  }
}
