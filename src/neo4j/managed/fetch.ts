import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DownloadProgress } from "./downloads.js";
import { DatabaseError } from "./error.js";
import { folderError, inFolder, requireSpace } from "./folder.js";
import {
  checksums,
  copyWithoutSignatures,
  faultyJars,
  isVerified,
  type JarFault,
  jarCount,
  recordVerification,
} from "./jars.js";
import type { Java } from "./java.js";
import { withLock } from "./lock.js";
import { type MavenRun, repositoryOptions, runMaven } from "./maven.js";
import { neo4jVersion } from "./pom.js";
import { isRunning, type ProcessIdentity, readIdentity, terminate } from "./process.js";

/** Space for the jars and for the class-data archive made from them (bytes). */
const spaceForJars = 300 * 2 ** 20;

export interface JarsOptions {
  readonly lib: string;
  /** Maven's local repository if the user's own cannot be used. */
  readonly mavenRepository: string;
  readonly java: Java;
  readonly env: NodeJS.ProcessEnv;
  /** Hash the jars even if their sizes and modification times have not changed. */
  readonly deep?: boolean;
  readonly onProgress: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes sure that all jars exist and are as pinned. Maven fetches them on first use, and again if one is missing or
 * damaged, here or in Maven's local repository.
 * @returns whether something was fetched or made again
 * @throws DatabaseError MAVEN, JARS or FOLDER; the signal's reason if it is aborted
 */
export async function ensureJars(options: JarsOptions): Promise<boolean> {
  const { lib, deep = false, onProgress, signal } = options;
  if (!deep && isVerified(lib)) return false;
  inFolder(lib, () => mkdirSync(lib, { recursive: true }));
  const onWait = (pid: number) => onProgress(`waiting for process ${pid}, which is fetching Neo4j`);
  try {
    return await withLock(join(lib, ".lock"), () => repair({ ...options, deep }), { onWait, signal });
  } catch (error) {
    throw folderError(lib, error);
  }
}

async function repair(options: JarsOptions): Promise<boolean> {
  const { lib, deep, onProgress } = options;
  if (!deep && isVerified(lib)) return false;
  await removeLeftovers(lib);
  const faults = await faultyJars(lib);
  if (faults.length > 0) {
    requireSpace(lib, spaceForJars, `the ${jarCount} jars of Neo4j`);
    const what =
      faults.length < jarCount
        ? `${faults.length} of its jars are missing or damaged (${faults[0]!.jar})`
        : `first use, ${jarCount} jars`;
    onProgress(`Neo4j ${neo4jVersion}: ${what}; running Maven`);
    const part = join(lib, `.part-${randomUUID()}`);
    try {
      await fetchJars(options, part);
      for (const { jar } of faults) renameSync(join(part, "jars", jar), join(lib, jar));
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }
  const hasCopied = await copyWithoutSignatures(lib);
  recordVerification(lib);
  return faults.length > 0 || hasCopied;
}

/**
 * Lets Maven copy all jars to part/jars. If its local repository holds damaged jars, they are deleted there and fetched
 * again. If that does not help, everything is fetched into a new local repository.
 */
async function fetchJars(options: JarsOptions, part: string): Promise<void> {
  const into = join(part, "jars");
  const repository = repositoryOptions(options.mavenRepository, options.env);
  let run = await copyJars(options, into, repository);
  let faults = run.ok ? await faultyJars(into) : [];
  if (faults.length > 0) {
    options.onProgress("Maven gave damaged jars; looking for them in its local repository");
    const removed = await removeFromRepository(options, part, faults, repository);
    if (removed.length > 0) {
      options.onProgress(
        `Maven's local repository was damaged; fetching again: ${removed.join(", ").slice(0, 200)}`,
      );
      run = await copyJars(options, into, repository);
      faults = run.ok ? await faultyJars(into) : [];
    }
  }
  if (run.hasDamagedRepository || faults.length > 0) {
    options.onProgress("Maven's local repository is damaged; fetching all jars without it");
    run = await copyJars(options, into, [`-Dmaven.repo.local=${join(part, "repository")}`]);
    faults = run.ok ? await faultyJars(into) : [];
  }
  if (!run.ok) throw mavenFailed(run);
  if (faults.length > 0) throw wrongJars(faults);
}

async function copyJars(
  options: JarsOptions,
  into: string,
  repository: readonly string[],
): Promise<MavenRun> {
  inFolder(options.lib, () => {
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
  });
  const downloads = new DownloadProgress(checksums);
  let last = "";
  const timer = setInterval(() => {
    const progress = downloads.describe(into);
    if (progress !== last) options.onProgress(progress);
    last = progress;
  }, 500);
  const onLine = (line: string) => downloads.read(line);
  try {
    const args = [...repository, `-Dneo4j.lib=${into}`, "package"];
    return await runMaven(args, { ...mavenOptions(options), onLine });
  } finally {
    clearInterval(timer);
  }
}

/** Deletes damaged jars from Maven's local repository. Returns the names of those deleted. */
async function removeFromRepository(
  options: JarsOptions,
  part: string,
  faults: readonly JarFault[],
  repository: readonly string[],
): Promise<string[]> {
  const list = join(part, "list.txt");
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list";
  const settings = [
    "-DincludeScope=runtime",
    "-DoutputAbsoluteArtifactFilename=true",
    `-DoutputFile=${list}`,
  ];
  await runMaven([...repository, goal, ...settings], mavenOptions(options));
  if (!existsSync(list)) return [];
  const files = readFileSync(list, "utf8").match(/\/\S.*?\.jar(?= -- |$)/gm) ?? [];
  const damaged = new Set(faults.filter(({ fault }) => fault === "damaged").map(({ jar }) => jar));
  const removed = files.filter((file) => damaged.has(basename(file)));
  for (const file of removed) rmSync(file, { force: true });
  return removed.map((file) => basename(file));
}

const mavenOptions = ({ lib, java, env, signal }: JarsOptions) => ({
  java,
  env,
  signal,
  identityFile: join(lib, ".maven"),
});

/** Ends a Maven whose govgraph process was killed, and removes what it had fetched. */
async function removeLeftovers(lib: string): Promise<void> {
  const identityFile = join(lib, ".maven");
  const leftover = ownIdentity(identityFile);
  if (leftover !== null && isRunning(leftover)) await terminate(leftover, 2_000, true);
  rmSync(identityFile, { force: true });
  const parts = existsSync(lib) ? readdirSync(lib).filter((name) => name.startsWith(".part-")) : [];
  for (const part of parts) rmSync(join(lib, part), { recursive: true, force: true });
}

/** The identity in a file; null if the file belongs to another user, whose processes are left alone. */
function ownIdentity(file: string): ProcessIdentity | null {
  try {
    return readIdentity(file);
  } catch (error) {
    if (error instanceof DatabaseError) return null;
    throw error;
  }
}

function mavenFailed(run: MavenRun): DatabaseError {
  const isOffline =
    /Unknown host|UnknownHost|Connection refused|timed out|No route|Could not transfer|Temporary failure|offline/i.test(
      run.errors,
    );
  const needed = "Maven Central or a mirror of it, once; afterwards Neo4j starts without a network";
  const kept = "and start again; finished downloads are kept";
  return new DatabaseError("MAVEN", {
    problem: run.hasBadSettings
      ? "Maven cannot read its settings."
      : `Maven could not fetch Neo4j ${neo4jVersion}.`,
    found: run.errors || "mvn failed and printed nothing",
    needed: run.hasBadSettings ? "settings that Maven accepts, or none" : needed,
    remedy: run.hasBadSettings
      ? `correct the file that Maven names, ${kept}`
      : isOffline
        ? `check the network, or name a mirror or proxy in ~/.m2/settings.xml, ${kept}`
        : `correct what Maven reports, ${kept}`,
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
