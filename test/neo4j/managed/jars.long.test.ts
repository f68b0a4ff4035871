import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { ensureJars } from "../../../src/neo4j/managed/fetch.js";
import { classPath, faultyJars, isVerified, jarCount } from "../../../src/neo4j/managed/jars.js";
import { findJava, type Java } from "../../../src/neo4j/managed/java.js";
import { neo4jVersion } from "../../../src/neo4j/managed/pom.js";
import { identify, isRunning, launch, readIdentity } from "../../../src/neo4j/managed/process.js";

const whole = inject("neo4jLib");
const root = mkdtempSync(join(tmpdir(), "govgraph-jars-"));
const lib = join(root, "lib");
let java: Java;
let progress: string[];

/** Makes a copy of the jars for a test to damage. The copies are links, so they need no space. */
function copyJars(): void {
  rmSync(lib, { recursive: true, force: true });
  mkdirSync(lib);
  mkdirSync(join(lib, "unsigned"));
  const jars = readdirSync(whole, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".jar"),
  );
  for (const jar of jars) linkSync(join(whole, jar), join(lib, jar));
  cpSync(join(whole, "verified.json"), join(lib, "verified.json"));
}

/** Replaces the link to a jar by a copy, so that the original stays intact when the test damages the copy. */
function own(jar: string): string {
  const file = join(lib, jar);
  const { atime, mtime } = statSync(file);
  const content = readFileSync(file);
  rmSync(file);
  writeFileSync(file, content);
  utimesSync(file, atime, mtime);
  return file;
}

/** A Maven that runs a script instead. $into is the folder for the jars. */
function scriptedMaven(script: string): NodeJS.ProcessEnv {
  const bin = join(root, "maven", "bin");
  mkdirSync(bin, { recursive: true });
  const preamble = `#!/bin/sh
for word; do case "$word" in
  -Dneo4j.lib=*) into=\${word#*=} ;;
  -DoutputFile=*) list=\${word#*=} ;;
esac; done
`;
  writeFileSync(join(bin, "mvn"), preamble + script);
  chmodSync(join(bin, "mvn"), 0o755);
  return { ...process.env, MAVEN_HOME: join(root, "maven"), WHOLE: whole };
}

function ensure(env: NodeJS.ProcessEnv = process.env, extra: { deep?: boolean; signal?: AbortSignal } = {}) {
  return ensureJars({
    lib,
    mavenRepository: join(root, "maven-repository"),
    java,
    env,
    onProgress: (message) => progress.push(message),
    ...extra,
  });
}

