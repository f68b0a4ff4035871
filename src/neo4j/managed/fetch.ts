import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { Downloads } from "./downloads.js";
import { DatabaseError } from "./error.js";
import { folderError, inFolder, requireSpace } from "./folder.js";
import { checksums, faultyJars, isSealed, type JarFault, jarCount, seal, unsign } from "./jars.js";
import type { Java } from "./java.js";
import { withLock } from "./lock.js";
import { type MavenRun, runMaven } from "./maven.js";
import { neo4jVersion } from "./pom.js";
import { end, isAlive, readIdentity } from "./process.js";

/** Room for the jars and for the class-data archive that is made from them. */
const roomForJars = 300 * 2 ** 20;

export interface JarsOptions {
  readonly lib: string;
  readonly java: Java;
  readonly env: NodeJS.ProcessEnv;
  /** Hash the jars even though size and time of change say that nothing has happened. */
  readonly deep?: boolean;
  readonly onProgress: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sees to it that all jars are there and whole: fetched by Maven on first need, mended when one is missing or
 * damaged, here or in Maven's own local repository.
 * @returns whether something had to be fetched or made again
 * @throws DatabaseError MAVEN, JARS or FOLDER; the signal's reason when it is aborted
 */
export async function ensureJars(options: JarsOptions): Promise<boolean> {
  const { lib, deep = false, onProgress, signal } = options;
  if (!deep && isSealed(lib)) return false;
  inFolder(lib, () => mkdirSync(lib, { recursive: true }));
  const onWait = (pid: number) => onProgress(`waiting for process ${pid}, which is fetching Neo4j`);
  return withLock(join(lib, ".lock"), () => mend({ ...options, deep }), { onWait, signal });
}

async function mend(options: JarsOptions): Promise<boolean> {
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
  const copied = await unsign(lib).catch((error: unknown) => {
    throw folderError(lib, error);
  });
  inFolder(lib, () => seal(lib));
  return faults.length > 0 || copied;
}

/**
 * Has Maven copy all jars to part/jars. Where its local repository holds damaged jars, they are deleted there and
 * fetched again; where that does not help, all is fetched into a new local repository.
 */
async function fetchJars(options: JarsOptions, part: string): Promise<void> {
  const into = join(part, "jars");
  let run = await copyJars(options, into);
  let faults = run.ok ? await faultyJars(into) : [];
  if (faults.length > 0) {
    options.onProgress("Maven gave damaged jars; looking for them in its local repository");
    const removed = await removeFromRepository(options, part, faults);
    if (removed.length > 0) {
      options.onProgress(
        `Maven's local repository was damaged; fetching again: ${removed.join(", ").slice(0, 200)}`,
      );
      run = await copyJars(options, into);
      faults = run.ok ? await faultyJars(into) : [];
    }
  }
  if (run.damagedCache || faults.length > 0) {
    options.onProgress("Maven's local repository is damaged; fetching all jars past it");
    run = await copyJars(options, into, [`-Dmaven.repo.local=${join(part, "repository")}`]);
    faults = run.ok ? await faultyJars(into) : [];
  }
  if (!run.ok) throw mavenFailed(run);
  if (faults.length > 0) throw wrongJars(faults);
}

async function copyJars(
  options: JarsOptions,
  into: string,
  extra: readonly string[] = [],
): Promise<MavenRun> {
  inFolder(options.lib, () => {
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
  });
  const downloads = new Downloads(checksums);
  let last = "";
  const ticker = setInterval(() => {
    const told = downloads.tell(into);
    if (told !== last) options.onProgress(told);
    last = told;
  }, 500);
  const onLine = (line: string) => downloads.read(line);
  try {
    return await runMaven([...extra, `-Dneo4j.lib=${into}`, "package"], { ...maven(options), onLine });
  } finally {
    clearInterval(ticker);
  }
}

/** Deletes damaged jars from Maven's local repository, wherever it lies. @returns the names of those deleted */
async function removeFromRepository(
  options: JarsOptions,
  part: string,
  faults: readonly JarFault[],
): Promise<string[]> {
  const list = join(part, "list.txt");
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list";
  const settings = [
    "-DincludeScope=runtime",
    "-DoutputAbsoluteArtifactFilename=true",
    `-DoutputFile=${list}`,
  ];
  await runMaven([goal, ...settings], maven(options));
  if (!existsSync(list)) return [];
  const files = readFileSync(list, "utf8").match(/\/\S.*?\.jar(?= -- |$)/gm) ?? [];
  const damaged = new Set(faults.filter(({ fault }) => fault === "damaged").map(({ jar }) => jar));
  const removed = files.filter((file) => damaged.has(basename(file)));
  for (const file of removed) rmSync(file, { force: true });
  return removed.map((file) => basename(file));
}

const maven = ({ lib, java, env, signal }: JarsOptions) => ({
  java,
  env,
  signal,
  identityFile: join(lib, ".maven"),
});

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
