import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";
import { altered, type Change, editionOf, stateAgain } from "../../mutated.js";

type Level = "PROVINCE" | "CITY";
interface Scored {
  readonly rank?: number;
  readonly score?: number;
}

/** Another source gives a region a rank or a score in the overall index. */
const scored =
  (level: Level, region: string, year: number, { rank = undefined, score = undefined }: Scored): Change =>
  (data) => {
    const regions = [{ region, rank: rank ?? null, score: score ?? null }];
    editionOf(data, year).scores.push({ level, complete: false, printedCount: null, regions, cite: "other" });
  };

/** Another source gives a region a rank in a dimension, or the worst rank that it can have. */
const ranked =
  (region: string, year: number, dimension: string, { rank = null, atMost = null }: RankOrBound): Change =>
  (data) => {
    const regions = [{ region, rank, atMost }];
    editionOf(data, year).ranks.push({ level: "PROVINCE", dimension, regions, cite: "other" });
  };
interface RankOrBound {
  readonly rank?: number | null;
  readonly atMost?: number | null;
}

/** Another source puts a city in a tier. */
const inTier =
  (region: string, year: number, tier: string): Change =>
  (data) =>
    editionOf(data, year).tierMembers.push({
      ...{ level: "CITY", tier, complete: false, order: null, printedCount: null },
      ...{ regions: [region], cite: "other" },
    });

/** Several changes after each other. */
const all =
  (...changes: readonly Change[]): Change =>
  (data) => {
    for (const change of changes) change(data);
  };

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

/** Returns the answer to a question after a change of the data. */
async function changed(change: Change, question: string): Promise<unknown> {
  const { data, errors } = await altered(asker, change, (ask) => ask(`{ answer: ${question} }`));
  expect(errors).toBeUndefined();
  return (data as { answer: unknown }).answer;
}

describe("two sources that state the same", () => {
  // Neo4j plans every statement anew for the changed graph.
  it("change no answer", { timeout: 180_000 }, async () => {
    const question = `{
      scoreboard(level: CITY, edition: 2020) { total rows { region { name } rank score before tiedWith { name } justBefore { name } } }
      inDimension: scoreboard(level: CITY, edition: 2020, dimension: COMPLETENESS) { rows { rank before } }
      history(of: { name: "哈尔滨" }) {
        entries { rank score leadsCount { count } leads { dimension { key } } rises { to { key } } keepsLeading { period } }
        streaks { kind length } dimensions { best worst leads { year } }
      }
      compareEditions(level: CITY, from: 2021, to: 2022) { changes { region { name } measure kind difference } summary { rose stayed notStated } }
      compareRegions(regions: [{ name: "哈尔滨" }, { name: "深圳" }], edition: 2022) {
        regions { count leads { position } rises { to { key } } keepsLeading { period } } pairs { shared union jaccard } dimensions { ledBy }
      }
    }`;
    const doubled = stateAgain(
      ...(["scores", "ranks", "leaders", "rises", "keepsLeading", "tierMembers", "tierCounts"] as const),
    );
    const before = (await asker.ask(question)).result;
    expect(before.errors).toBeUndefined();
    expect(await altered(asker, doubled, (ask) => ask(question))).toEqual(before);
  });
});

