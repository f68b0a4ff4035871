import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";

describe("what a question costs", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
    await asker.catalogue.current();
  });
  afterAll(() => asker.graph.close());

  it.each([
    [
      "a flat question",
      "{ leaders(level: CITY, atLeast: 3) { total leaders { count region { name nameEn province { name } } dimensions { key name } } } }",
      ["question/leaders/leaders"],
    ],
    [
      "evidence and coverage beside it",
      "{ leaders(level: CITY, atLeast: 3) { leaders { evidence { locator source { title } } } coverage { stated total } } }",
      ["question/leaders/leaders", "question/facts/coverage", "question/facts/fact.evidence"],
    ],
    [
      "all regions with leads, tier and evidence",
      "{ regions { nodes { name leads { dimension { name } evidence { locator } } tier { basis evidence { locator } } } } }",
      ["question/leaders/region.leads", "question/tiers/region.tier", "question/facts/fact.evidence"],
    ],
    [
      "regions by what they are, at any depth of the list",
      '{ regions(areas: ["EAST"], first: 5) { totalCount nodes { name province { name } } } }',
      [],
    ],
    [
      "what is kept in memory",
      "{ meta { dataVersion } dimensions { name } editions { year } sources { title } }",
      [],
    ],
    [
      "the same question twice",
      "{ a: tierChanges(level: CITY) { total } b: tierChanges(level: CITY) { total } }",
      ["question/tiers/tierChanges"],
    ],
  ])("%s", async (_, document, statements) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors).toBeUndefined();
    const sent = request.runs.filter(({ fromMemory }) => !fromMemory).map(({ statement }) => statement.stem);
    // Facts of different depths come up in different turns; two batches of evidence at most.
    expect([...new Set(sent)]).toEqual(statements);
    expect(sent.length).toBeLessThanOrEqual(statements.length + 1);
  });
});
