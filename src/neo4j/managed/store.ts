import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./error.js";
import type { Folders } from "./folder.js";
import { readOwnFile } from "./ownFile.js";
import { neo4jLine, neo4jVersion } from "./pom.js";

/** Returns whether the store has been started before. From then on the store holds its own password. */
export function hasStore(at: Folders): boolean {
  return existsSync(join(at.data, "databases", "system"));
}

const versionFile = (at: Folders) => join(at.data, "neo4j.version");

/** Returns the version of Neo4j that last opened the store; null for a new store. */
export function storeVersion(at: Folders): string | null {
  return readOwnFile(versionFile(at))?.trim() ?? null;
}

/**
 * Checks that the pinned Neo4j can open the store: it must be of the same line, such as 5.26, with any patch version.
 * @throws DatabaseError STORE
 */
export function checkStore(at: Folders): void {
  const version = storeVersion(at);
  if (version === null || version.split(".").slice(0, 2).join(".") === neo4jLine) return;
  throw wrongStore(at, `a store last opened by Neo4j ${version} in ${at.data}`);
}

/** Records which Neo4j opens the store, before it does. */
export function recordStoreVersion(at: Folders): void {
  if (!hasStore(at) || storeVersion(at) !== neo4jVersion) writeFileSync(versionFile(at), `${neo4jVersion}\n`);
}

/** The error for a store that the pinned Neo4j cannot open. */
export function wrongStore(at: Folders, found: string): DatabaseError {
  return new DatabaseError("STORE", {
    problem: "The store belongs to another version of Neo4j.",
    found,
    needed: `a store of Neo4j ${neo4jLine}; this GovGraph uses ${neo4jVersion}`,
    remedy: [
      `move or delete ${at.data}: GovGraph builds the graph again from the data files (data added by hand are lost)`,
      "start the GovGraph that wrote the store",
    ],
  });
}
