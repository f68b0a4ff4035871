import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "./error.js";
import type { ManagedDatabase } from "./managed.js";

/** The state of a supervised Neo4j. */
export interface DatabaseState {
  /** "failed": Neo4j is not restarted any more. */
  readonly state: "up" | "restarting" | "failed";
  /** How often it has been restarted. */
  readonly restarts: number;
  /** Why it last ended, such as "exit code 3"; null if it has never ended. */
  readonly lastExit: string | null;
}

/** Returns what keeps the database from answering, in words; null if nothing does. */
export function describeProblem({ state, lastExit }: DatabaseState): string | null {
  if (state === "up") return null;
  return state === "restarting"
    ? `Neo4j ended (${lastExit}) and is being restarted`
    : `Neo4j ended (${lastExit}) and is not restarted any more`;
}

export interface SuperviseOptions {
  readonly onChange: (state: DatabaseState) => void;
  /** Receives each end and each restart in words. */
  readonly log: (message: string) => void;
  /** Restarts in a row before it gives up. */
  readonly maxRestarts?: number;
  /** A Neo4j that ran this long ends a row of restarts (milliseconds). */
  readonly stableMs?: number;
}

/** Pause before the second restart in a row; it doubles each time. The first restart is immediate (milliseconds). */
const firstPauseMs = 1_000;

/** Supervises a managed Neo4j. */
export interface Supervisor {
  readonly current: DatabaseState;
  /** Ends the supervision and a restart that is in progress. */
  stop(): Promise<void>;
}

/**
 * Restarts a managed Neo4j whenever it ends. It waits longer each time Neo4j ends soon after a restart, and gives up
 * after five restarts in a row.
 */
export function supervise(database: ManagedDatabase, options: SuperviseOptions): Supervisor {
  const { onChange, log, maxRestarts = 5, stableMs = 60_000 } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  let current: DatabaseState = { state: "up", restarts: 0, lastExit: null };
  const change = (next: Partial<DatabaseState>) => {
    current = { ...current, ...next };
    onChange(current);
  };

  /** Restarts Neo4j, with pauses. Returns how many attempts it took; stops at the limit. */
  const restart = async (attempts: number): Promise<number> => {
    for (let attempt = attempts + 1; attempt <= maxRestarts; attempt++) {
      const pauseMs = attempt === 1 ? 0 : firstPauseMs * 2 ** (attempt - 2);
      if (pauseMs > 0) log(`restarting Neo4j in ${pauseMs / 1000} s (attempt ${attempt} of ${maxRestarts})`);
      await sleep(pauseMs, undefined, { signal });
      try {
        const began = performance.now();
        await database.restart(signal);
        log(
          `Neo4j runs again as process ${database.pid} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
        );
        return attempt;
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        change({ lastExit: error.problem });
        log(`Neo4j could not be restarted.\n${error.message}`);
      }
    }
    return maxRestarts + 1;
  };

  const run = async () => {
    let attempts = 0;
    for (;;) {
      const upSince = performance.now();
      const lastExit = await database.waitForEnd(signal);
      if (performance.now() - upSince >= stableMs) attempts = 0;
      log(`Neo4j ended: ${lastExit}`);
      change({ state: "restarting", lastExit });
      attempts = await restart(attempts);
      if (attempts > maxRestarts) break;
      change({ state: "up", restarts: current.restarts + 1 });
    }
    log(`Neo4j ended or failed to start ${maxRestarts + 1} times in a row; it is not restarted any more`);
    change({ state: "failed" });
  };

  const running = run().catch((error: unknown) => {
    if (signal.aborted) return;
    log(`Neo4j cannot be supervised any more: ${error instanceof Error ? error.message : String(error)}`);
    change({ state: "failed" });
  });
  return {
    get current() {
      return current;
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