describe("sources that disagree on a rank", () => {
  const change = scored("PROVINCE", "江苏", 2020, { rank: 4 });

  it("the scoreboard returns no rank, returns the readings, lists the region last and does not count it before others", async () => {
    const { rows, total } = (await changed(
      change,
      "scoreboard(level: PROVINCE, edition: 2020) { total rows { region { name } rank ranks score before tiedWith { name } justBefore { name } } }",
    )) as { rows: { region: { name: string } }[]; total: number };
    const row = (name: string) => rows.find(({ region }) => region.name === name);
    expect(total).toBe(32);
    expect(rows.at(-1)).toEqual({
      region: { name: "江苏" },
      rank: null,
      ranks: [3, 4],
      score: 91.9,
      before: null,
      tiedWith: [],
      justBefore: [],
    });
    // 江苏 is before 北京 or shares its rank; it is before 安徽 in either case.
    expect(row("贵州")).toMatchObject({ rank: 3, before: 3, tiedWith: [] });
    expect(row("北京")).toMatchObject({ rank: 4, before: null, justBefore: [{ name: "贵州" }] });
    expect(row("安徽")).toMatchObject({ rank: 5, before: 6 });
  });

  it("history, compareEditions and compareRegions return no rank either", async () => {
    const { entries } = (await changed(
      change,
      'history(of: { name: "江苏" }) { entries { edition { year } rank ranks rankGap change { ranks } } }',
    )) as { entries: unknown[] };
    expect(entries.slice(3, 5)).toEqual([
      { edition: { year: 2020 }, rank: null, ranks: [3, 4], rankGap: "DISPUTED", change: { ranks: null } },
      { edition: { year: 2021 }, rank: null, ranks: [], rankGap: "NOT_STATED", change: { ranks: null } },
    ]);
    const { changes } = (await changed(
      change,
      "compareEditions(level: PROVINCE, from: 2019, to: 2020, measures: [RANK, TOP_TEN]) { changes { region { name } measure kind from { gap rank } to { gap rank readings } } }",
    )) as { changes: { region: { name: string } }[] };
    expect(changes.filter(({ region }) => region.name === "江苏")).toMatchObject([
      {
        kind: "NOT_STATED",
        from: { gap: null, rank: 2 },
        to: { gap: "DISPUTED", rank: null, readings: [3, 4] },
      },
      // Both ranks are in the top ten.
      { kind: "STAYED", to: { gap: null } },
    ]);
    const regions = await changed(
      change,
      'compareRegions(regions: [{ name: "江苏" }, { name: "浙江" }], edition: 2020) { regions { rank ranks rankGap } pairs { ranksApart } }',
    );
    expect(regions).toEqual({
      regions: [
        { rank: null, ranks: [3, 4], rankGap: "DISPUTED" },
        { rank: 1, ranks: [1], rankGap: null },
      ],
      pairs: [{ ranksApart: null }],
    });
  });

  it("a run that can be longer ends with DISPUTED, not with FACT", async () => {
    const { streaks } = (await changed(
      scored("CITY", "深圳", 2021, { rank: 2 }),
      'history(of: { name: "深圳" }) { streaks(kind: FIRST) { from { year } to { year } length after } }',
    )) as { streaks: unknown };
    expect(streaks).toEqual([{ from: { year: 2019 }, to: { year: 2020 }, length: 2, after: "DISPUTED" }]);
  });
});

