import { accessSync, constants, existsSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { DatabaseError } from "./error.js";
import { findOnPath, type Java } from "./java.js";
import { jvmEnvironment } from "./jvm.js";
import { neo4jVersion, pomFile } from "./pom.js";
import { launch, readIdentity, terminate } from "./process.js";

/** Returns the path of the `mvn` command: from MAVEN_HOME, else from the PATH; null if there is none. */
export function findMaven(env: NodeJS.ProcessEnv): string | null {
  const homes = [env.MAVEN_HOME, env.M2_HOME].filter((home) => home !== undefined && home !== "");
  const found = homes
    .map((home) => findOnPath("mvn", { PATH: join(home!, "bin") }))
    .find((file) => file !== null);
  return found ?? findOnPath("mvn", env);
}

/** Maven cannot read its own configuration, such as ~/.m2/settings.xml. */
const badSettings =
  /Non-(?:parseable|readable) (?:settings|toolchains|extensions)|effective settings|maven\.config/i;

/** Maven cannot read something in its local repository. */
const damagedRepository =
  /Non-(?:parseable|readable) POM|POM for \S+ is invalid|Checksum validation failed|zip END header|error in opening zip|Failed to read artifact descriptor.*(?:ParseException|expected)/i;

/** What a run of Maven reports. */
export interface MavenRun {
  readonly ok: boolean;
  /** Whether its local repository holds damaged files. */
  readonly hasDamagedRepository: boolean;
  /** Whether its configuration cannot be read. */
  readonly hasBadSettings: boolean;
  /** Its error lines without the advice on Maven's own options; if there are none, its last lines. */
  readonly errors: string;
}

/** What every run of Maven needs. */
export interface MavenOptions {
  readonly java: Java;
  readonly env: NodeJS.ProcessEnv;
  /** Where Maven's process writes its identity. */
  readonly identityFile: string;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs Maven on pom.xml. Writes nothing next to the pom.
 * @param args goals and -D options
 * @throws DatabaseError MAVEN if there is no `mvn`; the signal's reason if it is aborted, after Maven has ended
 */
export async function runMaven(args: readonly string[], options: MavenOptions): Promise<MavenRun> {
  const maven = findMaven(options.env);
  if (maven === null) throw noMaven();
  // -U: Maven remembers a failed download for a day, even if only the network was down.
  const child = launch(maven, ["-B", "-U", "-f", pomFile, ...args], {
    identityFile: options.identityFile,
    output: "pipe",
    cwd: "/",
    env: { ...jvmEnvironment(options.env), JAVA_HOME: options.java.home },
  });
  const stop = () => {
    const identity = readIdentity(options.identityFile);
    if (identity !== null) void terminate(identity, 2_000, true);
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  const lines: string[] = [];
  const code = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on("line", (colored) => {
      const line = stripVTControlCharacters(colored);
      options.onLine?.(line);
      lines.push(line);
    });
  }
  try {
    const exit = await code;
    options.signal?.throwIfAborted();
    return {
      ok: exit === 0,
      hasDamagedRepository: lines.some((line) => damagedRepository.test(line)),
      hasBadSettings: lines.some((line) => badSettings.test(line)),
      errors: describeErrors(lines),
    };
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

/** Returns what Maven says went wrong. */
export function describeErrors(lines: readonly string[]): string {
  const errors = lines.map(errorText).filter((text) => text !== null);
  const last = lines.filter((line) => line.trim() !== "").slice(-6);
  return (errors.length > 0 ? errors.slice(0, 6) : last).join("\n").slice(0, 2_000);
}

/** Returns the text of an error line; null for other lines and for advice on Maven's own options. */
function errorText(line: string): string | null {
  const text = /^(?:\[(?:ERROR|FATAL)\]|Error:)\s*(.*?)(?: -> \[Help \d+\])?$/.exec(line)?.[1];
  const advice = /^$|^\[Help|^To see the full stack trace|^Re-run Maven|^For more information/;
  return text === undefined || advice.test(text) ? null : text;
}

/**
 * Returns the options for Maven's local repository: none if the user's own can be used, else a folder of GovGraph. A
 * service user often has no home folder.
 * @param homeFolder the user's home folder; null if the system knows none
 */
export function repositoryOptions(
  fallback: string,
  env: NodeJS.ProcessEnv,
  homeFolder: string | null = userHome(),
): string[] {
  const isSet = [env.MAVEN_OPTS, env.MAVEN_ARGS].some((text) => text?.includes("maven.repo.local"));
  if (isSet || (homeFolder !== null && isWritable(join(homeFolder, ".m2", "repository")))) return [];
  return [`-Dmaven.repo.local=${fallback}`];
}

/** The home folder that Java uses: the one in the user database, not $HOME. */
function userHome(): string | null {
  try {
    return userInfo().homedir;
  } catch {
    return null;
  }
}

/** Returns whether a folder can be written, or created. */
function isWritable(folder: string): boolean {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return statSync(existing).isDirectory();
  } catch {
    return false;
  }
}

function noMaven(): DatabaseError {
  return new DatabaseError("MAVEN", {
    problem: `Neo4j ${neo4jVersion} is not installed yet, and Maven, which downloads it, was not found.`,
    found: "no mvn in MAVEN_HOME or on the PATH",
    needed: "Apache Maven 3.6 or later, once",
    remedy: "install Maven (Debian, Ubuntu: apt install maven; macOS: brew install maven) and start again",
  });
}
