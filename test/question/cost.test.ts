import { readdirSync, readFileSync } from "node:fs";
import { getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings } from "../../src/config.js";
import { costOf } from "../../src/http/limits/cost.js";
import { Asker } from "../graph.js";

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
  await asker.catalogue.current();
});
afterAll(() => asker.graph.close());

const evidence = "evidence { locator sha256 basis quote source { title publisher publishedOn url } }";
const evidenceBatches = "facts/fact.evidence";

/** The statements of an operation by how often each is sent; of evidence, the most batches. */
const operations: readonly (readonly [what: string, document: string, sent: Record<string, number>])[] = [
  [
    "reference data",
    '{ meta { dataVersion } dimensions { name } editions { year } sources { title } region(by: { code: "440100" }) { name } }',
    {},
  ],
  [
    "leaders",
    '{ leaders(level: PROVINCE, areas: ["中部", "西部"]) { total leaders { count region { name areas { name } } dimensions { name } } } }',
    { "leaders/leaders": 1 },
  ],
  [
    "leaders with evidence and coverage",
    `{ leaders(level: CITY, atLeast: 3) { leaders { ${evidence} leads { ${evidence} } } coverage { stated total } } }`,
    { "leaders/leaders": 1, "facts/coverage": 1, [evidenceBatches]: 2 },
  ],
  [
    "all regions with leads, tiers and evidence",
    `{ regions { nodes { name leads { dimension { name } ${evidence} } tier { basis ${evidence} } } } }`,
    { "regions/regions": 1, "leaders/region.leads": 1, "tiers/region.tier": 1, [evidenceBatches]: 2 },
  ],
  [
    "a page of regions and how many there are",
    '{ regions(areas: ["EAST"], first: 5) { totalCount nodes { name province { name } } } }',
    { "regions/regions": 1, "regions/regions.count": 1 },
  ],
  [
    "the same question twice",
    "{ a: tierChanges(level: CITY) { total } b: tierChanges(level: CITY) { total } }",
    { "tiers/tierChanges": 1 },
  ],
  [
    "counts and members of tiers with evidence and coverage",
    `{ tierDistribution(level: CITY, edition: 2020) { tiers { count stated { name } ${evidence} } cumulated { count ${evidence} } known { stated } coverage { stated } } }`,
    { "tiers/tierDistribution": 1, "facts/coverage.tier": 1, "facts/coverage": 1, [evidenceBatches]: 1 },
  ],
  [
    "counts of tiers in two editions",
    "{ a: tierDistribution(level: CITY, edition: 2020) { tiers { count } } b: tierDistribution(level: CITY) { tiers { count } } }",
    { "tiers/tierDistribution": 2 },
  ],
  [
    "changes of tiers with the counts before",
    "{ tierChanges(level: PROVINCE) { moves { count } withoutLead { count } previousIfNobodyFell { tiers { count known { count } } } } }",
    {
      "tiers/tierChanges": 1,
      "tiers/tierChanges.before": 1,
      "tiers/tierDistribution": 1,
      "facts/coverage": 1,
    },
  ],
  [
    "the tiers of all regions in two editions",
    "{ regions { nodes { a: tier(edition: 2020) { basis } b: tier(edition: 2021) { basis because } } } }",
    { "regions/regions": 1, "tiers/region.tier": 2 },
  ],
  [
    "overlaps",
    "{ dimensionOverlap(level: CITY) { edition { year } pairs { first { name } both { name } jaccard } } }",
    { "leaders/dimensionOverlap": 1 },
  ],
  [
    "overlaps with combinations, evidence and coverage",
    `{ dimensionOverlap(level: CITY) { pairs { shared ${evidence} } combinations { count ${evidence} } coverage { stated } } }`,
    {
      "leaders/dimensionOverlap": 1,
      "leaders/dimensionOverlap.combinations": 1,
      "facts/coverage": 1,
      [evidenceBatches]: 2,
    },
  ],
  [
    "pairs of regions with evidence",
    `{ coLeaders(level: PROVINCE, minShared: 1) { total pairs { first { name } second { name } both { name } ${evidence} } } }`,
    { "leaders/coLeaders": 1, [evidenceBatches]: 1 },
  ],
  [
    "similar regions: no reason is needed",
    `{ similarRegions(to: { name: "武汉" }) { similar { region { name } ${evidence} } reason } }`,
    { "regions/similarRegions": 1, [evidenceBatches]: 1 },
  ],
  [
    "no similar region, with the reason",
    '{ similarRegions(to: { name: "太原" }) { total reason } }',
    { "regions/similarRegions": 1, "regions/similarRegions.reason": 1 },
  ],
  [
    "thirty paths with evidence",
    `{ path(from: { name: "南昌" }, to: { name: "青岛" }) { total paths { text steps { sentence ${evidence} } } reason } }`,
    { "regions/path": 1, [evidenceBatches]: 1 },
  ],
  [
    "no path, with the reason",
    '{ path(from: { name: "南昌" }, to: { name: "太原" }) { total reason } }',
    { "regions/path": 1, "regions/path.reason": 1 },
  ],
  [
    "areas",
    "{ areaSummary(level: CITY) { edition { year } areas { area { name } leaders { count share } dimensions { share regions { name province { name } } } rises { count } } } }",
    { "areas/areaSummary": 1 },
  ],
  [
    "everything about areas: one statement for the tiers of all regions",
    `{ areaSummary(level: PROVINCE) { areas { dimensions { ${evidence} } rises { ${evidence} } leaders { ${evidence} } tiers { known { ${evidence} } unknown } } claims { says verdict ${evidence} figures { ${evidence} } } coverage { stated } } }`,
    {
      "areas/areaSummary": 1,
      "areas/areaSummary.claims": 1,
      "facts/coverage": 1,
      "tiers/region.tier": 1,
      [evidenceBatches]: 4,
    },
  ],
  [
    "provinces and their cities",
    "{ provinceCityAlignment { edition { year } summary { alignment count } rows { province { name } leadingCities { name } alignment } citiesOfUnlistedProvinces { city { name } } } }",
    { "areas/provinceCityAlignment": 1 },
  ],
  [
    "provinces and their cities with evidence",
    `{ provinceCityAlignment { rows { ${evidence} leads { region { name } ${evidence} } } citiesOfUnlistedProvinces { ${evidence} } coverage { stated } } }`,
    { "areas/provinceCityAlignment": 1, "facts/coverage": 1, [evidenceBatches]: 4 },
  ],
  [
    "a scoreboard with ties and neighbors: no reason is needed",
    "{ scoreboard(level: PROVINCE, edition: 2020) { rows { rank score before region { name } tiedWith { name } justBefore { name } } reason } }",
    { "scores/scoreboard": 1 },
  ],
  [
    "everything about a scoreboard",
    `{ scoreboard(level: PROVINCE, edition: 2017) { edition { year } coverage { stated } mean { above aboveBefore ${evidence} } rows { rank ${evidence} } } }`,
    { "scores/scoreboard": 1, "scores/scoreboard.mean": 1, "facts/coverage": 1, [evidenceBatches]: 2 },
  ],
  [
    "an empty scoreboard, with the reason",
    "{ scoreboard(level: CITY, edition: 2022) { rows { rank } reason coverage { stated note } } }",
    { "scores/scoreboard": 1, "scores/scoreboard.reason": 1, "facts/coverage": 1 },
  ],
  [
    "the history of a region with streaks of ranks",
    '{ history(of: { name: "广东" }) { coverage { stated total } missingYears entries { edition { year } rank change { ranks } leads { dimension { name } } } first: streaks(kind: FIRST) { length } top: streaks(kind: TOP_TEN) { length } dimensions { best } } }',
    { "editions/history": 1, "editions/history.dimensions": 1 },
  ],
  [
    "everything about the history of a region: one statement for the tiers of each edition",
    `{ history(of: { name: "广东" }) { entries { rank ${evidence} tier { basis tier { name } ${evidence} } leads { position ${evidence} } dimensionRanks { rank ${evidence} } leadsCount { count ${evidence} } keepsLeading { period ${evidence} } rises { ${evidence} } } streaks { kind length ${evidence} } dimensions { ranks { rank ${evidence} } } } }`,
    { "editions/history": 1, "editions/history.dimensions": 1, "tiers/region.tier": 7, [evidenceBatches]: 8 },
  ],
  [
    "changes of the first ten",
    "{ compareEditions(level: PROVINCE, from: 2017, to: 2018, measures: [TOP_TEN]) { changes { region { name } kind } summary { entered left } } }",
    { "editions/compareEditions": 1 },
  ],
  [
    "changes of ranks in dimensions",
    "{ compareEditions(level: CITY, from: 2020, to: 2021, measures: [DIMENSION_RANK, LEADS]) { summary { dimension { name } rose } } }",
    { "editions/compareEditions.dimensions": 1 },
  ],
  [
    "changes of figures",
    "{ compareEditions(level: PROVINCE, from: 2017, to: 2019) { from { year } to { year } figures { kind difference } coverageFrom { stated } coverageTo { stated } } }",
    {
      "editions/compareEditions.figures": 1,
      "tiers/tierDistribution": 2,
      "editions/compareEditions.coverage": 1,
    },
  ],
  [
    "all changes with all evidence",
    `{ compareEditions(level: PROVINCE, from: 2021, to: 2022) { changes { region { name } measure dimension { key } kind difference from { gap rank score tier { key } ${evidence} } to { gap rank score tier { key } ${evidence} } } summary { measure rose } figures { kind } } }`,
    {
      "editions/compareEditions": 1,
      "editions/compareEditions.dimensions": 1,
      "editions/compareEditions.figures": 1,
      "tiers/tierDistribution": 2,
      "tiers/region.tier": 2,
      [evidenceBatches]: 1,
    },
  ],
  [
    "everything about ten regions",
    `{ compareRegions(regions: [${[..."京沪苏浙粤贵", "广州", "深圳", "南京", "杭州"].map((name) => `{ name: "${name}" }`).join(" ")}]) { edition { year } regions { rank tier { basis } leads { position ${evidence} } keepsLeading { ${evidence} } } pairs { shared union jaccard ${evidence} } dimensions { ledBy leading { name } ${evidence} } } }`,
    {
      "regions/compareRegions": 1,
      "regions/compareRegions.pairs": 1,
      "regions/compareRegions.dimensions": 1,
      "tiers/region.tier": 1,
      [evidenceBatches]: 1,
    },
  ],
];

