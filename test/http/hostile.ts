import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { exchange, type WireAnswer } from "./exchange.js";
import { type HostileRequest, Mutator } from "./mutation.js";
import { Random } from "./random.js";
import { ServerProcess } from "./serverProcess.js";
import { ask } from "./serving.js";

/** Every status that docs/operate.md lists. */
const documented = [200, 204, 304, 400, 404, 405, 406, 408, 413, 414, 415, 417, 421, 431, 503, 504];
/** The most time that a request can cost the server on its own threads (milliseconds). */
const maxCpuMs = 100;

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

/** Sends hostile requests one after the other and checks each answer and what it cost. */
export function describeHostile(count: number): void {
  describe("hostile requests", () => {
    let server: ServerProcess;
    let schema: GraphQLSchema;
    beforeAll(async () => {
      await (await loadedGraph()).close();
      schema = await buildSchema();
      server = await ServerProcess.start({ env: { GOVGRAPH_DEADLINE_MS: "30000" } });
      // What runs for the first time has to be compiled.
      const first = new Mutator(schema, new Random(1));
      for (let i = 0; i < 60; i++) await exchange(server.url, first.next().bytes);
    });
    afterAll(() => server?.stop());

    it(`${count} get documented answers, none of which costs much`, { timeout: 3_600_000 }, async () => {
      const mutator = new Mutator(schema, new Random(20_220_101));
      const statuses: Record<number, number> = {};
      let answered = 0;
      let mostCpuMs = 0;
      let longestDelayMs = 0;
      let { cpuMs: before } = await server.usage();
      for (let i = 0; i < count; i++) {
        const request = mutator.next();
        const sent = `${i} ${request.kind}: ${request.bytes.toString("latin1").slice(0, 2_000)}`;
        const answers = await exchange(server.url, request.bytes);
        for (const answer of answers) {
          expectDecent(answer, sent);
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        }
        answered += Math.min(answers.length, 1);
        const { cpuMs, delayMs } = await server.usage();
        longestDelayMs = Math.max(longestDelayMs, delayMs);
        const spent = cpuMs - before;
        const own = spent > maxCpuMs ? await leastCpuMs(request) : spent;
        expect(own, `CPU time (ms) of ${sent}`).toBeLessThanOrEqual(maxCpuMs);
        mostCpuMs = Math.max(mostCpuMs, own);
        ({ cpuMs: before } = await server.usage());
      }
      // A request whose head was not complete can be cut off without an answer.
      expect(answered).toBeGreaterThan(0.95 * count);
      const figures = {
        statuses,
        mostCpuMs: Math.round(mostCpuMs),
        longestDelayMs: Math.round(longestDelayMs),
      };
      console.log(`hostile requests: ${JSON.stringify(figures)}`);
    });

    it("leave a server that answers as before, and logs no internal error", async () => {
      const { data } = await ask(server.url, "{ leaders(level: CITY, edition: 2022, atLeast: 3) { total } }");
      expect(data).toEqual({ leaders: { total: 8 } });
      expect(server.log.filter(({ level }) => level === "error" || level === "fatal")).toEqual([]);
    });

    /** The garbage of the requests before is collected at any time: the least of some tries is what a request takes. */
    async function leastCpuMs({ bytes }: HostileRequest): Promise<number> {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 4; i++) {
        const { cpuMs } = await server.usage(true);
        await exchange(server.url, bytes);
        least = Math.min(least, (await server.usage()).cpuMs - cpuMs);
      }
      return least;
    }
  });
}
