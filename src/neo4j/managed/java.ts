import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { DatabaseError } from "./error.js";
import { explainOptions, hideSecrets } from "./javaOptions.js";

/** A Java that can run the managed Neo4j. */
export interface Java {
  readonly command: string;
  readonly home: string;
  readonly major: number;
  /** Its own description on one line, such as `openjdk version "17.0.15" 2025-04-15 …`. */
  readonly version: string;
}

/** The versions of Java that the pinned Neo4j runs on. */
export const supportedJava = [17, 21, 25] as const;
export const supportedJavaText = "Java 17, 21 or 25";

/** Folders where systems and version managers install Java. */
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

/** Returns the major version in the output of `java -version` (8 for 1.8), or null if there is none. */
export function majorVersion(text: string): number | null {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match === null ? null : Number(match[1]);
}

interface Candidate {
  readonly from: string;
  readonly command: string;
}

/** Returns the Javas in a folder such as /usr/lib/jvm, sorted by name. */
function installed(folder: string): Candidate[] {
  if (!existsSync(folder)) return [];
  const inside = ["bin/java", "Contents/Home/bin/java", "libexec/openjdk.jdk/Contents/Home/bin/java"];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => inside.map((path) => join(folder, name, path)))
    .filter((command) => existsSync(command))
    .map((command) => ({ from: command, command }));
}

/** Runs `java -version`. Returns the Java, or why it cannot be used. */
function probe({ command }: Candidate): Promise<Java | string> {
  return new Promise((resolve) => {
    execFile(command, ["-version"], { timeout: 20_000 }, (error, stdout, stderr) => {
      const output = hideSecrets(`${stdout}${stderr}`)
        .trim()
        .replace(/\s*\n\s*/g, "; ");
      const major = majorVersion(output);
      if (error !== null && (error as NodeJS.ErrnoException).code === "ENOENT") resolve("no such file");
      else if (error !== null) resolve(`cannot be run: ${output.slice(0, 200) || error.message.trim()}`);
      else if (major === null) resolve(`prints no version: ${output.slice(0, 200)}`);
      else if (!(supportedJava as readonly number[]).includes(major))
        resolve(`Java ${major} (${output.slice(0, 80)})`);
      else {
        const real = realpathSync(command);
        resolve({ command: real, home: dirname(dirname(real)), major, version: output });
      }
    });
  });
}

/**
 * Finds a Java for Neo4j: the required one, else JAVA_HOME, else `java` on the PATH, else the system's folders.
 * @param options.required the folder of a Java (NEO4J_JAVA_HOME); no other is used then
 * @throws DatabaseError JAVA that lists every Java that was tried and what is wrong with it
 */
export async function findJava(options: {
  required?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
  systemFolders?: readonly string[] | undefined;
}): Promise<Java> {
  const { required, env = process.env, systemFolders = systemJavaFolders } = options;
  const rejected: string[] = [];
  for (const candidate of candidates(required, env, systemFolders)) {
    const result = await probe(candidate);
    if (typeof result !== "string") return result;
    rejected.push(`${candidate.from}: ${result}`);
  }
  const found =
    rejected.length > 0
      ? rejected.join("\n")
      : "no java in JAVA_HOME, on the PATH or in the system's folders";
  throw (
    explainOptions(found, found) ??
    new DatabaseError("JAVA", {
      problem: "Neo4j needs Java, and no suitable Java was found.",
      found,
      needed: supportedJavaText,
      remedy:
        required === undefined
          ? "install Java 17 (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17), or set NEO4J_JAVA_HOME to its folder"
          : "set NEO4J_JAVA_HOME to the folder of a suitable Java, or unset it so that GovGraph looks for one",
    })
  );
}

function* candidates(
  required: string | undefined,
  env: NodeJS.ProcessEnv,
  systemFolders: readonly string[],
): Generator<Candidate> {
  if (required !== undefined) {
    yield { from: `NEO4J_JAVA_HOME=${required}`, command: join(required, "bin", "java") };
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

/** Returns the file that a shell would run for a command, or null. */
export function findOnPath(command: string, env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}
