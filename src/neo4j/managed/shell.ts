import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./error.js";
import { folders, requireOwner } from "./folder.js";
import { classPath } from "./jars.js";
import { jvmEnvironment, shellClass, toolArguments } from "./jvm.js";
import { databaseUser, ensurePassword } from "./password.js";
import { readState } from "./state.js";

/** A command with its environment, which holds the password: `ps` does not show it there. */
export interface ShellCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Returns the command that runs cypher-shell, logged in to the Neo4j that runs on a home folder.
 * @param args cypher-shell's own arguments, such as `-f FILE`, `--format plain`, or a statement
 * @throws DatabaseError NOT_RUNNING; FOLDER or STATE if the state cannot be read
 */
export function shellCommand(home: string, args: readonly string[] = []): ShellCommand {
  const at = folders(home);
  requireOwner(at);
  const { instance } = readState(at);
  if (instance === null) {
    throw new DatabaseError("NOT_RUNNING", {
      problem: "No managed Neo4j runs on this folder.",
      found: `no running Neo4j in ${at.home}`,
      needed: "a running Neo4j",
      remedy: "govgraph neo4j start",
    });
  }
  const file = join(at.run, "shell.args");
  writeFileSync(file, toolArguments(classPath(instance.lib)), { mode: 0o600 });
  const address = `bolt://127.0.0.1:${instance.boltPort}`;
  return {
    command: instance.java.command,
    args: [`@${file}`, shellClass, "-a", address, "-u", databaseUser, "-d", "neo4j", ...args],
    env: { ...jvmEnvironment(process.env), NEO4J_PASSWORD: ensurePassword(at) },
  };
}

/**
 * Runs cypher-shell on this terminal and waits until it ends.
 * @param signal ends cypher-shell when it is aborted
 * @returns its exit code; 130 if a signal ended it
 * @throws DatabaseError NOT_RUNNING
 */
export function runShell(home: string, args: readonly string[], signal: AbortSignal): Promise<number> {
  const { command, args: words, env } = shellCommand(home, args);
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: "inherit", env });
    const end = () => child.kill("SIGTERM");
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    child.once("error", reject);
    child.once("exit", (code) => {
      signal.removeEventListener("abort", end);
      resolve(code ?? 130);
    });
  });
}
