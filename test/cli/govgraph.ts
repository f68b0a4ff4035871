import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The settings that make `govgraph` use the Neo4j of this test run. */
export function testSettings(): Record<string, string> {
  const { uri, user, password, database } = inject("neo4j");
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

/**
 * Starts the built `govgraph`, with nothing of our environment but the path and what is given.
 * @param cwd the folder to start it in; an empty one if not given
 */
export function start(
  words: readonly string[],
  env: Record<string, string> = testSettings(),
  cwd = mkdtempSync(join(tmpdir(), "govgraph-command-")),
): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [main, ...words], { cwd, env: { PATH, HOME, ...env } });
}

/** What a process that was started says until it ends. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs the built `govgraph` to its end. */
export function govgraph(
  words: readonly string[],
  env?: Record<string, string>,
  cwd?: string,
): Promise<Ended> {
  return ended(start(words, env, cwd));
}
