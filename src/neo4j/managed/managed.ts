import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Boot, boot } from "./boot.js";
import { DatabaseError } from "./error.js";
import { describeExit, type Exit, readOutput } from "./exit.js";
import { type Folders, folderError, folders, prepareFolders } from "./folder.js";
import { withLock } from "./lock.js";
import { logIn } from "./login.js";
import type { AcquireOptions } from "./options.js";
import { databaseUser, ensurePassword, wrongPassword } from "./password.js";
import { neo4jVersion } from "./pom.js";
import { currentProcess, isRunning, terminate } from "./process.js";
import { stopLimitMs } from "./start.js";
import {
  createState,
  forgetInstance,
  type Instance,
  readState,
  type State,
  stateLock,
  unrecordedJvm,
  writeState,
} from "./state.js";
import { stopInstance } from "./stop.js";
import { runAfterCrash } from "./watchdog.js";

/** A running managed Neo4j. This process holds it until `release`. */
export interface ManagedDatabase {
  /** bolt://127.0.0.1:PORT; neo4j://127.0.0.1:PORT works too. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Neo4j Browser. */
  readonly browserUrl: string;
  readonly passwordFile: string;
  /** The process of Neo4j now; another one after a restart. */
  readonly pid: number;
  readonly version: string;
  /** Lets it run after its last holder has released it, until `govgraph neo4j stop`. */
  keep(): Promise<void>;
  /** Releases it. The last holder to do so stops it, within 5 s. Calling it again does nothing. */
  release(): Promise<void>;
  /**
   * Waits until Neo4j ends. A Neo4j that does not answer for a minute is ended.
   * @returns why it ended, such as "signal SIGKILL"
   * @throws AbortError if the signal is aborted
   */
  waitForEnd(signal: AbortSignal): Promise<string>;
  /**
   * After the end of Neo4j: starts it again on the same Bolt port, or uses the one that another process has started.
   * @throws DatabaseError; the signal's reason if it is aborted
   */
  restart(signal: AbortSignal): Promise<void>;
}

/** How long a running Neo4j may take for a login before it counts as hung (milliseconds). */
const loginTimeoutMs = 30_000;

/** Pause between two looks at whether Neo4j still runs (milliseconds). Without /proc a look costs more. */
const pollMs = process.platform === "linux" ? 250 : 1_000;

/** A Neo4j that does not answer this many checks in a row has hung. With pause and timeout that takes a minute. */
const maxUnansweredChecks = 4;
const checkPauseMs = 5_000;
const checkTimeoutMs = 10_000;

/**
 * Returns a running Neo4j: the one that already runs on the home folder, or a new one. Maven fetches its jars on first
 * use. Processes that call this at the same time share one Neo4j.
 * @throws DatabaseError with what was found, what is needed and the ways out; the signal's reason if it is aborted,
 *   after everything that was started has ended
 */
export async function acquireDatabase(options: AcquireOptions): Promise<ManagedDatabase> {
  if (process.platform === "win32") throw noWindows();
  const at = folders(options.home, options.libFolder);
  const { onProgress, signal, cleanUp } = options;
  const onWait = (pid: number) =>
    onProgress(`waiting for process ${pid}, which is starting or stopping Neo4j`);
  let cancelCleanUp = () => {};
  try {
    prepareFolders(at);
    if (cleanUp !== undefined) cancelCleanUp = runAfterCrash(cleanUp.command, cleanUp.env);
    return await withLock(stateLock(at), () => acquire(at, options, cancelCleanUp), { onWait, signal });
  } catch (error) {
    cancelCleanUp();
    throw folderError(at.home, error);
  }
}

async function acquire(
  at: Folders,
  options: AcquireOptions,
  cancelCleanUp: () => void,
): Promise<ManagedDatabase> {
  createState(at);
  const server = await ensureServer(at, options);
  const token = randomUUID();
  recordHolder(at, server.instance, token);
  return new Holding(at, options, server, token, cancelCleanUp);
}

