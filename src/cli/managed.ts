import type { Config } from "../config.js";
import { acquireDatabase, type ManagedDatabase } from "../neo4j/managed/managed.js";
import { interruption } from "./interrupt.js";
import { progress } from "./message.js";

/** Starts the managed Neo4j or joins the one that runs, with its progress on standard error. @throws DatabaseError */
export async function acquireManaged(config: Config): Promise<ManagedDatabase> {
  const { step, done } = progress();
  return acquireDatabase({
    home: config.GOVGRAPH_HOME,
    javaHome: config.NEO4J_JAVA_HOME,
    boltPort: config.NEO4J_BOLT_PORT,
    httpPort: config.NEO4J_HTTP_PORT,
    heapMb: config.NEO4J_HEAP_MB,
    onProgress: step,
    signal: interruption(),
  }).finally(done);
}
