import { randomUUID } from "node:crypto";
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { folderError } from "./folder.js";
import { currentProcess, isRunning, type ProcessIdentity } from "./process.js";

interface Owner extends ProcessIdentity {
  readonly token: string;
}

/** How long a lock file may be without a complete owner: its writer needs a moment, or was killed (milliseconds). */
const writingMs = 2_000;

/**
 * Runs work that only one process may do at a time. A lock whose process has ended is removed.
 * @param file the lock file; its folder must exist
 * @param onWait called once, with the owner's process id, if another process holds the lock
 * @throws DatabaseError FOLDER if the file cannot be read; the signal's reason if it is aborted while waiting
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options: { onWait?: (pid: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const owner: Owner = { ...currentProcess(), token: randomUUID() };
  let isReported = false;
  while (!create(file, owner)) {
    options.signal?.throwIfAborted();
    const other = read(file);
    if (isStale(file, other)) removeStale(file);
    else if (!isReported && other !== null) {
      options.onWait?.(other.pid);
      isReported = true;
    }
    await sleep(100);
  }
  try {
    options.signal?.throwIfAborted();
    return await work();
  } finally {
    if (read(file)?.token === owner.token) rmSync(file, { force: true });
  }
}

/**
 * Returns the id of the process that holds a lock now, or null.
 * @throws DatabaseError FOLDER if the file cannot be read
 */
export function lockHolder(file: string): number | null {
  const owner = read(file);
  return owner !== null && isRunning(owner) ? owner.pid : null;
}

function create(file: string, owner: Owner): boolean {
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

/** Returns the owner of the lock; null if there is no lock or it is not written completely. */
function read(file: string): Owner | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw folderError(file, Object.assign(error as Error, { path: file }));
  }
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

function isStale(file: string, owner: Owner | null): boolean {
  return owner === null ? ageMs(file) > writingMs : !isRunning(owner);
}

function ageMs(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Removes a stale lock. If two processes find it stale at once, the slower one must not remove the lock that the faster
 * one has created since. So they take turns, and each looks again in its turn.
 */
function removeStale(file: string): void {
  const turn = `${file}.turn`;
  try {
    closeSync(openSync(turn, "wx", 0o600));
  } catch {
    if (ageMs(turn) > writingMs) rmSync(turn, { force: true });
    return;
  }
  if (isStale(file, read(file))) rmSync(file, { force: true });
  rmSync(turn, { force: true });
}
