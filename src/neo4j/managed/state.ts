import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Folders } from "./folder.js";
import type { Java } from "./java.js";
import { isAlive, type ProcessIdentity, readIdentity } from "./process.js";

/** The Neo4j that runs on a home folder. */
export interface Instance extends ProcessIdentity {
  readonly version: string;
  readonly java: Java;
  readonly lib: string;
  readonly boltPort: number;
  readonly httpPort: number;
  /** When it was ready, ISO 8601. */
  readonly since: string;
}

/** A process that uses the instance; one process may hold it several times, each under a token of its own. */
export interface Holder extends ProcessIdentity {
  readonly token: string;
}

/** What the govgraph processes of a home folder know together. Written under the lock only. */
export interface State {
  readonly instance: Instance | null;
  readonly holders: readonly Holder[];
  /** Whether it stays up with no holder, until `govgraph neo4j stop`. */
  readonly keep: boolean;
  /** It is being ended; whoever sees this after a crash ends it again. */
  readonly stopping?: boolean;
  /** Ports of last time, taken again where they are free: a bookmark of Neo4j Browser stays right. */
  readonly lastPorts?: { readonly bolt: number; readonly http: number };
}

const empty: State = { instance: null, holders: [], keep: false };

export const stateLock = (at: Folders) => join(at.run, "lock");
const stateFile = (at: Folders) => join(at.run, "state.json");
export const jvmIdentityFile = (at: Folders) => join(at.run, "jvm");

/** @returns the state with everything that has ended since left out */
export function readState(at: Folders): State {
  let state: State;
  try {
    state = { ...empty, ...(JSON.parse(readFileSync(stateFile(at), "utf8")) as State) };
  } catch {
    return empty;
  }
  const instance = state.instance !== null && isAlive(state.instance) ? state.instance : null;
  return { ...state, instance, holders: instance === null ? [] : state.holders.filter(isAlive) };
}

/** Replaces the state; a reader sees the old one or the new one. */
export function writeState(at: Folders, state: State): void {
  const next = `${stateFile(at)}.next`;
  writeFileSync(next, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(next, stateFile(at));
}

/** @returns a JVM of this home that runs but is not in the state: its govgraph was killed during the start */
export function strayJvm(at: Folders): ProcessIdentity | null {
  const identity = readIdentity(jvmIdentityFile(at));
  return identity !== null && isAlive(identity) ? identity : null;
}

/** Forgets the instance, after it has ended. */
export function forgetInstance(at: Folders, state: State): void {
  writeState(at, { ...state, instance: null, holders: [], keep: false, stopping: false });
  rmSync(jvmIdentityFile(at), { force: true });
}
