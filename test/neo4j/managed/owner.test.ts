import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import { diagnose } from "../../../src/neo4j/managed/diagnose.js";
import { type Folders, folders, prepareFolders } from "../../../src/neo4j/managed/folder.js";
import { isVerified } from "../../../src/neo4j/managed/jars.js";
import { withLock } from "../../../src/neo4j/managed/lock.js";
import { acquireDatabase } from "../../../src/neo4j/managed/managed.js";
import { isRunning, launch, type ProcessIdentity, readIdentity } from "../../../src/neo4j/managed/process.js";
import { shellCommand } from "../../../src/neo4j/managed/shell.js";
import { jvmIdentityFile, stateFile, stateLock } from "../../../src/neo4j/managed/state.js";
import { databaseStatus } from "../../../src/neo4j/managed/status.js";
import { stopDatabase } from "../../../src/neo4j/managed/stop.js";
import { until } from "./home.js";

const root = mkdtempSync(join(tmpdir(), "govgraph-owner-"));
const isRoot = process.geteuid!() === 0;
const other = "user 65534";
let at: Folders;
let count = 0;
/** A process in place of Neo4j: whatever happens to the files, it must survive. */
let jvm: ProcessIdentity;
let ending: ProcessIdentity[] = [];

const acquire = (home = at.home) =>
  acquireDatabase({
    home,
    libFolder: inject("neo4jLib"),
    boltPort: 0,
    httpPort: 0,
    heapMb: 256,
    onProgress: () => {},
  });

/** The state of a Neo4j that this process holds. */
const running = () => ({
  instance: {
    ...jvm,
    version: "5.26.30",
    java: { command: "/bin/java", home: "/", major: 17, version: "17" },
    lib: at.lib,
    boltPort: 1,
    httpPort: 2,
    since: "2026-11-30T00:00:00.000Z",
  },
  holders: [],
  keep: false,
  stopping: false,
  lastPorts: { bolt: 1, http: 2 },
});

/**
 * Gives a file to another user. Without root's rights, a link to a file of root takes its place: what counts is the owner
 * of the file behind it.
 */
function giveAway(path: string): string {
  if (isRoot) {
    chownSync(path, 65534, 65534);
    return other;
  }
  rmSync(path, { recursive: true });
  symlinkSync("/etc/hostname", path);
  return "root";
}

beforeEach(async () => {
  count += 1;
  at = folders(join(root, String(count)));
  prepareFolders(at);
  writeFileSync(at.password, "password-of-a-store", { mode: 0o600 });
  mkdirSync(join(at.data, "databases"));
  writeFileSync(join(at.data, "databases", "store"), "");
  writeFileSync(join(at.conf, "neo4j.conf"), "");
  launch("sleep", ["600"], { identityFile: jvmIdentityFile(at), output: "pipe", cwd: "/" }).unref();
  jvm = await until("the process", () => readIdentity(jvmIdentityFile(at)));
  ending.push(jvm);
  writeFileSync(stateFile(at), JSON.stringify(running()), { mode: 0o600 });
});
afterAll(() => {
  for (const { pid } of ending) process.kill(pid, "SIGKILL");
  ending = [];
  rmSync(root, { recursive: true, force: true });
});

/** Every way to use a home folder. */
const uses: [string, () => Promise<unknown>][] = [
  ["start", () => acquire()],
  ["status", () => databaseStatus(at.home)],
  ["stop", () => stopDatabase(at.home)],
  ["stop --if-unused", () => stopDatabase(at.home, { ifUnused: true })],
  ["shell", async () => shellCommand(at.home)],
];

async function expectRefusal(fault: string, ...texts: (string | RegExp)[]) {
  const before = readdirSync(at.home, { recursive: true });
  for (const [name, use] of uses) {
    const error = await use().catch((reason: unknown) => reason as Error);
    expect(error, name).toMatchObject({ name: "DatabaseError", fault });
    for (const text of texts) expect((error as Error).message, name).toMatch(text);
    expect(isRunning(jvm), `Neo4j runs after ${name}`).toBe(true);
  }
  expect(readdirSync(at.home, { recursive: true })).toEqual(before);
  const checks = await diagnose({ home: at.home, boltPort: 0, httpPort: 0 });
  expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toContain("instance");
}