beforeAll(async () => {
  java = await findJava({ required: process.env.NEO4J_JAVA_HOME || undefined });
  await ensureJars({ lib: whole, mavenRepository: "", java, env: process.env, onProgress: () => {} });
});
beforeEach(() => {
  progress = [];
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.sequential("the jars", { timeout: 120_000 }, () => {
  test("missing and incomplete jars are fetched again; other files are ignored", async () => {
    copyJars();
    rmSync(join(lib, "netty-common-4.1.137.Final.jar"));
    truncateSync(own("picocli-4.7.6.jar"), 1_000);
    writeFileSync(join(lib, "surplus.jar"), "not a jar");
    expect(await faultyJars(lib)).toEqual([
      { jar: "netty-common-4.1.137.Final.jar", fault: "missing" },
      { jar: "picocli-4.7.6.jar", fault: "damaged" },
    ]);
    expect(await ensure()).toBe(true);
    expect(progress[0]).toBe(
      `Neo4j ${neo4jVersion}: 2 of its jars are missing or damaged (netty-common-4.1.137.Final.jar); running Maven`,
    );
    expect(isVerified(lib)).toBe(true);
    expect(await faultyJars(lib)).toEqual([]);
    expect(classPath(lib)).not.toContain(join(lib, "surplus.jar"));
  });

  test("a change that keeps size and time is found by a deep check", async () => {
    copyJars();
    const file = own("picocli-4.7.6.jar");
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    bytes[5_000]! ^= 1;
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
    expect(await faultyJars(lib)).toEqual([{ jar: "picocli-4.7.6.jar", fault: "damaged" }]);
    const env = scriptedMaven('cp "$WHOLE"/*.jar "$into"');
    expect(await ensure(env, { deep: true })).toBe(true);
    expect(await faultyJars(lib)).toEqual([]);
  });

  test("jars that are damaged in Maven's own repository are deleted there and fetched again", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const repository = join(root, "repository");
    mkdirSync(repository, { recursive: true });
    writeFileSync(join(repository, "picocli-4.7.6.jar"), "damaged");
    const env = scriptedMaven(`
case "$*" in
  *:list*) echo "   info.picocli:picocli:jar:4.7.6:runtime:$REPOSITORY/picocli-4.7.6.jar -- module info.picocli" >"$list" ;;
  *) cp "$WHOLE"/*.jar "$into"; cp "$REPOSITORY"/*.jar "$into" || true ;;
esac`);
    expect(await ensure({ ...env, REPOSITORY: repository })).toBe(true);
    expect(progress).toContain("Maven's local repository was damaged; fetching again: picocli-4.7.6.jar");
    expect(readdirSync(repository)).toEqual([]);
    expect(await faultyJars(lib)).toEqual([]);
  });

  test("jars that are missing because of a damaged POM are fetched without Maven's own repository", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const env = scriptedMaven(`
cp "$WHOLE"/*.jar "$into"
case "$*" in *-Dmaven.repo.local=*) ;; *) rm "$into"/jctools-* ;; esac`);
    expect(await ensure(env)).toBe(true);
    expect(progress).toContain("Maven's local repository is damaged; fetching all jars without it");
    expect(await faultyJars(lib)).toEqual([]);
  });

  test("other jars than those pinned are refused", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const env = scriptedMaven(
      'cp "$WHOLE"/*.jar "$into"\necho damaged >"$into/picocli-4.7.6.jar"\nrm "$into"/jna-*',
    );
    await expect(ensure(env)).rejects.toMatchObject({
      fault: "JARS",
      found: "jna-5.15.0.jar: missing\npicocli-4.7.6.jar: damaged",
      needed: `the ${jarCount} jars of jars.sha256, as Maven Central has them`,
    });
    expect(isVerified(lib)).toBe(false);
    expect(readdirSync(lib).filter((name) => name.startsWith(".part-"))).toEqual([]);
  });

  test("the Maven of a killed process is ended, and its jars are fetched again", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    mkdirSync(join(lib, ".part-0", "jars"), { recursive: true });
    const identityFile = join(lib, ".maven");
    launch("sleep", ["600"], { identityFile, output: "pipe", cwd: "/" });
    while (readIdentity(identityFile) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    const leftover = readIdentity(identityFile)!;
    expect(await ensure(scriptedMaven('cp "$WHOLE"/*.jar "$into"'))).toBe(true);
    expect(isRunning(leftover)).toBe(false);
    expect(existsSync(join(lib, ".part-0"))).toBe(false);
  });

  test("an abort ends Maven", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const env = scriptedMaven('echo $$ >"$WORK/pid"\nsleep 600 & wait');
    const controller = new AbortController();
    const fetching = ensure({ ...env, WORK: root }, { signal: controller.signal });
    while (!existsSync(join(root, "pid"))) await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort(new Error("interrupted"));
    await expect(fetching).rejects.toThrow("interrupted");
    expect(identify(Number(readFileSync(join(root, "pid"), "utf8")))).toBeNull();
    expect(readdirSync(lib).filter((name) => name.startsWith(".part-"))).toEqual([]);
  });

  test("without Maven, the error says what to install", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    await expect(ensure({ PATH: root })).rejects.toMatchObject({
      message: [
        `Neo4j ${neo4jVersion} is not installed yet, and Maven, which downloads it, was not found.`,
        "  found:  no mvn in MAVEN_HOME or on the PATH",
        "  needed: Apache Maven 3.6 or later, once",
        "  ways out:",
        "    1. install Maven (Debian, Ubuntu: apt install maven; macOS: brew install maven) and start again",
        "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
        "    3. docker compose up: Neo4j and GovGraph in containers",
      ].join("\n"),
    });
  });

  test("settings that Maven cannot read: its reason is shown, and Maven runs once", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const reset = "\\033[0m\\033[0m";
    const env = scriptedMaven(`echo run >>"$WORK/runs"
printf '${reset}[ERROR] Error executing Maven.\\n'
printf '[FATAL] Non-readable settings /x/settings.xml: no more data available @1:20\\n'
exit 1`);
    await expect(ensure({ ...env, WORK: root })).rejects.toMatchObject({
      fault: "MAVEN",
      problem: "Maven cannot read its settings.",
      found: "Error executing Maven.\nNon-readable settings /x/settings.xml: no more data available @1:20",
      remedy: expect.arrayContaining([
        "correct the file that Maven names, and start again; finished downloads are kept",
      ]),
    });
    expect(readFileSync(join(root, "runs"), "utf8")).toBe("run\n");
    expect(progress.join("\n")).not.toContain("damaged;");
  });

  test("Maven's reason is shown without its color codes", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const reason = "Could not create local repository at /nonexistent/.m2/repository";
    const env = scriptedMaven(
      `printf '\\033[1;31m[ERROR]\\033[m ${reason} -> \\033[1m[Help 1]\\033[m\\n'; exit 1`,
    );
    await expect(ensure(env)).rejects.toMatchObject({ fault: "MAVEN", found: reason });
  });

  test("without a network, Maven's reason is shown", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const offline =
      "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1 -Daether.connector.http.retryHandler.count=0";
    const MAVEN_OPTS = `-Dmaven.repo.local=${join(root, "empty")} ${offline}`;
    await expect(ensure({ ...process.env, MAVEN_OPTS })).rejects.toMatchObject({
      fault: "MAVEN",
      found: expect.stringMatching(/could not be resolved.*127\.0\.0\.1:1.*refused/),
      remedy: expect.arrayContaining([
        "check the network, or name a mirror or proxy in ~/.m2/settings.xml, and start again; finished downloads are kept",
      ]),
    });
  });
});
