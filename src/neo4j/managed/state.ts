import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DatabaseError } from "./error.js";
import type { Folders } from "./folder.js";
import { readOwnFile } from "./ownFile.js";
import { isRunning, type ProcessIdentity, readIdentity } from "./process.js";

const identity = z.object({ pid: z.number().int().positive(), startTime: z.string() }).readonly();
const ports = z.object({ bolt: z.number(), http: z.number() }).readonly();

const instance = z
  .object({
    ...identity.unwrap().shape,
    version: z.string(),
    java: z
      .object({ command: z.string(), home: z.string(), major: z.number(), version: z.string() })
      .readonly(),
    /** Folder of the jars it runs from. */
    lib: z.string(),
    boltPort: z.number(),
    httpPort: z.number(),
    /** When it was ready, ISO 8601. */
    since: z.string(),
  })
  .readonly();

const holder = z.object({ ...identity.unwrap().shape, token: z.string() }).readonly();

const state = z
  .object({
    instance: instance.nullable(),
    holders: z.array(holder).readonly(),
    /** Whether it runs without a holder, until `govgraph neo4j stop`. */
    keep: z.boolean(),
    /** Whether a process is stopping it. If that process dies, the next one stops it again. */
    stopping: z.boolean(),
    /** The ports of the last start. They are used again: open connections and Browser bookmarks stay valid. */
    lastPorts: ports.nullable(),
  })
  .readonly();

/** The Neo4j that runs on a home folder. */
export type Instance = z.infer<typeof instance>;

/** A process that uses the instance. A process may hold it several times, each time with a token of its own. */
export type Holder = z.infer<typeof holder>;

/** What the govgraph processes of a home folder share. Written only under the lock. */
export type State = z.infer<typeof state>;

const empty: State = { instance: null, holders: [], keep: false, stopping: false, lastPorts: null };

export const stateLock = (at: Folders) => join(at.run, "lock");
export const stateFile = (at: Folders) => join(at.run, "state.json");
export const jvmIdentityFile = (at: Folders) => join(at.run, "jvm");

/**
 * Returns the state without the processes that have ended since. Holders stay when only the instance has ended: they
 * still need it.
 * @throws DatabaseError FOLDER or STATE if the file cannot be read. A caller must not end any process then.
 */
export function readState(at: Folders): State {
  const text = readOwnFile(stateFile(at));
  if (text === null) return empty;
  const { instance, holders, ...others } = parse(at, text);
  return {
    ...others,
    instance: instance !== null && isRunning(instance) ? instance : null,
    holders: holders.filter(isRunning),
  };
}

function parse(at: Folders, text: string): State {
  let reason: string;
  try {
    const result = state.safeParse(JSON.parse(text));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    reason = `${issue?.path.join(".") || "the whole file"}: ${issue?.message}`;
  } catch (error) {
    reason = text === "" ? "an empty file" : (error as Error).message;
  }
  throw new DatabaseError("STATE", {
    problem: `${stateFile(at)} is damaged.`,
    found: reason,
    needed: "the state as GovGraph wrote it: which Neo4j runs here, and which processes use it",
    remedy: [
      "restore the file",
      `end every govgraph process that uses the folder${runningJvm(at)}, then delete the file`,
    ],
  });
}

const runningJvm = (at: Folders) => {
  const jvm = unrecordedJvm(at);
  return jvm === null ? "" : `, and its Neo4j (process ${jvm.pid})`;
};

/** Replaces the state. A reader sees the old state or the new one, never a part. */
export function writeState(at: Folders, next: State): void {
  const file = `${stateFile(at)}.next`;
  writeFileSync(file, JSON.stringify(next, null, 2), { mode: 0o600 });
  renameSync(file, stateFile(at));
}

/**
 * Makes sure that there is a state file before Neo4j starts: from then on, a running Neo4j that is not in the state is
 * one whose start was interrupted.
 * @throws DatabaseError STATE if Neo4j runs but the file is gone: other processes may use that Neo4j
 */
export function createState(at: Folders): void {
  if (existsSync(stateFile(at))) return;
  const jvm = unrecordedJvm(at);
  if (jvm === null) {
    writeState(at, empty);
    return;
  }
  throw new DatabaseError("STATE", {
    problem: `A Neo4j runs on this folder, but ${stateFile(at)} is missing.`,
    found: `process ${jvm.pid}, started by an earlier govgraph command`,
    needed: "the file that records which processes use that Neo4j",
    remedy: `end every govgraph process that uses the folder, end process ${jvm.pid}, then start again`,
  });
}

/** Returns the Neo4j of this home that runs without being in the state, such as one whose start was interrupted. */
export function unrecordedJvm(at: Folders): ProcessIdentity | null {
  const jvm = readIdentity(jvmIdentityFile(at));
  return jvm !== null && isRunning(jvm) ? jvm : null;
}

/** Removes the instance from the state after it has ended. */
export function forgetInstance(at: Folders, previous: State): void {
  writeState(at, { ...previous, instance: null, stopping: false });
  rmSync(jvmIdentityFile(at), { force: true });
}