describe("what is printed only in part", () => {
  it("a score without a rank comes after the ranks", async () => {
    const { rows } = (await changed(
      scored("PROVINCE", "福建", 2021, { score: 89.5 }),
      "scoreboard(level: PROVINCE, edition: 2021) { rows { region { name } rank score before } coverage { stated } }",
    )) as { rows: unknown[] };
    expect(rows).toEqual([
      { region: { name: "广东" }, rank: 1, score: null, before: 0 },
      { region: { name: "安徽" }, rank: 4, score: 91.02, before: null },
      { region: { name: "湖北" }, rank: 7, score: 88.04, before: null },
      { region: { name: "福建" }, rank: null, score: 89.5, before: null },
    ]);
  });

  it("a list of the top ten with a missing rank is not complete up to any rank", async () => {
    const hole: Change = (data) => {
      const [list] = editionOf(data, 2017).scores;
      if (list) list.regions = list.regions.filter(({ region }) => region !== "江西");
    };
    const { rows } = (await changed(
      hole,
      "scoreboard(level: PROVINCE, edition: 2017) { rows { rank before justBefore { name } } }",
    )) as {
      rows: unknown[];
    };
    expect(rows.slice(0, 2)).toEqual([
      { rank: 1, before: 0, justBefore: [] },
      { rank: 2, before: null, justBefore: [{ name: "浙江" }] },
    ]);
    expect(rows[5]).toEqual({ rank: 7, before: null, justBefore: [] });
    const { summary } = (await changed(
      hole,
      "compareEditions(level: PROVINCE, from: 2017, to: 2018, measures: [TOP_TEN]) { summary { entered left stayed stayedOut notStated } }",
    )) as { summary: unknown };
    expect(summary).toEqual([{ entered: 0, left: 2, stayed: 7, stayedOut: 0, notStated: 23 }]);
  });

  it("“top three” gives a change only if the change follows from it", async () => {
    const question =
      "compareEditions(level: PROVINCE, from: 2020, to: 2021, measures: [DIMENSION_RANK]) { changes { region { name } dimension { key } kind from { rank atMost gap } to { rank atMost gap basis } } }";
    const changes = all(
      ranked("江苏", 2021, "EFFECTIVENESS", { atMost: 3 }),
      ranked("广东", 2020, "MATURITY", { rank: 1 }),
      ranked("浙江", 2020, "COVERAGE", { rank: 2 }),
      ranked("浙江", 2021, "COVERAGE", { atMost: 3 }),
    );
    const answer = (await changed(changes, question)) as {
      changes: { region: { name: string }; dimension: { key: string } }[];
    };
    const change = (name: string, key: string) =>
      answer.changes.find(({ region, dimension }) => region.name === name && dimension.key === key);
    expect(change("江苏", "EFFECTIVENESS")).toMatchObject({
      kind: "ROSE",
      from: { rank: 4, gap: null },
      to: { rank: null, atMost: 3, gap: "AT_MOST", basis: "STATED" },
    });
    expect(change("广东", "MATURITY")).toMatchObject({ kind: "STAYED" });
    expect(change("浙江", "COVERAGE")).toMatchObject({
      kind: "NOT_STATED",
      to: { atMost: 3, gap: "AT_MOST" },
    });
  });

  it("a rank that contradicts the “top three” of another source is disputed, and so is the “top three”", async () => {
    expect(
      await changed(
        ranked("广东", 2021, "COVERAGE", { rank: 5 }),
        "scoreboard(level: PROVINCE, edition: 2021, dimension: COVERAGE) { rows { region { name } rank ranks atMost } }",
      ),
    ).toEqual({
      rows: [{ region: { name: "广东" }, rank: null, ranks: [5], atMost: null }],
    });
  });

  it("a rank within the “top three” of another source is not disputed", async () => {
    expect(
      await changed(
        ranked("广东", 2021, "COVERAGE", { rank: 3 }),
        "scoreboard(level: PROVINCE, edition: 2021, dimension: COVERAGE) { rows { region { name } rank ranks atMost } }",
      ),
    ).toEqual({
      rows: [{ region: { name: "广东" }, rank: 3, ranks: [3], atMost: null }],
    });
  });

  it("a year without an edition is returned and interrupts a run", async () => {
    const gone: Change = ({ editions }) => {
      editions.splice(
        editions.findIndex(({ year }) => year === 2019),
        1,
      );
    };
    const answer = await changed(
      gone,
      'history(of: { name: "广东" }) { missingYears entries { edition { year } change { since { year } ranks } } streaks(kind: TOP_TEN) { from { year } to { year } before after } }',
    );
    expect(answer).toEqual({
      missingYears: [2019],
      entries: [
        { edition: { year: 2017 }, change: null },
        { edition: { year: 2018 }, change: { since: { year: 2017 }, ranks: 5 } },
        { edition: { year: 2020 }, change: { since: { year: 2018 }, ranks: 3 } },
        { edition: { year: 2021 }, change: { since: { year: 2020 }, ranks: 0 } },
        { edition: { year: 2022 }, change: { since: { year: 2021 }, ranks: null } },
        { edition: { year: 2023 }, change: { since: { year: 2022 }, ranks: null } },
      ],
      streaks: [
        { from: { year: 2017 }, to: { year: 2018 }, before: "NONE", after: "NOT_LOADED" },
        { from: { year: 2020 }, to: { year: 2021 }, before: "NOT_LOADED", after: "NOT_STATED" },
      ],
    });
  });
});

