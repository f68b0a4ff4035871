import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import {
  assesses,
  dimensions,
  edition,
  editions,
  type Level,
  latestWith,
  levels,
  regionsOf,
} from "./data.js";
import { knownUpTo, only, type Printed, printedOf, rankAtLeast } from "./printed.js";

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
  /** How many regions are before a rank; null if some are not known, or can be before or after it. */
  const before = (rank: number) => {
    const ranks = [...printed.values()].map((entry) => entry.ranks).filter((some) => some.length > 0);
    const isBefore = (some: readonly number[]) => some.every((other) => other < rank);
    const isNotBefore = (some: readonly number[]) => some.every((other) => other >= rank);
    if (rank > Math.max(known, 1) || !ranks.every((some) => isBefore(some) || isNotBefore(some))) return null;
    return ranks.filter(isBefore).length;
  };
  const least = (name: string) => (dimension === null ? rankAtLeast(name, level, year) : null);
  return order
    .filter((name) => printed.has(name) || least(name) !== null)
    .map((name) => {
      const entry = printed.get(name) ?? { ranks: [], scores: [], atMost: [], doubts: [] };
      const rank = single(entry);
      const atMost = rank === null ? (entry.atMost[0] ?? null) : null;
      const row = {
        region: { name },
        rank,
        ranks: entry.ranks,
        rankAtLeast: least(name),
        score: only(entry.scores),
        scores: entry.scores,
        atMost,
        before: rank === null ? null : before(rank),
        tiedWith:
          rank === null
            ? []
            : having(rank)
                .filter((other) => other !== name)
                .map((other) => ({ name: other })),
        justBefore: rank === null ? [] : having(rank - 1).map((other) => ({ name: other })),
        doubt: entry.doubts.join(" / ") || null,
      };
      return { row, place: rank ?? atMost ?? [...entry.ranks].sort((a, b) => a - b)[0] ?? least(name) ?? 99 };
    })
    .sort(
      ({ row: a, place: placeOfA }, { row: b, place: placeOfB }) =>
        (a.rank ?? 99) - (b.rank ?? 99) ||
        placeOfA - placeOfB ||
        (b.score ?? -1) - (a.score ?? -1) ||
        order.indexOf(a.region.name) - order.indexOf(b.region.name),
    )
    .map(({ row }) => row);
}

/** The default edition: the latest with a complete ranking, in a dimension the latest with any rank. */
function defaultEdition(level: Level, dimension: string | null): number | undefined {
  if (dimension === null) return latestWith("scores", level, ({ complete }) => complete);
  return years.findLast((year) => printedOf(year, level, dimension).size > 0);
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
          edition { year } total scored reason coverage { stated total closed note }
          rows { region { name } rank ranks rankAtLeast score scores atMost before tiedWith { name } justBefore { name } doubt evidence { source { key } } }
        }
      }`,
      { level, year, dimension },
    );
    expect(result.errors).toBeUndefined();
    return result.data?.scoreboard as {
      edition: { year: number };
      rows: { evidence: unknown[] }[];
      reason: string | null;
      coverage: { stated: number; total: number; closed: boolean; note: string };
    };
  };

  const scales = [null, ...dimensions.map(({ key }) => key)];
  it.each(levels.flatMap((level) => years.map((year) => [level, year] as const)))(
    "%s %i, overall and in each dimension",
    async (level, year) => {
      for (const dimension of scales) {
        const expected = board(year, level, dimension);
        const { rows, reason, coverage, ...answer } = await ask(level, year, dimension);
        expect(rows.map(({ evidence, ...row }) => row)).toEqual(expected);
        for (const { evidence } of rows) expect(evidence.length).toBeGreaterThan(0);
        expect(reason === null).toBe(expected.length > 0);
        const printed = expected.filter(
          ({ ranks, scores, atMost }) => ranks.length + scores.length + (atMost ?? 0) > 0,
        );
        expect(answer).toEqual({
          edition: { year },
          total: printed.length,
          scored: expected.filter(({ scores }) => scores.length > 0).length,
        });
        const size = assesses(edition(year), level) ? regionsOf(level).length : 0;
        const { note, ...known } = coverage;
        expect(known).toEqual({ stated: printed.length, total: size, closed: printed.length === size });
        if (size === 0) expect(note).toContain(`The ${year} edition does not assess`);
      }
    },
  );

  it.each(levels)(
    "%s: without an edition, the latest complete ranking or rank in a dimension",
    async (level) => {
      for (const dimension of scales) {
        const expected = defaultEdition(level, dimension);
        expect(expected).toBeDefined();
        const { edition, coverage } = await ask(level, null, dimension);
        expect(edition.year).toBe(expected);
        // Less is known about later editions.
        const later = years.filter((year) => year > edition.year);
        const words = later.length > 1 ? `editions are` : `edition is`;
        const list = later.join(", ").replace(/, (\d+)$/, " and $1");
        if (later.length > 0) expect(coverage.note).toContain(`The ${list} ${words} known only in part.`);
        else expect(coverage.note).not.toContain("known only in part");
      }
    },
  );

  it("has regions outside a complete list, and a default edition that is not the latest", () => {
    const rows = years.flatMap((year) => board(year, "PROVINCE", null));
    expect(rows.filter((row) => row.rankAtLeast !== null).length).toBeGreaterThan(20);
    expect(defaultEdition("PROVINCE", null)).toBeLessThan(years.at(-1) as number);
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
