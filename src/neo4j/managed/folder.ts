import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseError } from "./error.js";
import { requireOwnFolder, requireOwnPath } from "./ownFile.js";
import { neo4jLine, neo4jVersion } from "./pom.js";

/** Where the managed Neo4j keeps its files. Everything is below one folder, which may be deleted while nothing runs. */
export interface Folders {
  readonly home: string;
  /** The jars. Several homes may share them. */
  readonly lib: string;
  /** Neo4j's own home folder. */
  readonly neo4j: string;
  readonly conf: string;
  /** The store. One for each line of Neo4j (5.26, …), because an older line cannot open the store of a newer one. */
  readonly data: string;
  readonly logs: string;
  /** State of the running instance: lock, state file, process identities. */
  readonly run: string;
  readonly password: string;
  readonly console: string;
  /** Maven's local repository, used only if the user's own cannot be written. */
  readonly mavenRepository: string;
}

/** Returns the places below a home folder. Creates nothing. */
export function folders(home: string, lib?: string): Folders {
  const root = resolve(home);
  const neo4j = join(root, "neo4j");
  const jars = lib === undefined ? join(root, `lib-${neo4jVersion}`) : resolve(lib);
  return {
    home: root,
    // A class-data archive fits one path of the jars, so a link must not count as another path.
    lib: existsSync(jars) ? realpathSync(jars) : jars,
    neo4j,
    conf: join(neo4j, "conf"),
    data: join(neo4j, `data-${neo4jLine}`),
    logs: join(neo4j, "logs"),
    run: join(root, "run"),
    password: join(root, "password"),
    console: join(neo4j, "logs", "console.log"),
    mavenRepository: join(root, "maven-repository"),
  };
}

/** Free space needed for a start: transaction logs, the store, logs. */
const leastFreeBytes = 100 * 2 ** 20;

/**
 * Checks that the folder and what GovGraph wrote there belong to the user of this process.
 * @throws DatabaseError FOLDER
 */
export function requireOwner(at: Folders): void {
  requireOwnPath(at.home);
  requireOwnPath(at.password);
  requireOwnFolder(at.run);
  requireOwnFolder(at.neo4j);
}

/**
 * Creates the folders, readable only by their owner, and checks that there is enough space.
 * @throws DatabaseError FOLDER if a folder cannot be written, belongs to another user, or the disk is full
 */
export function prepareFolders(at: Folders): void {
  for (const path of [at.home, at.lib]) if (path.includes(":")) throw hasColon(path);
  requireOwner(at);
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
    // The working folder is often a repository. This keeps the password and the store out of its commits.
    if (isNew) writeFileSync(join(at.home, ".gitignore"), "*\n");
    for (const folder of below) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
  });
  requireSpace(at.home, leastFreeBytes, "Neo4j's store and logs");
}

function hasColon(path: string): DatabaseError {
  return new DatabaseError("FOLDER", {
    problem: "Java cannot load jars from this folder.",
    found: `a colon in ${path}`,
    needed: "a path without a colon, which separates paths for Java",
    remedy: "set GOVGRAPH_HOME to another folder",
  });
}

/** Returns the free bytes on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @throws DatabaseError FOLDER if less than `bytes` are free on the folder's disk */
export function requireSpace(folder: string, bytes: number, purpose: string): void {
  const free = freeBytes(folder);
  if (free >= bytes) return;
  throw new DatabaseError("FOLDER", {
    problem: `The disk is full: there is not enough space for ${purpose}.`,
    found: `${mib(free)} MiB free on the disk of ${folder}`,
    needed: `${mib(bytes)} MiB`,
    remedy: "free some space, or set GOVGRAPH_HOME to a folder on another disk",
  });
}

/**
 * Runs file operations. An error of the file system becomes a DatabaseError that names the folder and the reason.
 * @throws DatabaseError FOLDER
 */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw folderError(folder, error);
  }
}

/** Returns the DatabaseError for an error of the file system, and any other error unchanged. */
export function folderError(folder: string, error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof DatabaseError || code === undefined || path === undefined) return error;
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  return new DatabaseError(
    "FOLDER",
    {
      problem: isFull ? "The disk is full." : `${folder} cannot be used.`,
      found: (error as Error).message,
      needed: isFull ? "free space on the disk" : "a folder that this user may write",
      remedy: isFull
        ? "free some space, or set GOVGRAPH_HOME to a folder on another disk"
        : "give this user write permission there, or set GOVGRAPH_HOME to another folder",
    },
    { cause: error },
  );
}

/** Bytes as whole MiB, for people. */
export function mib(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