describe("a file of another user is refused, and nothing is ended or changed", () => {
  const files: [string, (folders: Folders) => string][] = [
    ["the state", stateFile],
    ["the lock", stateLock],
    ["the identity of the JVM", jvmIdentityFile],
    ["the password", ({ password }) => password],
    ["the configuration", ({ conf }) => join(conf, "neo4j.conf")],
    ["the store", ({ data }) => join(data, "databases", "store")],
  ];

  test.each(files)("%s", async (_, path) => {
    if (!existsSync(path(at))) writeFileSync(path(at), "");
    const owner = giveAway(path(at));
    await expectRefusal(
      "FOLDER",
      `${path(at)} belongs to another user.`,
      `owner ${owner}; this command runs as`,
    );
  });

  test("the home folder itself, with the whole message", async () => {
    const home = isRoot ? at.home : "/usr";
    if (isRoot) chownSync(home, 65534, 65534);
    const owner = isRoot ? other : "root";
    const user = isRoot ? "root" : `user ${process.geteuid!()}`;
    await expect(acquire(home)).rejects.toMatchObject({
      message: [
        `${home} belongs to another user.`,
        `  found:  owner ${owner}; this command runs as ${user}`,
        "  needed: one user for all files of GOVGRAPH_HOME",
        "  ways out:",
        `    1. run the command as ${owner}`,
        "    2. set GOVGRAPH_HOME to a folder of your own",
        `    3. change the owner while nothing uses the folder: sudo chown -R ${process.geteuid!()} ${home}`,
        "    4. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
        "    5. docker compose up: Neo4j and GovGraph in containers",
      ].join("\n"),
    });
    expect(isRunning(jvm)).toBe(true);
  });

  test("the list of verified jars: the jars are verified again", () => {
    const lib = join(root, `lib-${count}`);
    mkdirSync(lib);
    writeFileSync(join(lib, "verified.json"), "{");
    expect(isVerified(lib)).toBe(false);
    rmSync(join(lib, "verified.json"));
    mkdirSync(join(lib, "verified.json"));
    expect(isVerified(lib)).toBe(false);
  });
});

describe("a state that cannot be read is an error with its reason", () => {
  test.each([
    ["empty", () => "", "an empty file"],
    ["cut short", (text: string) => text.slice(0, 40), /Unterminated|Unexpected end|Expected/],
    ["no JSON", () => "pid 12", /Unexpected token|is not valid JSON/],
    ["JSON of another kind", () => "[]", "expected object, received array"],
    [
      "without the start time",
      (text: string) => text.replace("startTime", "mark"),
      "instance.startTime: Invalid input: expected string",
    ],
    [
      "with a process id of text",
      (text: string) => text.replace(/"pid":\d+/, '"pid":"1"'),
      "instance.pid: Invalid input: expected number",
    ],
  ])("%s", async (_, damage, reason) => {
    writeFileSync(stateFile(at), damage(readFileSync(stateFile(at), "utf8")));
    await expectRefusal("STATE", `${stateFile(at)} is damaged.`, reason, `its Neo4j (process ${jvm.pid})`);
  });

  test("a mode that forbids reading", async () => {
    chmodSync(stateFile(at), 0o000);
    await expectRefusal("FOLDER", `${stateFile(at)} cannot be read.`, "mode 0000");
  });

  test("a folder in its place", async () => {
    rmSync(stateFile(at));
    mkdirSync(stateFile(at));
    await expectRefusal("FOLDER", `${stateFile(at)} cannot be read.`, "EISDIR");
  });

  test("missing while Neo4j runs: other processes may use it", async () => {
    rmSync(stateFile(at));
    await expect(acquire()).rejects.toMatchObject({
      fault: "STATE",
      found: `process ${jvm.pid}, started by an earlier govgraph command`,
    });
    expect(isRunning(jvm)).toBe(true);
  });
});

test("a lock that cannot be read is an error, and stays", async () => {
  const file = join(root, `lock-${count}`);
  mkdirSync(file);
  await expect(withLock(file, async () => {})).rejects.toMatchObject({
    fault: "FOLDER",
    problem: `${file} cannot be used.`,
  });
  expect(existsSync(file)).toBe(true);
});
