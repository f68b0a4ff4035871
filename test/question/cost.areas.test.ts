import { readFileSync } from "node:fs";
import { getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings } from "../../src/config.js";
import { costOf } from "../../src/http/limits/cost.js";
import { Asker } from "../graph.js";

const read = (stem: string) => readFileSync(new URL(`areas/${stem}.graphql`, import.meta.url), "utf8");

describe("what the questions about areas, provinces and their cities cost", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
    await asker.catalogue.current();
  });
  afterAll(() => asker.graph.close());

  it.each([
    [
      "areas alone",
      "{ areaSummary(level: CITY) { edition { year } areas { area { name } leaders { count share } dimensions { dimension { name } share expectedShare regions { name province { name } } } rises { count } } } }",
      ["question/areas/areaSummary"],
    ],
    [
      "tiers of all areas, with one statement for all regions",
      "{ areaSummary(level: CITY) { areas { tiers { known { count stated { name } inferred { name } } unknown } } } }",
      ["question/areas/areaSummary", "question/tiers/region.tier"],
    ],
    [
      "all there is to an area summary",
      "{ areaSummary(level: PROVINCE) { areas { dimensions { evidence { locator } } rises { evidence { locator } } leaders { evidence { locator } } tiers { known { evidence { locator } } } } claims { says verdict evidence { locator } figures { evidence { locator } } } coverage { stated } } }",
      [
        "question/areas/areaSummary",
        "question/areas/areaSummary.claims",
        "question/facts/coverage",
        "question/facts/fact.evidence",
        "question/tiers/region.tier",
      ],
    ],
    [
      "provinces beside their cities",
      "{ provinceCityAlignment { edition { year } summary { alignment count } rows { province { name } leadingCities { name } alignment } citiesOfUnlistedProvinces { city { name } } } }",
      ["question/areas/provinceCityAlignment"],
    ],
    [
      "the same with evidence on both sides",
      "{ provinceCityAlignment { rows { evidence { locator } leads { region { name } evidence { locator } } } citiesOfUnlistedProvinces { evidence { locator } } coverage { stated } } }",
      ["question/facts/coverage", "question/facts/fact.evidence", "question/areas/provinceCityAlignment"],
    ],
    [
      "leaders in a union of areas",
      '{ leaders(level: PROVINCE, areas: ["中部", "西部"]) { total leaders { region { name areas { name } } } } }',
      ["question/leaders/leaders"],
    ],
  ])("%s", async (_, document, statements) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors).toBeUndefined();
    const sent = request.runs.filter(({ fromMemory }) => !fromMemory).map(({ statement }) => statement.stem);
    expect([...new Set(sent)].sort()).toEqual(statements);
    // Evidence of what comes up in different turns: four batches at most; of everything else one statement.
    const others = sent.filter((stem) => stem !== "question/facts/fact.evidence");
    expect(others).toHaveLength(new Set(others).size);
    expect(sent.length - others.length).toBeLessThanOrEqual(4);
  });

  it.each(["areaSummary", "provinceCityAlignment"])("%s passes the default limit in full", (stem) => {
    const document = parse(read(stem));
    const operation = getOperationAST(document);
    if (operation == null) throw new Error(`no operation in ${stem}.graphql`);
    const cost = costOf(asker.schema).estimate(document, operation, {});
    expect(cost).toBeGreaterThan(1_000);
    expect(cost).toBeLessThan(settings.GOVGRAPH_MAX_COST.check.parse(undefined));
  });

  it("tells the true number of rows to who reckons the cost", () => {
    const of = (text: string) => {
      const document = parse(text);
      return costOf(asker.schema).estimate(document, getOperationAST(document) as never, {}) ?? 0;
    };
    expect(of("{ provinceCityAlignment { rows { alignment } } }")).toBeGreaterThan(160);
  });
});
