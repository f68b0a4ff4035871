import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "../../bench/page.js";
import { pictureOf } from "../../bench/picture.js";
import type { Checked } from "../../bench/prepare.js";
import type { Profile } from "../../bench/profile.js";
import { compareCosts, recordFile } from "../../bench/record.js";
import { hasPeer, notCached } from "../../bench/system.js";

const run = promisify(execFile);
const bench = fileURLToPath(new URL("../../bench/bench.js", import.meta.url));
const soak = fileURLToPath(new URL("../../bench/soak.js", import.meta.url));
const peer = hasPeer();
const kept = notCached === null ? ["cached", "unchanged"] : [];
const systems = [...(peer ? ["generated", "cypher"] : []), "bare", "bytes", ...kept];
const without = "the peer's packages are not installed (npm ci --prefix bench)";

interface Report {
  readonly questions: readonly { readonly id: string; readonly says: string }[];
  readonly checked: Record<string, Record<string, Checked>>;
  readonly files: Record<string, Profile>;
  readonly run: number;
  readonly machine: { readonly cores: number; readonly node: string; readonly neo4j: string };
  readonly measured: {
    readonly rounds: Record<string, Record<string, readonly Record<string, number>[]>>;
    readonly systems: Record<string, { readonly startMs: number; readonly firstMs: readonly number[] }>;
  };
}

/**
 * Tries the harness, not the speed: every question once, one round of a few milliseconds; nothing timed is asserted. What
 * each question costs Neo4j is no matter of speed, and is held to the record.
 */
