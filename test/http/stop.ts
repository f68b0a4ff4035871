import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { loadedGraph } from "../graph.js";
import { connectTo } from "./raw.js";
import { ServerProcess } from "./serverProcess.js";
import { ask, until } from "./serving.js";

/** The longest stop without a request that hangs (milliseconds), with what a test adds for a busy machine. */
const stopMs = 5_000 + 3_000;

/** Asks over one kept connection until the server refuses another. @param results receives what became of each request */
async function askUntilRefused(url: string, name: number, results: (number | string)[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let last: number | string = 0;
  for (let i = 0; last !== "ECONNREFUSED"; i++) {
    const query = encodeURIComponent(`{ leaders(level: CITY, edition: 2022) { total } } # ${name} ${i % 5}`);
    const request = get(`${url}/graphql?query=${query}`, { agent });
    last = await new Promise<number | string>((resolve) => {
      request.on("response", (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      });
      // A connection that the server has not accepted yet is reset when it stops listening.
      request.on("error", ({ code, message }: NodeJS.ErrnoException) =>
        resolve(code === "ECONNRESET" && !request.reusedSocket ? "not accepted" : (code ?? message)),
      );
    });
    results.push(last);
  }
  agent.destroy();
}

/** A signal under 30 clients that ask on and on: each request is answered, and the process ends with code 0. */
async function stopUnderClients(signal: NodeJS.Signals): Promise<void> {
  const server = await ServerProcess.start({ env: { GOVGRAPH_DEADLINE_MS: "30000" } });
  try {
    const results: (number | string)[] = [];
    const ask = (_: unknown, name: number) => askUntilRefused(server.url, name, results);
    const clients = Promise.all(Array.from({ length: 30 }, ask));
    await until("answers come", () => results.length > 300, 30_000);
    const began = performance.now();
    const code = await server.stop(signal);
    expect(performance.now() - began).toBeLessThan(stopMs);
    expect(code).toBe(0);
    await clients;
    const others = results.filter((result) => ![200, "ECONNREFUSED", "not accepted"].includes(result));
    expect(others).toEqual([]);
    // Every request whose head the server had read is in its log, with 499 if it was not answered.
    const requests = server.log.filter(({ msg, path }) => msg === "request" && path === "/graphql");
    expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([200]));
    expect(requests.length).toBe(results.filter((result) => result === 200).length);
    expect(server.log.at(-1)).toMatchObject({ msg: "server stopped" });
  } finally {
    await server.stop("SIGKILL");
  }
}

export function describeStops(rounds: number, signals: readonly NodeJS.Signals[]): void {
  describe("a server that is told to stop", { timeout: 1_200_000 }, () => {
    beforeAll(async () => {
      await (await loadedGraph()).close();
    });

    it.each(signals)(
      `by %s answers all requests of 30 clients that it had read, ${rounds} times`,
      async (signal) => {
        for (let round = 0; round < rounds; round++) await stopUnderClients(signal);
      },
    );

    it("ends at once at a second signal", async () => {
      const server = await ServerProcess.start();
      const socket = connectTo(server.url);
      socket.on("error", () => {});
      socket.write(
        "POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{",
      );
      expect((await fetch(`${server.url}/livez`)).status).toBe(200);
      server.child.kill("SIGTERM");
      await until("it drains", () =>
        fetch(`${server.url}/livez`).then(
          () => false,
          () => true,
        ),
      );
      const began = performance.now();
      expect(await server.stop("SIGTERM")).toBe(130);
      expect(performance.now() - began).toBeLessThan(1_000);
      socket.destroy();
    });

    it("goes on when its log is closed, and stops in order", async () => {
      const server = await ServerProcess.start();
      try {
        server.child.stderr?.destroy();
        for (let i = 0; i < 20; i++) {
          expect((await ask(server.url, `{ __typename } # ${i}`)).status).toBe(200);
        }
        expect(await server.stop("SIGTERM")).toBe(0);
      } finally {
        await server.stop("SIGKILL");
      }
    });

    it("goes on when nobody reads its log, and stops in order", async () => {
      const server = await ServerProcess.start();
      try {
        server.child.stderr?.removeAllListeners("data");
        server.child.stderr?.pause();
        // More than the pipe and both ends can hold.
        for (let i = 0; i < 150; i++) {
          await Promise.all(
            Array.from({ length: 20 }, () =>
              fetch(`${server.url}/livez`, { headers: { "user-agent": "x".repeat(200) } }),
            ),
          );
        }
        expect((await ask(server.url, "{ __typename }")).status).toBe(200);
        const exited = once(server.child, "exit");
        server.child.kill("SIGTERM");
        const [code] = await Promise.race([exited, delay(stopMs).then(() => ["still running"])]);
        expect(code).toBe(0);
      } finally {
        await server.stop("SIGKILL");
      }
    });
  });
}