describe("lists of leaders of two editions", () => {
  /** A list of leading cities of a dimension in 2021: the list of 2022 with one city replaced by another. */
  const listOf2021 =
    (complete: boolean): Change =>
    (data) => {
      const list = editionOf(data, 2022).leaders.find(
        ({ level, dimension }) => level === "CITY" && dimension === "MATURITY",
      );
      const regions = (list?.regions ?? []).map((name) => (name === "昆明" ? "武汉" : name));
      editionOf(data, 2021).leaders.push({
        ...{ level: "CITY", dimension: "MATURITY", complete, order: null, printedCount: null },
        ...{ regions, cite: "other" },
      });
    };
  const question =
    "compareEditions(level: CITY, from: 2021, to: 2022, measures: [LEADS]) { summary { dimension { key } entered left stayed stayedOut notStated notComparable } changes { region { name } dimension { key } kind from { gap named basis } } }";
  interface Answer {
    readonly summary: { readonly dimension: { readonly key: string } }[];
    readonly changes: {
      readonly region: { readonly name: string };
      readonly dimension: { readonly key: string };
    }[];
  }
  const maturity = ({ dimension }: { dimension: { key: string } }) => dimension.key === "MATURITY";

  it("show which regions entered and left", async () => {
    const { summary, changes } = (await changed(listOf2021(true), question)) as Answer;
    expect(summary.find(maturity)).toMatchObject({
      entered: 1,
      left: 1,
      stayed: 9,
      stayedOut: 21,
      notStated: 0,
    });
    expect(summary.find((group) => !maturity(group))).toMatchObject({ notComparable: 32 });
    const maturityChanges = changes.filter(maturity);
    expect(maturityChanges.find(({ region }) => region.name === "昆明")).toMatchObject({
      kind: "ENTERED",
      from: { named: false, basis: "INFERRED" },
    });
    expect(maturityChanges.find(({ region }) => region.name === "武汉")).toMatchObject({
      kind: "LEFT",
      from: { named: true, basis: "STATED" },
    });
  });

  it("an open-ended list does not show which regions were not in it", async () => {
    const { summary, changes } = (await changed(listOf2021(false), question)) as Answer;
    expect(summary.find(maturity)).toMatchObject({
      entered: 0,
      left: 1,
      stayed: 9,
      stayedOut: 0,
      notStated: 22,
    });
    expect(changes.filter(maturity).find(({ region }) => region.name === "昆明")).toMatchObject({
      kind: "NOT_STATED",
      from: { named: null, gap: "OPEN_LIST", basis: "UNKNOWN" },
    });
  });

  it("with open-ended lists, leads, their number and the overlap of two regions are unknown", async () => {
    const opened: Change = (data) => {
      for (const list of editionOf(data, 2022).leaders) if (list.level === "CITY") list.complete = false;
    };
    const { entries } = (await changed(
      opened,
      'history(of: { name: "太原" }) { entries { edition { year } leads { position } leadsGap leadsCount { count } } }',
    )) as {
      entries: { edition: { year: number } }[];
    };
    expect(entries.find(({ edition }) => edition.year === 2022)).toEqual({
      ...{ edition: { year: 2022 }, leads: null, leadsGap: "OPEN_LIST", leadsCount: null },
    });
    expect(
      await changed(
        opened,
        'compareRegions(regions: [{ name: "太原" }, { name: "青岛" }]) { regions { region { name } count leads { dimension { key } } leadsGap } pairs { shared union jaccard } dimensions { ledBy leading { name } } }',
      ),
    ).toEqual({
      regions: [
        {
          region: { name: "青岛" },
          count: null,
          leads: ["EFFECTIVENESS", "MATURITY", "COMPLETENESS"].map((key) => ({ dimension: { key } })),
          leadsGap: null,
        },
        { region: { name: "太原" }, count: null, leads: null, leadsGap: "OPEN_LIST" },
      ],
      pairs: [{ shared: null, union: null, jaccard: null }],
      dimensions: [true, true, true, false, false].map((leads) => ({
        ledBy: null,
        leading: leads ? [{ name: "青岛" }] : [],
      })),
    });
  });
});

