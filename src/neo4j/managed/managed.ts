import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { logOn } from "./bolt.js";
import { boot } from "./boot.js";
import { DatabaseError } from "./error.js";
import { type Folders, folderError, folders, prepareFolders } from "./folder.js";
import { withLock } from "./lock.js";
import { databaseUser, ensurePassword, lostPassword } from "./password.js";
import { neo4jVersion } from "./pom.js";
import { end, isAlive, self } from "./process.js";
import { stopLimitMs } from "./start.js";
import { type Instance, readState, stateLock, strayJvm, writeState } from "./state.js";
import { stopInstance } from "./stop.js";

/** A managed Neo4j that runs, held by this process until it is released. */
export interface ManagedDatabase {
  /** bolt://127.0.0.1:port; neo4j:// at the same place works too. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Neo4j Browser. */
  readonly browserUrl: string;
  readonly passwordFile: string;
  readonly pid: number;
  readonly version: string;
  /** Has it stay up when its last holder lets go, until `govgraph neo4j stop`. */
  keep(): Promise<void>;
  /** Lets go of it; the last holder to do so stops it, within 5 s. May be called again. */
  release(): Promise<void>;
}

export interface AcquireOptions {
  /** Folder of jars, password and store (GOVGRAPH_HOME). */
  readonly home: string;
  /** Folder of the jars, where it is not below `home`; several homes may share one. */
  readonly libFolder?: string | undefined;
  /** NEO4J_JAVA_HOME. */
  readonly javaHome?: string | undefined;
  /** 0 for any free one. */
  readonly boltPort: number;
  readonly httpPort: number;
  /** MiB. */
  readonly heapMb: number;
  /** Whether a Neo4j that is started for this ends within minutes, as in tests: it then answers sooner, but never as fast. */
  readonly shortLived?: boolean | undefined;
  /** Told in words what is being done, also while it takes long. */
  readonly onProgress: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Gives a running Neo4j: the one that already runs on this home folder, or one that is started for it, its jars
 * fetched by Maven on first need. Two processes that ask at once end up with one Neo4j.
 * @throws DatabaseError with what was found, what is needed and the ways out; the signal's reason when it is
 *   aborted, after what was started has been ended
 */
export async function acquireDatabase(options: AcquireOptions): Promise<ManagedDatabase> {
  if (process.platform === "win32") throw noWindows();
  const at = folders(options.home, options.libFolder);
  const { onProgress, signal } = options;
  try {
    prepareFolders(at);
    const onWait = (pid: number) =>
      onProgress(`waiting for process ${pid}, which is starting or stopping Neo4j`);
    return await withLock(stateLock(at), () => acquire(at, options), { onWait, signal });
  } catch (error) {
    throw folderError(at.home, error);
  }
}

async function acquire(at: Folders, options: AcquireOptions): Promise<ManagedDatabase> {
  const running = await takeOver(at, options);
  const instance = running ?? (await boot(at, options));
  const token = randomUUID();
  const state = readState(at);
  const holders = running === null ? [] : state.holders;
  writeState(at, {
    instance,
    holders: [...holders, { ...self(), token }],
    keep: running !== null && state.keep,
    stopping: false,
    lastPorts: { bolt: instance.boltPort, http: instance.httpPort },
  });
  return held(at, instance, token);
}

/** @returns the instance that runs, if it is one to use; one that is not is ended */
async function takeOver(at: Folders, options: AcquireOptions): Promise<Instance | null> {
  const state = readState(at);
  const { instance, holders } = state;
  if (instance === null) {
    const stray = strayJvm(at);
    if (stray !== null) {
      options.onProgress("ending a Neo4j whose start was interrupted");
      // It has served nobody yet, so there is nothing to wait for.
      await end(stray, 1_000);
    }
    return null;
  }
  const wanted = [options.boltPort, options.httpPort];
  const fits = [instance.boltPort, instance.httpPort].every(
    (port, index) => wanted[index] === 0 || wanted[index] === port,
  );
  const current = instance.version === neo4jVersion;
  if (state.stopping) {
    options.onProgress("ending a Neo4j whose stop was interrupted");
  } else if (fits && current) {
    const answer = await logOn(instance.boltPort, databaseUser, ensurePassword(at), 10_000);
    if (answer.kind === "welcome") return instance;
    if (answer.kind === "refused")
      throw lostPassword(at, `a password that Neo4j refuses with ${answer.code}`);
    options.onProgress("the Neo4j of this folder does not answer; starting it anew");
  } else if (holders.length > 0 || state.keep) {
    throw otherInstance(
      instance,
      holders.map(({ pid }) => pid),
      current ? "ports" : "version",
    );
  }
  await stopInstance(at, state);
  return null;
}

function held(at: Folders, instance: Instance, token: string): ManagedDatabase {
  let released: Promise<void> | undefined;
  return {
    uri: `bolt://127.0.0.1:${instance.boltPort}`,
    user: databaseUser,
    password: ensurePassword(at),
    database: "neo4j",
    browserUrl: `http://127.0.0.1:${instance.httpPort}/browser/`,
    passwordFile: at.password,
    pid: instance.pid,
    version: instance.version,
    keep: () => withLock(stateLock(at), async () => writeState(at, { ...readState(at), keep: true })),
    release() {
      released ??= existsSync(at.run)
        ? withLock(stateLock(at), () => letGo(at, instance, token))
        : end(instance, stopLimitMs).then(() => {});
      return released;
    },
  };
}

async function letGo(at: Folders, instance: Instance, token: string): Promise<void> {
  const state = readState(at);
  const holders = state.holders.filter((holder) => holder.token !== token);
  // The state may have been deleted meanwhile, with the whole folder or without; our instance still runs then.
  const running = state.instance ?? (isAlive(instance) ? instance : null);
  if (holders.length > 0 || state.keep) writeState(at, { ...state, holders });
  else await stopInstance(at, { ...state, instance: running });
}

function otherInstance(
  instance: Instance,
  holders: readonly number[],
  differs: "ports" | "version",
): DatabaseError {
  const users =
    holders.length > 0 ? `used by process ${holders.join(", ")}` : "kept up by govgraph neo4j start";
  const found = `Neo4j ${instance.version} on Bolt port ${instance.boltPort} and HTTP port ${instance.httpPort}, ${users}`;
  return new DatabaseError("BUSY", {
    problem: `A Neo4j with other ${differs} runs on this folder.`,
    found,
    needed:
      differs === "ports" ? "the ports of NEO4J_BOLT_PORT and NEO4J_HTTP_PORT" : `Neo4j ${neo4jVersion}`,
    remedy:
      "end those processes and run govgraph neo4j stop, or unset the settings, or set GOVGRAPH_HOME to another folder",
  });
}

function noWindows(): DatabaseError {
  return new DatabaseError("PLATFORM", {
    problem: "The managed Neo4j does not run on Windows.",
    found: "Windows",
    needed: "Linux or macOS",
    remedy: "run GovGraph in the Windows Subsystem for Linux",
  });
}
