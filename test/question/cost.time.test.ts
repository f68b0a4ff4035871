import { type OperationDefinitionNode, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { costOf } from "../../src/http/limits/cost.js";
import { Asker } from "../graph.js";

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
  await asker.catalogue.current();
});
afterAll(() => asker.graph.close());

const evidence = "evidence { locator sha256 basis quote source { title publisher publishedOn url } }";

/** Statements by how often they are sent. */
const cases: readonly (readonly [what: string, document: string, sent: Readonly<Record<string, number>>])[] =
  [
    [
      "a scoreboard with ties and neighbours",
      "{ scoreboard(level: PROVINCE, edition: 2020) { rows { rank score before region { name } tiedWith { name } justBefore { name } } reason } }",
      { scoreboard: 1 },
    ],
    [
      "all of a scoreboard",
      `{ scoreboard(level: PROVINCE, edition: 2017) { edition { year } coverage { stated } mean { above aboveBefore ${evidence} } rows { rank ${evidence} } } }`,
      { scoreboard: 1, "scoreboard.mean": 1, coverage: 1, "fact.evidence": 2 },
    ],
    [
      "why there is none",
      "{ scoreboard(level: CITY, edition: 2022) { rows { rank } reason coverage { stated note } } }",
      { scoreboard: 1, "scoreboard.reason": 1, coverage: 1 },
    ],
    [
      "a region's way with runs of ranks",
      '{ history(of: { name: "广东" }) { coverage { stated total } missingYears entries { edition { year } rank change { ranks } leads { dimension { name } } } first: streaks(kind: FIRST) { length } top: streaks(kind: TOP_TEN) { length } dimensions { best } } }',
      { history: 1, "history.dimensions": 1 },
    ],
    [
      "a region's way with everything: one question of tiers an edition, whatever is asked of them",
      `{ history(of: { name: "广东" }) { entries { rank ${evidence} tier { basis tier { name } ${evidence} } leads { position ${evidence} } dimensionRanks { rank ${evidence} } leadsCount { count ${evidence} } keepsLeading { period ${evidence} } rises { ${evidence} } } streaks { kind length ${evidence} } dimensions { ranks { rank ${evidence} } } } }`,
      { history: 1, "history.dimensions": 1, "region.tier": 6, "fact.evidence": 7 },
    ],
    [
      "who entered and left the first ten",
      "{ compareEditions(level: PROVINCE, from: 2017, to: 2018, measures: [TOP_TEN]) { changes { region { name } kind } summary { entered left } } }",
      { compareEditions: 1 },
    ],
    [
      "ranks in dimensions alone",
      "{ compareEditions(level: CITY, from: 2020, to: 2021, measures: [DIMENSION_RANK, LEADS]) { summary { dimension { name } rose } } }",
      { "compareEditions.dimensions": 1 },
    ],
    [
      "figures alone",
      "{ compareEditions(level: PROVINCE, from: 2017, to: 2019) { from { year } to { year } figures { kind difference } coverageFrom { stated } coverageTo { stated } } }",
      { "compareEditions.figures": 1, tierDistribution: 2, "compareEditions.coverage": 1 },
    ],
    [
      "all that changed, with all evidence",
      `{ compareEditions(level: PROVINCE, from: 2021, to: 2022) { changes { region { name } measure dimension { key } kind difference from { gap rank score tier { key } evidence { locator source { key } } } to { gap rank score tier { key } evidence { locator source { key } } } } summary { measure rose } figures { kind } } }`,
      {
        compareEditions: 1,
        "compareEditions.dimensions": 1,
        "compareEditions.figures": 1,
        tierDistribution: 2,
        "region.tier": 2,
        "fact.evidence": 1,
      },
    ],
    [
      "ten regions side by side with everything",
      `{ compareRegions(regions: [${[..."京沪苏浙粤"].map((name) => `{ name: "${name}" }`).join(" ")} { name: "贵州" } { name: "广州" } { name: "深圳" } { name: "南京" } { name: "杭州" }]) { edition { year } regions { rank tier { basis } leads { position ${evidence} } keepsLeading { ${evidence} } } pairs { shared union jaccard ${evidence} } dimensions { ledBy leading { name } ${evidence} } } }`,
      {
        compareRegions: 1,
        "compareRegions.pairs": 1,
        "compareRegions.dimensions": 1,
        "region.tier": 1,
        "fact.evidence": 1,
      },
    ],
  ];

describe("what a question over time costs", () => {
  it.each(cases)("%s", async (_, document, expected) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors).toBeUndefined();
    const sent: Record<string, number> = {};
    for (const { statement, fromMemory } of request.runs) {
      const stem = statement.stem.replace("question/", "");
      if (!fromMemory) sent[stem] = (sent[stem] ?? 0) + 1;
    }
    const { "fact.evidence": batches = 0, ...statements } = sent;
    const { "fact.evidence": most = 0, ...wanted } = expected;
    expect(statements).toEqual(wanted);
    // Facts of different depths, and those of statements that end one by one, come up in different turns.
    expect(batches).toBeLessThanOrEqual(most);

    // The estimate that the server makes covers the answer, and lets it pass.
    const operation = parse(document).definitions[0] as OperationDefinitionNode;
    const cost = costOf(asker.schema).estimate(parse(document), operation, {}) ?? 0;
    expect(cost).toBeGreaterThanOrEqual(fields(result.data));
    expect(cost).toBeLessThanOrEqual(100_000);
  });
});

/** Fields in an answer: one point each, as the estimate counts them. */
function fields(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + fields(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + 1 + fields(item), 0);
}
