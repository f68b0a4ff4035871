import { existsSync } from "node:fs";
import { makeArchive } from "./archive.js";
import { type Folders, folders } from "./folder.js";
import { withLock } from "./lock.js";
import { end } from "./process.js";
import { stopLimitMs } from "./start.js";
import { forgetInstance, readState, type State, stateLock, strayJvm, writeState } from "./state.js";

/**
 * Ends the instance of a state; the caller holds the lock. It is noted first, so that nobody takes over a Neo4j
 * that is on its way out.
 */
export async function stopInstance(at: Folders, state: State): Promise<void> {
  const { instance } = state;
  if (instance !== null) {
    writeState(at, { ...state, stopping: true });
    await end(instance, stopLimitMs);
  }
  forgetInstance(at, state);
  if (instance !== null) makeArchive({ ...at, lib: instance.lib }, instance.java);
}

/** What came of asking a Neo4j to stop. */
export interface Stopped {
  /** Whether one was running. */
  readonly wasRunning: boolean;
  /** Processes that still use it and keep it up; it stops when the last of them ends. */
  readonly holders: readonly number[];
}

/**
 * Stops the Neo4j of a home folder, also one that was to stay up, and one left over by a crash.
 * @param options.force stop it even though other govgraph processes use it
 */
export async function stopDatabase(home: string, options: { force?: boolean } = {}): Promise<Stopped> {
  const at = folders(home);
  if (!existsSync(at.run)) return { wasRunning: false, holders: [] };
  return withLock(stateLock(at), async () => {
    const state = readState(at);
    const holders = state.holders.map(({ pid }) => pid);
    if (holders.length > 0 && options.force !== true) {
      writeState(at, { ...state, keep: false });
      return { wasRunning: true, holders };
    }
    const stray = strayJvm(at);
    if (state.instance === null && stray !== null) await end(stray, stopLimitMs);
    await stopInstance(at, state);
    return { wasRunning: state.instance !== null || stray !== null, holders: [] };
  });
}
