import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseError } from "./error.js";
import { neo4jLine, neo4jVersion } from "./pom.js";

/** Where the managed Neo4j keeps what. All of it lies below one folder and can be deleted at any time. */
export interface Folders {
  readonly home: string;
  /** The jars; may be shared by several homes. */
  readonly lib: string;
  /** What Neo4j calls its home. */
  readonly neo4j: string;
  readonly conf: string;
  /** One store for each line of Neo4j: an older line cannot open what a newer one has written. */
  readonly data: string;
  readonly logs: string;
  /** State of the running instance: lock, holders, process identities. */
  readonly run: string;
  readonly password: string;
  readonly console: string;
}

/** @returns the places below a home folder; nothing is created */
export function folders(home: string, lib?: string): Folders {
  const root = resolve(home);
  const neo4j = join(root, "neo4j");
  return {
    home: root,
    lib: lib === undefined ? join(root, `lib-${neo4jVersion}`) : resolve(lib),
    neo4j,
    conf: join(neo4j, "conf"),
    data: join(neo4j, `data-${neo4jLine}`),
    logs: join(neo4j, "logs"),
    run: join(root, "run"),
    password: join(root, "password"),
    console: join(neo4j, "logs", "console.log"),
  };
}

/** Least room for a start: transaction logs, the store, logs. */
const leastFree = 100 * 2 ** 20;

/**
 * Creates the folders, readable by their owner only, and checks that there is room.
 * @throws DatabaseError FOLDER where a folder cannot be written or the disk is full
 */
export function prepareFolders(at: Folders): void {
  for (const path of [at.home, at.lib]) if (path.includes(":")) throw colon(path);
  const isNew = !existsSync(at.home);
  const below = [
    at.neo4j,
    at.conf,
    at.data,
    at.logs,
    at.run,
    ...["plugins", "import"].map((name) => join(at.neo4j, name)),
  ];
  inFolder(at.home, () => {
    mkdirSync(at.home, { recursive: true, mode: 0o700 });
    accessSync(at.home, constants.W_OK);
    // A working folder is often a repository; this keeps the password and the store out of its commits.
    if (isNew) writeFileSync(join(at.home, ".gitignore"), "*\n");
    for (const folder of below) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
  });
  requireSpace(at.home, leastFree, "Neo4j's store and logs");
}

function colon(path: string): DatabaseError {
  return new DatabaseError("FOLDER", {
    problem: "Java cannot load jars from this folder.",
    found: `a colon in ${path}`,
    needed: "a path without one: Java takes it for the end of a path",
    remedy: "set GOVGRAPH_HOME to another folder",
  });
}

/** @returns free bytes on the disk of a folder */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @throws DatabaseError FOLDER where less than `bytes` are free on the folder's disk */
export function requireSpace(folder: string, bytes: number, purpose: string): void {
  const free = freeBytes(folder);
  if (free >= bytes) return;
  throw new DatabaseError("FOLDER", {
    problem: `The disk is full: no room for ${purpose}.`,
    found: `${mib(free)} MiB free on the disk of ${folder}`,
    needed: `${mib(bytes)} MiB`,
    remedy: "free some space, or set GOVGRAPH_HOME to a folder on a disk with room",
  });
}

/**
 * Does file work; a failure of the file system becomes a DatabaseError that says which folder and why.
 * @throws DatabaseError FOLDER
 */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw folderError(folder, error);
  }
}

/** @returns the DatabaseError for a failure of the file system; any other error comes back as it is */
export function folderError(folder: string, error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof DatabaseError || code === undefined || path === undefined) return error;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return new DatabaseError(
    "FOLDER",
    {
      problem: full ? "The disk is full." : `The folder ${folder} cannot be used.`,
      found: (error as Error).message,
      needed: full ? "room on the disk" : "a folder that this user may write",
      remedy: full
        ? "free some space, or set GOVGRAPH_HOME to a folder on a disk with room"
        : "give this user the right to write there, or set GOVGRAPH_HOME to another folder",
    },
    { cause: error },
  );
}

/** Bytes as whole MiB, for people. */
export function mib(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
