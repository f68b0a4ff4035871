import { existsSync } from "node:fs";
import { createArchive } from "./archive.js";
import { type Folders, folders, requireOwner } from "./folder.js";
import { withLock } from "./lock.js";
import { terminate } from "./process.js";
import { stopLimitMs } from "./start.js";
import { forgetInstance, readState, type State, stateLock, unrecordedJvm, writeState } from "./state.js";

/**
 * Stops the instance of a state. The caller holds the lock. The state says so first: if this process dies, the next one
 * does not use a Neo4j that is stopping.
 */
export async function stopInstance(at: Folders, state: State): Promise<void> {
  const { instance } = state;
  if (instance !== null) {
    writeState(at, { ...state, stopping: true });
    await terminate(instance, stopLimitMs);
  }
  forgetInstance(at, state);
  if (instance !== null) createArchive({ ...at, lib: instance.lib }, instance.java);
}

/** The result of a stop. */
export interface Stopped {
  /** Whether a Neo4j was running. */
  readonly wasRunning: boolean;
  /** Processes that still use it. It stops when the last of them ends. */
  readonly holders: readonly number[];
}

/**
 * Stops the Neo4j of a home folder if no process uses it.
 * @param options.ifUnused leave a Neo4j that `govgraph neo4j start` has started
 * @throws DatabaseError FOLDER or STATE if the state cannot be read
 */
export async function stopDatabase(home: string, options: { ifUnused?: boolean } = {}): Promise<Stopped> {
  const at = folders(home);
  requireOwner(at);
  if (!existsSync(at.run)) return { wasRunning: false, holders: [] };
  return withLock(stateLock(at), async () => {
    const state = readState(at);
    const holders = state.holders.map(({ pid }) => pid);
    const unrecorded = unrecordedJvm(at);
    const wasRunning = state.instance !== null || unrecorded !== null;
    if (holders.length > 0 || (options.ifUnused === true && state.keep)) {
      if (options.ifUnused !== true) writeState(at, { ...state, keep: false });
      return { wasRunning, holders };
    }
    if (state.instance === null && unrecorded !== null) await terminate(unrecorded, stopLimitMs);
    await stopInstance(at, { ...state, keep: false });
    return { wasRunning, holders: [] };
  });
}
