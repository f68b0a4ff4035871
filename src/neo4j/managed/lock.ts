import { randomUUID } from "node:crypto";
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, type ProcessIdentity, self } from "./process.js";

interface Owner extends ProcessIdentity {
  readonly token: string;
}

/** A lock file without an owner in it is one that is being written, or whose writer was killed. */
const writingMs = 2_000;

/**
 * Does work that only one process may do at a time. The lock of a process that has ended is taken away.
 * @param file the lock; its folder must exist
 * @param onWait told once, with the owner's process id, when another process holds the lock
 * @throws the signal's reason when it is aborted while waiting
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options: { onWait?: (pid: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const owner: Owner = { ...self(), token: randomUUID() };
  for (let told = false; !take(file, owner); await sleep(100)) {
    options.signal?.throwIfAborted();
    const holder = read(file);
    if (isStale(file, holder)) breakLock(file);
    else if (!told && holder !== null) {
      options.onWait?.(holder.pid);
      told = true;
    }
  }
  try {
    options.signal?.throwIfAborted();
    return await work();
  } finally {
    if (read(file)?.token === owner.token) rmSync(file, { force: true });
  }
}

/** @returns the id of the process that holds a lock now, or null */
export function lockHolder(file: string): number | null {
  const holder = read(file);
  return holder !== null && isAlive(holder) ? holder.pid : null;
}

function take(file: string, owner: Owner): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  writeSync(descriptor, JSON.stringify(owner));
  closeSync(descriptor);
  return true;
}

function read(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Owner;
  } catch {
    return null;
  }
}

function isStale(file: string, holder: Owner | null): boolean {
  return holder === null ? age(file) > writingMs : !isAlive(holder);
}

function age(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Takes a stale lock away. Two processes may find it stale at once, and the slower one must not take away the
 * lock that the faster one has taken by then: so they take turns, and each looks again when it is its turn.
 */
function breakLock(file: string): void {
  const turn = `${file}.turn`;
  try {
    closeSync(openSync(turn, "wx", 0o600));
  } catch {
    if (age(turn) > writingMs) rmSync(turn, { force: true });
    return;
  }
  if (isStale(file, read(file))) rmSync(file, { force: true });
  rmSync(turn, { force: true });
}
