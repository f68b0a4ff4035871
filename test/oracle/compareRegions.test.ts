import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { Random } from "../http/random.js";
import { dimensions, edition, editions, type Level, ledBy, type RegionEntry, regions } from "./data.js";
import { names, only, printedOf } from "./printed.js";

const years = editions.map(({ year }) => year);
const keys = dimensions.map(({ key }) => key);
const inOrder = [...regions].sort((a, b) => Number(a.level === "CITY") - Number(b.level === "CITY"));
const sections = (year: number, name: string, level: Level) =>
  (edition(year)[name] ?? []).filter((entry: { level: Level }) => entry.level === level);

/** Returns the dimensions that a region leads in; null unless the edition has a list of its level for every dimension. */
function ledIn({ name, level }: RegionEntry, year: number): string[] | null {
  const listed = new Set(
    sections(year, "leaders", level).map((list: { dimension: string }) => list.dimension),
  );
  if (listed.size < keys.length) return null;
  return keys.filter((key) => ledBy(level, year).get(name)?.has(key));
}

const rankOf = ({ name, level }: RegionEntry, year: number) =>
  only(printedOf(year, level).get(name)?.ranks ?? []);
const scoreOf = ({ name, level }: RegionEntry, year: number) =>
  only(printedOf(year, level).get(name)?.scores ?? []);
/** Returns each move once. */
const unique = <T>(moves: readonly T[]) =>
  moves.filter(
    (move, index) => moves.findIndex((other) => JSON.stringify(other) === JSON.stringify(move)) === index,
  );
const toKeys = (some: readonly string[]) => some.map((key) => ({ key }));

function expected(some: readonly RegionEntry[], year: number) {
  const chosen = inOrder.filter((region) => some.includes(region));
  const led = chosen.map((region) => ledIn(region, year));
  return {
    edition: { year },
    levels: [...new Set(chosen.map(({ level }) => level))],
    regions: chosen.map((region, index) => ({
      region: { code: region.code },
      count: led[index]?.length ?? null,
      leads: led[index]?.map((key) => ({ dimension: { key } })) ?? null,
      rank: rankOf(region, year),
      score: scoreOf(region, year),
      keepsLeading: sections(year, "keepsLeading", region.level).some((list: { regions: string[] }) =>
        names(list, region.name),
      )
        ? { period: "近年来" }
        : null,
      // Two sources can state the same rise.
      rises: unique(
        sections(year, "rises", region.level)
          .filter((list: { regions: string[] }) => names(list, region.name))
          .map(({ from, to }: { from: string; to: string }) => ({ from: { key: from }, to: { key: to } })),
      ),
    })),
    pairs: chosen.flatMap((a, i) =>
      chosen.slice(i + 1).map((b, offset) => {
        const [x, y] = [led[i] ?? null, led[i + 1 + offset] ?? null];
        const known = x !== null && y !== null;
        const both = known ? x.filter((key) => y.includes(key)) : [];
        const union = known ? new Set([...x, ...y]).size : 0;
        const [rankA, rankB] = [rankOf(a, year), rankOf(b, year)];
        return {
          a: { code: a.code },
          b: { code: b.code },
          sameLevel: a.level === b.level,
          shared: known ? both.length : null,
          union: known ? union : null,
          jaccard: union > 0 ? both.length / union : null,
          both: known ? toKeys(both) : null,
          onlyA: known ? toKeys(x.filter((key) => !y.includes(key))) : null,
          onlyB: known ? toKeys(y.filter((key) => !x.includes(key))) : null,
          ranksApart: a.level === b.level && rankA !== null && rankB !== null ? rankB - rankA : null,
        };
      }),
    ),
    dimensions: keys.map((key) => {
      const leading = chosen.filter((_, index) => led[index]?.includes(key));
      const share = leading.length === chosen.length ? "ALL" : leading.length === 1 ? "ONE" : "SOME";
      return {
        dimension: { key },
        ledBy: led.includes(null) ? null : leading.length === 0 ? "NONE" : share,
        leading: leading.map(({ code }) => ({ code })),
      };
    }),
  };
}

describe("compareRegions equals the answer computed from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  async function ask(some: readonly RegionEntry[], year: number) {
    const { result } = await asker.ask(
      `query ($regions: [RegionBy!]!, $year: Int) {
        compareRegions(regions: $regions, edition: $year) {
          edition { year } levels
          regions {
            region { code } count leads { dimension { key } } rank score
            keepsLeading { period } rises { from { key } to { key } }
          }
          pairs { a { code } b { code } sameLevel shared union jaccard both { key } onlyA { key } onlyB { key } ranksApart }
          dimensions { dimension { key } ledBy leading { code } }
        }
      }`,
      { regions: some.map(({ code }) => ({ code })), year },
    );
    expect(result.errors).toBeUndefined();
    return result.data?.compareRegions;
  }

  // Blocks of five: each two blocks are compared, so every pair of the 64 regions is.
  const blocks = Array.from({ length: Math.ceil(regions.length / 5) }, (_, index) =>
    inOrder.slice(5 * index, 5 * index + 5),
  );
  const latest = years.at(-1) as number;
  it.each(blocks.map((block, index) => [block.map(({ name }) => name).join(" "), index] as const))(
    "every pair with %s",
    async (_, index) => {
      for (const other of blocks.slice(index + 1)) {
        const some = [...(blocks[index] ?? []), ...other];
        expect(await ask(some, latest)).toEqual(expected(some, latest));
      }
    },
  );

  it.each(years)("every region in %i", async (year) => {
    for (const [index, block] of blocks.entries()) {
      const some = [...block, ...(blocks[(index + 1) % blocks.length] ?? [])];
      expect(await ask(some, year)).toEqual(expected(some, year));
    }
  });

  it("the order of the argument makes no difference", async () => {
    const random = new Random(64);
    for (let round = 0; round < 20; round++) {
      const year = random.pick(years);
      const drawn = new Set(Array.from({ length: 8 }, () => random.pick(regions)));
      drawn.add(regions[0] as RegionEntry).add(regions.at(-1) as RegionEntry);
      const shuffled = [...drawn].map((region) => [random.next(), region] as const).sort(([a], [b]) => a - b);
      const some = shuffled.map(([, region]) => region);
      const answer = await ask(some, year);
      expect(answer).toEqual(await ask([...some].reverse(), year));
      expect(answer).toEqual(expected(some, year));
    }
  });
});
