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

/** What every run of Maven needs. */
export interface MavenOptions {
  readonly java: Java;
  readonly env: NodeJS.ProcessEnv;
  /** Where Maven's process leaves its identity. */
  readonly identityFile: string;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs Maven on pom.xml. Nothing is written beside the pom.
 * @param args goals and -D options
 * @throws DatabaseError MAVEN where there is no `mvn`; the signal's reason when it is aborted, after Maven ended
 */
export async function runMaven(args: readonly string[], options: MavenOptions): Promise<MavenRun> {
  const maven = findMaven(options.env);
  if (maven === null) throw noMaven();
  // -U: Maven remembers for a day that it could not find something, also when only the network was down.
  const child = launch(maven, ["-B", "-U", "-f", pomFile, ...args], {
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
  const errors: string[] = [];
  let damaged = false;
  const code = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on("line", (line) => {
      options.onLine?.(line);
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
    options.signal?.removeEventListener("abort", stop);
  }
}

/** @returns what an error line of Maven's says, or null for other lines and for advice on its switches */
export function errorText(line: string): string | null {
  const text = /^(?:\[(?:ERROR|FATAL)\]|Error:)\s*(.*?)(?: -> \[Help \d+\])?$/.exec(line)?.[1];
  const advice = /^$|^\[Help|^To see the full stack trace|^Re-run Maven|^For more information/;
  return text === undefined || advice.test(text) ? null : text;
}

function noMaven(): DatabaseError {
  return new DatabaseError("MAVEN", {
    problem: `Neo4j ${neo4jVersion} is not here yet, and Maven, which fetches it, was not found.`,
    found: "no mvn in MAVEN_HOME or on the PATH",
    needed: "Apache Maven 3.6 or later, once",
    remedy: "install Maven (Debian, Ubuntu: apt install maven; macOS: brew install maven) and start again",
  });
}
