import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { archiveFor } from "./archive.js";
import { DatabaseError } from "./error.js";
import { type Folders, folders, freeBytes, mib, requireOwner } from "./folder.js";
import { faultyJars, isVerified, type JarFault, jarCount } from "./jars.js";
import { findJava, type Java, supportedJavaText } from "./java.js";
import { heapOverride } from "./javaOptions.js";
import { findMaven } from "./maven.js";
import { leastOpenFiles, openFileLimit, raiseOpenFiles } from "./openFiles.js";
import { neo4jVersion } from "./pom.js";
import { isFree } from "./port.js";
import { readState } from "./state.js";
import { databaseStatus } from "./status.js";
import { checkStore, storeVersion } from "./store.js";

/** One thing that the managed Neo4j needs, and whether it is there. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly needed: string;
  /** What to do; null if the check is ok. */
  readonly remedy: string | null;
}

export interface DiagnoseOptions {
  readonly home: string;
  readonly libFolder?: string | undefined;
  readonly javaHome?: string | undefined;
  readonly boltPort: number;
  readonly httpPort: number;
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Where to look for Java besides JAVA_HOME and the PATH; default: the system's usual folders. */
  readonly javaFolders?: readonly string[] | undefined;
}

const check = (name: string, ok: boolean, found: string, needed: string, remedy: string): Check => ({
  name,
  ok,
  found,
  needed,
  remedy: ok ? null : remedy,
});

/**
 * Checks everything the managed Neo4j needs: Java, Maven, jars, folder, disk, open files, ports, password, store and
 * the running instance. Starts, repairs and writes nothing.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Check[]> {
  const at = folders(options.home, options.libFolder);
  const { env = process.env } = options;
  const java = await findJava({ required: options.javaHome, env, systemFolders: options.javaFolders }).catch(
    (error: unknown) => {
      if (error instanceof DatabaseError) return error;
      throw error;
    },
  );
  const faults = await faultyJars(at.lib);
  return [
    java instanceof DatabaseError
      ? check("java", false, java.found, supportedJavaText, java.remedy[0]!)
      : check("java", true, `Java ${java.major} in ${java.home}`, supportedJavaText, ""),
    javaOptionsCheck(env),
    mavenCheck(env, faults.length === 0),
    jarsCheck(at, faults, findMaven(env) !== null),
    await guard("folder", () => folderCheck(at)),
    diskCheck(at, faults.length > 0),
    openFilesCheck(),
    await guard("Bolt port", () => portCheck(at, "Bolt port", "NEO4J_BOLT_PORT", options.boltPort)),
    await guard("HTTP port", () => portCheck(at, "HTTP port", "NEO4J_HTTP_PORT", options.httpPort)),
    await guard("password", () => passwordCheck(at)),
    await guard("store", () => storeCheck(at)),
    await guard("instance", () => instanceCheck(options.home)),
    ...(java instanceof DatabaseError ? [] : [archiveCheck(at, java)]),
  ];
}

/** Runs a check. A DatabaseError becomes its result. */
async function guard(name: string, run: () => Check | Promise<Check>): Promise<Check> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return check(name, false, `${error.problem} Found: ${error.found}`, error.needed, error.remedy[0]!);
  }
}

function javaOptionsCheck(env: NodeJS.ProcessEnv): Check {
  const override = heapOverride(env);
  return check(
    "Java options",
    override === null,
    override ?? "none that override NEO4J_HEAP_MB",
    "no heap size in _JAVA_OPTIONS, because it overrides NEO4J_HEAP_MB",
    "unset _JAVA_OPTIONS, or remove the heap size from it",
  );
}

function mavenCheck(env: NodeJS.ProcessEnv, hasJars: boolean): Check {
  const maven = findMaven(env);
  const found = maven ?? (hasJars ? "none; not needed, because the jars are installed" : "none");
  return check(
    "maven",
    maven !== null || hasJars,
    found,
    "Apache Maven, once, to fetch Neo4j",
    "install Maven (apt install maven; brew install maven)",
  );
}

