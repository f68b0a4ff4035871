import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { DatabaseError } from "./error.js";
import { relevantLines } from "./exit.js";
import { type Folders, inFolder } from "./folder.js";
import type { Java } from "./java.js";
import { explainOptions } from "./javaOptions.js";
import { adminClass, jvmEnvironment } from "./jvm.js";
import { readOwnFile } from "./ownFile.js";
import { hasStore } from "./store.js";

/** The only user of the managed Neo4j. */
export const databaseUser = "neo4j";

/**
 * Returns the password in its file; null if there is none.
 * @throws DatabaseError FOLDER if the file cannot be read or belongs to another user
 */
export function readPassword(at: Folders): string | null {
  const password = readOwnFile(at.password)?.trim() ?? "";
  return password.length >= 8 ? password : null;
}

/**
 * Returns the password, and creates it if the store has never been started.
 * @throws DatabaseError PASSWORD if there is a store but no password; FOLDER
 */
export function ensurePassword(at: Folders): string {
  return inFolder(at.home, () => {
    const existing = readPassword(at);
    if (existing !== null) {
      chmodSync(at.password, 0o600);
      return existing;
    }
    if (hasStore(at)) throw wrongPassword(at, "no password in its file");
    const password = createPassword();
    writeFileSync(`${at.password}.new`, password, { mode: 0o600 });
    renameSync(`${at.password}.new`, at.password);
    return password;
  });
}

/** 32 characters, 190 bits. It starts with a letter, because neo4j-admin takes a leading "-" for an option. */
function createPassword(): string {
  return `g${randomBytes(24).toString("base64url").slice(1)}`;
}

/** The error for a password file that does not fit the store. */
export function wrongPassword(at: Folders, found: string): DatabaseError {
  return new DatabaseError("PASSWORD", {
    problem: "The password file of the managed Neo4j does not fit its store.",
    found: `${found} (${at.password}), and a store with a password (${at.data})`,
    needed: "the password with which the store was first started",
    remedy: [
      "put the former password back into that file",
      `delete ${at.data}: GovGraph builds the graph again from the data files, with a new password (data added by hand are lost)`,
    ],
  });
}

/**
 * Sets the password of a store that has never been started, with neo4j-admin. May be repeated until the first start.
 * @param toolFile argument file with the class path
 */
export async function setInitialPassword(
  at: Folders,
  java: Java,
  toolFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = [`@${toolFile}`, adminClass, "dbms", "set-initial-password", `@${at.password}`];
  const env = { ...jvmEnvironment(process.env), NEO4J_HOME: at.neo4j, NEO4J_CONF: at.conf };
  await new Promise<void>((resolve, reject) => {
    const options = { env, cwd: at.neo4j, timeout: 120_000, ...(signal === undefined ? {} : { signal }) };
    execFile(java.command, args, options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else if (signal?.aborted) reject(signal.reason);
      else reject(adminFailed(`${stdout}${stderr}`.trim() || error.message));
    });
  });
}

function adminFailed(output: string): DatabaseError {
  const found = relevantLines(output).join("\n");
  return (
    explainOptions(output, found) ??
    new DatabaseError("START", {
      problem: "Neo4j's password could not be set.",
      found,
      needed: "neo4j-admin dbms set-initial-password to succeed",
      remedy: "run govgraph doctor, which checks Java, jars and folders",
    })
  );
}
