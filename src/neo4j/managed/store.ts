import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./error.js";
import type { Folders } from "./folder.js";
import { hasStore } from "./password.js";
import { neo4jLine, neo4jVersion } from "./pom.js";

const versionFile = (at: Folders) => join(at.data, "neo4j.version");

/** @returns the version of Neo4j that last opened the store, or null for a new or unmarked one */
export function storeVersion(at: Folders): string | null {
  return existsSync(versionFile(at)) ? readFileSync(versionFile(at), "utf8").trim() : null;
}

/**
 * Checks that this Neo4j can open the store: one of its own line, such as 5.26, whichever patch.
 * @throws DatabaseError STORE
 */
export function checkStore(at: Folders): void {
  const version = storeVersion(at);
  if (version === null || version.split(".").slice(0, 2).join(".") === neo4jLine) return;
  throw otherStore(at, `a store last opened by Neo4j ${version} in ${at.data}`);
}

/** Notes which Neo4j opens the store, before it does. */
export function markStore(at: Folders): void {
  if (!hasStore(at) || storeVersion(at) !== neo4jVersion) writeFileSync(versionFile(at), `${neo4jVersion}\n`);
}

/** The store is not one that this Neo4j can open. */
export function otherStore(at: Folders, found: string): DatabaseError {
  return new DatabaseError("STORE", {
    problem: "The store belongs to another version of Neo4j.",
    found,
    needed: `a store of Neo4j ${neo4jLine}; this GovGraph brings ${neo4jVersion}`,
    remedy: [
      `move ${at.data} away or delete it: the graph is built again from the data files (what was added by hand is lost)`,
      "or start the GovGraph that wrote it",
    ],
  });
}
