import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadedGraph } from "../graph.js";
import { isFull, lengthOf } from "../long.js";
import { ServerProcess } from "./serverProcess.js";

interface Load {
  readonly outcomes: Readonly<Record<string, number>>;
  /** Answers per second. */
  readonly goodput: number;
  /** Milliseconds. */
  readonly refusalP99: number;
  readonly livezP99: number;
  readonly withoutRetryAfter: number;
}

const generator = fileURLToPath(new URL("load.js", import.meta.url));
const seconds = lengthOf(8, 60);
/** The last core is the generator's; the server has the first; Neo4j has them all. */
const generatorCore = cpus().length - 1;

describe("overload", { timeout: 1_200_000 }, () => {
  let server: ServerProcess;
  beforeAll(async () => {
    await (await loadedGraph()).close();
  });
  afterAll(() => server?.stop());

  async function load(options: Record<string, unknown>): Promise<Load> {
    const words = JSON.stringify({ url: server.url, seconds, ...options });
    const args = ["-c", String(generatorCore), process.execPath, generator, words];
    const { stdout } = await promisify(execFile)("taskset", args, { maxBuffer: 10_000_000 });
    return JSON.parse(stdout) as Load;
  }

  it.each([
    ["questions that are not cached", { GOVGRAPH_ANSWER_CACHE_BYTES: "0" }, true],
    ["cached answers", {}, false],
  ])("of %s at 2 and 5 times the capacity", async (what, env, hasAim) => {
    server = await ServerProcess.start({ env, core: 0, heapMb: 512 });
    try {
      const unique = hasAim;
      await load({ clients: 8, seconds: 5, unique });
      const capacities: Load[] = [];
      for (const clients of [4, 8, 16, 32]) capacities.push(await load({ clients, unique }));
      const best = Math.max(...capacities.map(({ goodput }) => goodput));
      const figures = [`best ${best.toFixed(0)}/s`];
      for (const times of [2, 5]) {
        const result = await load({ rate: times * best, unique });
        const { goodput, refusalP99, livezP99, outcomes, withoutRetryAfter } = result;
        const share = Math.round((100 * goodput) / best);
        figures.push(
          `${times}x: goodput ${share} %, p99 of refusals ${refusalP99.toFixed(0)} ms, of /livez ${livezP99.toFixed(0)} ms, ${JSON.stringify(outcomes)}`,
        );
        // Nothing is lost, and nothing but a refusal is not an answer.
        expect(Object.keys(outcomes).filter((status) => status !== "200" && status !== "503")).toEqual([]);
        expect(withoutRetryAfter).toBe(0);
        // Times depend on the machine; npm run chaos is for a quiet one.
        if (!hasAim || !isFull) continue;
        expect.soft(share, `${times}x: goodput in percent of the best`).toBeGreaterThanOrEqual(80);
        expect.soft(refusalP99, `${times}x: p99 of refusals (ms)`).toBeLessThanOrEqual(100);
        expect.soft(livezP99, `${times}x: p99 of /livez (ms)`).toBeLessThanOrEqual(100);
      }
      console.log(`overload of ${what}: ${figures.join("; ")}`);
    } finally {
      await server.stop();
    }
  });
});
