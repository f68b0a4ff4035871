import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject, vi } from "vitest";
import { run } from "../../src/main.js";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** What a command wrote, and its exit code. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The settings that make `govgraph` use the Neo4j of this test run. */
export function testSettings(): Record<string, string> {
  const { uri, user, password, database } = inject("neo4j");
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

const emptyFolder = () => mkdtempSync(join(tmpdir(), "govgraph-command-"));

/** The command that runs in this process; one at a time, because output and working folder belong to the process. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Runs a command in this process, with no environment but the one given.
 * @param cwd the working folder; an empty one if not given
 */
export function govgraph(
  words: readonly string[],
  env: Record<string, string> = testSettings(),
  cwd = emptyFolder(),
): Promise<Result> {
  const result = running.then(() => runHere(words, env, cwd));
  running = result.catch(() => {});
  return result;
}

async function runHere(words: readonly string[], env: Record<string, string>, cwd: string): Promise<Result> {
  const before = process.cwd();
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk, ...rest: unknown[]) => {
      written[name] += String(chunk);
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    }),
  );
  process.chdir(cwd);
  try {
    const code = await run(words, env);
    return { code, ...written };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/**
 * Starts the built `govgraph` as a process of its own, with no environment but the path, the home folder and the one
 * given.
 * @param cwd the working folder; an empty one if not given
 */
export function start(
  words: readonly string[],
  env: Record<string, string> = testSettings(),
  cwd = emptyFolder(),
): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [main, ...words], { cwd, env: { PATH, HOME, ...env } });
}

/** Collects what a started process writes until it ends. */
export function ended(child: ChildProcess): Promise<Result> {
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.on("data", (chunk: Buffer) => {
      written[name] += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...written }));
  });
}