/** Fields in an answer: one point each, as the estimate counts them. */
function fieldsOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + fieldsOf(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + 1 + fieldsOf(item), 0);
}

/** Statements that one request sends once for all of its fields. */
const shared = /^(facts\/|tiers\/region\.tier|leaders\/region\.leads)/;

function expectEstimateToCover(document: string, data: unknown, sent: Record<string, number> = {}): void {
  const parsed = parse(document);
  const operation = getOperationAST(parsed);
  if (operation == null) throw new Error(`not exactly one operation: ${document}`);
  const estimate = costOf(asker.schema).estimate(parsed, operation, {});
  expect(estimate).toBeGreaterThanOrEqual(fieldsOf(data));
  const own = Object.entries(sent).filter(([stem]) => !shared.test(stem));
  expect(estimate).toBeGreaterThanOrEqual(1_000 * own.reduce((sum, [, count]) => sum + count, 0));
  expect(estimate).toBeLessThanOrEqual(settings.GOVGRAPH_MAX_COST.check.parse(undefined));
}

describe("each operation sends these statements, and its estimated cost covers its answer within the limit", () => {
  it.each(operations)("%s", async (_, document, expected) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors).toBeUndefined();
    const sent: Record<string, number> = {};
    for (const { statement, fromMemory } of request.runs) {
      const stem = statement.stem.replace("question/", "");
      if (!fromMemory) sent[stem] = (sent[stem] ?? 0) + 1;
    }
    const { [evidenceBatches]: batches = 0, ...statements } = sent;
    const { [evidenceBatches]: mostBatches = 0, ...others } = expected;
    expect(statements).toEqual(others);
    // Facts of different depths, and those of statements that end at different times, are asked for in different turns.
    expect(batches).toBeLessThanOrEqual(mostBatches);
    expect(batches > 0).toBe(mostBatches > 0);
    expectEstimateToCover(document, result.data, sent);
  });

  const folder = new URL("./", import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
  const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => file.replace(/\.graphql$/, ""));

  it.each(documents)("%s.graphql", (stem) => {
    expectEstimateToCover(read(`${stem}.graphql`), JSON.parse(read(`${stem}.json`)).data);
  });
});
