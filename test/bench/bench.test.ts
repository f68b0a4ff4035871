import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { differenceOf, rowsOf } from "../../bench/compare.js";
import { decide, ratioOf } from "../../bench/measure.js";
import { pageOf, pictureOf } from "../../bench/page.js";
import { bodyOf, questions } from "../../bench/questions.js";
import { syntheticDataset } from "../../bench/synthetic.js";
import { type Dataset, readDataset } from "../../src/data/dataset.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

describe("the comparison of answers", () => {
  const ours = {
    leaders: {
      leaders: [
        { region: { code: "440100", name: "广州" }, dimensions: [{ key: "MATURITY" }, { key: "ACCURACY" }] },
        { region: { code: "330100", name: "杭州" }, dimensions: [{ key: "MATURITY" }] },
      ],
    },
  };
  const theirs = {
    standings: [
      { code: "330100", name: "杭州", dimensions: [{ key: "MATURITY" }] },
      { code: "440100", name: "广州", dimensions: [{ key: "ACCURACY" }, { key: "MATURITY" }] },
    ],
  };

  it("reads an answer as rows, whatever its nesting and order", () => {
    expect(rowsOf(ours)).toEqual([
      '["330100","杭州","MATURITY"]',
      '["440100","广州","ACCURACY"]',
      '["440100","广州","MATURITY"]',
    ]);
    expect(differenceOf("generated", ours, theirs)).toBeNull();
  });

  it("finds a value that differs, a row that is missing and a row too many", () => {
    const [first, second] = theirs.standings;
    const other = { standings: [first, { ...second, code: "440300" }] };
    expect(differenceOf("generated", ours, other)).toContain(
      'expected ["440100","广州","ACCURACY"], got ["440300"',
    );
    expect(differenceOf("generated", ours, { standings: [first] })).toContain("got no row");
    expect(differenceOf("generated", { standings: [first] }, theirs)).toContain("expected no row");
  });

  it("expects GovGraph's own answers in the same order", () => {
    expect(differenceOf("govgraph", theirs, structuredClone(theirs))).toBeNull();
    const reversed = { standings: [...theirs.standings].reverse() };
    expect(differenceOf("govgraph", theirs, reversed)).toMatch(/^expected .*330100.*, got .*440100/);
  });

  it("expects every value of the answer in the rows of the bare driver, except for names", () => {
    const rows = [
      [
        { code: "440100", keys: ["MATURITY", "ACCURACY"] },
        { code: "330100", keys: [] },
      ],
    ];
    expect(differenceOf("bare", ours, rows)).toBeNull();
    expect(differenceOf("bare", ours, [rows[0]?.slice(0, 1)])).toContain('the value "330100"');
  });
});

describe("the verdict on a ratio", () => {
  const verdict = (values: number[], limit: number) =>
    decide(
      ratioOf(
        values,
        values.map(() => 1),
      ),
      limit,
    );

  it.each([
    ["all rounds below the limit", [0.5, 0.9, 0.7, 1.05, 0.6], 1.1, "yes"],
    ["all rounds above the limit", [1.2, 1.9, 1.4, 1.3, 1.2], 1.1, "no"],
    ["a range wider than the margin", [1.0, 1.05, 1.0, 1.2, 1.0], 1.1, "not decided"],
    ["a range within the margin, median below", [1.05, 1.06, 1.07, 1.12, 1.08], 1.1, "yes"],
    ["a range within the margin, median above", [1.08, 1.12, 1.13, 1.11, 1.14], 1.1, "no"],
    ["no margin, rounds on both sides", [0.99, 1.01, 0.98, 0.97, 0.99], 1, "not decided"],
    ["too few rounds", [0.5, 0.5, 0.5, 0.5], 1.1, "not decided"],
  ])("%s", (_, values, limit, expected) => {
    expect(verdict(values, limit)).toBe(expected);
  });

  it("takes ratios round by round", () => {
    expect(ratioOf([1, 20, 3], [2, 10, 3])).toEqual({ median: 1, least: 0.5, most: 2, rounds: 3 });
  });
});

