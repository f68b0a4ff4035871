import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DownloadProgress } from "../../../src/neo4j/managed/downloads.js";
import { ensureJars } from "../../../src/neo4j/managed/fetch.js";
import { classPath, isVerified, jarCount } from "../../../src/neo4j/managed/jars.js";
import { findJava, type Java } from "../../../src/neo4j/managed/java.js";
import { findMaven } from "../../../src/neo4j/managed/maven.js";
import { neo4jVersion, pomFile, readChecksums, readVersion } from "../../../src/neo4j/managed/pom.js";
import { identify, isRunning, readIdentity } from "../../../src/neo4j/managed/process.js";

const whole = inject("neo4jLib");
const root = mkdtempSync(join(tmpdir(), "govgraph-jars-"));
const lib = join(root, "lib");
let java: Java;
const progress: string[] = [];

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

function ensure(folder = lib) {
  return ensureJars({
    lib: folder,
    mavenRepository: join(root, "maven-repository"),
    java,
    env: process.env,
    onProgress: (message) => progress.push(message),
  });
}

beforeAll(async () => {
  java = await findJava({ required: process.env.NEO4J_JAVA_HOME || undefined });
  await ensure(whole);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("the jars are pinned for the version of the pom", () => {
  const pom = readFileSync(pomFile, "utf8");
  expect(readVersion(pom)).toBe(neo4jVersion);
  expect(classPath("/lib")).toContain(`/lib/neo4j-server-${neo4jVersion}.jar`);
  expect(classPath("/lib")).toContain(`/lib/cypher-shell-${neo4jVersion}.jar`);
  expect(jarCount).toBeGreaterThan(200);
  expect(() => readChecksums("abc  x.jar\n")).toThrow(
    'jars.sha256:1: expected a SHA-256 and a jar, got "abc  x.jar"',
  );
});

test("verified jars are used unchanged", async () => {
  copyJars();
  expect(isVerified(lib)).toBe(true);
  expect(await ensure()).toBe(false);
  expect(progress).toEqual([]);
});

test("signed jars are used without their signature", async () => {
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
  expect(isVerified(lib)).toBe(false);
  expect(await ensure()).toBe(true);
  expect(progress).toEqual([]);
  expect(readFileSync(copy).equals(readFileSync(join(whole, "unsigned", jar)))).toBe(true);
  expect(statSync(copy).mtimeMs).toBe(statSync(join(whole, "unsigned", jar)).mtimeMs);
});

test("progress is read from Maven's output", () => {
  const downloads = new DownloadProgress(new Map(["b-1.jar", "c-1.jar"].map((name) => [name, ""])));
  expect(downloads.describe(join(root, "none"))).toBe("");
  downloads.read("[INFO] Downloading from central: https://example.org/a/c-1.jar");
  downloads.read("[INFO] Downloaded from central: https://example.org/a/b-1.pom (1.5 kB at 3.0 MB/s)");
  expect(downloads.describe(join(root, "none"))).toBe(
    `Neo4j ${neo4jVersion}: Maven reads the list of jars; files so far: 1`,
  );
  downloads.read("[INFO] Downloaded from central: https://example.org/a/b-1.jar (1.5 MB at 3.0 MB/s)");
  downloads.read("Downloaded from mirror: https://example.org/a/plugin-1.jar (12 MB at 1.0 MB/s)");
  expect(downloads.describe(join(root, "none"))).toBe(
    `Neo4j ${neo4jVersion}: Maven downloads, 1 of at most 2 jars, 1.5 of 145 MB`,
  );
  expect(findMaven({ PATH: "/nowhere" })).toBeNull();
});

test("a process is distinguished from a later one with the same id", async () => {
  const child = spawn("sleep", ["600"]);
  const identity = identify(child.pid!)!;
  expect(isRunning(identity)).toBe(true);
  expect(isRunning({ ...identity, startTime: `${identity.startTime}0` })).toBe(false);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(isRunning(identity)).toBe(false);
  appendFileSync(join(root, "cut"), "123\nboot");
  expect(readIdentity(join(root, "cut"))).toBeNull();
});
