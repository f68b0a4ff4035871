import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { folders } from "../../../src/neo4j/managed/folder.js";
import { terminate } from "../../../src/neo4j/managed/process.js";
import { readState, unrecordedJvm } from "../../../src/neo4j/managed/state.js";

/** Creates a home folder with the jars of this test run. */
export function createHome(): string {
  const home = mkdtempSync(join(tmpdir(), "govgraph-home-"));
  symlinkSync(inject("neo4jLib"), folders(home).lib);
  return home;
}

/** Ends the Neo4j of a home folder, whoever holds it. */
export async function endNeo4j(home: string): Promise<void> {
  const at = folders(home);
  for (const server of [readState(at).instance, unrecordedJvm(at)]) {
    if (server !== null) await terminate(server, 4_000);
  }
}

/** Ends the Neo4j of a home folder, whoever holds it, and deletes the folder. */
export async function removeHome(home: string): Promise<void> {
  await endNeo4j(home);
  rmSync(home, { recursive: true, force: true });
}

/** Waits until a look returns something. @throws Error after the time limit */
export async function until<T>(
  what: string,
  look: () => T | null | false | undefined | Promise<T | null | false | undefined>,
  limitMs = 150_000,
): Promise<T> {
  for (const deadline = performance.now() + limitMs; performance.now() < deadline; await sleep(20)) {
    const seen = await look();
    if (seen !== null && seen !== false && seen !== undefined) return seen;
  }
  throw new Error(`${what}: not within ${limitMs} ms`);
}
