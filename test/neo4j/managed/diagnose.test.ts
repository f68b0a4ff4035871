import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { diagnose } from "../../../src/neo4j/managed/diagnose.js";
import { DatabaseError } from "../../../src/neo4j/managed/error.js";
import { folders, prepareFolders, requireSpace } from "../../../src/neo4j/managed/folder.js";
import { acquireDatabase } from "../../../src/neo4j/managed/managed.js";
import { shellCommand } from "../../../src/neo4j/managed/shell.js";

const root = mkdtempSync(join(tmpdir(), "govgraph-diagnose-"));
const options = { home: join(root, "home"), libFolder: inject("neo4jLib"), boltPort: 0, httpPort: 0 };
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("an unused folder is ok if there are Java and jars", async () => {
  const checks = await diagnose(options);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual([
    ...["java", "Java options", "maven", "jars", "folder", "disk", "open files", "Bolt port", "HTTP port"],
    ...["password", "store", "instance", "class-data archive"],
  ]);
});

test("everything that is missing is found at once, each with its remedy", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const home = join(root, "bad");
  const at = folders(home);
  prepareFolders(at);
  writeFileSync(at.password, "password-for-all");
  chmodSync(at.password, 0o644);
  writeFileSync(join(at.data, "neo4j.version"), "2026.09.0\n");
  const checks = await diagnose({
    home,
    boltPort: port,
    httpPort: 0,
    env: { PATH: "/nowhere", _JAVA_OPTIONS: "-Dsecret=1 -Xmx32m" },
    javaFolders: [],
  });
  server.close();
  const wrong = checks.filter(({ ok }) => !ok);
  expect(wrong.map(({ name, found }) => `${name}: ${found}`)).toEqual([
    "java: no java in JAVA_HOME, on the PATH or in the system's folders",
    "Java options: _JAVA_OPTIONS: -Xmx32m",
    "maven: none",
    `jars: no jars in ${at.lib} yet; the first start fetches them`,
    `Bolt port: another program listens on 127.0.0.1:${port}`,
    `password: ${at.password}, mode 0644`,
    `store: The store belongs to another version of Neo4j. Found: a store last opened by Neo4j 2026.09.0 in ${at.data}`,
  ]);
  expect(wrong.every(({ remedy }) => remedy !== null && remedy !== "")).toBe(true);
});

test("a home that cannot be a folder is reported", async () => {
  const home = join(root, "file", "home");
  writeFileSync(join(root, "file"), "");
  const error = await acquireDatabase({ ...options, home, heapMb: 256, onProgress: () => {} }).catch(
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({
    fault: "FOLDER",
    found: `ENOTDIR: not a directory, mkdir '${home}'`,
    needed: "a folder that this user may write",
  });
  expect((await diagnose({ ...options, home })).find(({ name }) => name === "folder")).toMatchObject({
    ok: false,
  });
  const colon = { ...options, home: join(root, "a:b"), heapMb: 256, onProgress: () => {} };
  await expect(acquireDatabase(colon)).rejects.toMatchObject({
    fault: "FOLDER",
    found: `a colon in ${root}/a:b`,
  });
});

test("a disk that is nearly full is reported before anything is written", () => {
  mkdirSync(join(root, "full"));
  expect(() => requireSpace(join(root, "full"), 2 ** 60, "the jars of Neo4j")).toThrow(
    /^The disk is full: there is not enough space for the jars of Neo4j\.\n {2}found: {2}\d+ MiB free on the disk of .*\n {2}needed: 1099511627776 MiB\n/,
  );
});

test("a shell needs a running Neo4j", () => {
  expect(() => shellCommand(options.home)).toThrow("No managed Neo4j runs on this folder.");
});