describe("tiers", () => {
  const kinds = async (changes: Change, from: number, to: number) => {
    const answer = (await changed(
      changes,
      `compareEditions(level: CITY, from: ${from}, to: ${to}, measures: [TIER]) { changes { region { name } kind } }`,
    )) as { changes: { region: { name: string }; kind: string }[] };
    return (name: string) => answer.changes.find(({ region }) => region.name === name)?.kind;
  };

  it("fall and stay if both editions state them", async () => {
    const kind = await kinds(
      all(inTier("沈阳", 2020, "HIGH"), inTier("沈阳", 2022, "MEDIUM"), inTier("广州", 2022, "VERY_HIGH")),
      2020,
      2022,
    );
    expect(kind("沈阳")).toBe("FELL");
    expect(kind("广州")).toBe("STAYED");
  });

  it("did not rise if all risen regions are named; in the highest tier a region cannot have fallen", async () => {
    const kind = await kinds(inTier("广州", 2022, "VERY_HIGH"), 2021, 2022);
    expect(kind("武汉")).toBe("ROSE");
    expect(kind("石家庄")).toBe("STAYED_OR_FELL");
    expect(kind("广州")).toBe("STAYED");
  });

  it("are not stated if not all risen regions are named", async () => {
    const opened: Change = (data) => {
      for (const list of editionOf(data, 2022).rises) if (list.level === "CITY") list.complete = false;
    };
    const kind = await kinds(opened, 2021, 2022);
    expect(kind("武汉")).toBe("ROSE");
    expect(kind("石家庄")).toBe("NOT_STATED");
  });

  it("are not stated if a single region rose between tiers without a complete list", async () => {
    const single: Change = (data) =>
      editionOf(data, 2022).rises.push({
        ...{ level: "CITY", from: "LOW", to: "MEDIUM", complete: false, order: null, printedCount: null },
        ...{ regions: ["海口"], cite: "other" },
      });
    const kind = await kinds(single, 2021, 2022);
    expect(kind("海口")).toBe("ROSE");
    expect(kind("石家庄")).toBe("NOT_STATED");
    const { panel, tierChanges } = (await altered(asker, single, async (ask) => {
      const { data } = await ask(
        "{ panel(level: CITY, editions: [2022]) { rows { name rose } } tierChanges(level: CITY, edition: 2022) { total coverage { stated total closed } } }",
      );
      return data;
    })) as {
      panel: { rows: { name: string; rose: boolean | null }[] };
      tierChanges: unknown;
    };
    const rose = (name: string) => panel.rows.find((row) => row.name === name)?.rose;
    expect([rose("海口"), rose("武汉"), rose("石家庄")]).toEqual([true, true, null]);
    // 11 cities of complete lists, and this one.
    expect(tierChanges).toEqual({ total: 12, coverage: { stated: 12, total: null, closed: false } });
  });

  it("are unknown if sources disagree on the tier that a region rose to, and it has no rise", async () => {
    // The report says that 武汉 rose from HIGH to VERY_HIGH.
    const disputed: Change = (data) =>
      editionOf(data, 2022).rises.push({
        ...{ level: "CITY", from: "MEDIUM", to: "HIGH", complete: false, order: null, printedCount: null },
        ...{ regions: ["武汉"], cite: "other" },
      });
    const answer = await altered(asker, disputed, (ask) =>
      ask(`{
        tierChanges(level: CITY, edition: 2022) { total moves { region { name } } }
        history(of: { name: "武汉" }) { entries { edition { year } rises { to { key } } } }
        region(by: { name: "武汉" }) {
          before: tier(edition: 2021) { basis tier { key } possible { key } }
          after: tier(edition: 2022) { basis tier { key } possible { key } }
        }
      }`),
    );
    expect(answer.errors).toBeUndefined();
    const { tierChanges, history, region } = answer.data as {
      tierChanges: { total: number; moves: { region: { name: string } }[] };
      history: { entries: { edition: { year: number }; rises: unknown }[] };
      region: unknown;
    };
    // 11 cities rose; 武汉 is one of them.
    expect(tierChanges.total).toBe(10);
    expect(tierChanges.moves.map((move) => move.region.name)).not.toContain("武汉");
    expect(history.entries.find(({ edition }) => edition.year === 2022)?.rises).toEqual([]);
    const unknown = (...keys: string[]) => ({
      ...{ basis: "UNKNOWN", tier: null, possible: keys.map((key) => ({ key })) },
    });
    expect(region).toEqual({ before: unknown("HIGH", "MEDIUM"), after: unknown("VERY_HIGH", "HIGH") });
  });

  it("are unknown if sources put a region in two tiers", async () => {
    const { tier } = (await changed(
      inTier("广州", 2020, "HIGH"),
      'region(by: { name: "广州" }) { tier(edition: 2020) { basis tier { key } possible { key } } }',
    )) as { tier: unknown };
    expect(tier).toEqual({
      ...{ basis: "UNKNOWN", tier: null, possible: [{ key: "VERY_HIGH" }, { key: "HIGH" }] },
    });
  });
});

describe("figures of a level that sources disagree on", () => {
  it("are null with their readings", async () => {
    const change: Change = (data) =>
      editionOf(data, 2017).means.push({ level: "PROVINCE", mean: 78.1, cite: "other" });
    expect(
      await changed(change, "scoreboard(level: PROVINCE, edition: 2017) { mean { mean means above } }"),
    ).toEqual({
      mean: { mean: null, means: [77.7, 78.1], above: 17 },
    });
    const { figures } = (await changed(
      change,
      "compareEditions(level: PROVINCE, from: 2017, to: 2018) { figures { measure from { value gap readings basis } kind } }",
    )) as { figures: { measure: string }[] };
    expect(figures.find(({ measure }) => measure === "MEAN")).toEqual({
      measure: "MEAN",
      kind: "NOT_STATED",
      from: { value: null, gap: "DISPUTED", readings: [77.7, 78.1], basis: "UNKNOWN" },
    });
  });
});

describe("the lines of a statement that find the last rank of a complete ranking", () => {
  it("are the same in all three files", () => {
    const parts = ["scores/scoreboard", "editions/history", "editions/compareEditions"].map((stem) => {
      const text = readFileSync(new URL(`../../../cypher/question/${stem}.cypher`, import.meta.url), "utf8");
      const [part] =
        /MATCH \(list:List \{kind: 'SCORED_LIST'.*?facts: \[list\.id\] \+ ids\}/s.exec(text) ?? [];
      return part
        ?.replace(/level: [\w$.]+/, "level")
        .replace(/edition: [\w$.]+/, "edition")
        .replace(" list: list.id,", "");
    });
    expect(parts[0]).toContain("ranks[i] <= ranks[i - 1] + 1");
    expect(new Set(parts).size).toBe(1);
  });
});
