import { spawn } from "node:child_process";
import {
  appendFileSync,
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
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { Downloads } from "../../../src/neo4j/managed/downloads.js";
import { ensureJars } from "../../../src/neo4j/managed/fetch.js";
import { classPath, faultyJars, isSealed, jarCount } from "../../../src/neo4j/managed/jars.js";
import { findJava, type Java } from "../../../src/neo4j/managed/java.js";
import { findMaven } from "../../../src/neo4j/managed/maven.js";
import { neo4jVersion, pomFile, readChecksums, readVersion } from "../../../src/neo4j/managed/pom.js";
import { identify, isAlive, launch, readIdentity } from "../../../src/neo4j/managed/process.js";

const whole = inject("neo4jLib");
const root = mkdtempSync(join(tmpdir(), "govgraph-jars-"));
const lib = join(root, "lib");
let java: Java;
let progress: string[];

/** A copy of the jars that may be damaged; only what is damaged takes room. */
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

/** Makes a jar a file of its own, so that the original stays whole when the copy is damaged. */
function own(jar: string): string {
  const file = join(lib, jar);
  const { atime, mtime } = statSync(file);
  const content = readFileSync(file);
  rmSync(file);
  writeFileSync(file, content);
  utimesSync(file, atime, mtime);
  return file;
}

/** A Maven that is told what to do: a script with the folder for the jars in $into and its own arguments. */
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
  return ensureJars({ lib, java, env, onProgress: (message) => progress.push(message), ...extra });
}

