import { describe, expect, it } from "vitest";
import { aims, standingOfAim } from "../../bench/aims.js";
import { growthOf } from "../../bench/growth.js";
import { pageOf } from "../../bench/page.js";
import { pictureOf } from "../../bench/picture.js";

type Rates = Record<string, readonly number[]>;
const six = [1, 1, 1, 1, 1];

/** A report of two questions, five rounds each, with the throughput of each system given. */
function reportOf(name: string, rates: Rates, { run = 1, hits = 100, p50 = 2 } = {}) {
  const rounds = Object.fromEntries(
    Object.entries(rates).map(([system, each]) => [
      system,
      each.map((perSecond) => ({ perSecond, p50, p99: 9, serverCpu: 1, neo4jCpu: 4, wrong: 0 })),
    ]),
  );
  const checked = Object.fromEntries(
    Object.keys(rates).map((system) => [
      system,
      { verdict: "equal", bytes: 50, statements: 1, cost: { stems: [], hits, costliest: [] } },
    ]),
  );
  return {
    set: { name, says: "made up" },
    systems: Object.keys(rates),
    run,
    at: "2026-01-01T00:00:00Z",
    machine: {
      cores: 2,
      processor: "p",
      node: "v20",
      neo4j: "5",
      packages: { graphql: "16" },
      loadBefore: 0,
      loadAfter: 1,
    },
    pace: { rounds: 5, warmUp: 0, closedMs: 1_000, singleMs: 500, openMs: 0 },
    questions: [
      { id: "Q4", says: "four" },
      { id: "Q8", says: "eight" },
    ],
    checked: { Q4: checked, Q8: { ...checked, cypher: { verdict: "not expressible: why" } } },
    measured: {
      rounds: { Q4: rounds, Q8: Object.fromEntries(Object.entries(rounds).filter(([s]) => s !== "cypher")) },
      systems: Object.fromEntries(
        Object.keys(rates).map((system) => [
          system,
          { startMs: 1, firstMs: [2], memory: { now: 3, most: 4 } },
        ]),
      ),
    },
  };
}

const fast: Rates = {
  govgraph: [3.05, 3.1, 3.2, 3.3, 3.4],
  generated: six,
  cypher: [4, 4, 4, 4, 4],
  bare: [3, 3, 3, 4, 4],
  bytes: [300, 300, 300, 300, 300],
  cached: [240, 240, 240, 240, 240],
};
const d1 = reportOf("D1", fast);
const again = reportOf("D1", { ...fast, govgraph: [2.9, 3.1, 3.2, 3.3, 3.4] }, { run: 2 });
const d2 = reportOf("D2", fast, { hits: 300, p50: 10 });
const standing = (says: string, report: unknown) => {
  const aim = aims.find((one) => one.says === says);
  if (aim === undefined) throw new Error(`no aim "${says}"`);
  return standingOfAim(aim, report);
};

describe("an aim", () => {
  it("is reached where all rounds reach it", () => {
    expect(standing("answers a second / generated", d1)).toBe("reached");
    expect(standing("answers a second / generated", again)).toBe("reached in the median only");
    expect(standing("answers a second / generated", d2)).toBe("missed");
    expect(standing("p50 at 1 in flight / bare", d1)).toBe("reached");
    expect(standing("Neo4j CPU ms, Q4, lead in three", d2)).toBe("missed");
    expect(standing("Neo4j CPU ms, Q5, lead in two and not in a third", d2)).toBe("not measured");
    expect(standing("cached: answers a second / bytes", d1)).toBe("reached");
    expect(standing("cached: answers a second / govgraph", d1)).toBe("no aim");
    const short = { ...d1, pace: { ...d1.pace, rounds: 3 } };
    expect(standing("answers a second / generated", short)).toBe("too few rounds");
  });
});

describe("the page of two sets and two runs", () => {
  const page = pageOf([d1, again, d2]);

  it("shows each run beside the aim, and losses beside wins", () => {
    expect(page).toMatch(/^\| +\| aim +\| D1 +\| D1, run 2 +\| D2 +\|$/m);
    expect(page).toMatch(
      /^\| @neo4j\/graphql 7\.6\.3, generated +\| 3\.20 \(3\.05 to 3\.40\) ahead +\| Q4 Q8 +\| +\| +\|$/m,
    );
    expect(page).toMatch(
      /^\| @neo4j\/graphql 7\.6\.3, our Cypher in @cypher +\| 0\.80 \(0\.76 to 0\.85\) behind +\| +\| Q4 +\| +\|$/m,
    );
    expect(page).toContain("* Q8, cypher: not expressible: why");
    expect(page).toContain("Not measured: D0, D3.");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    expect(pictureOf([d1, again, d2])).not.toMatch(/NaN|undefined/);
  });

  it("keeps the two tracks apart", () => {
    expect(page).toMatch(
      /^\| D1 +\| Fastify sending stored bytes +\| 0\.80 \(0\.80 to 0\.80\) +\| 1\.00 \(1\.00 to 1\.00\) +\|$/m,
    );
    expect(page).not.toMatch(/^\| GovGraph as shipped, answer caching on .*(ahead|behind)/m);
  });

  it("tells how cost grows from set to set", () => {
    expect(growthOf(d1, d2)).toEqual([
      ["Q4", "2 → 10 (5.00 times)", "100 → 300 (3.00 times)", "50 → 50 (1.00 times)"],
      ["Q8", "2 → 10 (5.00 times)", "100 → 300 (3.00 times)", "50 → 50 (1.00 times)"],
    ]);
    expect(page).toContain("2 → 10 (5.00 times)");
  });
});
