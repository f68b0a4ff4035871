import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DatabaseError } from "../../../src/neo4j/managed/error.js";
import { folders } from "../../../src/neo4j/managed/folder.js";
import { acquireDatabase } from "../../../src/neo4j/managed/managed.js";
import type { AcquireOptions } from "../../../src/neo4j/managed/options.js";
import {
  identify,
  isRunning,
  type ProcessIdentity,
  readIdentity,
} from "../../../src/neo4j/managed/process.js";
import { shellCommand } from "../../../src/neo4j/managed/shell.js";
import { jvmIdentityFile } from "../../../src/neo4j/managed/state.js";
import { databaseStatus } from "../../../src/neo4j/managed/status.js";
import { stopDatabase } from "../../../src/neo4j/managed/stop.js";
import { Holder } from "./holder.js";
import { removeHome, until } from "./home.js";

// A path that must be quoted in every file.
const home = mkdtempSync(join(tmpdir(), "govgraph 政务 #1'-"));
const at = folders(home);
const settings = { home, libFolder: inject("neo4jLib"), boltPort: 0, httpPort: 0, heapMb: 256 };
const progress: string[] = [];
const options: AcquireOptions = { ...settings, onProgress: (message) => progress.push(message) };

/** Runs one statement over the driver. Returns the first row. */
async function ask(uri: string, password: string, statement: string): Promise<Record<string, unknown>> {
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(statement, {}, { database: "neo4j" });
    return records[0]?.toObject() ?? {};
  } finally {
    await driver.close();
  }
}