beforeAll(async () => {
  java = await findJava({ asked: process.env.NEO4J_JAVA_HOME || undefined });
  await ensureJars({ lib: whole, java, env: process.env, onProgress: () => {} });
});
beforeEach(() => {
  progress = [];
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.sequential("the jars", { timeout: 120_000 }, () => {
  test("are pinned for the version of the pom, which asks for them at exact versions", () => {
    const pom = readFileSync(pomFile, "utf8");
    expect(readVersion(pom)).toBe(neo4jVersion);
    expect(classPath("/lib")).toContain(`/lib/neo4j-server-${neo4jVersion}.jar`);
    expect(classPath("/lib")).toContain(`/lib/cypher-shell-${neo4jVersion}.jar`);
    expect(jarCount).toBeGreaterThan(200);
    expect(() => readChecksums("abc  x.jar\n")).toThrow(
      'jars.sha256:1: expected a sha256 and a jar, got "abc  x.jar"',
    );
  });

  test("whole and verified before, are taken as they are", async () => {
    copyJars();
    expect(isSealed(lib)).toBe(true);
    expect(await ensure()).toBe(false);
    expect(progress).toEqual([]);
  });

  test("missing and cut short, are fetched again; what else lies there is left aside", async () => {
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
      `Neo4j ${neo4jVersion}: 2 of its jars are missing or damaged (netty-common-4.1.137.Final.jar); asking Maven`,
    );
    expect(isSealed(lib)).toBe(true);
    expect(await faultyJars(lib)).toEqual([]);
    expect(classPath(lib)).not.toContain(join(lib, "surplus.jar"));
  });

  test("changed with size and time as before, are found when looked at closely", async () => {
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

  test("signed, are used without their signature, which the JVM would check at every start", async () => {
    copyJars();
    const jar = "eclipse-collections-11.1.0.jar";
    const copy = join(lib, "unsigned", jar);
    expect(classPath(lib)).toContain(copy);
    expect(classPath(lib)).not.toContain(join(lib, jar));
    const [names, copiedNames] = [join(lib, jar), copy].map((file) =>
      Object.keys(unzipSync(readFileSync(file))),
    );
    const signatures = ["META-INF/ECLIPSE_.SF", "META-INF/ECLIPSE_.RSA"];
    expect(new Set(names)).toEqual(new Set([...copiedNames!, ...signatures]));
    rmSync(copy);
    expect(isSealed(lib)).toBe(false);
    expect(await ensure()).toBe(true);
    expect(progress).toEqual([]);
    expect(readFileSync(copy).equals(readFileSync(join(whole, "unsigned", jar)))).toBe(true);
    expect(statSync(copy).mtimeMs).toBe(statSync(join(whole, "unsigned", jar)).mtimeMs);
  });

  test("damaged in Maven's own repository, are deleted there and fetched again", async () => {
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

  test("incomplete for a damaged description in Maven's own repository, are fetched past it", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const env = scriptedMaven(`
cp "$WHOLE"/*.jar "$into"
case "$*" in *-Dmaven.repo.local=*) ;; *) rm "$into"/jctools-* ;; esac`);
    expect(await ensure(env)).toBe(true);
    expect(progress).toContain("Maven's local repository is damaged; fetching all jars past it");
    expect(await faultyJars(lib)).toEqual([]);
  });

  test("other than pinned even afresh, are not started", async () => {
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
    expect(isSealed(lib)).toBe(false);
    expect(readdirSync(lib).filter((name) => name.startsWith(".part-"))).toEqual([]);
  });

  test("half fetched by a govgraph that was killed, are fetched anew, and its Maven is ended", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    mkdirSync(join(lib, ".part-0", "jars"), { recursive: true });
    const identityFile = join(lib, ".maven");
    launch("sleep", ["600"], { identityFile, output: "pipe", cwd: "/" });
    while (readIdentity(identityFile) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    const leftover = readIdentity(identityFile)!;
    expect(await ensure(scriptedMaven('cp "$WHOLE"/*.jar "$into"'))).toBe(true);
    expect(isAlive(leftover)).toBe(false);
    expect(existsSync(join(lib, ".part-0"))).toBe(false);
  });

  test("are not fetched any further once told to end", async () => {
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

  test("cannot be fetched without Maven", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    await expect(ensure({ PATH: root })).rejects.toMatchObject({
      message: [
        `Neo4j ${neo4jVersion} is not here yet, and Maven, which fetches it, was not found.`,
        "  found:  no mvn in MAVEN_HOME or on the PATH",
        "  needed: Apache Maven 3.6 or later, once",
        "  ways out:",
        "    1. install Maven (Debian, Ubuntu: apt install maven; macOS: brew install maven) and start again",
        "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that runs already (Neo4j Desktop, a server, Aura)",
        "    3. docker compose up: Neo4j and GovGraph in containers",
      ].join("\n"),
    });
  });

  test("cannot be fetched without a network: Maven's own words are passed on", async () => {
    copyJars();
    rmSync(join(lib, "picocli-4.7.6.jar"));
    const offline =
      "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1 -Daether.connector.http.retryHandler.count=0";
    const MAVEN_OPTS = `-Dmaven.repo.local=${join(root, "empty")} ${offline}`;
    await expect(ensure({ ...process.env, MAVEN_OPTS })).rejects.toMatchObject({
      fault: "MAVEN",
      found: expect.stringMatching(/could not be resolved.*127\.0\.0\.1:1.*refused/),
      remedy: expect.arrayContaining([
        "check the network, or name a mirror or proxy in ~/.m2/settings.xml, and start again; what is fetched is kept",
      ]),
    });
  });
});

test("Maven's output is read for how far it is", () => {
  const downloads = new Downloads(new Map(["b-1.jar", "c-1.jar"].map((name) => [name, ""])));
  expect(downloads.tell(join(root, "none"))).toBe("");
  downloads.read("[INFO] Downloading from central: https://example.org/a/c-1.jar");
  downloads.read("[INFO] Downloaded from central: https://example.org/a/b-1.pom (1.5 kB at 3.0 MB/s)");
  expect(downloads.tell(join(root, "none"))).toBe(
    `Neo4j ${neo4jVersion}: Maven reads what belongs to it; files so far: 1`,
  );
  downloads.read("[INFO] Downloaded from central: https://example.org/a/b-1.jar (1.5 MB at 3.0 MB/s)");
  downloads.read("Downloaded from mirror: https://example.org/a/plugin-1.jar (12 MB at 1.0 MB/s)");
  expect(downloads.tell(join(root, "none"))).toBe(
    `Neo4j ${neo4jVersion}: downloading by Maven, 1 of at most 2 jars, 1.5 of 145 MB`,
  );
  expect(findMaven({ PATH: "/nowhere" })).toBeNull();
});

test("a process is told from a later one with the same id", async () => {
  const child = spawn("sleep", ["600"]);
  const identity = identify(child.pid!)!;
  expect(isAlive(identity)).toBe(true);
  expect(isAlive({ ...identity, mark: `${identity.mark}0` })).toBe(false);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(isAlive(identity)).toBe(false);
  appendFileSync(join(root, "cut"), "123\nboot");
  expect(readIdentity(join(root, "cut"))).toBeNull();
});
