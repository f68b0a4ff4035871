import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withLock } from "../../../src/neo4j/managed/lock.js";
import { currentProcess, identify } from "../../../src/neo4j/managed/process.js";

const root = mkdtempSync(join(tmpdir(), "govgraph-lock-"));
const file = join(root, "lock");
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("one at a time, also when an error ends the work", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    throw new Error("failed inside");
  };
  const ends = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(file, work)));
  expect(ends.every((end) => end.status === "rejected" && end.reason.message === "failed inside")).toBe(true);
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that has ended is taken by exactly one of those who wait", async () => {
  const child = spawn("sleep", ["600"]);
  const owner = { ...identify(child.pid!)!, token: "of a killed process" };
  writeFileSync(file, JSON.stringify(owner));
  const waits: number[] = [];
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside -= 1;
  };
  const waiting = Array.from({ length: 5 }, () => withLock(file, work, { onWait: (pid) => waits.push(pid) }));
  expect(waits).toEqual(Array(5).fill(child.pid));
  child.kill("SIGKILL");
  await once(child, "exit");
  await Promise.all(waiting);
  expect(existsSync(file)).toBe(false);
});

test("a lock that was cut short while it was written is taken once it is old", async () => {
  writeFileSync(file, "");
  utimesSync(file, new Date(), new Date(Date.now() - 60_000));
  await withLock(file, async () => expect(existsSync(file)).toBe(true));
});

test("waiting ends when it is told to", async () => {
  writeFileSync(file, JSON.stringify({ ...currentProcess(), token: "held" }));
  const controller = new AbortController();
  const waiting = withLock(file, async () => {}, { signal: controller.signal });
  controller.abort(new Error("interrupted"));
  await expect(waiting).rejects.toThrow("interrupted");
  rmSync(file);
});
