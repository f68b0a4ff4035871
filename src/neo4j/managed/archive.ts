import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Folders, freeBytes } from "./folder.js";
import { classPath, jarsPin } from "./jars.js";
import type { Java } from "./java.js";
import { archiveLog, dumpArguments } from "./jvm.js";
import { isAlive, launch, readIdentity } from "./process.js";

/**
 * The class-data archive: Neo4j's classes as the JVM holds them in memory, so that a start need not read and
 * check them again. It fits one Java and one set of jars, and lies beside the jars, under a name made of both.
 */
export interface Archive {
  readonly file: string;
  /** Where a start without an archive notes the classes it loads. */
  readonly classList: string;
}

/** Room that an archive takes while it is made, and then some. */
const roomForArchive = 300 * 2 ** 20;

/** @returns the place of the archive for this Java and this set of jars, whether it exists or not */
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
 * Makes the archive from the class list of a run, in a process of its own that outlives this one, at the lowest
 * priority. Does nothing where it exists, is being made, or the disk has little room.
 */
export function makeArchive(at: Folders, java: Java): void {
  try {
    tryArchive(at, java);
  } catch (error) {
    // Only time is lost without it; a folder that is gone or full is told of by what needs it.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function tryArchive(at: Folders, java: Java): void {
  const archive = archiveFor(at, java);
  const identityFile = join(at.lib, ".archive");
  const maker = readIdentity(identityFile);
  if (existsSync(archive.file) || !existsSync(archive.classList) || (maker !== null && isAlive(maker)))
    return;
  if (freeBytes(at.lib) < roomForArchive) return;
  removeOthers(at, archive);
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
 * Removes an archive that the JVM which just started could not use: it is damaged, or a jar's time or the JVM
 * has changed. The next start then goes without and notes what a new one needs.
 */
export function dropUselessArchive(at: Folders, archive: Archive): void {
  const told = join(at.neo4j, archiveLog);
  if (existsSync(told) && !wasUsed(readFileSync(told, "utf8"))) rmSync(archive.file, { force: true });
}

/** @returns whether a JVM's log on class-data sharing says that the archive is in use */
export function wasUsed(log: string): boolean {
  return /Mapped static\s+region #0/.test(log) && !/Unable to (?:map|use) shared/.test(log);
}

/** Removes the archives of the same Java for other jars or builds, which nothing will use again. */
function removeOthers(at: Folders, archive: Archive): void {
  const kind = basename(archive.file).replace(/-[^-]*$/, "-");
  for (const name of readdirSync(at.lib)) {
    if (name.startsWith(kind)) rmSync(join(at.lib, name), { force: true });
  }
}

/**
 * A list that the JVM reads back. Java 17 writes lines longer than it can read, and the last line of a list
 * whose JVM still runs may be cut short.
 */
export function usableClassList(text: string): string {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  return lines.filter((line) => line.length < 4_000).join("\n");
}
