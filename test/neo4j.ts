import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { acquireDatabase } from "../src/neo4j/managed/managed.js";
import { neo4jVersion } from "../src/neo4j/managed/pom.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The Neo4j of this test run, empty at its start. */
    neo4j: { uri: string; user: string; password: string; database: string };
    /** Folder of Neo4j's jars, for tests that start one of their own. */
    neo4jLib: string;
  }
}

/** Stops the Neo4j of a test run that was killed. */
function cleanUp(root: string, home: string) {
  const { PATH, HOME } = process.env;
  const command = [process.execPath, join(root, "dist", "main.js"), "neo4j", "stop", "--if-unused"];
  return { command, env: { PATH, HOME, GOVGRAPH_HOME: home } };
}

/**
 * One real Neo4j for the whole run: a throw-away one, or the one at NEO4J_TEST_URI (NEO4J_TEST_USER,
 * NEO4J_TEST_PASSWORD, NEO4J_TEST_DATABASE), which must be empty and may be written to.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lib = join(project.config.root, ".govgraph", `lib-${neo4jVersion}`);
  project.provide("neo4jLib", lib);
  const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD, NEO4J_TEST_DATABASE } = process.env;
  if (NEO4J_TEST_URI) {
    project.provide("neo4j", {
      uri: NEO4J_TEST_URI,
      user: NEO4J_TEST_USER ?? "neo4j",
      password: NEO4J_TEST_PASSWORD ?? "",
      database: NEO4J_TEST_DATABASE ?? "neo4j",
    });
    return async () => {};
  }
  const home = mkdtempSync(join(tmpdir(), "govgraph-test-"));
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const database = await acquireDatabase({
      home,
      libFolder: lib,
      javaHome: process.env.NEO4J_JAVA_HOME || undefined,
      boltPort: 0,
      httpPort: 0,
      heapMb: 384,
      cleanUp: cleanUp(project.config.root, home),
      onProgress: (message) => console.error(`[neo4j] ${message}`),
    });
    const { uri, user, password, database: name } = database;
    project.provide("neo4j", { uri, user, password, database: name });
    return async () => {
      await database.release();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}
