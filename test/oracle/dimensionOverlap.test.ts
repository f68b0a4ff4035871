import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import {
  dimensions,
  edition,
  editions,
  type Level,
  latestLeaders,
  ledBy,
  levels,
  regionsOf,
} from "./data.js";
import { overlap } from "./overlap.js";

const query = `query ($level: Level!, $edition: Int) {
  dimensionOverlap(level: $level, edition: $edition) {
    edition { year }
    pairs {
      first { key } second { key } shared union jaccard shareOfFirst shareOfSecond
      both { name } onlyFirst { name } onlySecond { name }
    }
    combinations { dimensions { key } count regions { name } }
  }
}`;

const keyed = (keys: readonly string[]) => keys.map((key) => ({ key }));
const named = (names: readonly string[]) => names.map((name) => ({ name }));

/** Returns the names of a list in administrative order, each once. */
function listOf(level: Level, year: number, dimension: string): string[] {
  const lists = (edition(year).leaders ?? []) as { level: Level; dimension: string; regions: string[] }[];
  const named = lists.filter((list) => list.level === level && list.dimension === dimension);
  const all = new Set(named.flatMap(({ regions }) => regions));
  return regionsOf(level).flatMap(({ name }) => (all.has(name) ? [name] : []));
}

function pairsOf(level: Level, year: number) {
  const listed = dimensions.map(({ key }) => key).filter((key) => listOf(level, year, key).length > 0);
  return listed.flatMap((first, index) =>
    listed.slice(index + 1).map((second) => {
      const [firstList, secondList] = [listOf(level, year, first), listOf(level, year, second)];
      const { both, onlyFirst, onlySecond, ...figures } = overlap(firstList, secondList);
      return {
        first: { key: first },
        second: { key: second },
        ...figures,
        shareOfFirst: figures.shared / firstList.length,
        shareOfSecond: figures.shared / secondList.length,
        both: named(both),
        onlyFirst: named(onlyFirst),
        onlySecond: named(onlySecond),
      };
    }),
  );
}

function combinationsOf(level: Level, year: number) {
  const led = ledBy(level, year);
  const order = dimensions.map(({ key }) => key);
  const groups = new Map<string, string[]>();
  for (const { name } of regionsOf(level)) {
    // Positions of its dimensions, such as "013". Texts of the same length sort in the order of dimensions.
    const places = order.flatMap((key, place) => (led.get(name)?.has(key) ? [place] : [])).join("");
    if (places !== "") groups.set(places, [...(groups.get(places) ?? []), name]);
  }
  const sorted = [...groups].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.map(([places, names]) => ({
    dimensions: keyed([...places].map((place) => order[Number(place)] as string)),
    count: names.length,
    regions: named(names),
  }));
}

describe("dimensionOverlap equals the answer computed from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const cases = levels.flatMap((level) =>
    [null, ...editions.map(({ year }) => year)].map((year) => [level, year] as const),
  );
  it.each(cases)("%s %s", async (level, year) => {
    const { result } = await asker.ask(query, { level, edition: year });
    const about = year ?? latestLeaders(level);
    expect(result).toEqual({
      data: {
        dimensionOverlap: {
          edition: { year: about },
          pairs: pairsOf(level, about),
          combinations: combinationsOf(level, about),
        },
      },
    });
  });

  it("puts each leading region in one combination, and each list in the pairs of its dimension", async () => {
    for (const level of levels) {
      const { result } = await asker.ask(query, { level });
      const { pairs, combinations } = result.data!.dimensionOverlap as {
        pairs: { first: { key: string }; both: unknown[]; onlyFirst: unknown[] }[];
        combinations: { count: number; regions: { name: string }[] }[];
      };
      const names = combinations.flatMap(({ regions }) => regions.map(({ name }) => name));
      const year = latestLeaders(level);
      expect([...names].sort()).toEqual([...ledBy(level, year).keys()].sort());
      for (const { first, both, onlyFirst } of pairs) {
        expect(both.length + onlyFirst.length).toBe(listOf(level, year, first.key).length);
      }
    }
  });
});
