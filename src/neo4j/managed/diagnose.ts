import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { archiveFor } from "./archive.js";
import { DatabaseError } from "./error.js";
import { type Folders, folders, freeBytes, mib } from "./folder.js";
import { faultyJars, isSealed, type JarFault, jarCount } from "./jars.js";
import { findJava, type Java, wantedJavaText } from "./java.js";
import { findMaven } from "./maven.js";
import { neo4jVersion } from "./pom.js";
import { isFree } from "./port.js";
import { readState } from "./state.js";
import { databaseStatus } from "./status.js";
import { checkStore, storeVersion } from "./store.js";

/** One thing that the managed Neo4j needs, and how it stands. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly needed: string;
  /** What to do; null where all is well. */
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
 * Looks at everything the managed Neo4j needs: Java, Maven, jars, folder, disk, ports, password, store and the
 * instance that runs. Starts, mends and writes nothing.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Check[]> {
  const at = folders(options.home, options.libFolder);
  const { env = process.env } = options;
  const java = await findJava({ asked: options.javaHome, env, systemFolders: options.javaFolders }).catch(
    (error: unknown) => {
      if (error instanceof DatabaseError) return error;
      throw error;
    },
  );
  const faults = await faultyJars(at.lib);
  return [
    java instanceof DatabaseError
      ? check("java", false, java.found, wantedJavaText, java.remedy[0]!)
      : check("java", true, `Java ${java.major} in ${java.home}`, wantedJavaText, ""),
    mavenCheck(env, faults.length === 0),
    jarsCheck(at, faults, findMaven(env) !== null),
    folderCheck(at),
    diskCheck(at, faults.length > 0),
    await portCheck(at, "Bolt port", "NEO4J_BOLT_PORT", options.boltPort),
    await portCheck(at, "HTTP port", "NEO4J_HTTP_PORT", options.httpPort),
    passwordCheck(at),
    storeCheck(at),
    await instanceCheck(options.home),
    ...(java instanceof DatabaseError ? [] : [archiveCheck(at, java)]),
  ];
}

function mavenCheck(env: NodeJS.ProcessEnv, jarsHere: boolean): Check {
  const maven = findMaven(env);
  const found = maven ?? (jarsHere ? "none, and none is needed: the jars are here" : "none");
  const needed = "Apache Maven, once, to fetch Neo4j";
  return check(
    "maven",
    maven !== null || jarsHere,
    found,
    needed,
    "install Maven (apt install maven; brew install maven)",
  );
}

function jarsCheck(at: Folders, faults: readonly JarFault[], canFetch: boolean): Check {
  const none = faults.length === jarCount;
  const named = faults.slice(0, 3).map(({ jar, fault }) => `${jar} is ${fault}`);
  const some = `${faults.length} of ${jarCount} jars in ${at.lib}: ${named.join(", ")}`;
  const whole = `${jarCount} jars in ${at.lib}, ${isSealed(at.lib) ? "as verified" : "whole; sizes or times differ from the last look"}`;
  const found =
    faults.length === 0 ? whole : none ? `no jars in ${at.lib} yet; the first start fetches them` : some;
  const needed = `the jars of Neo4j ${neo4jVersion}, each with its pinned checksum`;
  const remedy = canFetch
    ? "the next start fetches what is missing or damaged"
    : "install Maven; the next start fetches them";
  return check("jars", faults.length === 0 || (none && canFetch), found, needed, remedy);
}

function folderCheck(at: Folders): Check {
  let place = at.home;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  let problem: string | null = statSync(place).isDirectory() ? null : `${place} is not a folder`;
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    problem = (error as Error).message;
  }
  const found = problem ?? `${at.home}${place === at.home ? "" : " (not there yet; it can be created)"}`;
  return check(
    "folder",
    problem === null,
    found,
    "a folder that this user may write",
    "set GOVGRAPH_HOME to another folder",
  );
}

function diskCheck(at: Folders, jarsMissing: boolean): Check {
  let place = at.home;
  while (!existsSync(place)) place = dirname(place);
  const least = jarsMissing ? 500 : 100;
  const free = mib(freeBytes(place));
  return check(
    "disk",
    free >= least,
    `${free} MiB free`,
    `${least} MiB`,
    "free some space, or set GOVGRAPH_HOME to another disk",
  );
}

async function portCheck(at: Folders, name: string, setting: string, port: number): Promise<Check> {
  if (port === 0) return check(name, true, "any free one", "a free port on 127.0.0.1", "");
  const { instance } = readState(at);
  const ours = instance?.boltPort === port || instance?.httpPort === port;
  const free = ours || (await isFree(port));
  const found = ours
    ? `${port}, used by our own Neo4j`
    : free
      ? `${port} is free`
      : `another program listens on 127.0.0.1:${port}`;
  return check(
    name,
    free,
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
  const needed = `none yet, or one of Neo4j ${neo4jVersion.split(".").slice(0, 2).join(".")}`;
  const found =
    storeVersion(at) === null ? "none yet" : `${at.data}, last opened by Neo4j ${storeVersion(at)}`;
  try {
    checkStore(at);
    return check("store", true, found, needed, "");
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return check("store", false, found, needed, error.remedy[0]!);
  }
}

async function instanceCheck(home: string): Promise<Check> {
  const status = await databaseStatus(home);
  const users =
    status.holders.length > 0
      ? `used by process ${status.holders.join(", ")}`
      : status.keep
        ? "kept up"
        : "left over";
  const running = `Neo4j ${status.version}, process ${status.pid}, ${status.uri}, ${users}`;
  const ok = !status.running || status.answers;
  const found = !status.running ? "none runs" : ok ? running : `${running}; it does not take the password`;
  return check(
    "instance",
    ok,
    found,
    "none, or one that takes the password",
    "govgraph neo4j stop, then start again",
  );
}

function archiveCheck(at: Folders, java: Java): Check {
  const { file } = archiveFor(at, java);
  const found = existsSync(file)
    ? `${file}, ${mib(statSync(file).size)} MiB`
    : "none yet; made after the next start";
  return check("class-data archive", true, found, "nothing; it halves the time of a start", "");
}
