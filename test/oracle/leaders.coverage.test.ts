import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { assesses, dimensions, edition, editions, type Level, latestLeaders, levels } from "./data.js";

interface PrintedList {
  readonly level: Level;
  readonly dimension: string;
  readonly complete: boolean;
  readonly printedCount: number | null;
  readonly regions: readonly string[];
}

const listsOf = (year: number, level: Level): PrintedList[] =>
  (edition(year).leaders ?? []).filter((list: PrintedList) => list.level === level);
/** One region alone is no list, unless the source says how many it names. */
const isList = ({ complete, printedCount, regions }: PrintedList) =>
  regions.length > 1 || complete || printedCount !== null;

/** How many dimensions have a list; nothing is to be known about a level that the edition does not assess. */
function coverageOf(year: number, level: Level) {
  if (!assesses(edition(year), level)) return { stated: 0, total: 0, unit: "LISTS", closed: true };
  const lists = listsOf(year, level).filter(isList);
  const listed = [...new Set(lists.map(({ dimension }) => dimension))];
  const total = new Set((edition(year).dimensions ?? []).map(({ key }: { key: string }) => key)).size;
  const closed = listed.every((key) =>
    lists.some(({ dimension, complete }) => dimension === key && complete),
  );
  return {
    stated: listed.length,
    total: total || null,
    unit: "LISTS",
    closed: listed.length > 0 && closed && listed.length === total,
  };
}

/** The place of a region in the complete list of a dimension, or else in any list; null if there is none. */
function positionOf(name: string, year: number, level: Level, dimension: string): number | null {
  const lists = listsOf(year, level).filter(
    (list) => list.dimension === dimension && list.regions.includes(name) && isList(list),
  );
  const list = lists.find(({ complete }) => complete) ?? lists[0];
  return list === undefined ? null : list.regions.indexOf(name) + 1;
}

describe("the coverage of leaders and their list positions, computed from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const cases = editions.flatMap(({ year }) => levels.map((level) => [year, level] as const));
  it.each(cases)("%i %s", async (year, level) => {
    const { result } = await asker.ask(
      `{ leaders(level: ${level}, edition: ${year}) {
        coverage { stated total unit closed note }
        leaders { region { name } leads { dimension { key } position } }
      } }`,
    );
    expect(result.errors).toBeUndefined();
    const answer = result.data?.leaders as {
      coverage: { note: string };
      leaders: { region: { name: string }; leads: unknown[] }[];
    };
    const { note, ...coverage } = answer.coverage;
    expect(coverage).toEqual(coverageOf(year, level));
    if (coverageOf(year, level).total === 0) expect(note).toContain(`The ${year} edition does not assess`);
    for (const { region, leads } of answer.leaders) {
      const led = dimensions.filter(({ key }) =>
        listsOf(year, level).some((list) => list.dimension === key && list.regions.includes(region.name)),
      );
      expect(leads).toEqual(
        led.map(({ key }) => ({
          dimension: { key },
          position: positionOf(region.name, year, level, key),
        })),
      );
    }
  });

  it.each(levels)("%s: without an edition, says if a later edition is loaded", async (level) => {
    const { result } = await asker.ask(`{ leaders(level: ${level}) { edition { year } coverage { note } } }`);
    const answer = result.data?.leaders as { edition: { year: number }; coverage: { note: string } };
    const { edition: found, coverage } = answer;
    expect(found.year).toBe(latestLeaders(level));
    const later = editions.filter(({ year }) => year > found.year);
    expect(coverage.note.includes("known only in part")).toBe(later.length > 0);
  });

  it("has an edition that does not assess a level, and one with all lists", () => {
    const all = cases.map(([year, level]) => coverageOf(year, level));
    expect(all.some(({ total }) => total === 0)).toBe(true);
    expect(all.some(({ stated, closed }) => stated === 5 && closed)).toBe(true);
  });
});