/** Adds this process to the holders of an instance. */
function recordHolder(at: Folders, instance: Instance, token: string): void {
  const state = readState(at);
  const others = state.holders.filter((holder) => holder.token !== token);
  const { boltPort, httpPort } = instance;
  writeState(at, {
    ...state,
    instance,
    holders: [...others, { ...currentProcess(), token }],
    stopping: false,
    lastPorts: { bolt: boltPort, http: httpPort },
  });
}

/** A running Neo4j; `exit` is known only to the process that has started it. */
type Server = Pick<Boot, "instance"> & Partial<Boot>;

/** Returns the Neo4j that runs, or starts one. The caller holds the lock. */
async function ensureServer(at: Folders, options: AcquireOptions): Promise<Server> {
  const state = readState(at);
  const running = await usableInstance(at, options, state);
  if (running !== null) return { instance: running };
  // Processes whose Neo4j has ended are connected to its port.
  const { holders, lastPorts } = state;
  if (holders.length === 0 || lastPorts === null) return boot(at, options);
  if (![0, lastPorts.bolt].includes(options.boltPort)) throw otherInstance(at, state, "ports");
  return boot(at, options, lastPorts.bolt);
}

/** Returns the instance that runs if it can be used. Ends one that nothing can use. */
async function usableInstance(at: Folders, options: AcquireOptions, state: State): Promise<Instance | null> {
  const { instance, holders, keep } = state;
  if (instance === null) {
    const unrecorded = unrecordedJvm(at);
    if (unrecorded !== null) {
      options.onProgress("ending a Neo4j whose start was interrupted");
      // No process has used it yet, so it needs no time to stop.
      await terminate(unrecorded, 1_000);
    }
    return null;
  }
  if (state.stopping) {
    options.onProgress("ending a Neo4j whose stop was interrupted");
    await stopInstance(at, state);
    return null;
  }
  const hasPorts =
    [0, instance.boltPort].includes(options.boltPort) && [0, instance.httpPort].includes(options.httpPort);
  if (!hasPorts || instance.version !== neo4jVersion) {
    if (holders.length > 0 || keep) throw otherInstance(at, state, hasPorts ? "version" : "ports");
    await stopInstance(at, state);
    return null;
  }
  const login = await logIn(instance.boltPort, databaseUser, ensurePassword(at), loginTimeoutMs);
  if (login.kind === "accepted") return instance;
  if (login.kind === "refused") throw wrongPassword(at, `a password that Neo4j refuses with ${login.code}`);
  if (!isRunning(instance)) return null;
  if (holders.length > 0) throw hung(instance, state, login.reason);
  options.onProgress("the Neo4j of this folder does not answer; ending it");
  await terminate(instance, stopLimitMs);
  forgetInstance(at, state);
  return null;
}

/** The hold of this process on an instance. */
class Holding implements ManagedDatabase {
  readonly #at: Folders;
  readonly #options: AcquireOptions;
  readonly #token: string;
  readonly #cancelCleanUp: () => void;
  #server: Server;
  #released: Promise<void> | undefined;
  readonly user = databaseUser;
  readonly password: string;
  readonly database = "neo4j";

  constructor(
    at: Folders,
    options: AcquireOptions,
    server: Server,
    token: string,
    cancelCleanUp: () => void,
  ) {
    this.#at = at;
    this.#options = options;
    this.#server = server;
    this.#token = token;
    this.#cancelCleanUp = cancelCleanUp;
    this.password = ensurePassword(at);
  }

  get uri() {
    return `bolt://127.0.0.1:${this.#server.instance.boltPort}`;
  }
  get browserUrl() {
    return `http://127.0.0.1:${this.#server.instance.httpPort}/browser/`;
  }
  get passwordFile() {
    return this.#at.password;
  }
  get pid() {
    return this.#server.instance.pid;
  }
  get version() {
    return this.#server.instance.version;
  }

  keep(): Promise<void> {
    const at = this.#at;
    return withLock(stateLock(at), async () => writeState(at, { ...readState(at), keep: true }));
  }

  release(): Promise<void> {
    this.#released ??= this.#release();
    return this.#released;
  }

