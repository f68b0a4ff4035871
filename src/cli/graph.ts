import type { Config } from "../config.js";
import { digestOf, versionOf } from "../load/element.js";
import { load } from "../load/load.js";
import { readLoaded } from "../load/loaded.js";
import { Graph } from "../neo4j/client.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import { readData } from "./data.js";
import { acquireManaged } from "./managed.js";
import { say } from "./message.js";

/** A graph that is open, and where its Neo4j is. */
export interface OpenGraph {
  readonly graph: Graph;
  readonly uri: string;
  readonly user: string;
  /** Whether this Neo4j is one that GovGraph manages; then its graph follows the data files by itself. */
  readonly managed: { readonly browserUrl: string; readonly passwordFile: string } | null;
  close(): Promise<void>;
}

const limits = (config: Config) => ({ poolSize: config.NEO4J_POOL_SIZE, timeoutMs: config.NEO4J_TIMEOUT_MS });

/** Opens the graph in a managed Neo4j; closing it leaves the Neo4j to who acquired it. */
export function openManaged(config: Config, database: ManagedDatabase): OpenGraph {
  const { uri, user, password, browserUrl, passwordFile } = database;
  const graph = Graph.open({ ...limits(config), uri, user, password, database: database.database });
  return { graph, uri, user, managed: { browserUrl, passwordFile }, close: () => graph.close() };
}

/**
 * Opens the graph at NEO4J_URI, or starts the managed Neo4j (or joins the one that runs).
 * @throws DatabaseError when no managed Neo4j can be had
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
    return { graph, uri, user, managed: null, close: () => graph.close() };
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
 * Brings the graph of a managed Neo4j up to the data files, if they say another version; it is disposable. Whether
 * anyone changed it by hand since is what `govgraph verify` tells.
 */
export async function followData(graph: Graph, config: Config): Promise<void> {
  const { elements } = readData(config);
  if ((await readLoaded(graph))?.dataVersion === versionOf(digestOf(elements))) return;
  const { applied, before, dataVersion, difference } = await load(graph, elements, { replace: true });
  if (!applied) return;
  const { added, changed, removed } = difference;
  say(
    before === null
      ? `loaded ${added.length} elements as version ${dataVersion}`
      : `loaded version ${dataVersion} in place of ${before}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
  );
}

/** Does work on the graph and closes it whatever happens; a managed graph is brought up to the data first. */
export async function withGraph<T>(config: Config, work: (graph: Graph) => Promise<T>): Promise<T> {
  const opened = await openGraph(config);
  try {
    if (opened.managed !== null) await followData(opened.graph, config);
    return await work(opened.graph);
  } finally {
    await opened.close();
  }
}
