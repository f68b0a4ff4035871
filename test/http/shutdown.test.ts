import { Agent, get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Timeouts } from "../../src/http/timeouts.js";
import { connectTo, post, sendRaw } from "./raw.js";
import { onlyError } from "./refusal.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { beginOf, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

const start = (env: Record<string, string> = {}, timeouts: Partial<Timeouts> = {}) =>
  serve({ schema: smallSchema("stop"), questions: smallQuestions, env, timeouts });

let transactions: Transactions;
beforeAll(async () => {
  transactions = new Transactions();
  // The first look takes longest.
  await transactions.count(beginOf("stop"));
});
afterAll(() => transactions.close());

/** Asks on a kept connection until it is closed or refused, and gives what came of each request. */
async function askOnAndOn(
  { url }: Serving,
  results: (number | string)[],
  over: () => boolean,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (!over()) {
    results.push(
      await new Promise((resolve) => {
        get(`${url}/graphql?query={hello}`, { agent }, (response) => {
          response.resume();
          response.on("end", () => resolve(response.statusCode ?? 0));
        }).on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      }),
    );
  }
  agent.destroy();
}

describe("a server that is stopped", () => {
  it("is gone at once when nothing goes on, also with connections kept idle and others half begun", async () => {
    const serving = await start();
    expect((await ask(serving.url, "{ hello }")).status).toBe(200);
    const idle = Array.from({ length: 20 }, () => connectTo(serving.url));
    for (const socket of idle) socket.on("error", () => {});
    await Promise.all(
      idle.slice(0, 10).map((socket) => new Promise((resolve) => socket.once("connect", resolve))),
    );
    const began = performance.now();
    await serving.stop();
    expect(performance.now() - began).toBeLessThan(1_500);
    await expect(ask(serving.url, "{ hello }")).rejects.toThrow();
    for (const socket of idle) socket.destroy();
  });

  it("may be stopped twice, at once or later", async () => {
    const serving = await start();
    await Promise.all([serving.stop(), serving.stop()]);
    await serving.stop();
  });

  it("says no at /readyz first and serves on for GOVGRAPH_DRAIN_MS; nobody who then goes away loses an answer", async () => {
    const serving = await start({ GOVGRAPH_DRAIN_MS: "700" });
    const results: (number | string)[] = [];
    let sentAway = false;
    const clients = Promise.all(
      Array.from({ length: 4 }, () => askOnAndOn(serving, results, () => sentAway)),
    );
    await until("answers come", () => results.length > 20);
    const began = performance.now();
    const stopped = serving.stop();
    await until("/readyz says no", async () => (await fetch(`${serving.url}/readyz`)).status === 503);
    const body = await (await fetch(`${serving.url}/readyz`)).json();
    expect(body).toMatchObject({
      status: "not ready",
      checks: { serving: { ok: false, message: "about to stop" } },
    });
    expect((await fetch(`${serving.url}/livez`)).status).toBe(200);
    expect((await ask(serving.url, "{ hello }")).status).toBe(200);
    // A load balancer has seen it.
    sentAway = true;
    await clients;
    await stopped;
    expect(performance.now() - began).toBeGreaterThan(690);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(new Set(results)).toEqual(new Set([200]));
  });

  it("lets a request in work finish, as the last on its connection", async () => {
    const serving = await start({ GOVGRAPH_DEADLINE_MS: "1000" });
    const answer = sendRaw(serving.url, post('{"query":"{ slow hello }"}', { connection: "keep-alive" }));
    await until("the statement runs", async () => (await transactions.count(beginOf("stop"))) === 1);
    const stopped = serving.stop();
    const { status, headers, body } = await answer;
    expect(status).toBe(200);
    expect(headers.connection).toBe("close");
    expect(JSON.parse(body)).toMatchObject({ data: { slow: null, hello: "Hello world" } });
    await stopped;
  });

  it("gives up what takes too long, tells the client so, and ends the statement", async () => {
    const serving = await start({ GOVGRAPH_DEADLINE_MS: "60000" }, { finishMs: 500, closeMs: 1_500 });
    const count = () => transactions.count(beginOf("stop"));
    const answers = ["{ slow }", "{ hang }"].map((query) => ask(serving.url, query));
    await until("the statement runs", async () => (await count()) === 1);
    const began = performance.now();
    await serving.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const { status, headers, errors } of await Promise.all(answers)) {
      expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
      expect(errors?.map(({ message, extensions: { code } }) => ({ message, code }))).toEqual([
        { message: "The server is stopping. Send the request again.", code: "SERVICE_UNAVAILABLE" },
      ]);
    }
    await until("the statement is gone", async () => (await count()) === 0);
  });

  it("answers a client that does not send the rest of its request in time", async () => {
    const serving = await start({}, { finishMs: 300, closeMs: 2_000 });
    const answer = sendRaw(
      serving.url,
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{",
    );
    expect((await ask(serving.url, "{ hello }")).status).toBe(200);
    const began = performance.now();
    await serving.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    const { status, headers, body } = await answer;
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
    expect(onlyError(body)).toEqual({
      code: "SERVICE_UNAVAILABLE",
      message: "The server is stopping. Send the request again.",
    });
  });

  it("answers all requests that a client has sent in a row", async () => {
    const serving = await start();
    const socket = connectTo(serving.url);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    const closed = new Promise((resolve) => socket.once("close", resolve));
    const request = (name: string) =>
      post(JSON.stringify({ query: `{ waited hello(name: "${name}") }` }), { connection: "keep-alive" });
    socket.write(Buffer.concat([request("one"), request("two"), request("three")]));
    await until("all are in flight", () => serving.inFlight.size === 3);
    await serving.stop();
    await closed;
    expect(received.match(/Hello (one|two|three)/g)).toEqual(["Hello one", "Hello two", "Hello three"]);
  });
});

describe("a server that cannot listen", () => {
  it("names PORT when it is taken, and leaves nothing behind", async () => {
    const serving = await start();
    const port = new URL(serving.url).port;
    await expect(start({ PORT: port })).rejects.toThrow(
      `PORT: ${port} is in use at 127.0.0.1. Set PORT to another port, or to 0 for a free one`,
    );
    await serving.stop();
  });

  it("names HOST when it is not of this machine", async () => {
    await expect(start({ HOST: "192.0.2.1" })).rejects.toThrow(
      'HOST: "192.0.2.1" is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0',
    );
  });

  it.each(["0.0.0.0", "localhost", "::1"])("HOST %s gives an address that can be opened", async (host) => {
    const serving = await start({ HOST: host });
    try {
      expect((await ask(serving.url, "{ hello }")).data).toEqual({ hello: "Hello world" });
    } finally {
      await serving.stop();
    }
  });
});
