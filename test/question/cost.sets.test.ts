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

const from = 'from: { name: "南昌" }';

describe("what a question about sets costs in statements", () => {
  it.each([
    [
      "the overlaps alone",
      "{ dimensionOverlap(level: CITY) { edition { year } pairs { first { name } both { name } jaccard } } }",
      ["question/leaders/dimensionOverlap"],
    ],
    [
      "the combinations, evidence and coverage beside them",
      "{ dimensionOverlap(level: CITY) { pairs { shared evidence { locator } } combinations { count evidence { locator } } coverage { stated } } }",
      [
        "question/leaders/dimensionOverlap",
        "question/leaders/dimensionOverlap.combinations",
        "question/facts/coverage",
        "question/facts/fact.evidence",
      ],
    ],
    [
      "all pairs of regions with evidence",
      "{ coLeaders(level: PROVINCE, minShared: 1) { total pairs { first { name } second { name } both { name } evidence { locator source { title } } } } }",
      ["question/leaders/coLeaders", "question/facts/fact.evidence"],
    ],
    [
      "similar regions, whose reason is not asked for as there are some",
      '{ similarRegions(to: { name: "武汉" }) { similar { region { name } evidence { locator } } reason } }',
      ["question/regions/similarRegions", "question/facts/fact.evidence"],
    ],
    [
      "no similar region, with the reason",
      '{ similarRegions(to: { name: "太原" }) { total reason } }',
      ["question/regions/similarRegions", "question/regions/similarRegions.reason"],
    ],
    [
      "thirty paths with evidence",
      `{ path(${from}, to: { name: "青岛" }) { total paths { text steps { sentence evidence { locator } } } reason } }`,
      ["question/regions/path", "question/facts/fact.evidence"],
    ],
    [
      "no path, with the reason",
      `{ path(${from}, to: { name: "太原" }) { total reason } }`,
      ["question/regions/path", "question/regions/path.reason"],
    ],
  ])("%s", async (_, document, statements) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors).toBeUndefined();
    const sent = request.runs.filter(({ fromMemory }) => !fromMemory).map(({ statement }) => statement.stem);
    expect([...new Set(sent)]).toEqual(statements);
    expect(sent.length).toBeLessThanOrEqual(statements.length + 1);
  });
});

/** Fields in an answer: one point each, as the estimate counts them. */
function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + count(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + 1 + count(item), 0);
}

const evidence = "evidence { locator sha256 basis quote source { title publisher publishedOn url } }";
const region = "{ code name nameEn }";
const dimension = "{ key name nameEn }";

describe("what a question about sets is estimated to cost: no less than its answer has fields, and within the limit", () => {
  it.each([
    [
      "all overlaps with all evidence",
      5_961,
      `{ dimensionOverlap(level: PROVINCE) { pairs { first ${dimension} second ${dimension} shared union jaccard shareOfFirst shareOfSecond both ${region} onlyFirst ${region} onlySecond ${region} ${evidence} } combinations { count dimensions ${dimension} regions ${region} ${evidence} } coverage { stated total unit closed note } } }`,
    ],
    [
      "all pairs with all evidence",
      52_083,
      `{ coLeaders(level: CITY, minShared: 1) { total pairs { first ${region} second ${region} shared union jaccard both ${dimension} onlyFirst ${dimension} onlySecond ${dimension} ${evidence} } } }`,
    ],
    [
      "all similar regions with all evidence",
      3_256,
      `{ similarRegions(to: { name: "贵州" }, first: 31) { total tiedBeyond reason similar { region ${region} shared union jaccard both ${dimension} onlyTo ${dimension} onlyOther ${dimension} ${evidence} } } }`,
    ],
    [
      "all paths with all evidence",
      33_805,
      `{ path(${from}, to: { name: "青岛" }) { length total reason paths { text steps { from { id __typename } to { id __typename } link forward sentence sentenceZh ${evidence} } } } }`,
    ],
  ])("%s: %i", async (_, cost, query) => {
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    expect(costOf(asker.schema).estimate(document, operation, {})).toBe(cost);
    expect(cost).toBeLessThanOrEqual(100_000);
    const { result } = await asker.ask(query);
    expect(result.errors).toBeUndefined();
    expect(cost).toBeGreaterThanOrEqual(count(result.data));
  });
});
