import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";

/** The part of an answer that names its edition and its coverage. */
interface Answer {
  readonly edition: { readonly year: number };
  readonly coverage?: { readonly note: string | null };
}

const full = "edition { year } coverage { note }";
/** Questions about one edition, with the edition that they answer for by default, for each level that they take. */
const questions: readonly [question: string, fields: string, edition: number][] = [
  ...["PROVINCE", "CITY"].flatMap((level): [string, string, number][] => [
    [`leaders(level: ${level})`, full, 2022],
    [`leadershipMatrix(level: ${level})`, full, 2022],
    [`dimensionOverlap(level: ${level})`, full, 2022],
    [`coLeaders(level: ${level})`, full, 2022],
    [`areaSummary(level: ${level})`, full, 2022],
    [`tierDistribution(level: ${level})`, full, 2022],
    [`tierChanges(level: ${level})`, full, 2022],
    [`consistentLeaders(level: ${level})`, full, 2022],
    // The complete ranking. Later editions have single ranks.
    [`scoreboard(level: ${level})`, full, 2020],
    [`scoreboard(level: ${level}, dimension: MATURITY)`, full, 2021],
  ]),
  ["provinceCityAlignment", full, 2022],
  ["initiatives", full, 2022],
  ['compareRegions(regions: [{ name: "福州" }, { name: "广州" }])', full, 2022],
  ['compareRegions(regions: [{ name: "福建" }, { name: "广东" }])', full, 2022],
  ['similarRegions(to: { name: "福州" })', full, 2022],
  ['path(from: { name: "福州" }, to: { name: "广州" })', "edition { year }", 2022],
];

/**
 * Little is known of the 2023 edition: one rise and claims. It is the latest loaded edition, but it must not become the default
 * edition of a question.
 */
describe("the default edition with a later edition that is known only in part", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const ask = (document: string) => asker.answer(document);

  it.each(questions)("of %s", async (question, fields, edition) => {
    const { answer } = (await ask(`{ answer: ${question} { ${fields} } }`)) as { answer: Answer };
    expect(answer.edition.year).toBe(edition);
    const later = { 2020: "2021, 2022 and 2023 editions are", 2021: "2022 and 2023 editions are" }[edition];
    const note = `The ${later ?? "2023 edition is"} known only in part.`;
    if (answer.coverage) expect(answer.coverage.note?.slice(-note.length)).toBe(note);
  });

  it("of the fields of a region and of filters", async () => {
    const { region, leading, inTier } = await ask(`{
      region(by: { name: "福州" }) { tier { edition { year } tier { key } } leads { dimension { key } } }
      leading: regions(level: CITY, leads: COVERAGE) { totalCount }
      inTier: regions(tier: VERY_HIGH) { totalCount nodes { name } }
    }`);
    // 高 in 2022, although it is 非常高 in 2023.
    expect(region.tier).toEqual({ edition: { year: 2022 }, tier: { key: "HIGH" } });
    expect(region.leads).toEqual([{ dimension: { key: "COVERAGE" } }]);
    expect(leading.totalCount).toBe(10);
    // 9 provinces and 5 cities in 2022; in 2023 it would be 福州 alone.
    expect(inTier.totalCount).toBe(14);
    expect(inTier.nodes.map(({ name }: { name: string }) => name)).not.toContain("福州");
  });

  it("is 2023 for the question about the latest edition only", async () => {
    const { edition, editions } = await ask("{ edition { year } editions { year } }");
    expect(edition.year).toBe(2023);
    expect(editions[0].year).toBe(2023);
  });

  it("does not make the praise of 2023 a lead, a rank, a consistent leader or a tier", async () => {
    const { leaders, scoreboard, consistentLeaders, tierDistribution, tierChanges } = await ask(`{
      leaders(level: CITY, edition: 2023) { total }
      scoreboard(level: CITY, edition: 2023) { rows { rank } }
      consistentLeaders(level: CITY, edition: 2023) { leaders { region { name } } }
      tierDistribution(level: CITY, edition: 2023) { known { stated } }
      tierChanges(level: CITY, edition: 2023) { moves { region { name } } coverage { stated total closed note } }
    }`);
    expect(leaders.total).toBe(0);
    expect(scoreboard.rows).toEqual([]);
    expect(consistentLeaders.leaders).toEqual([]);
    expect(tierDistribution.known.stated).toBe(1);
    expect(tierChanges.moves).toEqual([{ region: { name: "福州" } }]);
    expect(tierChanges.coverage).toEqual({
      ...{ stated: 1, total: null, closed: false },
      note: "Only some rises are known. A region that is not named can have risen too.",
    });
  });
});
