import { setTimeout as delay } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { lengthOf } from "../long.js";
import { exchange } from "./exchange.js";
import { networkFaults } from "./faults.js";
import { Mutator } from "./mutation.js";
import { BoltProxy } from "./proxy.js";
import { Random } from "./random.js";
import { connectTo, post } from "./raw.js";
import { ServerProcess, type Usage } from "./serverProcess.js";
import { ask, until } from "./serving.js";

const seconds = lengthOf(120, 1_800);
/** A fault lasts so long, and one begins so often (seconds). */
const faultSeconds = 5;
const faultEvery = lengthOf(30, 180);
const megabyte = 1024 * 1024;
const question = "{ leaders(level: CITY, edition: 2022, atLeast: 3) { total } }";

let proxy: BoltProxy;
let server: ServerProcess;
let schema: GraphQLSchema;
beforeAll(async () => {
  await (await loadedGraph()).close();
  schema = await buildSchema();
  proxy = new BoltProxy(inject("neo4j").uri);
  await proxy.open();
  server = await ServerProcess.start({ env: { NEO4J_URI: proxy.uri, GOVGRAPH_METRICS: "on" }, heapMb: 256 });
});
afterAll(async () => {
  await server?.stop();
  await proxy?.close();
});

/** One client: usual questions, made-up and hostile requests, and now and then one that goes away. */
async function client(seed: number, isOver: () => boolean): Promise<number> {
  const random = new Random(seed);
  const mutator = new Mutator(schema, random);
  let count = 0;
  for (; !isOver(); count++) {
    const kind = random.below(10);
    if (kind < 3) await ask(server.url, question).catch(() => {});
    else if (kind < 7) await exchange(server.url, mutator.valid()).catch(() => {});
    else if (kind < 9) await exchange(server.url, mutator.next().bytes).catch(() => {});
    else {
      const socket = connectTo(server.url);
      socket.on("error", () => {});
      socket.write(
        post(JSON.stringify({ query: `{ dataQuality { quotes { reason } } } # ${seed} ${count}` })),
      );
      await delay(random.below(50));
      socket.destroy();
    }
    await delay(20);
  }
  return count;
}

it(`mixed requests for ${seconds} s with faults leave memory and handles as they were`, {
  timeout: 7_200_000,
}, async () => {
  const start = performance.now();
  const isOver = () => performance.now() - start > seconds * 1_000;
  const before = await server.usage(true);
  const clients = Array.from({ length: 6 }, (_, seed) => client(seed + 1, isOver));
  const samples: Usage[] = [];
  const sampling = (async () => {
    while (!isOver()) {
      await delay((1_000 * seconds) / 60);
      samples.push(await server.usage(true));
    }
  })();
  const faults = Object.values(networkFaults);
  let suffered = 0;
  for (; !isOver(); suffered++) {
    await delay(1_000 * (faultEvery - faultSeconds));
    if (isOver()) break;
    const fault = (faults[suffered % faults.length] as (typeof faults)[number])(proxy);
    await fault.begin();
    await delay(1_000 * faultSeconds);
    await fault.end();
    const right = async () => (await ask(server.url, question)).data?.leaders?.total === 8;
    await until("questions are answered again", right, 10_000);
  }
  const counts = await Promise.all(clients);
  await sampling;
  // Connections that were replaced, and those of clients, close within their timeouts.
  await delay(8_000);
  const after = await server.usage(true);

  const third = Math.floor(samples.length / 3);
  const level = (part: readonly Usage[], of: "heapUsed" | "rss") =>
    [...part].map((usage) => usage[of]).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const figures = {
    requests: counts.reduce((sum, count) => sum + count, 0),
    faults: suffered,
    heapMiB: [level(middle, "heapUsed"), level(last, "heapUsed")].map((bytes) =>
      Math.round(bytes / megabyte),
    ),
    rssMiB: [level(middle, "rss"), level(last, "rss")].map((bytes) => Math.round(bytes / megabyte)),
    resources: [before.resources, after.resources],
  };
  console.log(`soak: ${JSON.stringify(figures)}`);
  expect(level(last, "heapUsed")).toBeLessThan(1.1 * level(middle, "heapUsed") + 10 * megabyte);
  expect(Math.max(...samples.map(({ rss }) => rss))).toBeLessThan(450 * megabyte);
  for (const kind of new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])) {
    // The pool can have grown to its size of 20.
    const allowed = (before.resources[kind] ?? 0) + (kind === "TCPSocketWrap" ? 25 : 5);
    expect.soft(after.resources[kind] ?? 0, kind).toBeLessThanOrEqual(allowed);
  }
  expect(server.child.exitCode).toBeNull();
  expect(server.output).not.toMatch(/Unhandled|uncaught|FATAL ERROR/i);
  expect(server.log.filter(({ level: severity }) => severity === "error" || severity === "fatal")).toEqual(
    [],
  );
});
