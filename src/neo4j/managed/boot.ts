import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { archiveFor, createArchive, removeUnusedArchive } from "./archive.js";
import { confText } from "./conf.js";
import { DatabaseError } from "./error.js";
import type { Exit } from "./exit.js";
import { ensureJars } from "./fetch.js";
import type { Folders } from "./folder.js";
import { classPath } from "./jars.js";
import { findJava, type Java } from "./java.js";
import { jvmArguments, toolArguments } from "./jvm.js";
import { leastOpenFiles, openFileLimit, tooFewOpenFiles } from "./openFiles.js";
import type { AcquireOptions } from "./options.js";
import { ensurePassword, setInitialPassword } from "./password.js";
import { neo4jLine, neo4jVersion } from "./pom.js";
import { choosePort } from "./port.js";
import { PortLost, startServer } from "./start.js";
import { type Instance, readState } from "./state.js";
import { checkStore, hasStore, recordStoreVersion } from "./store.js";

/** Another program can take a port between its choice and Neo4j's start. */
const portAttempts = 3;

/** When the class-data archive is created, counted from the start (milliseconds): Neo4j has done its first work by then. */
const archiveDelayMs = 8_000;

/** A Neo4j that this process has started. */
export interface Boot {
  readonly instance: Instance;
  /** Resolves when it has ended. */
  readonly exit: Promise<Exit>;
}

/**
 * Starts Neo4j, whatever state the folder is in. The caller holds the lock and has made sure that no Neo4j runs there.
 * @param requiredBoltPort the Bolt port that other processes are connected to; undefined if there are none
 * @throws DatabaseError; the signal's reason if it is aborted. Nothing runs in these cases.
 */
export async function boot(
  at: Folders,
  options: AcquireOptions,
  requiredBoltPort?: number | undefined,
): Promise<Boot> {
  const { onProgress, signal, env = process.env } = options;
  checkStore(at);
  const limit = openFileLimit();
  if (limit < leastOpenFiles) throw tooFewOpenFiles(`a hard limit of ${limit} (ulimit -Hn)`);
  const java = await findJava({ required: options.javaHome, env });
  const jars = { lib: at.lib, mavenRepository: at.mavenRepository, java, env, onProgress, signal };
  await ensureJars(jars);
  const hasArchive = existsSync(archiveFor(at, java).file);
  onProgress(`starting Neo4j ${neo4jVersion}${hasArchive ? "" : " (the first start takes longest)"}`);
  let started: Boot;
  try {
    started = await startOnFreePorts(at, options, java, requiredBoltPort);
  } catch (error) {
    // A damaged archive or jar makes the JVM fail in many ways. All other reasons have an error of their own.
    if (!(error instanceof DatabaseError) || error.fault !== "START" || signal?.aborted) throw error;
    const isRepaired = await ensureJars({ ...jars, deep: true });
    if (!hasArchive && !isRepaired) throw error;
    rmSync(archiveFor(at, java).file, { force: true });
    onProgress("the start failed; trying again with verified jars and without the class-data archive");
    started = await startOnFreePorts(at, options, java, requiredBoltPort);
  }
  setTimeout(() => createArchive(at, java), archiveDelayMs).unref();
  return started;
}

async function startOnFreePorts(
  at: Folders,
  options: AcquireOptions,
  java: Java,
  requiredBoltPort: number | undefined,
): Promise<Boot> {
  const { heapMb, signal } = options;
  const password = ensurePassword(at);
  const archive = archiveFor(at, java);
  const hasArchive = existsSync(archive.file);
  const jvmFile = join(at.run, "java.args");
  const toolFile = join(at.run, "tool.args");
  const classData = hasArchive ? { archive: archive.file } : { classList: archive.classList };
  const jars = classPath(at.lib);
  writeFileSync(jvmFile, jvmArguments({ classPath: jars, heapMb, ...classData }), {
    mode: 0o600,
  });
  writeFileSync(toolFile, toolArguments(jars), { mode: 0o600 });
  const { lastPorts } = readState(at);
  for (let attempt = 1; ; attempt++) {
    const last = attempt === 1 ? lastPorts : null;
    const boltPort = await choosePort(requiredBolt(options, requiredBoltPort), last?.bolt);
    const httpPort = await choosePort(required("NEO4J_HTTP_PORT", options.httpPort), last?.http);
    const conf = confText({ data: `data-${neo4jLine}`, boltPort, httpPort });
    writeFileSync(join(at.conf, "neo4j.conf"), conf, { mode: 0o600 });
    recordStoreVersion(at);
    if (!hasStore(at)) await setInitialPassword(at, java, toolFile, signal);
    try {
      const server = await startServer(at, { java, jvmFile, heapMb, boltPort, password, signal });
      if (hasArchive) removeUnusedArchive(at, archive);
      const since = new Date().toISOString();
      const { identity, exit } = server;
      const instance = { ...identity, version: neo4jVersion, java, lib: at.lib, boltPort, httpPort, since };
      return { instance, exit };
    } catch (error) {
      if (!(error instanceof PortLost)) throw error;
      if (attempt === portAttempts) throw error.asDatabaseError(boltPort, httpPort);
    }
  }
}

const required = (setting: string, port: number) =>
  port === 0 ? undefined : { port, by: `${setting}=${port}` };

function requiredBolt({ boltPort }: AcquireOptions, inUse: number | undefined) {
  return inUse === undefined
    ? required("NEO4J_BOLT_PORT", boltPort)
    : { port: inUse, by: "the govgraph processes that are connected to it" };
}
