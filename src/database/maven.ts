import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseError } from "./error.js";
import { findOnPath, type Java } from "./java.js";
import { jvmEnvironment } from "./jvm.js";
import { neo4jVersion, pomFile } from "./pom.js";
import { end, launch, readIdentity } from "./process.js";

/** @returns the file of the `mvn` command: MAVEN_HOME, then the PATH; null where there is none */
export function findMaven(env: NodeJS.ProcessEnv): string | null {
  const homes = [env.MAVEN_HOME, env.M2_HOME].filter((home) => home !== undefined && home !== "");
  const found = homes
    .map((home) => findOnPath("mvn", { PATH: join(home!, "bin") }))
    .find((file) => file !== null);
  return found ?? findOnPath("mvn", env);
}

/** What Maven has fetched so far, read off its output. */
export class Downloads {
  jars = 0;
  bytes = 0;
  /** @param line a line of `mvn -B`; @returns whether it told of a finished download */
  read(line: string): boolean {
    const match = /Downloaded from \S+: \S*\/(\S+) \(([\d.]+) (B|kB|MB|GB)/.exec(line);
    if (match === null) return false;
    if (match[1]!.endsWith(".jar")) this.jars += 1;
    this.bytes +=
      Number(match[2]) * { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[match[3] as "B" | "kB" | "MB" | "GB"];
    return true;
  }
}

/** Maven says that something in its own local repository cannot be read. */
const damagedCache =
  /Non-parseable|Non-readable|POM for \S+ is invalid|Checksum validation failed|zip END header|error in opening zip|Failed to read artifact descriptor.*(?:ParseException|expected)/i;

export interface MavenRun {
  /** Whether all went well as far as Maven can tell. */
  readonly ok: boolean;
  /** Whether its local repository holds damaged files. */
  readonly damagedCache: boolean;
  /** Its error lines, without the advice on Maven's own switches. */
  readonly errors: string;
}

/**
 * Has Maven resolve pom.xml and copy the jars into a folder. Nothing is written beside the pom.
 * @param options.into folder for the jars; created
 * @param options.repository a local repository to use in place of the user's own
 * @param options.identityFile where Maven's process leaves its identity
 * @throws DatabaseError MAVEN where there is no `mvn`; the signal's reason when it is aborted
 */
export async function runMaven(options: {
  into: string;
  repository?: string;
  identityFile: string;
  java: Java;
  jars: number;
  env: NodeJS.ProcessEnv;
  onProgress: (message: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<MavenRun> {
  const maven = findMaven(options.env);
  if (maven === null) throw noMaven();
  const args = ["-B", "-U", "-f", pomFile, `-Dneo4j.lib=${options.into}`, "package"];
  if (options.repository !== undefined) args.unshift(`-Dmaven.repo.local=${options.repository}`);
  const child = launch(maven, args, {
    identityFile: options.identityFile,
    output: "pipe",
    cwd: "/",
    env: { ...jvmEnvironment(options.env), JAVA_HOME: options.java.home },
  });
  const stop = () => {
    const identity = readIdentity(options.identityFile);
    if (identity !== null) void end(identity, 2_000, true);
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  const downloads = new Downloads();
  const errors: string[] = [];
  let damaged = false;
  const tell = progress(options, downloads);
  const ticker = setInterval(tell, 500);
  const code = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on("line", (line) => {
      downloads.read(line);
      damaged ||= damagedCache.test(line);
      const error = errorText(line);
      if (error !== null) errors.push(error);
    });
  }
  try {
    const exit = await code;
    options.signal?.throwIfAborted();
    return { ok: exit === 0, damagedCache: damaged, errors: errors.slice(0, 6).join("\n").slice(0, 2_000) };
  } finally {
    clearInterval(ticker);
    options.signal?.removeEventListener("abort", stop);
  }
}

/** @returns what an error line of Maven's says, or null for other lines and for advice on its switches */
export function errorText(line: string): string | null {
  const text = /^(?:\[(?:ERROR|FATAL)\]|Error:)\s*(.*?)(?: -> \[Help \d+\])?$/.exec(line)?.[1];
  const advice = /^$|^\[Help|^To see the full stack trace|^Re-run Maven|^For more information/;
  return text === undefined || advice.test(text) ? null : text;
}

/** Tells how far Maven is: what it downloads, then how many jars it has put in place. */
function progress(
  { into, jars, onProgress }: { into: string; jars: number; onProgress: (message: string) => void },
  downloads: Downloads,
): () => void {
  let last = "";
  return () => {
    const placed = copied(into);
    const fetched = `${downloads.jars} jars, ${(downloads.bytes / 1e6).toFixed(1)} MB`;
    let message = "";
    if (placed > 0) message = `Neo4j ${neo4jVersion}: putting jars in place, ${placed} of ${jars}`;
    else if (downloads.bytes > 0)
      message = `Neo4j ${neo4jVersion}: downloading by Maven, ${fetched} of at most ${jars} jars, 145 MB`;
    if (message !== "" && message !== last) onProgress(message);
    last = message;
  };
}

function copied(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

function noMaven(): DatabaseError {
  return new DatabaseError("MAVEN", {
    problem: `Neo4j ${neo4jVersion} is not here yet, and Maven, which fetches it, was not found.`,
    found: "no mvn in MAVEN_HOME or on the PATH",
    needed: "Apache Maven 3.6 or later, once",
    remedy: "install Maven (Debian, Ubuntu: apt install maven; macOS: brew install maven) and start again",
  });
}