function jarsCheck(at: Folders, faults: readonly JarFault[], canFetch: boolean): Check {
  const hasNone = faults.length === jarCount;
  const named = faults.slice(0, 3).map(({ jar, fault }) => `${jar} is ${fault}`);
  const state = isVerified(at.lib)
    ? "unchanged since they were verified"
    : "verified now; sizes or times have changed";
  const found =
    faults.length === 0
      ? `${jarCount} jars in ${at.lib}, ${state}`
      : hasNone
        ? `no jars in ${at.lib} yet; the first start fetches them`
        : `${faults.length} of ${jarCount} jars in ${at.lib}: ${named.join(", ")}`;
  const needed = `the jars of Neo4j ${neo4jVersion}, each with its pinned checksum`;
  const remedy = canFetch
    ? "start Neo4j: the next start fetches missing and damaged jars"
    : "install Maven; the next start fetches them";
  return check("jars", faults.length === 0 || (hasNone && canFetch), found, needed, remedy);
}

function folderCheck(at: Folders): Check {
  requireOwner(at);
  const place = nearestFolder(at.home);
  let problem: string | null = statSync(place).isDirectory() ? null : `${place} is not a folder`;
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    problem = (error as Error).message;
  }
  const found = problem ?? `${at.home}${place === at.home ? "" : " (does not exist yet; can be created)"}`;
  return check(
    "folder",
    problem === null,
    found,
    "a folder that this user may write",
    "set GOVGRAPH_HOME to another folder",
  );
}

function diskCheck(at: Folders, needsJars: boolean): Check {
  const least = needsJars ? 500 : 100;
  const free = mib(freeBytes(nearestFolder(at.home)));
  return check(
    "disk",
    free >= least,
    `${free} MiB free`,
    `${least} MiB`,
    "free some space, or set GOVGRAPH_HOME to another disk",
  );
}

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

function openFilesCheck(): Check {
  const limit = openFileLimit();
  const found = limit === Number.POSITIVE_INFINITY ? "no limit" : `at most ${limit}`;
  return check("open files", limit >= leastOpenFiles, found, `${leastOpenFiles}`, raiseOpenFiles);
}

async function portCheck(at: Folders, name: string, setting: string, port: number): Promise<Check> {
  if (port === 0) return check(name, true, "any free port", "a free port on 127.0.0.1", "");
  const { instance } = readState(at);
  const isOwn = instance?.boltPort === port || instance?.httpPort === port;
  const ok = isOwn || (await isFree(port));
  const found = isOwn
    ? `${port}, used by the managed Neo4j`
    : ok
      ? `${port} is free`
      : `another program listens on 127.0.0.1:${port}`;
  return check(
    name,
    ok,
    found,
    `${setting}=${port}`,
    `end that program, or set ${setting} to another port, or unset it`,
  );
}

function passwordCheck(at: Folders): Check {
  if (!existsSync(at.password)) {
    return check(
      "password",
      storeVersion(at) === null,
      "none yet",
      "the password of the store",
      `put it back into ${at.password}, or delete ${at.data}`,
    );
  }
  const mode = statSync(at.password).mode & 0o777;
  const found = `${at.password}, mode ${mode.toString(8).padStart(4, "0")}`;
  return check(
    "password",
    (mode & 0o077) === 0,
    found,
    "a file that only its owner may read (0600)",
    `chmod 600 ${at.password}; the next start does it too`,
  );
}

function storeCheck(at: Folders): Check {
  const version = storeVersion(at);
  checkStore(at);
  const found = version === null ? "none yet" : `${at.data}, last opened by Neo4j ${version}`;
  return check("store", true, found, `none yet, or a store of the line of Neo4j ${neo4jVersion}`, "");
}

async function instanceCheck(home: string): Promise<Check> {
  const status = await databaseStatus(home);
  const users =
    status.holders.length > 0
      ? `used by process ${status.holders.join(", ")}`
      : status.keep
        ? "started by govgraph neo4j start"
        : "used by no process";
  const running = `Neo4j ${status.version}, process ${status.pid}, ${status.uri}, ${users}`;
  const ok = !status.running || status.answers;
  const found = !status.running ? "none runs" : ok ? running : `${running}; it does not accept the password`;
  return check(
    "instance",
    ok,
    found,
    "none, or one that accepts the password",
    "govgraph neo4j stop, then start again",
  );
}

function archiveCheck(at: Folders, java: Java): Check {
  const { file } = archiveFor(at, java);
  const found = existsSync(file)
    ? `${file}, ${mib(statSync(file).size)} MiB`
    : "none yet; created after the next start";
  return check("class-data archive", true, found, "nothing; it halves the time of a start", "");
}
