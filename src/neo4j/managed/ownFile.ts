import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./error.js";

/**
 * Returns the text of a file that GovGraph wrote, or null if there is no such file. Processes are ended on the strength
 * of such files, so a file of another user is refused.
 * @throws DatabaseError FOLDER if the file cannot be read or belongs to another user
 */
export function readOwnFile(file: string): string | null {
  const stats = statOf(file);
  if (stats === null) return null;
  requireOwn(file, stats);
  // Root may read any file, so the mode is checked as well.
  if ((stats.mode & 0o400) === 0) {
    throw unreadable(file, `mode ${(stats.mode & 0o777).toString(8).padStart(4, "0")}`);
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

/**
 * Checks that a folder and everything in it belong to the user of this process. As another user, GovGraph would leave
 * files that their owner cannot use.
 * @throws DatabaseError FOLDER
 */
export function requireOwnFolder(folder: string): void {
  requireOwnPath(folder);
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) requireOwnFolder(path);
    else requireOwnPath(path);
  }
}

/**
 * Checks that a file or folder belongs to the user of this process, if it exists.
 * @throws DatabaseError FOLDER
 */
export function requireOwnPath(path: string): void {
  const stats = statOf(path);
  if (stats !== null) requireOwn(path, stats);
}

/** The entries of a folder; none if it does not exist, since Neo4j removes folders while it runs. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw unreadable(folder, message);
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw unreadable(path, message);
  }
}

function requireOwn(path: string, { uid }: Stats): void {
  const user = process.geteuid?.();
  if (user === undefined || uid === user) return;
  throw new DatabaseError("FOLDER", {
    problem: `${path} belongs to another user.`,
    found: `owner ${nameOf(uid)}; this command runs as ${nameOf(user)}`,
    needed: "one user for all files of GOVGRAPH_HOME",
    remedy: [
      `run the command as ${nameOf(uid)}`,
      "set GOVGRAPH_HOME to a folder of your own",
      `change the owner while nothing uses the folder: sudo chown -R ${user} ${path}`,
    ],
  });
}

const nameOf = (uid: number) => (uid === 0 ? "root" : `user ${uid}`);

function unreadable(path: string, reason: string): DatabaseError {
  return new DatabaseError("FOLDER", {
    problem: `${path} cannot be read.`,
    found: reason,
    needed: "files that their owner may read and write",
    remedy: `chmod u+rwX ${path}, or set GOVGRAPH_HOME to another folder`,
  });
}
