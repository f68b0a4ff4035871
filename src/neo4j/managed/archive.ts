import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseError } from "./error.js";
import { type Folders, freeBytes } from "./folder.js";
import { classPath, jarsPin } from "./jars.js";
import type { Java } from "./java.js";
import { archiveLog, dumpArguments } from "./jvm.js";
import { isRunning, launch, readIdentity } from "./process.js";

/**
 * The class-data archive: Neo4j's classes as the JVM holds them in memory, so that a start need not read and check them
 * again. It fits one Java and one set of jars, and its name is made of both.
 */
export interface Archive {
  readonly file: string;
  /** Where a JVM without an archive writes the names of the classes it loads. */
  readonly classList: string;
}

/** Space that the creation of an archive needs (bytes). */
const spaceForArchive = 300 * 2 ** 20;

/** Returns the place of the archive for this Java and this set of jars, whether it exists or not. */
export function archiveFor(at: Folders, java: Java): Archive {
  const key = createHash("sha256")
    .update([jarsPin, java.command, java.version, at.lib].join("\n"))
    .digest("hex");
  return {
    file: join(at.lib, `classes-java${java.major}-${key.slice(0, 12)}.jsa`),
    classList: join(at.run, "classes.lst"),
  };
}

/**
 * Creates the archive from the class list of a run, in a separate process at the lowest priority that outlives this one.
 * Does nothing if the archive exists, is being created, or the disk is nearly full.
 */
export function createArchive(at: Folders, java: Java): void {
  try {
    tryCreateArchive(at, java);
  } catch (error) {
    // Without it only starts are slower. Code that needs the folder reports what is wrong with it.
    if ((error as NodeJS.ErrnoException).code === undefined && !(error instanceof DatabaseError)) throw error;
  }
}

function tryCreateArchive(at: Folders, java: Java): void {
  const archive = archiveFor(at, java);
  const identityFile = join(at.lib, ".archive");
  const creator = readIdentity(identityFile);
  if (existsSync(archive.file) || !existsSync(archive.classList)) return;
  if ((creator !== null && isRunning(creator)) || freeBytes(at.lib) < spaceForArchive) return;
  removeOtherArchives(at, archive);
  const list = join(at.lib, ".archive.lst");
  const args = join(at.lib, ".archive.args");
  const part = `${archive.file}.part`;
  writeFileSync(list, usableClassList(readFileSync(archive.classList, "utf8")));
  writeFileSync(args, dumpArguments({ classPath: classPath(at.lib), classList: list, archive: part }));
  const output = openSync(join(at.lib, ".archive.log"), "w");
  const script = 'trap \'rm -f "$3" "$5"\' EXIT; "$1" "@$2" && [ -s "$3" ] && mv "$3" "$4"';
  const words = [java.command, args, part, archive.file, list];
  launch("/bin/sh", ["-c", script, "archive", ...words], {
    identityFile,
    output,
    cwd: "/",
    nice: true,
  }).unref();
  closeSync(output);
}

/**
 * Removes an archive that the JVM which has just started did not use: the archive is damaged, or a jar or the JVM has
 * changed. The next start then writes the class list for a new one.
 */
export function removeUnusedArchive(at: Folders, archive: Archive): void {
  const log = join(at.neo4j, archiveLog);
  if (existsSync(log) && !wasUsed(readFileSync(log, "utf8"))) rmSync(archive.file, { force: true });
}

/** Returns whether a JVM's log on class-data sharing says that the archive is in use. */
export function wasUsed(log: string): boolean {
  return /Mapped static\s+region #0/.test(log) && !/Unable to (?:map|use) shared/.test(log);
}

/** Removes the archives of the same Java for other jars or builds, which nothing will use again. */
function removeOtherArchives(at: Folders, archive: Archive): void {
  const kind = basename(archive.file).replace(/-[^-]*$/, "-");
  for (const name of readdirSync(at.lib)) {
    if (name.startsWith(kind)) rmSync(join(at.lib, name), { force: true });
  }
}

/**
 * Returns a class list that the JVM can read. Java 17 writes lines longer than it can read, and the last line is
 * incomplete if its JVM still runs.
 */
export function usableClassList(text: string): string {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line.length < 4_000).join("\n");
}
