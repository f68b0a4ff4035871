import type { Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { connectTo, post } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await serving.stop();
});

const start = async (env: Record<string, string>) => {
  serving = await serve({
    schema: smallSchema("places"),
    questions: smallQuestions,
    env: { GOVGRAPH_ANSWER_CACHE_BYTES: "0", GOVGRAPH_DEADLINE_MS: "60000", ...env },
  });
};

/** Sends questions that are not answered before the deadline, each on a connection of its own. */
async function occupy(count: number, headers: Record<string, string> = {}): Promise<void> {
  for (let i = 0; i < count; i++) {
    const socket = connectTo(serving.url);
    sockets.push(socket);
    socket.on("error", () => {});
    socket.write(post('{"query":"{ hang }"}', { connection: "keep-alive", ...headers }));
  }
}

const statusFrom = async (address: string) =>
  (await ask(serving.url, "{ hello }", { headers: { "x-forwarded-for": address } })).status;

it("a client address has at most a quarter of the places, behind a trusted proxy too", async () => {
  await start({ GOVGRAPH_MAX_INFLIGHT: "20", GOVGRAPH_TRUST_PROXY: "127.0.0.1" });
  await occupy(100, { "x-forwarded-for": "192.0.2.1" });
  await until("a quarter is taken", () => serving.inFlight.size === 5);
  const { status, headers, errors } = await ask(serving.url, "{ hello }", {
    headers: { "x-forwarded-for": "192.0.2.1" },
  });
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
    [
      "The server is working on 5 requests of this client address, its maximum. Try again in a moment.",
      "OVERLOADED",
    ],
  ]);
  // A client cannot choose its address: the proxy adds the real one at the end.
  expect(await statusFrom("198.51.100.9, 192.0.2.1")).toBe(503);
  expect(await statusFrom("127.0.0.1, 192.0.2.1")).toBe(503);
  expect(await statusFrom("192.0.2.2")).toBe(200);
  for (const socket of sockets.splice(0)) socket.destroy();
  await until("the places are free", () => serving.inFlight.size === 0);
  expect(await statusFrom("192.0.2.1")).toBe(200);
});

it("clients on this machine are not limited, whatever they say of themselves", async () => {
  await start({ GOVGRAPH_MAX_INFLIGHT: "8" });
  await occupy(8, { "x-forwarded-for": "192.0.2.1" });
  await until("all places are taken", () => serving.inFlight.size === 8);
  await until("it is logged", () => serving.log.length > 0);
  await ask(serving.url, "{ hello }", {
    headers: { "x-forwarded-for": "192.0.2.7", "x-request-id": "mine" },
  });
  await until("it is logged", () => serving.log.some(({ requestId }) => requestId === "mine"));
  expect(serving.log.find(({ requestId }) => requestId === "mine")).toMatchObject({ client: "127.0.0.1" });
});

it("the log names the client behind a trusted proxy", async () => {
  await start({ GOVGRAPH_TRUST_PROXY: "127.0.0.0/8" });
  await ask(serving.url, "{ hello }", {
    headers: { "x-forwarded-for": "203.0.113.5, 192.0.2.7", "x-request-id": "proxied" },
  });
  await until("it is logged", () => serving.log.some(({ requestId }) => requestId === "proxied"));
  expect(serving.log.find(({ requestId }) => requestId === "proxied")).toMatchObject({ client: "192.0.2.7" });
});

it("a connection has at most ten unanswered requests, and is closed where it sends hundreds", async () => {
  await start({});
  const once = post('{"query":"{ hang }"}', { connection: "keep-alive" });
  const socket = connectTo(serving.url);
  sockets.push(socket);
  socket.write(Buffer.concat(Array(30).fill(once)));
  await until("ten are in flight", () => serving.inFlight.size === 10);
  expect(serving.inFlight.size).toBe(10);

  const flood = connectTo(serving.url);
  sockets.push(flood);
  let closed = false;
  flood.on("error", () => {});
  flood.on("close", () => {
    closed = true;
  });
  flood.write(Buffer.concat(Array(200).fill(once)));
  await until("the flood is cut off", () => closed);
  await until("its places are free", () => serving.inFlight.size === 10);
  socket.destroy();
  await until("all places are free", () => serving.inFlight.size === 0);
});

it("requests that wait behind another one on a broken connection do not keep their places", async () => {
  await start({ GOVGRAPH_MAX_INFLIGHT: "10" });
  for (let round = 0; round < 3; round++) {
    const socket = connectTo(serving.url);
    socket.write(Buffer.concat(Array(5).fill(post('{"query":"{ hang }"}', { connection: "keep-alive" }))));
    await until("five are in flight", () => serving.inFlight.size === 5);
    socket.destroy();
    await until("none is in flight", () => serving.inFlight.size === 0);
  }
  await until("all are logged", () => serving.log.filter(({ status }) => status === 499).length === 15);
});

it("operations whose costs add up to too much are refused, and run one after the other", async () => {
  await start({ GOVGRAPH_MAX_COST: "1100" });
  // Each costs 1,000; two at the limit can run at once.
  await occupy(2);
  await until("two are in flight", () => serving.inFlight.size === 2);
  const { status, headers, errors } = await ask(serving.url, "{ hello }");
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
    ["The server is working on expensive requests. Try again in a moment.", "OVERLOADED"],
  ]);
  for (const socket of sockets.splice(0)) socket.destroy();
  await until("others run", async () => (await ask(serving.url, "{ hello }")).status === 200);
});
