import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { archiveFor, dropUselessArchive, makeArchive } from "./archive.js";
import { confText } from "./conf.js";
import { DatabaseError } from "./error.js";
import { ensureJars } from "./fetch.js";
import type { Folders } from "./folder.js";
import { classPath } from "./jars.js";
import { findJava, type Java } from "./java.js";
import { jvmArguments, toolArguments } from "./jvm.js";
import type { AcquireOptions } from "./managed.js";
import { ensurePassword, hasStore, setPassword } from "./password.js";
import { neo4jLine, neo4jVersion } from "./pom.js";
import { choosePort } from "./port.js";
import { PortLost, startServer } from "./start.js";
import { type Instance, readState } from "./state.js";
import { checkStore, markStore } from "./store.js";

/** Ports that are free when chosen may be lost to another program before Neo4j takes them. */
const portAttempts = 3;

/** Time after the start at which the class-data archive is made: Neo4j's first work is done by then. */
const archiveDelayMs = 8_000;

/**
 * Brings Neo4j up from whatever state the folder is in. The caller holds the lock and has seen to it that no
 * Neo4j runs there.
 * @throws DatabaseError; the signal's reason when it is aborted; nothing runs then
 */
export async function boot(at: Folders, options: AcquireOptions): Promise<Instance> {
  const { onProgress, signal, env = process.env } = options;
  checkStore(at);
  const java = await findJava({ asked: options.javaHome, env });
  const jars = { lib: at.lib, java, env, onProgress, signal };
  await ensureJars(jars);
  const withArchive = existsSync(archiveFor(at, java).file);
  onProgress(`starting Neo4j ${neo4jVersion}${withArchive ? "" : " (the first start takes longest)"}`);
  let instance: Instance;
  try {
    instance = await bootOnFreePorts(at, options, java);
  } catch (error) {
    // A damaged archive or jar makes the JVM fail in ways of its own; anything else has been named already.
    if (!(error instanceof DatabaseError) || error.fault !== "START" || signal?.aborted) throw error;
    const mended = await ensureJars({ ...jars, deep: true });
    if (!withArchive && !mended) throw error;
    rmSync(archiveFor(at, java).file, { force: true });
    onProgress("the start failed; trying again with jars checked and without the class-data archive");
    instance = await bootOnFreePorts(at, options, java);
  }
  setTimeout(() => makeArchive(at, java), archiveDelayMs).unref();
  return instance;
}

async function bootOnFreePorts(at: Folders, options: AcquireOptions, java: Java): Promise<Instance> {
  const { heapMb, shortLived, signal } = options;
  const password = ensurePassword(at);
  const archive = archiveFor(at, java);
  const archived = existsSync(archive.file);
  const jvmFile = join(at.run, "java.args");
  const tool = join(at.run, "tool.args");
  const noted = archived ? { archive: archive.file } : { classList: archive.classList };
  const jars = classPath(at.lib);
  writeFileSync(jvmFile, jvmArguments({ classPath: jars, heapMb, shortLived, ...noted }), { mode: 0o600 });
  writeFileSync(tool, toolArguments(jars), { mode: 0o600 });
  const last = readState(at).lastPorts;
  for (let attempt = 1; ; attempt++) {
    const usual = attempt === 1 ? last : undefined;
    const boltPort = await choosePort(options.boltPort, usual?.bolt, "NEO4J_BOLT_PORT");
    const httpPort = await choosePort(options.httpPort, usual?.http, "NEO4J_HTTP_PORT");
    const conf = confText({ data: `data-${neo4jLine}`, boltPort, httpPort });
    writeFileSync(join(at.conf, "neo4j.conf"), conf, { mode: 0o600 });
    markStore(at);
    if (!hasStore(at)) await setPassword(at, java, tool, signal);
    try {
      const identity = await startServer(at, { java, jvmFile, heapMb, boltPort, password, signal });
      if (archived) dropUselessArchive(at, archive);
      const since = new Date().toISOString();
      return { ...identity, version: neo4jVersion, java, lib: at.lib, boltPort, httpPort, since };
    } catch (error) {
      if (!(error instanceof PortLost)) throw error;
      if (attempt === portAttempts) throw error.asDatabaseError(boltPort, httpPort);
    }
  }
}
