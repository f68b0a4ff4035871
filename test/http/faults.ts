import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { load } from "../../src/load/load.js";
import { Graph } from "../../src/neo4j/client.js";
import { acquireDatabase, type ManagedDatabase } from "../../src/neo4j/managed/managed.js";
import { buildSchema } from "../../src/schema/schema.js";
import { dataElements, loadedGraph } from "../graph.js";
import { isFull } from "../long.js";
import { BoltProxy } from "./proxy.js";
import { ask, type Serving, serve, until } from "./serving.js";

const deadlineMs = 3_000;
/** What a test adds to a promise for a busy machine (milliseconds). */
const slackMs = 1_500;
const poolSize = 5;
const question = "{ leaders(level: CITY, edition: 2022, atLeast: 3) { total } }";

/** A fault between GovGraph and Neo4j, or of Neo4j itself. */
interface Fault {
  begin(): void | Promise<void>;
  /** How long the right answer may take after the fault (milliseconds). */
  readonly answersWithinMs?: number;
  /** Ends when Neo4j accepts connections again. */
  end(): void | Promise<void>;
  /** Whether questions can be answered during the fault. */
  readonly isPassable?: boolean;
  /** The most connections that the driver can leave open: those whose handshake is never answered. */
  readonly leftOver?: number;
}

/** What can happen to the connections, by name. */
export const networkFaults: Readonly<Record<string, (proxy: BoltProxy) => Fault>> = {
  "refuses connections": (proxy) => ({ begin: () => proxy.close(), end: () => proxy.open() }),
  "resets connections": (proxy) => ({
    begin: () => proxy.cut(),
    end: () => {},
    isPassable: true,
  }),
  "swallows everything": (proxy) => ({ begin: () => proxy.swallow(), end: () => proxy.resume() }),
  "swallows everything on connections that never come back": (proxy) => ({
    begin: () => proxy.swallow(),
    end: () => proxy.abandon(),
    leftOver: 15,
  }),
  "is slow": (proxy) => ({
    begin: () => proxy.delay(200),
    end: () => proxy.delay(0),
    isPassable: true,
  }),
  "answers with garbage": (proxy) => ({ begin: () => proxy.garble(true), end: () => proxy.garble(false) }),
};

/** Tests what becomes of questions while the network in front of Neo4j fails, in these ways, so many times each. */
export function describeNetworkFaults(names: readonly string[], rounds: number): void {
  describe("the network to Neo4j", () => {
    let proxy: BoltProxy;
    let serving: Serving;
    beforeAll(async () => {
      await (await loadedGraph()).close();
      proxy = new BoltProxy(inject("neo4j").uri);
      await proxy.open();
      serving = await serveThrough(proxy);
    });
    afterAll(async () => {
      await serving.stop();
      await proxy.close();
    });

    it.each(names)("%s", { timeout: 600_000 }, async (name) => {
      const fault = networkFaults[name]?.(proxy);
      if (fault === undefined) throw new Error(`no fault ${name}`);
      for (let round = 0; round < rounds; round++) await suffer(serving, proxy, fault);
    });
  });
}

/** Tests what becomes of questions while a Neo4j of the test's own is killed or stands still, so many times. */
export function describeProcessFaults(rounds: number): void {
  describe("Neo4j itself", () => {
    const home = mkdtempSync(join(tmpdir(), "govgraph-fault-"));
    let database: ManagedDatabase;
    let proxy: BoltProxy;
    let serving: Serving;
    beforeAll(async () => {
      database = await acquireDatabase({
        home,
        libFolder: inject("neo4jLib"),
        javaHome: process.env.NEO4J_JAVA_HOME || undefined,
        boltPort: 0,
        httpPort: 0,
        heapMb: 256,
        onProgress: () => {},
      });
      // The properties of the database are getters, which a spread leaves out.
      const { uri, user, password, database: name } = database;
      const graph = Graph.open({ uri, user, password, database: name, poolSize: 5, timeoutMs: 30_000 });
      await load(graph, dataElements(), { replace: true });
      await graph.close();
      proxy = new BoltProxy(database.uri);
      await proxy.open();
      serving = await serveThrough(proxy, database);
    });
    afterAll(async () => {
      await serving?.stop();
      await proxy?.close();
      await database?.release();
      rmSync(home, { recursive: true, force: true });
    });

    it("is killed and started again", { timeout: 1_200_000 }, async () => {
      const fault: Fault = {
        // A new Neo4j has no plans, and its Java has compiled nothing; npm run chaos is for a quiet machine.
        answersWithinMs: isFull ? 5_000 : 30_000,
        begin: () => {
          process.kill(database.pid, "SIGKILL");
        },
        end: async () => {
          const limit = AbortSignal.timeout(150_000);
          await database.waitForEnd(limit);
          await database.restart(limit);
        },
      };
      for (let round = 0; round < rounds; round++) await suffer(serving, proxy, fault);
    });

    it("stands still and goes on", { timeout: 1_200_000 }, async () => {
      const fault: Fault = {
        begin: () => {
          process.kill(database.pid, "SIGSTOP");
        },
        end: () => {
          process.kill(database.pid, "SIGCONT");
        },
      };
      for (let round = 0; round < rounds; round++) await suffer(serving, proxy, fault);
    });
  });
}

