import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasPeer } from "../../bench/systems.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const installed = hasPeer();
/** A busy machine takes many times as long as a quiet one. */
const limit = 1_200_000;

describe(`one short round on D1, ${installed ? "with" : "WITHOUT"} @neo4j/graphql`, () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-bench-test-"));
  const bench = (...words: string[]) => {
    const args = [join(root, "bench/bench.js"), "--sets", "D1", "--folder", folder, ...words];
    return promisify(execFile)(process.execPath, args, { timeout: limit - 60_000 });
  };
  let printed: string;
  let messages: string;
  beforeAll(async () => {
    const pace = ["--rounds", "1", "--seconds", "0.01", "--warm-up", "1"];
    ({ stdout: printed, stderr: messages } = await bench(...pace, "--baseline", root));
  }, limit);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("compares the answers, then times every system", () => {
    const { results, systems } = JSON.parse(readFileSync(join(folder, "report/D1.json"), "utf8"));
    const peers = installed ? ["generated", "generated-cached"] : [];
    expect(systems).toEqual([
      "shipped",
      "uncached",
      ...peers,
      "bare",
      "bytes",
      "baseline",
      "baseline-uncached",
    ]);
    expect(messages).toContain("D1: all answers are equal");
    expect(Object.keys(results.leaders).sort()).toEqual([...systems].sort());
    for (const rounds of Object.values<{ p50: number; perSecond: number }[]>(results.leaders)) {
      expect(rounds).toHaveLength(1);
      expect(rounds[0]?.p50).toBeGreaterThan(0);
      expect(rounds[0]?.perSecond).toBeGreaterThan(0);
    }
  });

  it("says what it left out, and decides nothing by one round", () => {
    expect(messages.includes("@neo4j/graphql is not installed and is left out")).toBe(!installed);
    expect(printed).toContain("GovGraph as shipped ÷ the baseline as shipped");
    expect(printed).toContain("not decided");
    expect(printed).not.toMatch(/\| (yes|no) +\|/);
  });

  it(
    "prints the db hits of every question file, which are those of the same file in the baseline",
    async () => {
      const { stdout } = await bench("--hits", "--baseline", root);
      expect(stdout).toMatch(/^\| leaders +\| [1-9]\d* +\| [1-9]\d* +\| 1\.00 +\|$/m);
      expect(stdout).toContain("More than a tenth above the baseline: none.\nNot comparable: none.");
    },
    limit,
  );
});
