import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { areas, editions, type Level, ledBy, levels, regions, regionsOf } from "./data.js";

/** Every union of areas, of one scheme or of both. */
const unions = Array.from({ length: 2 ** areas.length - 1 }, (_, mask) =>
  areas.filter((_area, bit) => ((mask + 1) >> bit) & 1).map(({ key }) => key),
);

/** Where a region lies; a city lies where its province lies. */
function areasOf(name: string, level: Level): readonly string[] {
  const region = regions.find((one) => one.level === level && one.name === name);
  return region?.province ? areasOf(region.province, "PROVINCE") : (region?.areas ?? []);
}

function leadersIn(level: Level, year: number, keys: readonly string[]) {
  const led = ledBy(level, year);
  return regionsOf(level)
    .filter(({ name }) => led.has(name) && areasOf(name, level).some((key) => keys.includes(key)))
    .map(({ name }) => ({ count: led.get(name)?.size ?? 0, region: { name } }))
    .sort((a, b) => b.count - a.count);
}

/** A document that asks for many unions at once, each under a name of its own. */
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
      // Nine at a time: more would open more connections at once than a request should.
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

  it("answers the same for areas in any order, twice, and by their names", async () => {
    const ways = [
      ["CENTRAL", "WEST", "NORTH"],
      ["NORTH", "WEST", "CENTRAL"],
      ["west", "北", "中部", "西部", "Central"],
    ];
    const year = editions.findLast((one) => ledBy("PROVINCE", one.year).size > 0)?.year ?? 0;
    const { result } = await asker.ask(documentFor("PROVINCE", year, ways));
    expect(result.data?.u0).toMatchObject({ total: expect.any(Number) });
    expect(result.data?.u1).toEqual(result.data?.u0);
    expect(result.data?.u2).toEqual(result.data?.u0);
  });

  it("takes a scheme as the whole country", async () => {
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
