import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseError } from "./error.js";
import { inFolder, requireSpace } from "./folder.js";
import type { Java } from "./java.js";
import { withLock } from "./lock.js";
import { type MavenRun, runMaven } from "./maven.js";
import { jarsFile, neo4jVersion, readChecksums } from "./pom.js";
import { end, isAlive, readIdentity } from "./process.js";

/** Room for the jars and for the class-data archive that is made from them. */
const roomForJars = 300 * 2 ** 20;

const checksumText = readFileSync(jarsFile, "utf8");
const checksums = readChecksums(checksumText);
const pin = createHash("sha256").update(checksumText).digest("hex");

/** How many jars Neo4j consists of. */
export const jarCount = checksums.size;

/** Identifies the exact set of jars; changes with every jar. */
export const jarsPin = pin.slice(0, 12);

/** @returns Neo4j's class path: the pinned jars in a fixed order, whatever else may lie in the folder */
export function classPath(lib: string): string[] {
  return [...checksums.keys()].map((name) => join(lib, name));
}

/** What was verified: the pin, and size and time of change of every jar at that moment. Written last. */
interface Seal {
  readonly pin: string;
  readonly jars: Readonly<Record<string, readonly [size: number, changedMs: number]>>;
}

const sealFile = (lib: string) => join(lib, "verified.json");

function stamp(file: string): readonly [number, number] {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

/** @returns whether every jar is as it was when it was last verified; takes milliseconds */
export function isSealed(lib: string): boolean {
  try {
    const seal = JSON.parse(readFileSync(sealFile(lib), "utf8")) as Seal;
    return (
      seal.pin === pin &&
      [...checksums.keys()].every((name) => `${stamp(join(lib, name))}` === `${seal.jars[name]}`)
    );
  } catch {
    return false;
  }
}

function seal(lib: string): void {
  const jars = Object.fromEntries([...checksums.keys()].map((name) => [name, stamp(join(lib, name))]));
  const next = `${sealFile(lib)}.next`;
  writeFileSync(next, JSON.stringify({ pin, jars } satisfies Seal));
  renameSync(next, sealFile(lib));
}

/** A jar that is not as pinned. */
export interface JarFault {
  readonly jar: string;
  readonly fault: "missing" | "damaged";
}

/** Hashes every jar of a folder (half a second). @returns those that are missing or differ from their pin */
export async function faultyJars(lib: string): Promise<JarFault[]> {
  const faults: JarFault[] = [];
  for (const [jar, expected] of checksums) {
    const content = await readFile(join(lib, jar)).catch(() => null);
    if (content === null) faults.push({ jar, fault: "missing" });
    else if (createHash("sha256").update(content).digest("hex") !== expected)
      faults.push({ jar, fault: "damaged" });
  }
  return faults;
}

/**
 * Sees to it that all jars are there and whole: fetched by Maven on first need, mended when one is missing or
 * damaged, here or in Maven's own local repository.
 * @param options.deep hash the jars even though size and time of change say that nothing has happened
 * @returns whether something had to be fetched
 * @throws DatabaseError MAVEN, JARS or FOLDER; the signal's reason when it is aborted
 */
export async function ensureJars(options: {
  lib: string;
  java: Java;
  env: NodeJS.ProcessEnv;
  deep?: boolean;
  onProgress: (message: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<boolean> {
  const { lib, deep = false, onProgress, signal } = options;
  if (!deep && isSealed(lib)) return false;
  inFolder(lib, () => mkdirSync(lib, { recursive: true }));
  const onWait = (pid: number) => onProgress(`waiting for process ${pid}, which is fetching Neo4j`);
  return withLock(join(lib, ".lock"), () => mend({ ...options, deep }), { onWait, signal });
}

async function mend(options: Parameters<typeof ensureJars>[0]): Promise<boolean> {
  const { lib, deep, onProgress } = options;
  if (!deep && isSealed(lib)) return false;
  await clearLeftovers(lib);
  const faults = await faultyJars(lib);
  if (faults.length > 0) {
    requireSpace(lib, roomForJars, `the ${jarCount} jars of Neo4j`);
    const some =
      faults.length < jarCount
        ? `${faults.length} of its jars are missing or damaged (${faults[0]!.jar})`
        : `first use, ${jarCount} jars`;
    onProgress(`Neo4j ${neo4jVersion}: ${some}; asking Maven`);
    const part = join(lib, `.part-${randomUUID()}`);
    try {
      await fetchJars(options, part);
      for (const { jar } of faults) renameSync(join(part, "jars", jar), join(lib, jar));
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }
  inFolder(lib, () => seal(lib));
  return faults.length > 0;
}

/** Has Maven copy all jars to part/jars; twice if need be, the second time past its damaged local repository. */
async function fetchJars(options: Parameters<typeof ensureJars>[0], part: string): Promise<void> {
  const into = join(part, "jars");
  const maven = { ...options, into, identityFile: join(options.lib, ".maven"), jars: jarCount };
  inFolder(options.lib, () => mkdirSync(into, { recursive: true }));
  let run = await runMaven(maven);
  let faults = run.ok ? await faultyJars(into) : [];
  if (run.damagedCache || faults.length > 0) {
    const culprit =
      faults.length > 0
        ? ` (${faults
            .map(({ jar }) => jar)
            .join(", ")
            .slice(0, 200)})`
        : "";
    options.onProgress(`Maven's local repository is damaged${culprit}; fetching afresh, past it`);
    rmSync(into, { recursive: true, force: true });
    inFolder(options.lib, () => mkdirSync(into, { recursive: true }));
    run = await runMaven({ ...maven, repository: join(part, "repository") });
    faults = run.ok ? await faultyJars(into) : [];
  }
  if (!run.ok) throw mavenFailed(run);
  if (faults.length > 0) throw wrongJars(faults);
}

/** Ends a Maven whose parent was killed and removes what it had fetched. */
async function clearLeftovers(lib: string): Promise<void> {
  const identityFile = join(lib, ".maven");
  const leftover = readIdentity(identityFile);
  if (leftover !== null && isAlive(leftover)) await end(leftover, 2_000, true);
  rmSync(identityFile, { force: true });
  const parts = existsSync(lib) ? readdirSync(lib).filter((name) => name.startsWith(".part-")) : [];
  for (const part of parts) rmSync(join(lib, part), { recursive: true, force: true });
}

function mavenFailed(run: MavenRun): DatabaseError {
  const offline =
    /Unknown host|UnknownHost|Connection refused|timed out|No route|Could not transfer|Temporary failure|offline/i.test(
      run.errors,
    );
  return new DatabaseError("MAVEN", {
    problem: `Maven could not fetch Neo4j ${neo4jVersion}.`,
    found: run.errors || "mvn ended with an error and gave no reason",
    needed: "Maven Central or a mirror of it, once; afterwards Neo4j starts without a network",
    remedy: offline
      ? "check the network, or name a mirror or proxy in ~/.m2/settings.xml, and start again; what is fetched is kept"
      : "mend what Maven complains about and start again; what is fetched is kept",
  });
}

function wrongJars(faults: readonly JarFault[]): DatabaseError {
  return new DatabaseError("JARS", {
    problem: `Maven gave other jars than those pinned for Neo4j ${neo4jVersion}.`,
    found: faults
      .map(({ jar, fault }) => `${jar}: ${fault}`)
      .slice(0, 6)
      .join("\n"),
    needed: `the ${jarCount} jars of jars.sha256, as Maven Central has them`,
    remedy: "check the mirror or proxy named in ~/.m2/settings.xml: it changes files or lacks some",
  });
}
