import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { describeErrors, repositoryOptions } from "../../../src/neo4j/managed/maven.js";

const root = mkdtempSync(join(tmpdir(), "govgraph-maven-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("Maven's reason is found among its other lines", () => {
  const lines = [
    "[INFO] Scanning for projects...",
    "[ERROR] Could not create local repository at /nonexistent/.m2/repository -> [Help 1]",
    "[ERROR] ",
    "[ERROR] Re-run Maven using the -X switch to enable full debug logging.",
    "[FATAL] Non-readable settings /etc/settings.xml",
  ];
  expect(describeErrors(lines)).toBe(
    "Could not create local repository at /nonexistent/.m2/repository\nNon-readable settings /etc/settings.xml",
  );
});

test("without an error line, the last lines are the reason", () => {
  expect(describeErrors(["The JAVA_HOME environment variable is not defined correctly", ""])).toBe(
    "The JAVA_HOME environment variable is not defined correctly",
  );
});

test("Maven gets a repository of GovGraph only if the user's own cannot be written", () => {
  const fallback = join(root, "maven-repository");
  const own = [`-Dmaven.repo.local=${fallback}`];
  // Root may write anywhere except where no folder can be, as below a file.
  symlinkSync("/etc/hostname", join(root, "file"));
  mkdirSync(join(root, "locked"));
  chmodSync(join(root, "locked"), 0o555);
  const unusable = process.geteuid!() === 0 ? join(root, "file", "home") : join(root, "locked");
  expect(repositoryOptions(fallback, {}, root)).toEqual([]);
  expect(repositoryOptions(fallback, {}, null)).toEqual(own);
  expect(repositoryOptions(fallback, {}, unusable)).toEqual(own);
  const MAVEN_OPTS = "-Xmx1g -Dmaven.repo.local=/elsewhere";
  expect(repositoryOptions(fallback, { MAVEN_OPTS }, null)).toEqual([]);
});