/** One folder. Each test continues where the one before has ended. */
describe.sequential("the life cycle of the managed Neo4j", { timeout: 200_000 }, () => {
  let stray: ProcessIdentity;
  let first: Holder;
  let second: Holder;
  let pid: number;
  let password: string;

  beforeAll(() => rmSync(home, { recursive: true, force: true }));
  afterAll(async () => {
    await removeHome(home);
  });

  test("a process killed during the start leaves a JVM with a known identity", async () => {
    const killed = new Holder(settings);
    stray = await until("the JVM's identity", () => readIdentity(jvmIdentityFile(at)));
    await killed.kill();
    expect(isRunning(stray)).toBe(true);
    expect(await databaseStatus(home)).toMatchObject({ running: false, busyWith: null });
  });

  test("two processes that start at the same time end that JVM and share a new one", async () => {
    first = new Holder(settings);
    second = new Holder(settings);
    await first.next("progress");
    expect([first.child.pid, second.child.pid]).toContain((await databaseStatus(home)).busyWith);
    const [one, other] = await Promise.all([first.next("uri"), second.next("uri")]);
    expect(one.pid).toBe(other.pid);
    expect(one.uri).toBe(other.uri);
    expect(isRunning(stray)).toBe(false);
    const messages = [...first.events, ...second.events].map((event) => event.progress ?? "");
    expect(messages.filter((message) => message.startsWith("starting Neo4j"))).toHaveLength(1);
    expect(messages.some((message) => message.startsWith("waiting for process"))).toBe(true);
    pid = one.pid!;
  });

  test("only the owner may read the files", () => {
    for (const path of [home, at.neo4j, at.data, at.run])
      expect(statSync(path).mode & 0o777, path).toBe(0o700);
    for (const path of [at.password, join(at.conf, "neo4j.conf")]) {
      expect(statSync(path).mode & 0o777, path).toBe(0o600);
    }
  });

  test("a release does not stop it while another process holds it, and the next process uses it after a kill", async () => {
    await first.release();
    await second.kill();
    expect(identify(pid)).not.toBeNull();
    const database = await acquireDatabase(options);
    expect(database.pid).toBe(pid);
    password = database.password;
    expect((await databaseStatus(home)).holders).toEqual([process.pid]);
    await ask(database.uri, password, "CREATE (:Committed {before: 'kept'})");
    await database.keep();
    await database.release();
  });

  test("with keep it runs without a holder, and the status says so", async () => {
    const status = await databaseStatus(home);
    expect(status).toMatchObject({
      running: true,
      answers: true,
      pid,
      keep: true,
      holders: [],
      storeVersion: "5.26.30",
    });
    expect(status.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
  });

  test("it answers over neo4j:// too, and reads no files and no web pages", async () => {
    const { uri } = await databaseStatus(home);
    const routed = uri!.replace("bolt:", "neo4j:");
    expect(await ask(routed, password, "MATCH (n:Committed) RETURN n.before AS before")).toEqual({
      before: "kept",
    });
    const page = ask(uri!, password, "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row");
    await expect(page).rejects.toThrow("internal.dbms.cypher_ip_blocklist");
    const file = ask(uri!, password, "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row");
    await expect(file).rejects.toThrow("dbms.security.allow_csv_import_from_file_urls");
  });

  test("Neo4j Browser is served and points to this Neo4j", async () => {
    const { browserUrl, uri } = await databaseStatus(home);
    const page = await fetch(browserUrl!);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Neo4j Browser</title>");
    // Without it, the page loads fonts and a statistics script from other hosts.
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self'; script-src 'self' /);
    const root = (await (
      await fetch(new URL("/", browserUrl!), { headers: { accept: "application/json" } })
    ).json()) as {
      bolt_direct: string;
    };
    expect(root.bolt_direct).toBe(uri);
  });

  test("cypher-shell runs a file with a parameter line; the password is not in its arguments", async () => {
    const file = join(home, "question.cypher");
    writeFileSync(file, "// Who?\n:param {name: '广州'}\nRETURN $name AS name, 1 + 1 AS two;\n");
    const { command, args, env } = shellCommand(home, ["--format", "plain", "-f", file]);
    expect(args.join(" ")).not.toContain(password);
    const output = await new Promise<string>((resolve, reject) => {
      execFile(command, [...args], { env }, (error, stdout, stderr) =>
        error === null ? resolve(stdout) : reject(new Error(stderr)),
      );
    });
    expect(output).toBe('name, two\n"广州", 2\n');
  });

  test("a changed password file is reported as that", async () => {
    writeFileSync(at.password, "another-password");
    await expect(acquireDatabase(options)).rejects.toMatchObject({
      fault: "PASSWORD",
      found: `a password that Neo4j refuses with Neo.ClientError.Security.Unauthorized (${at.password}), and a store with a password (${at.data})`,
    });
    writeFileSync(at.password, password);
  });

  test("it stops within five seconds", async () => {
    const began = Date.now();
    expect(await stopDatabase(home)).toEqual({ wasRunning: true, holders: [] });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(identify(pid)).toBeNull();
    expect(await stopDatabase(home)).toEqual({ wasRunning: false, holders: [] });
  });

  test("a required port that is taken is an error", async () => {
    const { createServer } = await import("node:net");
    const server = createServer().listen(0, "127.0.0.1");
    await until("the listener", () => server.listening);
    const { port } = server.address() as { port: number };
    await expect(acquireDatabase({ ...options, boltPort: port })).rejects.toMatchObject({
      message: [
        `Port ${port} is taken.`,
        `  found:  another program listens on 127.0.0.1:${port}`,
        `  needed: the port that is required by NEO4J_BOLT_PORT=${port}`,
        "  ways out:",
        "    1. end that program, or set NEO4J_BOLT_PORT and NEO4J_HTTP_PORT to other ports (unset: any free port)",
        "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
        "    3. docker compose up: Neo4j and GovGraph in containers",
      ].join("\n"),
    });
    server.close();
  });

  test("an abort during the start ends the JVM", async () => {
    const controller = new AbortController();
    const starting = acquireDatabase({ ...options, signal: controller.signal });
    const jvm = await until("the JVM's identity", () => readIdentity(jvmIdentityFile(at)));
    controller.abort(new Error("interrupted"));
    await expect(starting).rejects.toThrow("interrupted");
    expect(isRunning(jvm)).toBe(false);
  });

  test("after a kill it starts again on the same ports with all committed data", async () => {
    const database = await acquireDatabase(options);
    await ask(database.uri, database.password, "CREATE (:Committed {before: 'the kill'})");
    process.kill(database.pid, "SIGKILL");
    await until("the end of the JVM", () => identify(database.pid) === null);
    const again = await acquireDatabase(options);
    expect(again.pid).not.toBe(database.pid);
    expect(again.uri).toBe(database.uri);
    expect(await ask(again.uri, again.password, "MATCH (n:Committed) RETURN count(n) AS count")).toEqual({
      count: 2,
    });
    await Promise.all([database.release(), again.release()]);
    expect(identify(again.pid)).toBeNull();
  });

  test("a store without its password file is not started", async () => {
    rmSync(at.password);
    const error = await acquireDatabase(options).catch((reason: unknown) => reason as DatabaseError);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({
      fault: "PASSWORD",
      needed: "the password with which the store was first started",
    });
    writeFileSync(at.password, password, { mode: 0o600 });
  });

  test("a store of another line is not opened", async () => {
    writeFileSync(join(at.data, "neo4j.version"), "2026.09.0\n");
    await expect(acquireDatabase(options)).rejects.toMatchObject({
      fault: "STORE",
      found: `a store last opened by Neo4j 2026.09.0 in ${at.data}`,
      needed: "a store of Neo4j 5.26; this GovGraph uses 5.26.30",
    });
  });
});
