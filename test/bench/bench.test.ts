import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "../../bench/page.js";
import { pictureOf } from "../../bench/picture.js";
import { hasPeer } from "../../bench/system.js";

const run = promisify(execFile);
const bench = fileURLToPath(new URL("../../bench/bench.js", import.meta.url));
const peer = hasPeer();
const systems = ["bare", "bytes", ...(peer ? ["generated", "cypher"] : [])];
const without = "the peer's packages are not installed (npm ci --prefix bench)";

interface Report {
  readonly questions: readonly { readonly id: string }[];
  readonly checked: Record<
    string,
    Record<string, { readonly verdict: string; readonly statements?: number; readonly bytes?: number }>
  >;
  readonly measured: {
    readonly rounds: Record<string, Record<string, readonly { perSecond: number; wrong: number }[]>>;
    readonly systems: Record<string, { readonly startMs: number }>;
  };
}

/** Tries the harness, not the speed: every question once, one round of a few milliseconds. Nothing timed is asserted. */
describe(`the bench on D1, with ${systems.join(", ")}${peer ? "" : `; ${without}`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-bench-test-"));
  let report: Report;
  let printed: string;
  let state: { instance: unknown };
  beforeAll(async () => {
    if (!peer) console.warn(`${without}: the bench is tried without it`);
    const flags = [
      "--sets",
      "D1",
      "--quick",
      "--rounds",
      "1",
      "--seconds",
      "0.02",
      "--warm-up",
      "0",
      "--folder",
      folder,
    ];
    const { stdout } = await run(process.execPath, [bench, ...flags, "--systems", systems.join(",")], {
      maxBuffer: 2 ** 24,
    });
    printed = stdout;
    report = JSON.parse(readFileSync(join(folder, "report", "D1.json"), "utf8")) as Report;
    state = JSON.parse(readFileSync(join(folder, ".govgraph", "D1", "run", "state.json"), "utf8"));
  }, 280_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has every system give the same answer, or says why it cannot", () => {
    const verdicts = Object.values(report.checked).flatMap((row) => Object.values(row));
    expect(report.questions).toHaveLength(14);
    expect(verdicts.map(({ verdict }) => verdict).filter((one) => !/^(equal$|not )/.test(one))).toEqual([]);
    for (const row of Object.values(report.checked)) expect(row.govgraph?.verdict).toBe("equal");
  });

  it("times whatever was equal, and only that", () => {
    for (const [id, row] of Object.entries(report.checked)) {
      const equal = Object.keys(row).filter((name) => row[name]?.verdict === "equal");
      expect(Object.keys(report.measured.rounds[id] ?? {}).sort()).toEqual(equal.sort());
      for (const rounds of Object.values(report.measured.rounds[id] ?? {})) {
        expect(rounds).toHaveLength(1);
        expect(rounds[0]?.wrong).toBe(0);
        expect(rounds[0]?.perSecond).toBeGreaterThan(0);
      }
    }
  });

  it("counts the statements that reach Neo4j", () => {
    const counted = (id: string, name: string) => report.checked[id]?.[name]?.statements;
    expect(counted("Q4", "bare")).toBe(1);
    expect(counted("Q13e", "bare")).toBe(2);
    expect(counted("Q14", "bare")).toBe(6);
    expect(counted("Q4", "govgraph")).toBe(1);
    expect(counted("Q4", "bytes")).toBe(0);
  });

  it("prints a table that names each system, and makes no claim of one round", () => {
    for (const name of ["govgraph", ...systems]) expect(printed).toContain(name);
    expect(printed).toContain("too few for a claim");
    expect(printed).not.toMatch(/\b(ahead|behind)\b/);
  });

  it("makes a page and a picture of it, what was not timed included", () => {
    const page = pageOf([report]);
    for (const { id } of report.questions) expect(page).toContain(`\n* ${id}: `);
    expect(page).toContain("* Q8, cypher: not expressible");
    expect(page).toContain("Not measured: D0, D2, D3.");
    expect(page).not.toMatch(/\| [^|]*(ahead|behind)|NaN|undefined/);
    const picture = pictureOf([report]);
    expect(picture).toMatch(/^<svg [^>]*>/);
    expect(picture).not.toMatch(/NaN|undefined/);
  });

  it("ends its Neo4j", () => {
    expect(state.instance).toBeNull();
  });
});

describe("what cannot be run", () => {
  it.each([
    [["--sets", "D9"], /--sets: expected some of D0, D1, D2, D3, got "D9"/],
    [["--systems", "oracle"], /--systems: expected some of .*, got "oracle"/],
    [["--cached"], /not built yet/],
    [["--rounds", "0"], /--seconds, --rounds and --warm-up: expected numbers above 0, got 1, 0 and 200/],
  ])("%j is refused with the way out", async (flags, message) => {
    const refused = await run(process.execPath, [bench, ...flags]).catch((error) => error);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(message);
  });
});
