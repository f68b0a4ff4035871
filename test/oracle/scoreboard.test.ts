import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { dimensions, edition, editions, type Level, levels, regionsOf } from "./data.js";
import { knownUpTo, only, type Printed, printedOf } from "./printed.js";

const years = editions.map(({ year }) => year);

/** Returns the rows computed from the data files by sorting and counting. */
function board(year: number, level: Level, dimension: string | null) {
  const order = regionsOf(level).map(({ name }) => name);
  const printed = printedOf(year, level, dimension);
  const single = ({ ranks }: Printed) => only(ranks);
  const allRanked = [...printed.values()].filter((entry) => single(entry) !== null).length === order.length;
  const known = allRanked ? order.length : dimension === null ? knownUpTo(year, level) : 0;
  const having = (rank: number) =>
    order.filter((name) => {
      const entry = printed.get(name);
      return entry !== undefined && single(entry) === rank;
    });
  return order
    .filter((name) => printed.has(name))
    .map((name) => {
      const entry = printed.get(name) as Printed;
      const rank = single(entry);
      const better = rank === null ? [] : Array.from({ length: rank - 1 }, (_, index) => having(index + 1));
      return {
        region: { name },
        rank,
        ranks: entry.ranks,
        score: only(entry.scores),
        scores: entry.scores,
        atMost: rank === null ? (entry.atMost[0] ?? null) : null,
        before: rank === 1 ? 0 : rank !== null && rank <= known ? better.flat().length : null,
        tiedWith:
          rank === null
            ? []
            : having(rank)
                .filter((other) => other !== name)
                .map((other) => ({ name: other })),
        justBefore: (better.at(-1) ?? []).map((other) => ({ name: other })),
        doubt: entry.doubts.join(" / ") || null,
      };
    })
    .sort(
      (a, b) =>
        (a.rank ?? 99) - (b.rank ?? 99) ||
        (b.score ?? -1) - (a.score ?? -1) ||
        order.indexOf(a.region.name) - order.indexOf(b.region.name),
    );
}

describe("scoreboard equals the answer computed from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const ask = async (level: Level, year: number | null, dimension: string | null) => {
    const { result } = await asker.ask(
      `query ($level: Level!, $year: Int, $dimension: DimensionKey) {
        scoreboard(level: $level, edition: $year, dimension: $dimension) {
          edition { year } total scored reason coverage { stated total closed }
          rows { region { name } rank ranks score scores atMost before tiedWith { name } justBefore { name } doubt evidence { source { key } } }
        }
      }`,
      { level, year, dimension },
    );
    expect(result.errors).toBeUndefined();
    return result.data?.scoreboard as {
      edition: { year: number };
      rows: { evidence: unknown[] }[];
      reason: string | null;
    };
  };

  const scales = [null, ...dimensions.map(({ key }) => key)];
  it.each(levels.flatMap((level) => years.map((year) => [level, year] as const)))(
    "%s %i, overall and in each dimension",
    async (level, year) => {
      for (const dimension of scales) {
        const expected = board(year, level, dimension);
        const { rows, reason, ...answer } = await ask(level, year, dimension);
        expect(rows.map(({ evidence, ...row }) => row)).toEqual(expected);
        for (const { evidence } of rows) expect(evidence.length).toBeGreaterThan(0);
        expect(reason === null).toBe(expected.length > 0);
        expect(answer).toEqual({
          edition: { year },
          total: expected.length,
          scored: expected.filter(({ score }) => score !== null).length,
          coverage: {
            stated: expected.length,
            total: regionsOf(level).length,
            closed: expected.length === regionsOf(level).length,
          },
        });
      }
    },
  );

  it.each(levels)("%s: without an edition, the latest that has such ranks", async (level) => {
    for (const dimension of scales) {
      const latest = years.filter((year) => board(year, level, dimension).length > 0).at(-1);
      expect(latest).toBeDefined();
      expect((await ask(level, null, dimension)).edition.year).toBe(latest);
    }
  });

  it("returns exactly the means of the data files", async () => {
    for (const level of levels) {
      for (const year of years) {
        const own = (section: string) =>
          (edition(year)[section] ?? []).find((entry: { level: Level }) => entry.level === level);
        const { result } = await asker.ask(
          `{ scoreboard(level: ${level}, edition: ${year}) { mean { mean above change aboveBefore basisBefore editionBefore { year } yearBefore } } }`,
        );
        const above = own("aboveMean");
        const nothing = own("means") === undefined && above === undefined;
        expect(result.data?.scoreboard).toEqual({
          mean: nothing
            ? null
            : {
                mean: own("means")?.mean ?? null,
                above: above?.count ?? null,
                change: above?.change ?? null,
                yearBefore: year - 1,
                editionBefore: years.includes(year - 1) ? { year: year - 1 } : null,
                aboveBefore: above?.change == null ? null : above.count - above.change,
                basisBefore: above?.change == null ? "UNKNOWN" : "INFERRED",
              },
        });
      }
    }
  });
});
