import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "./error.js";
import { type Exit, explainExit, isPortTaken, readOutput, relevantLines } from "./exit.js";
import type { Folders } from "./folder.js";
import type { Java } from "./java.js";
import { jvmEnvironment, serverClass } from "./jvm.js";
import { logIn } from "./login.js";
import { databaseUser, wrongPassword } from "./password.js";
import { launch, type ProcessIdentity, readIdentity, terminate } from "./process.js";
import { jvmIdentityFile } from "./state.js";

/** Longest time from the start of the JVM until Neo4j answers (milliseconds). Without an archive, a slow machine needs a minute. */
const startLimitMs = 180_000;

/** Neo4j stops within two seconds. Killing it after that loses nothing, because the next start recovers (milliseconds). */
export const stopLimitMs = 4_000;

/** A port was taken after it was chosen; choose another one. */
export class PortLost extends Error {
  asDatabaseError(boltPort: number, httpPort: number): DatabaseError {
    return new DatabaseError("PORT", {
      problem: "Neo4j could not listen on its ports.",
      found: `another program has just taken 127.0.0.1:${boltPort} or 127.0.0.1:${httpPort}`,
      needed: "two free ports on 127.0.0.1",
      remedy: "start again, or set NEO4J_BOLT_PORT and NEO4J_HTTP_PORT to ports that nothing else uses",
    });
  }
}

/** A JVM that this process has started. */
export interface StartedServer {
  readonly identity: ProcessIdentity;
  /** Resolves when it has ended. */
  readonly exit: Promise<Exit>;
}

/**
 * Starts Neo4j's JVM and waits until it accepts the password.
 * @param jvmFile argument file with the JVM's own arguments
 * @throws DatabaseError START, JAVA, LIMIT, MEMORY, FOLDER, STORE, BUSY, PASSWORD, TIMEOUT; PortLost; the signal's
 *   reason if it is aborted. The JVM has ended in all these cases.
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
): Promise<StartedServer> {
  const { java, jvmFile, heapMb, boltPort, password, signal } = options;
  if (existsSync(at.console)) renameSync(at.console, join(at.logs, "console.previous.log"));
  const output = openSync(at.console, "w", 0o600);
  const child = launch(
    java.command,
    [`@${jvmFile}`, serverClass, `--home-dir=${at.neo4j}`, `--config-dir=${at.conf}`, "--console-mode"],
    { identityFile: jvmIdentityFile(at), output, cwd: at.neo4j, env: jvmEnvironment(process.env) },
  );
  closeSync(output);
  let ended: Exit | undefined;
  const exit = new Promise<Exit>((resolve) => {
    child.once("exit", (code, endSignal) => resolve({ code, signal: endSignal }));
    child.once("error", () => resolve({ code: 127, signal: null }));
  });
  void exit.then((how) => {
    ended = how;
  });
  child.unref();
  try {
    const deadline = performance.now() + startLimitMs;
    let isStarted = false;
    let lastAnswer = "no login was tried";
    while (performance.now() < deadline) {
      signal?.throwIfAborted();
      const text = readOutput(at.console);
      if (ended !== undefined) {
        if (isPortTaken(text)) throw new PortLost();
        throw explainExit(at, { ...ended, output: text, heapMb });
      }
      isStarted ||= / Started\.\s*$/m.test(text);
      if (isStarted) {
        const login = await logIn(boltPort, databaseUser, password, 30_000);
        if (login.kind === "refused")
          throw wrongPassword(at, `a password that Neo4j refuses with ${login.code}`);
        if (login.kind === "accepted") return { identity: identityOf(at), exit };
        lastAnswer = login.reason;
      }
      await sleep(40);
    }
    throw isStarted ? noAnswer(boltPort, lastAnswer) : tooSlow(at);
  } catch (error) {
    if (ended === undefined && child.pid !== undefined) {
      const identity = readIdentity(jvmIdentityFile(at));
      if (identity?.pid === child.pid) await terminate(identity, stopLimitMs);
      else child.kill("SIGKILL");
    }
    throw error;
  }
}

function identityOf(at: Folders): ProcessIdentity {
  const identity = readIdentity(jvmIdentityFile(at));
  if (identity === null) throw new Error(`${jvmIdentityFile(at)}: expected the identity of Neo4j's process`);
  return identity;
}

function tooSlow(at: Folders): DatabaseError {
  const lines = relevantLines(readOutput(at.console)).join("\n");
  return new DatabaseError("TIMEOUT", {
    problem: "Neo4j did not start in time.",
    found: `${startLimitMs / 1000} s without "Started." in ${at.console}, which ends with\n${lines}`,
    needed: "a start within that time",
    remedy: "try again when the machine is less busy",
  });
}

function noAnswer(port: number, reason: string): DatabaseError {
  return new DatabaseError("TIMEOUT", {
    problem: "Neo4j reports that it has started, but does not answer.",
    found: `127.0.0.1:${port}: ${reason}`,
    needed: "a login over Bolt",
    remedy: "check whether a firewall on this machine blocks loopback ports",
  });
}