async function serveThrough(proxy: BoltProxy, login?: ManagedDatabase): Promise<Serving> {
  return serve({
    schema: await buildSchema(),
    uri: proxy.uri,
    poolSize,
    // A cached answer does not show what Neo4j does.
    env: {
      GOVGRAPH_ANSWER_CACHE_BYTES: "0",
      GOVGRAPH_DEADLINE_MS: String(deadlineMs),
      NEO4J_TIMEOUT_MS: "2000",
    },
    ...(login && { password: login.password }),
  });
}

/** Asks before, during and after a fault, and checks each answer, the times, and what is left over. */
async function suffer(serving: Serving, proxy: BoltProxy, fault: Fault): Promise<void> {
  const { url } = serving;
  const isRight = async () => (await checked(url)) === 200;
  await until("questions are answered", isRight, 60_000);
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      await checked(url);
      await delay(20);
    }
  };
  const clients = Promise.allSettled([client(), client(), client()]);
  const began = performance.now();
  await fault.begin();
  try {
    if (fault.isPassable) await delay(1_500);
    else {
      await firstNotReady(url);
      expect(performance.now() - began, "until /readyz is 503").toBeLessThan(3_000 + slackMs);
      await until("requests are refused at once", async () => (await refusalMs(url)) < 500, 3_000 + slackMs);
      await delay(1_000);
    }
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  } finally {
    await fault.end();
  }
  const accepts = performance.now();
  await until("questions are answered again", isRight, fault.answersWithinMs ?? 5_000 + slackMs);
  if (fault.answersWithinMs !== undefined)
    console.log(
      `a new Neo4j gave the right answer ${Math.round(performance.now() - accepts)} ms after it was ready`,
    );
  await until("it is ready again", async () => (await fetch(`${url}/readyz`)).status === 200, 5_000);
  isOver = true;
  for (const result of await clients) if (result.status === "rejected") throw result.reason;
  await until("no request is in flight", () => serving.inFlight.size === 0);
  // Connections that were replaced are closed after the time that a statement can take.
  const most = poolSize + 1 + (fault.leftOver ?? 0);
  await until("no connection is left over", () => proxy.connections <= most, 10_000);
  proxy.cut();
  expect(serving.log.filter(({ level }) => level === "error")).toEqual([]);
}

/** Asks and returns how long a refusal takes; infinity if it is answered otherwise. */
async function refusalMs(url: string): Promise<number> {
  const start = performance.now();
  return (await checked(url)) === 503 ? performance.now() - start : Number.POSITIVE_INFINITY;
}

/** Asks and checks that the answer is right, or says in time what is wrong. @returns its status */
async function checked(url: string): Promise<number> {
  const start = performance.now();
  const { status, data, errors, headers } = await ask(url, question);
  expect(performance.now() - start).toBeLessThan(deadlineMs + 250 + slackMs);
  const codes = errors?.map(({ extensions }) => extensions.code);
  if (status === 200) expect([data, codes]).toEqual([{ leaders: { total: 8 } }, undefined]);
  else if (status === 504) expect(codes).toEqual(["TIMEOUT"]);
  else expect([status, codes, headers.get("retry-after")]).toEqual([503, ["SERVICE_UNAVAILABLE"], "2"]);
  return status;
}

/** Probes /readyz, as a load balancer does that does not wait for one probe before the next, until one says no. */
async function firstNotReady(url: string): Promise<void> {
  const gone = new AbortController();
  await new Promise<void>((resolve, reject) => {
    const probe = async () => {
      const { status } = await fetch(`${url}/readyz`, { signal: gone.signal });
      if (status === 503) resolve();
    };
    const timer = setInterval(() => void probe().catch(() => {}), 100);
    const limit = setTimeout(() => reject(new Error("/readyz is not 503 within 10 s")), 10_000);
    gone.signal.addEventListener("abort", () => {
      clearInterval(timer);
      clearTimeout(limit);
    });
  }).finally(() => gone.abort());
}
