import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Checked } from "../../bench/prepare.js";
import { type Costs, compareCosts, recordFile } from "../../bench/record.js";

const costliest = [{ operator: "NodeByLabelScan", hits: 900, rows: 800, details: "fact:Fact" }];
const file = (hits: number, rows = 3) => ({ hits, rows, costliest });
const asked = (hits: number, ...stems: string[]): Record<string, Checked> => ({
  govgraph: { verdict: "equal", cost: { stems, hits, costliest } },
});
const record = (hits: number): Costs => ({
  files: { leaders: { rows: 3, hits } },
  questions: { Q4: { statements: ["question/leaders"], hits } },
});
const compare = (hits: number, now: number) =>
  compareCosts(record(hits), { leaders: file(now) }, { Q4: asked(now, "question/leaders") });

describe("what questions cost, held to the record", () => {
  it("may be a tenth and twenty hits more, and no more", () => {
    expect(compare(1_000, 1_120)).toEqual({ faults: [], cheaper: [] });
    const { faults } = compare(1_000, 1_121);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toBe(
      [
        "cypher/question/leaders.cypher: recorded 1000 db hits, found 1121. Costliest:",
        "  NodeByLabelScan 900 hits, 800 rows: fact:Fact",
        "If that is meant and cannot be had for less, record anew by `npm run gen:hits` and say why in the commit.",
      ].join("\n"),
    );
  });

  it("is told where it is less", () => {
    expect(compare(1_000, 500)).toEqual({
      faults: [],
      cheaper: [
        "cypher/question/leaders.cypher: recorded 1000 db hits, found 500",
        "the bench's Q4: recorded 1000 db hits, found 500",
      ],
    });
  });

  it("is at fault with a statement more, or another answer", () => {
    const twice = asked(1_000, "question/leaders", "question/leaders");
    const { faults } = compareCosts(record(1_000), { leaders: file(1_000, 4) }, { Q4: twice });
    expect(faults[0]).toContain('leaders.cypher: recorded {"rows":3}, found {"rows":4}.');
    expect(faults[1]).toContain(
      'Q4: recorded {"statements":["question/leaders"]}, found {"statements":["question/leaders","question/leaders"]}.',
    );
  });

  it("must have a record, and the record a question", () => {
    const { faults } = compareCosts(
      record(1_000),
      { other: file(1) },
      { Q4: asked(1_000, "question/leaders") },
    );
    expect(faults).toEqual([
      "cypher/question/leaders.cypher is recorded, but there is no such question. Record it by `npm run gen:hits`.",
      "cypher/question/other.cypher has no record. Record it by `npm run gen:hits`.",
    ]);
  });

  it("is recorded of every question file", () => {
    expect(existsSync(recordFile)).toBe(true);
    const { files } = JSON.parse(readFileSync(recordFile, "utf8")) as Costs;
    const stems = readdirSync(new URL("../../cypher/question/", import.meta.url)).map((name) =>
      name.replace(/\.cypher$/, ""),
    );
    expect(Object.keys(files).sort()).toEqual(stems.sort());
  });
});
