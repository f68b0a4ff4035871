import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folders } from "../../../src/neo4j/managed/folder.js";
import { identify } from "../../../src/neo4j/managed/process.js";
import { readState } from "../../../src/neo4j/managed/state.js";
import { databaseStatus } from "../../../src/neo4j/managed/status.js";
import { lengthOf } from "../../long.js";
import { createHome, endNeo4j, removeHome, until } from "./home.js";
import { environment, main, ServeProcess } from "./serve.js";

const run = promisify(execFile);
const editions = [2023, 2022, 2021, 2020, 2019, 2018, 2017];

/** Listens on a port. @returns the server, or false if the port is in use */
function listen(port: number): Promise<Server | false> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

describe.sequential("crashes of the managed Neo4j and of its users", { timeout: 400_000 }, () => {
  let home: string;
  let servers: ServeProcess[];

  const state = () => readState(folders(home));
  const pid = () => state().instance!.pid;
  const command = (...words: string[]) => run(process.execPath, [main, ...words], { env: environment(home) });
  const start = async (settings?: Record<string, string>) => {
    const server = new ServeProcess(home, settings);
    servers.push(server);
    await until("an answer", () => server.years());
    return server;
  };
  /** Kills Neo4j and waits until it runs again. Returns the time from the kill to readiness (milliseconds). */
  const killNeo4j = async (server: ServeProcess, restarts: number) => {
    const began = performance.now();
    process.kill(pid(), "SIGKILL");
    const count = () => server.output.match(/Neo4j runs again as process/g)?.length ?? 0;
    await until("the restart", () => count() >= restarts);
    await until("readiness", async () => (await server.ready()).status === 200);
    return performance.now() - began;
  };

  beforeAll(() => {
    home = createHome();
  });
  beforeEach(() => {
    servers = [];
  });
  afterEach(async () => {
    for (const { child, ended } of servers) {
      child.kill("SIGKILL");
      await ended;
    }
    await endNeo4j(home);
  });
  afterAll(() => removeHome(home));

  test("killed again and again, Neo4j is restarted five times; then serve ends with exit code 3", async () => {
    const server = await start();
    for (let restarts = 1; restarts <= 5; restarts++) {
      await killNeo4j(server, restarts);
      expect(await until("an answer", () => server.years())).toEqual(editions);
    }
    process.kill(pid(), "SIGKILL");
    expect(await server.ended).toBe(3);
    expect(server.output).toContain("Neo4j ended (signal SIGKILL) and is not restarted any more.");
    expect(state()).toMatchObject({ instance: null, holders: [] });
  });

  test("two servers on one folder restart it once, and both answer again", async () => {
    const both = [await start(), await start()];
    const killed = pid();
    process.kill(killed, "SIGKILL");
    for (const server of both) {
      await until("the restart", () => server.output.includes("Neo4j runs again as process"));
      await until("readiness", async () => (await server.ready()).status === 200);
      expect(await until("an answer", () => server.years())).toEqual(editions);
    }
    const restarted = both.map(({ output }) => /runs again as process (\d+)/.exec(output)?.[1]);
    expect(restarted).toEqual([String(pid()), String(pid())]);
    expect(both.filter(({ output }) => output.includes("Neo4j ended: signal SIGKILL"))).toHaveLength(1);
    expect(both.filter(({ output }) => output.includes("Neo4j ended: unknown exit code"))).toHaveLength(1);
    both[0]!.child.kill("SIGTERM");
    expect(await both[0]!.ended).toBe(0);
    expect(await until("an answer", () => both[1]!.years())).toEqual(editions);
  });

  test("a port that is taken meanwhile is waited for", async () => {
    const server = await start();
    const { instance } = state();
    process.kill(instance!.pid, "SIGKILL");
    const blocker = await until("the port", () => listen(instance!.boltPort));
    await until("the failure", () => server.output.includes(`Port ${instance!.boltPort} is taken.`));
    expect((await server.ready()).database).toContain("is being restarted");
    blocker.close();
    expect(await until("an answer", () => server.years())).toEqual(editions);
  });

  test("a stopped Neo4j is resumed by SIGCONT, and one that stays stopped for a minute is restarted", async () => {
    const server = await start();
    const stopped = pid();
    process.kill(stopped, "SIGSTOP");
    await until("503", async () => (await server.ready()).status === 503, 10_000);
    await sleep(5_000);
    process.kill(stopped, "SIGCONT");
    expect(await until("an answer", () => server.years())).toEqual(editions);
    expect(pid()).toBe(stopped);
    process.kill(stopped, "SIGSTOP");
    await until("the restart", () => server.output.includes("Neo4j runs again as process"), 200_000);
    expect(server.output).toContain("Neo4j ended: no answer for a minute, so GovGraph ended it");
    expect(identify(stopped)).toBeNull();
    expect(await until("an answer", () => server.years())).toEqual(editions);
  });

  test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
    "%s ends serve and its Neo4j in order",
    async (signal) => {
      const server = await start();
      const neo4j = pid();
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      expect(identify(neo4j)).toBeNull();
    },
  );

  test.each(["SIGTERM", "SIGHUP", "SIGINT"].slice(0, lengthOf(1, 3)) as NodeJS.Signals[])(
    "%s ends every other command and its Neo4j",
    async (signal) => {
      await command("ask", "meta");
      for (const words of [["ask", "dataQuality"], ["load"], ["verify"], ["export"], ["neo4j", "start"]]) {
        const child = spawn(process.execPath, [main, ...words], { env: environment(home), stdio: "ignore" });
        const exit = once(child, "exit");
        await until("the hold", () => state().holders.some((holder) => holder.pid === child.pid));
        const neo4j = pid();
        child.kill(signal);
        expect(await exit, words.join(" ")).toEqual([130, null]);
        expect(identify(neo4j), words.join(" ")).toBeNull();
      }
    },
  );

  test.each(["SIGTERM", "SIGHUP"] as const)("%s ends cypher-shell and its Neo4j", async (signal) => {
    const child = spawn(process.execPath, [main, "neo4j", "shell"], {
      env: environment(home),
      stdio: ["pipe", "ignore", "ignore"],
    });
    const exit = once(child, "exit");
    const shell = await until("cypher-shell", () => childOf(child));
    const neo4j = pid();
    child.kill(signal);
    await exit;
    expect(identify(neo4j)).toBeNull();
    expect(identify(shell)).toBeNull();
  });

  test("a killed server leaves a Neo4j that another process uses, or that neo4j start has started", async () => {
    const both = [await start(), await start()];
    const neo4j = pid();
    both[0]!.child.kill("SIGKILL");
    await sleep(3_000);
    expect(await until("an answer", () => both[1]!.years())).toEqual(editions);
    await command("neo4j", "start");
    both[1]!.child.kill("SIGKILL");
    await both[1]!.ended;
    await sleep(3_000);
    expect(await databaseStatus(home)).toMatchObject({ running: true, pid: neo4j, keep: true, holders: [] });
    await command("neo4j", "stop");
    expect(identify(neo4j)).toBeNull();
  });

  test("a second SIGTERM ends a command at once; its Neo4j ends as well", async () => {
    const server = await start();
    const neo4j = pid();
    process.kill(neo4j, "SIGSTOP");
    server.child.kill("SIGTERM");
    await sleep(300);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(130);
    await until("the end of Neo4j", () => identify(neo4j) === null, 30_000);
  });

  test("right after a crash, ask gets its answer on a busy machine", async () => {
    await command("neo4j", "start");
    const busy: ChildProcess[] = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
    );
    try {
      process.kill(pid(), "SIGKILL");
      const began = performance.now();
      const { stdout } = await command("ask", "editions", "--json");
      console.log(`ask after a crash with 6 busy processes: ${Math.round(performance.now() - began)} ms`);
      expect((JSON.parse(stdout) as { year: number }[]).map(({ year }) => year)).toEqual(editions);
    } finally {
      for (const child of busy) child.kill("SIGKILL");
    }
    await command("neo4j", "stop");
  });

  test("a deleted folder of states does not keep serve from ending its Neo4j", async () => {
    const server = await start();
    const neo4j = pid();
    rmSync(folders(home).run, { recursive: true });
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(identify(neo4j)).toBeNull();
  });
});

/** The Java process that a process has started; null if there is none. */
async function childOf({ pid }: ChildProcess): Promise<number | null> {
  const { stdout } = await run("ps", ["-e", "-o", "pid=,ppid=,args="]);
  for (const line of stdout.split("\n")) {
    const [child, parent, ...words] = line.trim().split(/\s+/);
    if (Number(parent) === pid && words.join(" ").includes("shell.args")) return Number(child);
  }
  return null;
}
