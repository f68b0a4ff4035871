import { execFileSync } from "node:child_process";
import { DatabaseError } from "./error.js";

/** Neo4j opens its 222 jars and its store: it does not start with 300 open files, and starts with 400. */
export const leastOpenFiles = 512;

/** Returns how many files a JVM started from here may open at once. A JVM raises its own limit to the hard limit. */
export function openFileLimit(): number {
  const limit = execFileSync("/bin/sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
  return limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
}

/** The error for a limit of open files that is too low for Neo4j. */
export function tooFewOpenFiles(found: string): DatabaseError {
  return new DatabaseError("LIMIT", {
    problem: "Neo4j may not open enough files.",
    found,
    needed: `a hard limit of at least ${leastOpenFiles} open files`,
    remedy: `${raiseOpenFiles}, then start again`,
  });
}

export const raiseOpenFiles =
  "raise the limit: ulimit -n 4096 in a shell, LimitNOFILE=4096 in a systemd unit, --ulimit nofile=4096 for a container";
