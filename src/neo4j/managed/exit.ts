import { readFileSync } from "node:fs";
import { DatabaseError } from "./error.js";
import type { Folders } from "./folder.js";
import { explainOptions, hideSecrets } from "./javaOptions.js";
import { tooFewOpenFiles } from "./openFiles.js";
import { wrongStore } from "./store.js";

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Returns how a process ended, in words: "exit code 1" or "signal SIGKILL". */
export function describeExit({ code, signal }: Exit): string {
  return code === null ? `signal ${signal ?? "unknown"}` : `exit code ${code}`;
}

/** Returns the lines of Neo4j's output that say why it ended: errors and causes, else the last lines. */
export function relevantLines(output: string, most = 6): string[] {
  const lines = hideSecrets(output)
    .split("\n")
    .map((line) => line.slice(0, 400))
    .filter((line) => line.trim() !== "" && !/^\s+at |^\s*\.\.\. \d+ more/.test(line));
  if (lines.length <= most) return lines;
  const errors = lines.filter((line) =>
    /ERROR|Caused by|Exception|Error|Failed|Unrecognized|Could not/.test(line),
  );
  // The first line says what was being done. The last cause is the root cause.
  const picked = errors.length > most ? [errors[0]!, ...errors.slice(1 - most)] : errors;
  return picked.length > 0 ? picked : lines.slice(-most);
}

const headings: Readonly<Record<number, string>> = {
  1: "Neo4j could not start.",
  2: "Neo4j could not open its database.",
  3: "Neo4j refused its configuration.",
  4: "Neo4j requires a license.",
  126: "Java could not be run.",
  127: "Java could not be run.",
};

/** Returns the error that explains why Neo4j's JVM ended while it started. */
export function explainExit(at: Folders, end: Exit & { output: string; heapMb: number }): DatabaseError {
  const { code, signal, output } = end;
  const lines = relevantLines(output).join("\n") || "(no output)";
  const found = `${describeExit(end)}; ${at.console} ends with\n${lines}`;
  const options = explainOptions(output, found);
  if (options !== null) return options;
  if (/Too many open files/.test(output)) return tooFewOpenFiles(found);
  if (
    /OutOfMemoryError|Could not reserve enough space|insufficient memory|Cannot allocate memory|exceeds physical memory|heap size set to/.test(
      output,
    ) ||
    signal === "SIGKILL"
  ) {
    return new DatabaseError("MEMORY", {
      problem:
        signal === "SIGKILL"
          ? "Neo4j was killed while it started. Systems do that when memory runs out."
          : "Neo4j ran out of memory.",
      found,
      needed: `a heap of ${end.heapMb} MiB (NEO4J_HEAP_MB) and about 200 MiB more`,
      remedy:
        "end other programs, or set NEO4J_HEAP_MB: higher if Neo4j reports OutOfMemoryError, lower if the machine has less memory",
    });
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new DatabaseError("FOLDER", {
      problem: "The disk is full.",
      found,
      needed: `free space on the disk of ${at.home}`,
      remedy: "free some space, or set GOVGRAPH_HOME to a folder on another disk",
    });
  }
  if (
    /Unknown store version|not supported for upgrade|StoreVersion|UnableToMigrate|StoreUpgrade|Unable to read store|newer version of/i.test(
      output,
    )
  ) {
    return wrongStore(at, found);
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
      problem: "Another program ended Neo4j while it started.",
      found,
      needed: "a Neo4j that starts",
      remedy: "start again",
    });
  }
  return new DatabaseError("START", {
    problem: headings[code ?? 0] ?? "Neo4j ended while it started.",
    found,
    needed: "a Neo4j that starts",
    remedy: `run govgraph doctor, which checks Java, jars and folders; the complete logs are in ${at.logs}`,
  });
}

/** Returns whether Neo4j ended because another program had taken one of its ports. */
export function isPortTaken(output: string): boolean {
  return /Address already in use|BindException|PortBindException/.test(output);
}

/** Returns the text of a file, empty if there is none. */
export function readOutput(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
