import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { DatabaseError } from "../../../src/neo4j/managed/error.js";
import type { ManagedDatabase } from "../../../src/neo4j/managed/managed.js";
import { type DatabaseState, describeProblem, supervise } from "../../../src/neo4j/managed/supervise.js";
import { until } from "./home.js";

/** A supervised process that starts in milliseconds. crash.test.ts and crash.long.test.ts supervise Neo4j itself. */
class Program implements Pick<ManagedDatabase, "pid" | "waitForEnd" | "restart"> {
  #child: ChildProcess = spawn("sleep", ["600"]);
  readonly startedAt: number[] = [performance.now()];
  /** How many of the next restarts fail. */
  failures = 0;

  get pid() {
    return this.#child.pid!;
  }
  async waitForEnd(signal: AbortSignal) {
    const child = this.#child;
    if (child.signalCode === null) await once(child, "exit", { signal });
    return `signal ${child.signalCode}`;
  }
  async restart(signal: AbortSignal) {
    signal.throwIfAborted();
    this.startedAt.push(performance.now());
    if (this.failures > 0) {
      this.failures -= 1;
      throw new DatabaseError("PORT", {
        problem: "Port 1 is taken.",
        found: "x",
        needed: "y",
        remedy: "z",
      });
    }
    this.#child = spawn("sleep", ["600"]);
  }
  kill() {
    this.#child.kill("SIGKILL");
  }
}

/** Supervises a program and records everything. */
function start(options: { maxRestarts: number; stableMs?: number }) {
  const program = new Program();
  const states: DatabaseState[] = [];
  const log: string[] = [];
  const supervisor = supervise(program as unknown as ManagedDatabase, {
    ...options,
    onChange: (state) => states.push(state),
    log: (message) => log.push(message),
  });
  const up = (restarts: number) =>
    until(
      `restart ${restarts}`,
      () => supervisor.current.restarts === restarts && supervisor.current.state === "up",
    );
  return { program, states, log, supervisor, up };
}

test("the first restart is immediate, later ones wait longer, and after the limit it gives up", async () => {
  const { program, states, log, supervisor, up } = start({ maxRestarts: 3 });
  for (const restarts of [1, 2, 3]) {
    program.kill();
    await up(restarts);
  }
  program.kill();
  await until("the end", () => supervisor.current.state === "failed");
  const pauses = program.startedAt.slice(1).map((at, index) => at - program.startedAt[index]!);
  expect(pauses[0]).toBeLessThan(900);
  expect(pauses[1]).toBeGreaterThan(950);
  expect(pauses[2]).toBeGreaterThan(1_950);
  expect(states.map(({ state, restarts }) => `${state} ${restarts}`)).toEqual([
    ...["restarting 0", "up 1", "restarting 1", "up 2", "restarting 2", "up 3", "restarting 3", "failed 3"],
  ]);
  expect(log.filter((line) => line === "Neo4j ended: signal SIGKILL")).toHaveLength(4);
  expect(log).toContain("restarting Neo4j in 2 s (attempt 3 of 3)");
  expect(log.at(-1)).toBe("Neo4j ended or failed to start 4 times in a row; it is not restarted any more");
  expect(describeProblem(supervisor.current)).toBe(
    "Neo4j ended (signal SIGKILL) and is not restarted any more",
  );
  await supervisor.stop();
});

test("a failed restart counts, and its reason is reported", async () => {
  const { program, states, log, supervisor, up } = start({ maxRestarts: 5 });
  program.failures = 1;
  program.kill();
  await up(1);
  expect(states.map(({ state, lastExit }) => `${state}: ${lastExit}`)).toEqual([
    "restarting: signal SIGKILL",
    "restarting: Port 1 is taken.",
    "up: Port 1 is taken.",
  ]);
  expect(log[1]).toMatch(/^Neo4j could not be restarted\.\nPort 1 is taken\.\n {2}found: {2}x/);
  expect(describeProblem(supervisor.current)).toBeNull();
  await supervisor.stop();
  program.kill();
});

test("a program that ran long enough gets all its restarts back", async () => {
  const { program, supervisor, up } = start({ maxRestarts: 1, stableMs: 50 });
  for (const restarts of [1, 2, 3]) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    program.kill();
    await up(restarts);
  }
  await supervisor.stop();
  program.kill();
});

test("stopped during a pause, it restarts nothing more", async () => {
  const { program, supervisor, up } = start({ maxRestarts: 5 });
  program.kill();
  await up(1);
  program.kill();
  await until("the pause", () => supervisor.current.state === "restarting");
  await supervisor.stop();
  expect(program.startedAt).toHaveLength(2);
  expect(supervisor.current.state).toBe("restarting");
});
