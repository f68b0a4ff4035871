import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findJava, majorVersion, systemJavaFolders } from "../../../src/neo4j/managed/java.js";

const root = mkdtempSync(join(tmpdir(), "govgraph-java-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A Java home whose java does what the script says. @returns the home */
function javaHome(name: string, script: string, mode = 0o755): string {
  const bin = join(root, name, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "java"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, "java"), mode);
  return join(root, name);
}

const says = (version: string) => `echo 'openjdk version "${version}"' >&2`;
const old = javaHome("old", says("11.0.1"));
const broken = javaHome("broken", "echo 'no such library' >&2; exit 1");
const fits = javaHome("fits", says("21.0.9"));
const nowhere = { PATH: join(root, "empty") };

const otherWays = [
  "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
  "    3. docker compose up: Neo4j and GovGraph in containers",
];

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25-ea" 2025-09-16', 25],
  ['java version "1.8.0_402"', 8],
  ["The operation couldn't be completed. Unable to locate a Java Runtime.", null],
])("%s is Java %s", (text, major) => {
  expect(majorVersion(text)).toBe(major);
});

test("no Java at all: what to install, and the two ways without Java", async () => {
  await expect(findJava({ env: nowhere, systemFolders: [] })).rejects.toMatchObject({
    message: [
      "Neo4j needs Java, and no suitable Java was found.",
      "  found:  no java in JAVA_HOME, on the PATH or in the system's folders",
      "  needed: Java 17, 21 or 25",
      "  ways out:",
      "    1. install Java 17 (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17), or set NEO4J_JAVA_HOME to its folder",
      ...otherWays,
    ].join("\n"),
  });
});

test("every unsuitable Java is listed with the reason", async () => {
  const env = { JAVA_HOME: join(root, "gone"), PATH: join(old, "bin") };
  const systemFolders = [join(root, "system")];
  javaHome("system/one", "exit 0");
  await expect(findJava({ env, systemFolders })).rejects.toMatchObject({
    fault: "JAVA",
    found: [
      `JAVA_HOME=${root}/gone: no such file`,
      `java on the PATH (${old}/bin/java): Java 11 (openjdk version "11.0.1")`,
      `${root}/system/one/bin/java: prints no version: `,
    ].join("\n"),
  });
});

test("no other Java replaces a required one that is unsuitable", async () => {
  const env = { JAVA_HOME: fits, PATH: join(fits, "bin") };
  await expect(findJava({ required: old, env })).rejects.toMatchObject({
    message: [
      "Neo4j needs Java, and no suitable Java was found.",
      `  found:  NEO4J_JAVA_HOME=${old}: Java 11 (openjdk version "11.0.1")`,
      "  needed: Java 17, 21 or 25",
      "  ways out:",
      "    1. set NEO4J_JAVA_HOME to the folder of a suitable Java, or unset it so that GovGraph looks for one",
      ...otherWays,
    ].join("\n"),
  });
  const locked = javaHome("locked", says("17.0.1"), 0o644);
  await expect(findJava({ required: locked, env })).rejects.toMatchObject({
    found: expect.stringContaining("cannot be run: spawn"),
  });
  await expect(findJava({ required: broken, env })).rejects.toMatchObject({
    found: `NEO4J_JAVA_HOME=${broken}: cannot be run: no such library`,
  });
});

test("JAVA_HOME comes before the PATH, and the PATH before the system; an unsuitable Java is skipped", async () => {
  const env = { JAVA_HOME: fits, PATH: join(old, "bin") };
  expect(await findJava({ env, systemFolders: [] })).toMatchObject({ home: fits, major: 21 });
  const turned = { JAVA_HOME: old, PATH: `${join(broken, "bin")}:${join(fits, "bin")}` };
  await expect(findJava({ env: turned, systemFolders: [] })).rejects.toMatchObject({ fault: "JAVA" });
  expect(await findJava({ env: turned, systemFolders: [root] })).toMatchObject({ home: fits });
});

test("options in the environment that Java refuses are named, without their secrets", async () => {
  const refuses = `echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Dkey=secret -Xnonsense' >&2
echo 'Unrecognized option: -Xnonsense' >&2; exit 1`;
  const home = javaHome("options", refuses);
  await expect(findJava({ required: home, env: nowhere })).rejects.toMatchObject({
    problem: "Java cannot run Neo4j with the options in JDK_JAVA_OPTIONS.",
    found: `NEO4J_JAVA_HOME=${home}: cannot be run: NOTE: Picked up JDK_JAVA_OPTIONS: … -Xnonsense; Unrecognized option: -Xnonsense`,
  });
});

test("the Java of this machine is found", async () => {
  const java = await findJava({ required: process.env.NEO4J_JAVA_HOME || undefined });
  expect([17, 21, 25]).toContain(java.major);
  expect(systemJavaFolders).toContain("/usr/lib/jvm");
});
