import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { acquireDatabase, type ManagedDatabase } from "../neo4j/managed/managed.js";
import { describeProblem, supervise } from "../neo4j/managed/supervise.js";
import { CommandError, exitCode } from "./exit.js";
import { interruption } from "./interrupt.js";
import { progress, say } from "./message.js";

/** The command line itself. It is not there when the sources run without a build. */
const main = fileURLToPath(new URL("../main.js", import.meta.url));

/** Starts the managed Neo4j, or uses the one that runs. Reports progress on standard error. @throws DatabaseError */
export async function acquireManaged(config: Config): Promise<ManagedDatabase> {
  const { step, done } = progress();
  let report = step;
  const end = () => {
    done();
    // A restart later on reports in lines of its own.
    report = say;
  };
  return acquireDatabase({
    home: config.GOVGRAPH_HOME,
    javaHome: config.NEO4J_JAVA_HOME,
    boltPort: config.NEO4J_BOLT_PORT,
    httpPort: config.NEO4J_HTTP_PORT,
    heapMb: config.NEO4J_HEAP_MB,
    cleanUp: existsSync(main) ? cleanUp(config.GOVGRAPH_HOME) : undefined,
    onProgress: (message) => report(message),
    signal: interruption(),
  }).finally(end);
}

/** Stops the Neo4j of a process that has died, if no other process uses it. */
const cleanUp = (home: string) => ({
  command: [process.execPath, main, "neo4j", "stop", "--if-unused"],
  env: { ...process.env, GOVGRAPH_HOME: home },
});

/** A supervised Neo4j, as `serve` uses it. */
export interface SupervisedDatabase {
  /** For the health page and the metrics. */
  describe(): { readonly problem: string | null; readonly restarts: number };
  /** Aborted, with the error to report, when Neo4j is not restarted any more. */
  readonly failed: AbortSignal;
  stop(): Promise<void>;
}

/** Restarts a managed Neo4j that ends. */
export function superviseManaged(database: ManagedDatabase): SupervisedDatabase {
  const failed = new AbortController();
  const supervisor = supervise(database, {
    log: say,
    onChange(state) {
      if (state.state !== "failed") return;
      failed.abort(new CommandError(exitCode.databaseUnavailable, `${describeProblem(state)}.`));
    },
  });
  return {
    describe: () => ({
      problem: describeProblem(supervisor.current),
      restarts: supervisor.current.restarts,
    }),
    failed: failed.signal,
    stop: () => supervisor.stop(),
  };
}
