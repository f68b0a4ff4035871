import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadedGraph } from "../graph.js";
import { BoltProxy } from "./proxy.js";
import { Random } from "./random.js";
import { connectTo, post } from "./raw.js";
import { ServerProcess } from "./serverProcess.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { beginOf, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

const poolSize = 5;
const mark = "disconnects";

/** A request that a client leaves: its bytes, and how long the client stays (milliseconds). */
const departures: Readonly<Record<string, (random: Random) => { bytes: Buffer; stayMs: number }>> = {
  "in the head": (random) => cut(random, 0.2),
  "in the body": (random) => cut(random, 0.9),
  "while its statement runs": (random) => ({ bytes: question("{ slow }"), stayMs: random.below(150) }),
  "while two statements run": (random) => ({
    bytes: question("{ slow slower }"),
    stayMs: random.below(150),
  }),
  "with requests in a row": (random) => ({
    bytes: Buffer.concat(Array.from({ length: 2 + random.below(12) }, () => question("{ slow hello }"))),
    stayMs: random.below(150),
  }),
  "before it reads the answer": (random) => ({ bytes: question(large), stayMs: random.below(30) }),
};

/** An answer of 1 MB. */
const large = `{ ${Array.from({ length: 90 }, (_, i) => `a${i}: echo(text: "${"字".repeat(199)}", list: ["${"x".repeat(200)}"])`).join(" ")} }`;
const question = (query: string) => post(JSON.stringify({ query }), { connection: "keep-alive" });
const cut = (random: Random, part: number) => {
  const bytes = question("{ slow }");
  return { bytes: bytes.subarray(0, Math.ceil(part * bytes.length)), stayMs: random.below(30) };
};

/** Tests what becomes of requests whose clients go away, so many times. */
export function describeDisconnects(count: number): void {
  describe("clients that go away", () => {
    let serving: Serving;
    let proxy: BoltProxy;
    let transactions: Transactions;
    beforeAll(async () => {
      proxy = new BoltProxy(inject("neo4j").uri);
      await proxy.open();
      serving = await serve({
        schema: smallSchema(mark),
        questions: smallQuestions,
        uri: proxy.uri,
        poolSize,
        env: { GOVGRAPH_DEADLINE_MS: "60000", GOVGRAPH_ANSWER_CACHE_BYTES: "0" },
      });
      transactions = new Transactions();
      await transactions.count(beginOf(mark));
    });
    afterAll(async () => {
      await serving.stop();
      await transactions.close();
      await proxy.close();
    });

    it(`leave no statement, no place and no connection behind, ${count} times`, async () => {
      const random = new Random(count);
      const kinds = Object.keys(departures);
      for (let left = 0; left < count; left += 10) {
        // Ten at once, so that they also wait for a connection of the pool.
        await Promise.all(
          Array.from({ length: Math.min(10, count - left) }, async (_, index) => {
            const kind = kinds[(left + index) % kinds.length] as string;
            const { bytes, stayMs } = departures[kind]?.(random) ?? { bytes: Buffer.alloc(0), stayMs: 0 };
            const socket = connectTo(serving.url);
            socket.on("error", () => {});
            socket.pause();
            socket.write(bytes);
            await delay(20 + stayMs);
            random.below(2) === 0 ? socket.destroy() : socket.resetAndDestroy();
          }),
        );
        await until("the statements end", async () => (await transactions.count(beginOf(mark))) === 0, 1_000);
        await until("no request is in flight", () => serving.inFlight.size === 0, 1_000);
      }
      // All connections of the pool at once: one that is not given back would be missing here.
      const answers = await Promise.all(
        Array.from({ length: 3 * poolSize }, (_, n) => ask(serving.url, `{ quick(n: ${n}) }`)),
      );
      expect(answers.map(({ data }) => data?.quick)).toEqual(
        Array.from({ length: 3 * poolSize }, (_, n) => n),
      );
      // The pool and the connection for pings.
      expect(proxy.connections).toBeLessThanOrEqual(poolSize + 1);
      expect(serving.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
    });
  });
}

/** Tests that clients that do not read what they asked for cannot fill the memory, in rounds. */
export function describeUnread(rounds: number): void {
  describe("clients that do not read", () => {
    let server: ServerProcess;
    beforeAll(async () => {
      await (await loadedGraph()).close();
      server = await ServerProcess.start({
        // Any client address at once, and answers as large as the limits allow.
        env: { GOVGRAPH_DEADLINE_MS: "60000" },
      });
    });
    afterAll(() => server?.stop());

    const region =
      "code name nameEn level leads { position dimension { key name nameEn } evidence { locator sha256 source { title publisher url } } }";
    const usual = `{ regions { totalCount nodes { ${region} } } }`;
    /** 2 MB, and another request each time. */
    const large = (n: number) =>
      `{ sources { ${Array.from({ length: 95 }, (_, i) => `a${i}: weakness b${i}: title`).join(" ")} } } # ${n}`;

    it.each([
      ["one answer of 150 kB", () => question(usual), 60],
      ["large answers, each another", (n: number) => question(large(n)), 10],
    ])("30 connections ask again and again for %s, and the server lives", async (_, request, pipelined) => {
      expect((await ask(server.url, usual)).status).toBe(200);
      let n = 0;
      for (let round = 0; round < rounds; round++) {
        const sockets = Array.from({ length: 30 }, () => {
          const socket = connectTo(server.url);
          socket.on("error", () => {});
          socket.pause();
          socket.write(Buffer.concat(Array.from({ length: pipelined }, () => request(n++))));
          return socket;
        });
        for (let look = 0; look < 4; look++) {
          await delay(500);
          expect((await fetch(`${server.url}/livez`)).status).toBe(200);
          expect((await server.usage()).rss).toBeLessThan(450 * 1024 * 1024);
        }
        for (const socket of sockets) socket.destroy();
        await until("others are served", async () => (await ask(server.url, usual)).status === 200, 20_000);
      }
    });
  });
}
