import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { DatabaseError } from "./error.js";

/** A Java that can run the managed Neo4j. */
export interface Java {
  readonly command: string;
  readonly home: string;
  readonly major: number;
  /** All that it says of itself, such as `openjdk version "17.0.15" 2025-04-15 …`, on one line. */
  readonly version: string;
}

/** The versions of Java on which the pinned Neo4j runs. */
export const wantedJava = [17, 21, 25] as const;
export const wantedJavaText = "Java 17, 21 or 25";

/** Folders in which systems and version managers keep their Javas. */
export const systemJavaFolders = [
  "/usr/lib/jvm",
  "/usr/java",
  "/opt/java",
  "/Library/Java/JavaVirtualMachines",
  "/opt/homebrew/opt",
  "/usr/local/opt",
  join(homedir(), ".sdkman", "candidates", "java"),
  join(homedir(), ".jdks"),
] as const;

/** @returns the major version in the words of `java -version`, 8 for 1.8, or null where there is none */
export function majorVersion(text: string): number | null {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match === null ? null : Number(match[1]);
}

interface Candidate {
  readonly from: string;
  readonly command: string;
}

/** @returns the Javas of a folder of Javas, such as /usr/lib/jvm, in the order of their names */
function installed(folder: string): Candidate[] {
  if (!existsSync(folder)) return [];
  const inside = ["bin/java", "Contents/Home/bin/java", "libexec/openjdk.jdk/Contents/Home/bin/java"];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => inside.map((path) => join(folder, name, path)))
    .filter((command) => existsSync(command))
    .map((command) => ({ from: command, command }));
}

/** Asks a java for its version. @returns the Java, or in words why it is none of ours */
function probe({ command }: Candidate): Promise<Java | string> {
  return new Promise((resolve) => {
    execFile(command, ["-version"], { timeout: 20_000 }, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim().replace(/\s*\n\s*/g, "; ");
      const major = majorVersion(said);
      if (error !== null && (error as NodeJS.ErrnoException).code === "ENOENT") resolve("no such file");
      else if (error !== null) resolve(`cannot be run: ${said.slice(0, 200) || error.message.trim()}`);
      else if (major === null) resolve(`says no version: ${said.slice(0, 200)}`);
      else if (!(wantedJava as readonly number[]).includes(major))
        resolve(`Java ${major} (${said.slice(0, 80)})`);
      else {
        const real = realpathSync(command);
        resolve({ command: real, home: dirname(dirname(real)), major, version: said });
      }
    });
  });
}

/**
 * Finds a Java for Neo4j: the one asked for, else JAVA_HOME, else `java` on the PATH, else the system's folders.
 * @param asked a Java home (NEO4J_JAVA_HOME); then no other will do
 * @throws DatabaseError JAVA that lists every Java that was looked at and what is wrong with it
 */
export async function findJava(options: {
  asked?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
  systemFolders?: readonly string[] | undefined;
}): Promise<Java> {
  const { asked, env = process.env, systemFolders = systemJavaFolders } = options;
  const seen: string[] = [];
  for (const candidate of candidates(asked, env, systemFolders)) {
    const result = await probe(candidate);
    if (typeof result !== "string") return result;
    seen.push(`${candidate.from}: ${result}`);
  }
  throw new DatabaseError("JAVA", {
    problem: "Neo4j needs Java, and none that fits was found.",
    found: seen.length > 0 ? seen.join("\n") : "no java in JAVA_HOME, on the PATH or in the system's folders",
    needed: wantedJavaText,
    remedy:
      asked === undefined
        ? "install Java 17 (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17), or set NEO4J_JAVA_HOME to its folder"
        : "set NEO4J_JAVA_HOME to the folder of a Java that fits, or unset it to have one looked for",
  });
}

function* candidates(
  asked: string | undefined,
  env: NodeJS.ProcessEnv,
  systemFolders: readonly string[],
): Generator<Candidate> {
  if (asked !== undefined) {
    yield { from: `NEO4J_JAVA_HOME=${asked}`, command: join(asked, "bin", "java") };
    return;
  }
  const tried = new Set<string>();
  const found: Candidate[] = [];
  if (env.JAVA_HOME) {
    found.push({ from: `JAVA_HOME=${env.JAVA_HOME}`, command: join(env.JAVA_HOME, "bin", "java") });
  }
  const onPath = findOnPath("java", env);
  if (onPath !== null) found.push({ from: `java on the PATH (${onPath})`, command: onPath });
  found.push(...systemFolders.flatMap(installed));
  for (const candidate of found) {
    const real = existsSync(candidate.command) ? realpathSync(candidate.command) : candidate.command;
    if (!tried.has(real)) yield candidate;
    tried.add(real);
  }
}

/** @returns the file that a shell would run for a command, or null */
export function findOnPath(command: string, env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}
