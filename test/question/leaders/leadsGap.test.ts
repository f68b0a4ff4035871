import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";

describe("why it is not known whether a region leads", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each([
    [
      "a list names it",
      "广州",
      2022,
      ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"],
      null,
    ],
    ["complete lists do not name it", "乌鲁木齐", 2022, [], null],
    ["the edition has no lists", "广州", 2020, [], "NO_LISTS"],
    ["the edition does not assess the level", "广州", 2017, [], "NOT_ASSESSED"],
  ])("%s", async (_, name, edition, keys, leadsGap) => {
    const { region } = await asker.answer(
      "query ($name: String!, $edition: Int) { region(by: { name: $name }) { leads(edition: $edition) { dimension { key } } leadsGap(edition: $edition) } }",
      { name, edition },
    );
    const leads = (keys as string[]).map((key) => ({ dimension: { key } }));
    expect(region).toEqual({ leads, leadsGap });
  });

  it("needs no statement of its own", async () => {
    const { request } = await asker.ask("{ regions { nodes { leads { position } leadsGap } } }");
    expect(request.runs.map(({ statement }) => statement.stem).sort()).toEqual([
      "question/leaders/region.leads",
      "question/regions/regions",
    ]);
  });
});
