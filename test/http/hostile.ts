import { setTimeout as delay } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { isFull, isLong } from "../long.js";
import { exchange, type WireAnswer } from "./exchange.js";
import { type HostileRequest, Mutator } from "./mutation.js";
import { Random } from "./random.js";
import { ServerProcess } from "./serverProcess.js";
import { ask } from "./serving.js";

/** Every status that docs/operate.md lists. */
const documented = [200, 204, 304, 400, 404, 405, 406, 408, 413, 414, 415, 417, 421, 431, 503, 504];
/**
 * The most time that a request can cost the server on its own threads (milliseconds). The aim is 100; npm run chaos, for a
 * quiet machine, holds all requests to it, and npm test the first 300.
 */
const maxCpuMs = isLong && !isFull ? 200 : 100;

/** Checks that an answer has a documented status and says nothing of the inside of the server. */
function expectDecent({ status, headers, body }: WireAnswer, sent: string): void {
  expect(documented, sent).toContain(status);
  if (body === "") return;
  if (!headers["content-type"]?.includes("json")) {
    // A page or a health check.
    expect(status, sent).toBe(200);
    return;
  }
  const answer = JSON.parse(body) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
    status?: string;
  };
  const { errors } = answer;
  if (errors !== undefined) {
    expect(Buffer.byteLength(JSON.stringify(errors)), sent).toBeLessThan(10_000);
    if (answer.data === undefined) expect(Buffer.byteLength(body), sent).toBeLessThan(10_000);
    for (const { message, extensions } of errors) {
      expect(typeof message, sent).toBe("string");
      expect(extensions.code, `${sent} -> ${message}`).not.toBe("INTERNAL_SERVER_ERROR");
    }
    const words = JSON.stringify(errors);
    expect(words, sent).not.toMatch(/\bat \S+ \(|node_modules|\.(ts|js|cypher):\d|Neo4jError|call stack/);
    expect(words, sent).not.toMatch(/MATCH \(\w*:|UNWIND \$|\/(src|dist|cypher)\//);
  } else if (status >= 400) {
    // Only /readyz says so without errors.
    expect(answer.status, sent).toBe("not ready");
  }
}

/**
 * Tests hostile requests, one after the other: each answer and what it cost.
 * @param levels how deep the documents are
 */
export function describeHostile(count: number, levels: number): void {
  describe("hostile requests", () => {
    let server: ServerProcess;
    /** Part of a core that the server takes without requests. */
    let idleShare = 0;
    let schema: GraphQLSchema;
    beforeAll(async () => {
      await (await loadedGraph()).close();
      schema = await buildSchema();
      server = await ServerProcess.start({ env: { GOVGRAPH_DEADLINE_MS: "30000" } });
      // What runs for the first time has to be compiled.
      const first = new Mutator(schema, new Random(1), levels);
      for (let i = 0; i < 20; i++) await exchange(server.url, first.next().bytes);
      idleShare = await cpuShare();
    });
    afterAll(() => server?.stop());

    it(`${count} get documented answers, none of which costs much`, { timeout: 3_600_000 }, async () => {
      const mutator = new Mutator(schema, new Random(20_220_101), levels);
      const statuses: Record<number, number> = {};
      let mostCpuMs = 0;
      let mostExpensive = "";
      let longestDelayMs = 0;
      for (let i = 0; i < count; i++) {
        const request = mutator.next();
        const sent = `${i} ${request.kind}: ${request.bytes.toString("latin1").slice(0, 2_000)}`;
        const { answers, cpuMs, delayMs } = await measure(request);
        for (const answer of answers) {
          expectDecent(answer, sent);
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        }
        // Half a head can be cut off without an answer.
        if (request.isComplete) expect(answers, sent).toHaveLength(1);
        longestDelayMs = Math.max(longestDelayMs, delayMs);
        const own = cpuMs > maxCpuMs ? await leastCpuMs(request) : cpuMs;
        expect(own, `CPU time (ms) of ${sent}`).toBeLessThanOrEqual(maxCpuMs);
        if (own > mostCpuMs) {
          mostCpuMs = own;
          mostExpensive = sent;
        }
      }
      const figures = {
        statuses,
        mostCpuMs: Math.round(mostCpuMs),
        longestDelayMs: Math.round(longestDelayMs),
      };
      console.log(`hostile requests: ${JSON.stringify(figures)}\nthe most expensive: ${mostExpensive}`);
    });

    it("leave a server that answers as before, and logs no internal error", async () => {
      const { data } = await ask(server.url, "{ leaders(level: CITY, edition: 2022, atLeast: 3) { total } }");
      expect(data).toEqual({ leaders: { total: 8 } });
      expect(server.log.filter(({ level }) => level === "error" || level === "fatal")).toEqual([]);
    });

    /** Sends a request and returns its answers, the CPU time that it took, and the longest delay of the event loop. */
    async function measure({ bytes, isComplete }: HostileRequest, collect = false) {
      const before = await server.usage(collect);
      const start = performance.now();
      const answers = await exchange(server.url, bytes, isComplete ? 35_000 : 500);
      const { cpuMs, delayMs } = await server.usage();
      const idleMs = idleShare * (performance.now() - start);
      return { answers, cpuMs: cpuMs - before.cpuMs - idleMs, delayMs };
    }

    /** The garbage of the requests before is collected at any time: the least of some tries is what a request takes. */
    async function leastCpuMs(request: HostileRequest): Promise<number> {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 4; i++) least = Math.min(least, (await measure(request, true)).cpuMs);
      return least;
    }

    async function cpuShare(): Promise<number> {
      const start = performance.now();
      const before = await server.usage();
      await delay(1_000);
      return ((await server.usage()).cpuMs - before.cpuMs) / (performance.now() - start);
    }
  });
}
