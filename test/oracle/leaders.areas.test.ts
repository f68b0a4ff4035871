import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { areas, editions, type Level, ledBy, levels, regions, regionsOf } from "./data.js";

/** Every union of areas, of one or both schemes. */
const unions = Array.from({ length: 2 ** areas.length - 1 }, (_, mask) =>
  areas.filter((_area, bit) => ((mask + 1) >> bit) & 1).map(({ key }) => key),
);

/** Returns the areas of a region; a city belongs to the areas of its province. */
function areasOf(name: string, level: Level): readonly string[] {
  const region = regions.find((entry) => entry.level === level && entry.name === name);
  return region?.province ? areasOf(region.province, "PROVINCE") : (region?.areas ?? []);
}

function leadersIn(level: Level, year: number, keys: readonly string[]) {
  const led = ledBy(level, year);
  return regionsOf(level)
    .filter(({ name }) => led.has(name) && areasOf(name, level).some((key) => keys.includes(key)))
    .map(({ name }) => ({ count: led.get(name)?.size ?? 0, region: { name } }))
    .sort((a, b) => b.count - a.count);
}

/** Returns a document with many unions, each with its own alias. */
const documentFor = (level: Level, year: number, some: readonly (readonly string[])[]) =>
  `{ ${some
    .map(
      (keys, index) =>
        `u${index}: leaders(level: ${level}, edition: ${year}, areas: ${JSON.stringify(keys)}) { total leaders { count region { name } } }`,
    )
    .join(" ")} }`;

describe("leaders in unions of areas, computed again from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(editions.flatMap(({ year }) => levels.map((level) => [year, level] as const)))(
    "%i %s: all 63 unions, also across schemes",
    async (year, level) => {
      expect(unions).toHaveLength(63);
      // Nine at a time: each one needs a connection of the request.
      for (let start = 0; start < unions.length; start += 9) {
        const some = unions.slice(start, start + 9);
        const { result } = await asker.ask(documentFor(level, year, some));
        expect(result.errors).toBeUndefined();
        for (const [index, keys] of some.entries()) {
          const leaders = leadersIn(level, year, keys);
          expect(result.data?.[`u${index}`], keys.join()).toEqual({ total: leaders.length, leaders });
        }
      }
    },
  );

  it("returns the same for areas in any order, repeated, and by their names", async () => {
    const spellings = [
      ["CENTRAL", "WEST", "NORTH"],
      ["NORTH", "WEST", "CENTRAL"],
      ["west", "北", "中部", "西部", "Central"],
    ];
    const year = editions.findLast((edition) => ledBy("PROVINCE", edition.year).size > 0)?.year ?? 0;
    const { result } = await asker.ask(documentFor("PROVINCE", year, spellings));
    expect(result.data?.u0).toMatchObject({ total: expect.any(Number) });
    expect(result.data?.u1).toEqual(result.data?.u0);
    expect(result.data?.u2).toEqual(result.data?.u0);
  });

  it("returns the whole country for all areas of a scheme", async () => {
    for (const scheme of new Set(areas.map((area) => area.scheme))) {
      const keys = areas.filter((area) => area.scheme === scheme).map(({ key }) => key);
      for (const level of levels) {
        const { result } = await asker.ask(
          "query ($level: Level!, $keys: [String!]) { some: leaders(level: $level, areas: $keys) { leaders { region { code } } } all: leaders(level: $level) { leaders { region { code } } } }",
          { level, keys },
        );
        expect(result.errors).toBeUndefined();
        expect(result.data?.some).toEqual(result.data?.all);
      }
    }
  });
});
