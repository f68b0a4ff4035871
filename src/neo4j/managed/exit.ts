import { readFileSync } from "node:fs";
import { DatabaseError } from "./error.js";
import type { Folders } from "./folder.js";
import { otherStore } from "./store.js";

/** @returns the lines of Neo4j's output that tell why it ended: errors and causes, else its last words */
export function relevantLines(output: string, most = 6): string[] {
  const lines = output
    .split("\n")
    .map((line) => line.slice(0, 400))
    .filter((line) => line.trim() !== "" && !/^\s+at |^\s*\.\.\. \d+ more/.test(line));
  if (lines.length <= most) return lines;
  const telling = lines.filter((line) =>
    /ERROR|Caused by|Exception|Error|Failed|Unrecognized|Could not/.test(line),
  );
  // The last cause is the root of all; the first line says what was being done.
  const picked = telling.length > most ? [telling[0]!, ...telling.slice(1 - most)] : telling;
  return picked.length > 0 ? picked : lines.slice(-most);
}

const headings: Readonly<Record<number, string>> = {
  1: "Neo4j could not start.",
  2: "Neo4j could not open its database.",
  3: "Neo4j refused its configuration.",
  4: "Neo4j asks for a licence.",
  126: "Java could not be run.",
  127: "Java could not be run.",
};

/**
 * Puts an early end of Neo4j's JVM into words.
 * @param code its exit code, null when a signal ended it
 */
export function explainExit(
  at: Folders,
  end: { code: number | null; signal: NodeJS.Signals | null; output: string; heapMb: number },
): DatabaseError {
  const { code, signal, output } = end;
  const lines = relevantLines(output).join("\n") || "(no output)";
  const how = code === null ? `ended by ${signal ?? "a signal"}` : `exit code ${code}`;
  const found = `${how}; ${at.console} ends with\n${lines}`;
  if (
    /OutOfMemoryError|Could not reserve enough space|insufficient memory|Cannot allocate memory|exceeds physical memory|heap size set to/.test(
      output,
    ) ||
    signal === "SIGKILL"
  ) {
    return new DatabaseError("MEMORY", {
      problem:
        signal === "SIGKILL"
          ? "Neo4j was killed while it started; systems do that when memory runs out."
          : "Neo4j ran out of memory.",
      found,
      needed: `a heap of ${end.heapMb} MiB (NEO4J_HEAP_MB) and about 200 MiB beside it`,
      remedy:
        "end other programs, or set NEO4J_HEAP_MB: higher where Neo4j says OutOfMemoryError, lower where the machine has not that much",
    });
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new DatabaseError("FOLDER", {
      problem: "The disk is full.",
      found,
      needed: `room on the disk of ${at.home}`,
      remedy: "free some space, or set GOVGRAPH_HOME to a folder on a disk with room",
    });
  }
  if (
    /Unknown store version|not supported for upgrade|StoreVersion|UnableToMigrate|StoreUpgrade|Unable to read store|newer version of/i.test(
      output,
    )
  ) {
    return otherStore(at, found);
  }
  if (/store_lock|Another process may be using|FileLockException|Lock file has been locked/i.test(output)) {
    return new DatabaseError("BUSY", {
      problem: "Another program uses the store.",
      found,
      needed: `${at.data} for one Neo4j alone`,
      remedy:
        "end the other program (a Neo4j started by hand, or GovGraph in a container on the same folder), or set GOVGRAPH_HOME to another folder",
    });
  }
  if (signal === "SIGTERM" || code === 0 || code === 143) {
    return new DatabaseError("STOP", {
      problem: "Neo4j was told to end while it started.",
      found,
      needed: "Neo4j to come up",
      remedy: "start again",
    });
  }
  return new DatabaseError("START", {
    problem: headings[code ?? 0] ?? "Neo4j ended while it started.",
    found,
    needed: "Neo4j to come up",
    remedy: `govgraph doctor checks Java, jars and folders; the full story is in ${at.logs}`,
  });
}

/** @returns whether another program took a port between our choice and Neo4j's start */
export function isPortTaken(output: string): boolean {
  return /Address already in use|BindException|PortBindException/.test(output);
}

/** @returns the text of a file, empty where there is none */
export function readOutput(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