  async #release(): Promise<void> {
    const at = this.#at;
    const { instance } = this.#server;
    // The whole folder may have been deleted. This instance still runs then.
    if (!existsSync(at.run)) await terminate(instance, stopLimitMs);
    else {
      await withLock(stateLock(at), async () => {
        const state = readState(at);
        const holders = state.holders.filter(({ token }) => token !== this.#token);
        const running = state.instance ?? (isRunning(instance) ? instance : null);
        if (holders.length > 0 || state.keep) writeState(at, { ...state, holders });
        else await stopInstance(at, { ...state, holders, instance: running });
      });
    }
    this.#cancelCleanUp();
  }

  async waitForEnd(signal: AbortSignal): Promise<string> {
    const done = new AbortController();
    const either = AbortSignal.any([signal, done.signal]);
    try {
      return await Promise.race([this.#ended(either), this.#hung(either)]);
    } finally {
      done.abort();
    }
  }

  async #ended(signal: AbortSignal): Promise<string> {
    const { instance, exit } = this.#server;
    let how: Exit | undefined;
    void exit?.then((end) => {
      how = end;
    });
    while (how === undefined && (exit !== undefined || isRunning(instance))) {
      await sleep(pollMs, undefined, { signal });
    }
    if (how === undefined) return "unknown exit code, because another govgraph process had started it";
    const [outOfMemory] = /java\.lang\.OutOfMemoryError: .*/.exec(readOutput(this.#at.console)) ?? [];
    return `${describeExit(how)}${outOfMemory === undefined ? "" : ` (${outOfMemory})`}`;
  }

  async #hung(signal: AbortSignal): Promise<string> {
    const { instance } = this.#server;
    for (let unanswered = 0; unanswered < maxUnansweredChecks; ) {
      await sleep(checkPauseMs, undefined, { signal });
      const login = await logIn(instance.boltPort, databaseUser, this.password, checkTimeoutMs);
      unanswered = login.kind === "unreachable" ? unanswered + 1 : 0;
    }
    signal.throwIfAborted();
    await terminate(instance, stopLimitMs);
    return "no answer for a minute, so GovGraph ended it";
  }

  async restart(signal: AbortSignal): Promise<void> {
    const at = this.#at;
    const options = { ...this.#options, boltPort: this.#server.instance.boltPort, signal };
    const restartLocked = async () => {
      const server = await ensureServer(at, options);
      this.#server = server;
      recordHolder(at, server.instance, this.#token);
    };
    try {
      prepareFolders(at);
      await withLock(stateLock(at), restartLocked, { signal });
    } catch (error) {
      throw folderError(at.home, error);
    }
  }
}

function describeUsers({ holders }: State): string {
  return holders.length > 0
    ? `used by process ${holders.map(({ pid }) => pid).join(", ")}`
    : "started by govgraph neo4j start";
}

function otherInstance(at: Folders, state: State, differs: "ports" | "version"): DatabaseError {
  const { instance, lastPorts } = state;
  const ports = `Bolt port ${instance?.boltPort ?? lastPorts?.bolt} and HTTP port ${instance?.httpPort ?? lastPorts?.http}`;
  return new DatabaseError("BUSY", {
    problem: `A Neo4j with other ${differs} runs on ${at.home}.`,
    found: `Neo4j ${instance?.version ?? neo4jVersion} on ${ports}, ${describeUsers(state)}`,
    needed:
      differs === "ports" ? "the ports of NEO4J_BOLT_PORT and NEO4J_HTTP_PORT" : `Neo4j ${neo4jVersion}`,
    remedy:
      "end those processes and run govgraph neo4j stop, or unset the settings, or set GOVGRAPH_HOME to another folder",
  });
}

function hung(instance: Instance, state: State, reason: string): DatabaseError {
  return new DatabaseError("TIMEOUT", {
    problem: "The Neo4j of this folder does not answer.",
    found: `process ${instance.pid} on Bolt port ${instance.boltPort}, ${describeUsers(state)}: ${reason}`,
    needed: `a login within ${loginTimeoutMs / 1000} s`,
    remedy:
      "try again: govgraph serve restarts a Neo4j that does not answer for a minute; or end the processes that use it",
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