describe(`the bench on D1, with ${systems.join(", ")}${peer ? "" : `; ${without}`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-bench-test-"));
  let report: Report;
  let printed: string;
  let state: { instance: unknown };
  beforeAll(async () => {
    if (!peer) console.warn(`${without}: the bench is tried without it`);
    const pace = ["--rounds", "1", "--seconds", "0.01", "--warm-up", "0"];
    const flags = ["--sets", "D1", "--quick", ...pace, "--folder", folder, "--systems", systems.join(",")];
    const { stdout } = await run(process.execPath, [bench, ...flags], { maxBuffer: 2 ** 24 });
    printed = stdout;
    report = JSON.parse(readFileSync(join(folder, "report", "D1.json"), "utf8")) as Report;
    state = JSON.parse(readFileSync(join(folder, ".govgraph", "D1", "run", "state.json"), "utf8"));
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has every system give the same answer, or says why it cannot", () => {
    const verdicts = Object.values(report.checked).flatMap((row) => Object.values(row));
    expect(report.questions.map(({ id }) => id)).toEqual(
      "Q4 Q6 Q3 Q1 Q2 Q13 Q13e Q14 Q5 Q11 Q7 Q9 Q9d Q8".split(" "),
    );
    expect(verdicts.map(({ verdict }) => verdict).filter((one) => !/^(equal$|not )/.test(one))).toEqual([]);
    for (const row of Object.values(report.checked)) {
      expect(Object.keys(row).sort()).toEqual(["govgraph", ...systems].sort());
      for (const name of ["govgraph", "bare", "bytes", ...kept]) expect(row[name]?.verdict).toBe("equal");
    }
  });

  it("times whatever was equal, and only that", () => {
    for (const [id, row] of Object.entries(report.checked)) {
      const equal = Object.keys(row).filter((name) => row[name]?.verdict === "equal");
      expect(Object.keys(report.measured.rounds[id] ?? {}).sort()).toEqual(equal.sort());
      for (const rounds of Object.values(report.measured.rounds[id] ?? {})) {
        expect(rounds).toEqual([
          {
            perSecond: expect.any(Number),
            p50: expect.any(Number),
            p99: expect.any(Number),
            serverCpu: process.platform === "linux" ? expect.any(Number) : null,
            neo4jCpu: process.platform === "linux" ? expect.any(Number) : null,
            wrong: 0,
          },
        ]);
        expect(rounds[0]?.perSecond).toBeGreaterThan(0);
        expect(rounds[0]?.p50).toBeGreaterThan(0);
      }
    }
    for (const name of ["govgraph", ...systems]) {
      expect(report.measured.systems[name]?.startMs).toBeGreaterThan(0);
      expect(report.measured.systems[name]?.firstMs[0]).toBeGreaterThan(0);
    }
  });

  it("counts the statements that reach Neo4j, and what they cost it", () => {
    const counted = (id: string, name: string) => report.checked[id]?.[name]?.statements;
    expect(counted("Q4", "bare")).toBe(1);
    expect(counted("Q8", "bare")).toBe(3);
    expect(counted("Q13e", "bare")).toBe(2);
    expect(counted("Q14", "bare")).toBe(6);
    expect(counted("Q4", "govgraph")).toBe(1);
    expect(counted("Q4", "bytes")).toBe(0);
    for (const name of kept) expect(counted("Q4", name)).toBe(0);
    // The same statement with the same values: who sends it does not matter.
    const hits = (id: string, name: string) => report.checked[id]?.[name]?.cost?.hits;
    expect(hits("Q4", "govgraph")).toBeGreaterThan(0);
    expect(hits("Q4", "bare")).toBe(hits("Q4", "govgraph"));
  });

  it("finds that no question costs Neo4j more than recorded, and each is recorded", () => {
    const { faults, cheaper } = compareCosts(
      JSON.parse(readFileSync(recordFile, "utf8")),
      report.files,
      report.checked,
    );
    for (const one of cheaper) console.warn(`${one}; it can be recorded by npm run gen:hits`);
    expect(faults).toEqual([]);
  });

  it("prints a table that names each system, and makes no claim of one round", () => {
    for (const name of ["govgraph", ...systems]) expect(printed).toContain(name);
    expect(printed).toContain("too few for a claim");
    expect(printed).not.toMatch(/\b(ahead|behind)\b/);
  });

  it("makes a page and a picture of it, what was not timed included", () => {
    const page = pageOf([report]);
    for (const { id, says } of report.questions) expect(page).toContain(`\n* ${id}: ${says}`);
    if (peer) expect(page).toContain("* Q8, cypher: not expressible");
    expect(page).toContain("Not measured: D0, D2, D3.");
    expect(page).toMatch(/\| answers a second \/ bare +\| D1 ≥ 0.9, D2 ≥ 0.9 +\| .* too few rounds \|/);
    expect(page).not.toMatch(/\| [^|]* (ahead|behind) \||NaN|undefined|Infinity/);
    const picture = pictureOf([report]);
    expect(picture).toMatch(/^<svg [^>]*>/);
    expect(picture).not.toMatch(/NaN|undefined/);
  });

  it("ends its Neo4j", () => {
    expect(state.instance).toBeNull();
  });

  it("asks a server with a small heap what nobody asked, and tells what memory it holds", async () => {
    const flags = ["--minutes", "0.1", "--rate", "20", "--folder", folder];
    const { stdout } = await run(process.execPath, [soak, ...flags]);
    expect(stdout).toMatch(
      /^\d+ requests in 0.1 minutes with a heap of 256 MiB: 0 refused or wrong; memory in the last third \S+ times/m,
    );
    const rows = stdout.matchAll(/^ +0\.\d +(\d+) +0 +\d+ +\d+$/gm);
    expect(Number([...rows].at(-1)?.[1])).toBeGreaterThan(50);
  }, 120_000);
});

describe("what cannot be run", () => {
  const refusals: [string[], RegExp][] = [
    [["--sets", "D9"], /--sets: expected some of D0, D1, D2, D3, got "D9"/],
    [["--systems", "oracle"], /--systems: expected some of .*, got "oracle"/],
    [["--rounds", "0"], /--seconds, --rounds and --warm-up: expected numbers above 0, got 1, 0 and 1000/],
    [["--run", "3"], /--run: expected 1 or 2, got 3/],
  ];
  if (notCached !== null) refusals.push([["--cached"], /not built yet/]);
  it.each(refusals)("%j is refused with the way out", async (flags, message) => {
    const refused = await run(process.execPath, [bench, ...flags]).catch((error) => error);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(message);
  });

  it.each([
    [["--minutes", "0"], /--minutes above 0 to 600, .*: got 0, 60 and 256/],
    [["--rate", "many"], /--rate above 0 to 1000, .*: got 60, many and 256/],
    [["--set", "D2"], /--set: expected D0 or D1, got "D2"/],
  ])("a soak with %j is refused with the way out", async (flags, message) => {
    const refused = await run(process.execPath, [soak, ...flags]).catch((error) => error);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(message);
  });
});
