import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { logOn } from "./bolt.js";
import { DatabaseError } from "./error.js";
import { explainExit, isPortTaken, readOutput, relevantLines } from "./exit.js";
import type { Folders } from "./folder.js";
import type { Java } from "./java.js";
import { jvmEnvironment, serverClass } from "./jvm.js";
import { databaseUser, lostPassword } from "./password.js";
import { end, launch, type ProcessIdentity, readIdentity } from "./process.js";
import { jvmIdentityFile } from "./state.js";

/** Longest time from the JVM's start to its readiness; a slow machine without an archive takes 20 s. */
const startLimitMs = 180_000;

/** After being asked, Neo4j ends within two seconds; killing it loses nothing, the next start recovers. */
export const stopLimitMs = 4_000;

/** A port was taken between its choice and the start; choose again. */
export class PortLost extends Error {
  asDatabaseError(boltPort: number, httpPort: number): DatabaseError {
    return new DatabaseError("PORT", {
      problem: "Neo4j could not listen on its ports.",
      found: `another program took 127.0.0.1:${boltPort} or 127.0.0.1:${httpPort} in the moment before`,
      needed: "two free ports on 127.0.0.1",
      remedy: "start again, or set NEO4J_BOLT_PORT and NEO4J_HTTP_PORT to ports that nothing else uses",
    });
  }
}

/**
 * Starts Neo4j's JVM and waits until it takes our password.
 * @param jvmFile argument file with the JVM's own arguments
 * @throws DatabaseError START, MEMORY, FOLDER, STORE, BUSY, PASSWORD; PortLost; the signal's reason when it is
 *   aborted. In all these cases the JVM has ended.
 */
export async function startServer(
  at: Folders,
  options: {
    java: Java;
    jvmFile: string;
    heapMb: number;
    boltPort: number;
    password: string;
    signal?: AbortSignal | undefined;
  },
): Promise<ProcessIdentity> {
  const { java, jvmFile, heapMb, boltPort, password, signal } = options;
  if (existsSync(at.console)) renameSync(at.console, join(at.logs, "console.previous.log"));
  const output = openSync(at.console, "w", 0o600);
  const child = launch(
    java.command,
    [`@${jvmFile}`, serverClass, `--home-dir=${at.neo4j}`, `--config-dir=${at.conf}`, "--console-mode"],
    { identityFile: jvmIdentityFile(at), output, cwd: at.neo4j, env: jvmEnvironment(process.env) },
  );
  closeSync(output);
  let ended: { code: number | null; signal: NodeJS.Signals | null } | null = null;
  child.once("exit", (code, endSignal) => {
    ended = { code, signal: endSignal };
  });
  child.once("error", () => {
    ended = { code: 127, signal: null };
  });
  child.unref();
  try {
    for (const deadline = Date.now() + startLimitMs; ; await sleep(40)) {
      signal?.throwIfAborted();
      const text = readOutput(at.console);
      if (ended !== null) {
        const { code, signal: by } = ended as { code: number | null; signal: NodeJS.Signals | null };
        if (isPortTaken(text)) throw new PortLost();
        throw explainExit(at, { code, signal: by, output: text, heapMb });
      }
      if (/ Started\.\s*$/m.test(text)) break;
      if (Date.now() > deadline) throw tooSlow(at, text);
    }
    const identity = readIdentity(jvmIdentityFile(at));
    if (identity === null) throw new Error("Neo4j runs but has left no identity");
    const answer = await logOn(boltPort, databaseUser, password, 30_000);
    if (answer.kind === "refused")
      throw lostPassword(at, `a password that Neo4j refuses with ${answer.code}`);
    if (answer.kind === "silent") throw deaf(boltPort, answer.reason);
    return identity;
  } catch (error) {
    if (ended === null && child.pid !== undefined) {
      const identity = readIdentity(jvmIdentityFile(at));
      if (identity?.pid === child.pid) await end(identity, stopLimitMs);
      else child.kill("SIGKILL");
    }
    throw error;
  }
}

function tooSlow(at: Folders, output: string): DatabaseError {
  return new DatabaseError("TIMEOUT", {
    problem: "Neo4j did not come up in time.",
    found: `${startLimitMs / 1000} s without "Started." in ${at.console}, which ends with\n${relevantLines(output).join("\n")}`,
    needed: "a start within that time",
    remedy: "try again when the machine is less busy",
  });
}

function deaf(port: number, reason: string): DatabaseError {
  return new DatabaseError("TIMEOUT", {
    problem: "Neo4j says that it has started, but does not answer.",
    found: `127.0.0.1:${port}: ${reason}`,
    needed: "an answer to a log-on over Bolt",
    remedy: "check whether a firewall on this machine closes loopback ports",
  });
}
