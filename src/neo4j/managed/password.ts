import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./error.js";
import { type Folders, inFolder } from "./folder.js";
import type { Java } from "./java.js";
import { adminClass, jvmEnvironment } from "./jvm.js";

/** The only user of the managed Neo4j. */
export const databaseUser = "neo4j";

/** @returns whether the store was started before; from then on its own password counts */
export function hasStore(at: Folders): boolean {
  return existsSync(join(at.data, "databases", "system"));
}

/** @returns the password in its file, or null where there is none */
export function readPassword(at: Folders): string | null {
  if (!existsSync(at.password)) return null;
  const password = readFileSync(at.password, "utf8").trim();
  return password.length >= 8 ? password : null;
}

/**
 * Reads the password, or makes one for a store that was never started.
 * @throws DatabaseError PASSWORD where there is a store but its password is gone
 */
export function ensurePassword(at: Folders): string {
  return inFolder(at.home, () => {
    const given = readPassword(at);
    if (given !== null) {
      chmodSync(at.password, 0o600);
      return given;
    }
    if (hasStore(at)) throw lostPassword(at, "no password in its file");
    const password = makePassword();
    writeFileSync(`${at.password}.new`, password, { mode: 0o600 });
    renameSync(`${at.password}.new`, at.password);
    return password;
  });
}

/** 32 characters, 190 bits; it opens with a letter, since neo4j-admin takes a leading "-" for an option. */
function makePassword(): string {
  return `g${randomBytes(24).toString("base64url").slice(1)}`;
}

/** The store has another password than the file. */
export function lostPassword(at: Folders, found: string): DatabaseError {
  return new DatabaseError("PASSWORD", {
    problem: "The password of the managed Neo4j is not the one of its store.",
    found: `${found} (${at.password}), and a store that has one (${at.data})`,
    needed: "the password with which the store was first started",
    remedy: [
      "put the former password back into that file",
      `delete ${at.data}: the graph is built again from the data files, with a new password (what was added by hand is lost)`,
    ],
  });
}

/**
 * Gives a store that was never started its password, by neo4j-admin. May be repeated until the first start.
 * @param toolFile argument file with the class path
 */
export async function setPassword(
  at: Folders,
  java: Java,
  toolFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = [`@${toolFile}`, adminClass, "dbms", "set-initial-password", `@${at.password}`];
  const env = { ...jvmEnvironment(process.env), NEO4J_HOME: at.neo4j, NEO4J_CONF: at.conf };
  await new Promise<void>((resolve, reject) => {
    const limits = { timeout: 60_000, ...(signal === undefined ? {} : { signal }) };
    execFile(java.command, args, { env, cwd: at.neo4j, ...limits }, (error, stdout, stderr) => {
      if (error === null) resolve();
      else if (signal?.aborted) reject(signal.reason);
      else reject(adminFailed(`${stdout}${stderr}`.trim().slice(-1_500) || error.message));
    });
  });
}

function adminFailed(said: string): DatabaseError {
  return new DatabaseError("START", {
    problem: "Neo4j's password could not be set.",
    found: said,
    needed: "neo4j-admin dbms set-initial-password to end well",
    remedy: "govgraph doctor checks Java, jars and folders",
  });
}
