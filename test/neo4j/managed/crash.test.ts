import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folders } from "../../../src/neo4j/managed/folder.js";
import { identify } from "../../../src/neo4j/managed/process.js";
import { readState } from "../../../src/neo4j/managed/state.js";
import { createHome, removeHome, until } from "./home.js";
import { environment, main, ServeProcess } from "./serve.js";

const run = promisify(execFile);
const editions = [2023, 2022, 2021, 2020, 2019, 2018, 2017];

/** One server on one folder. Each test continues where the one before has ended. */
describe.sequential("a server whose Neo4j is killed", { timeout: 200_000 }, () => {
  let home: string;
  let server: ServeProcess;
  let killed: number;

  const instance = () => readState(folders(home)).instance;

  beforeAll(() => {
    home = createHome();
    server = new ServeProcess(home);
  });
  afterAll(async () => {
    server.child.kill("SIGKILL");
    await server.ended;
    await removeHome(home);
  });

  test("answers before", async () => {
    await until("an answer", () => server.years());
    expect(await server.years()).toEqual(editions);
    expect(await server.ready()).toMatchObject({ status: 200 });
  });

  test("says so at /readyz and in its output, while a command that runs meanwhile gets its answer", async () => {
    const { boltPort } = instance()!;
    killed = instance()!.pid;
    process.kill(killed, "SIGKILL");
    const asked = run(process.execPath, [main, "ask", "editions", "--json"], { env: environment(home) });
    const { status, database } = await until("the restart", async () => {
      const ready = await server.ready();
      return ready.database.includes("restarted") && ready;
    });
    expect(status).toBe(503);
    expect(database).toMatch(/^Neo4j ended \(signal SIGKILL\) and is being restarted$/);
    const rows = JSON.parse((await asked).stdout) as { year: number }[];
    expect(rows.map(({ year }) => year)).toEqual(editions);
    expect(instance()).toMatchObject({ boltPort });
    expect(instance()!.pid).not.toBe(killed);
    await until("the report of the restart", () => server.output.includes("Neo4j runs again as process"));
    expect(server.output).toContain("Neo4j ended: signal SIGKILL\n");
  });

  test("answers again over the same port, and that command has not stopped Neo4j", async () => {
    await until("readiness", async () => (await server.ready()).status === 200);
    await until("an answer", () => server.years());
    expect(await server.years()).toEqual(editions);
    const holders = readState(folders(home)).holders.map(({ pid }) => pid);
    expect(holders).toEqual([server.child.pid]);
  });

  test("killed itself, it leaves no Neo4j", async () => {
    const { pid } = instance()!;
    server.child.kill("SIGKILL");
    expect(await server.ended).toBe("SIGKILL");
    await until("the end of Neo4j", () => identify(pid) === null, 20_000);
    // The process that has stopped it writes this down after Neo4j's end.
    await until("the state after it", () => !readState(folders(home)).stopping);
    expect(readState(folders(home))).toMatchObject({ instance: null, holders: [], stopping: false });
  });
});