describe("the questions", () => {
  const schema = buildSchema(read("schema/schema.graphql"));

  it.each(questions)("$name fits the schema and is explained", ({ govgraph, generated, says }) => {
    expect(validate(schema, parse(govgraph))).toEqual([]);
    expect(says).not.toBe("");
    if (generated !== null) parse(generated);
  });

  it("are sent with the variables they use", () => {
    const question = questions.find(({ name }) => name === "region");
    const { variables } = JSON.parse(bodyOf("govgraph", question, { code: "440100", year: 2022 }) ?? "");
    expect(variables).toEqual({ code: "440100" });
  });
});

describe("D2", () => {
  const real = readDataset(fileURLToPath(new URL("data", root)));
  const { regions, dimensions, editions }: Dataset = syntheticDataset(real);

  it("has the size that the documentation states", () => {
    const leaderships = editions.flatMap(({ leaders }) => leaders.flatMap((list) => list.regions));
    expect([regions.length, dimensions.length, editions.length, leaderships.length]).toEqual([
      3_200, 30, 20, 192_000,
    ]);
  });

  it("has the same lists on every machine, so that figures can be compared", () => {
    const lists = editions.map(({ leaders }) => leaders.map(({ regions }) => regions));
    const digest = createHash("sha256").update(JSON.stringify(lists)).digest("hex");
    expect(digest).toBe("b06e61c912b68802d8bbe83ee9314a30a19fff2ac12598846abf2603e9d40260");
  });

  it("says that it is made up", () => {
    expect(editions.filter(({ title }) => !title[0]?.is.includes("synthetic"))).toEqual([]);
    const sources = new Set(editions.flatMap(({ leaders }) => leaders.map(({ cite }) => cite)));
    expect([...sources]).toEqual(["synthetic@1.1.1"]);
  });
});

describe("the page", () => {
  const systems = ["shipped", "uncached", "generated", "generated-cached", "bare", "bytes"];
  const reportOf = (set: string, generated: boolean) => ({
    set,
    at: "2026-01-01",
    machine: "2 cores",
    load: [0.1, 0.2],
    pace: { rounds: 5, seconds: 1 },
    systems,
    questions: [
      { name: "region", says: "One region?", bytes: 100 },
      { name: "co-leaders", says: "Pairs?", bytes: 300 },
    ],
    results: Object.fromEntries(
      ["region", "co-leaders"].map((name) => [
        name,
        Object.fromEntries(
          systems
            .filter((system) => generated || !system.startsWith("generated"))
            .map((system) => [
              system,
              [1, 2, 3, 4, 5].map((p50) => ({ p50: system === "uncached" ? p50 * 2 : p50, perSecond: 900 })),
            ]),
        ),
      ]),
    ),
  });

  it("has five lines, a table and a picture, with a dash for what was not measured", () => {
    const page = pageOf(reportOf("D1", true), reportOf("D2", false));
    expect(page.match(/^\* \*\*/gm)).toHaveLength(5);
    expect(page).toContain("it takes 2.00 (2.00 to 2.00) times as long as `@neo4j/graphql`");
    expect(page).toMatch(/^\| One region\? +\| 3.00 +\| 6.00 +\| 2.00 .*\| – +\|$/m);
    const picture = pictureOf(reportOf("D1", true), reportOf("D2", false));
    expect(picture.match(/<circle/g)).toHaveLength(6 + 2 * 6 + 2 * 4);
    expect(`${page}${picture}`).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("the command", () => {
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [fileURLToPath(new URL("bench/bench.js", root)), ...words]);

  it.each([
    [["--sets", "D9"], '--sets: expected some of D1, D2, got "D9".'],
    [["--rounds", "0"], '--rounds: expected a number above 0, got "0".'],
  ])("refuses %j", async (words, message) => {
    const refused = await run(...words).catch((error) => error);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(message);
  });

  it("has the packages of the peer in the versions that GovGraph itself uses", () => {
    const own = JSON.parse(read("package.json")).dependencies;
    for (const [name, version] of Object.entries(JSON.parse(read("bench/package.json")).dependencies))
      if (name in own) expect([name, version]).toEqual([name, own[name]]);
  });
});
