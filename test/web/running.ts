import { inject } from "vitest";
import { readData } from "../../src/cli/data.js";
import { readConfig } from "../../src/config.js";
import { startServer } from "../../src/http/server.js";
import { load } from "../../src/load/load.js";
import { Graph } from "../../src/neo4j/client.js";
import { buildSchema } from "../../src/schema/schema.js";

/** GovGraph, running on the test run's Neo4j with its data loaded. */
export interface Running {
  /** Address of the server, without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts GovGraph's own server on a free port.
 * @param pages folder of built pages that it serves at /
 * @param env settings beside those of the test run
 */
export async function startGovGraph(
  pages: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const { uri, user, password, database } = inject("neo4j");
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "silent",
    // The first run of a statement is planned in Neo4j, which on a busy machine takes seconds.
    GOVGRAPH_DEADLINE_MS: "30000",
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    ...env,
  });
  const graph = Graph.open({ uri, user, password, database, poolSize: 10, timeoutMs: 5_000 });
  try {
    await load(graph, readData(config).elements, { replace: true });
    const server = await startServer({ config, graph, schema: await buildSchema(), pages });
    return {
      url: server.url,
      async stop() {
        await server.stop();
        await graph.close();
      },
    };
  } catch (error) {
    await graph.close();
    throw error;
  }
}
