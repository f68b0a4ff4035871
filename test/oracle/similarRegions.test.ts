import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import {
  dimensions,
  edition,
  editions,
  latestLeaders,
  ledBy,
  levels,
  type RegionEntry,
  regionsOf,
} from "./data.js";
import { overlap } from "./overlap.js";

const query = `query ($code: String!, $edition: Int, $first: Int!) {
  similarRegions(to: { code: $code }, edition: $edition, first: $first) {
    edition { year }
    level
    to { code }
    total
    similar { region { name } shared union jaccard both { key } onlyTo { key } onlyOther { key } }
    tiedBeyond
    reason
  }
}`;

/** Dimensions in the report's order. */
const keyed = (keys: readonly string[]) =>
  dimensions.flatMap(({ key }) => (keys.includes(key) ? [{ key }] : []));

function answerFor(to: RegionEntry, year: number, first: number) {
  const { code, name, level } = to;
  const led = ledBy(level, year);
  const own = led.get(name) ?? [];
  const all = regionsOf(level)
    .filter((region) => region.name !== name)
    .map((region) => {
      const { both, onlyFirst, onlySecond, ...figures } = overlap(own, led.get(region.name) ?? []);
      const sets = { both: keyed(both), onlyTo: keyed(onlyFirst), onlyOther: keyed(onlySecond) };
      return { region: { name: region.name }, ...figures, ...sets };
    })
    .filter(({ shared }) => shared > 0)
    // The sort is stable, and the regions are in administrative order.
    .sort((a, b) => b.jaccard - a.jaccard || b.shared - a.shared);
  const similar = all.slice(0, first);
  const last = similar.at(-1)?.jaccard;
  return {
    edition: { year },
    level,
    to: { code },
    total: all.length,
    similar,
    tiedBeyond: all.slice(first).filter(({ jaccard }) => jaccard === last).length,
    reason: all.length > 0 ? null : reasonFor(to, year, led),
  };
}

function reasonFor({ name, nameEn, level }: RegionEntry, year: number, led: Map<string, unknown>): string {
  const region = `${nameEn} (${name})`;
  const group = level === "CITY" ? "key cities" : "provincial-level units";
  const lists = (edition(year).leaders ?? []) as { level: string; dimension: string }[];
  const listed = new Set(lists.filter((list) => list.level === level).map((list) => list.dimension));
  if (listed.size === 0) return `No list of leading ${group} in the ${year} edition is known.`;
  return led.has(name)
    ? `Among the ${group}, no other region leads in a dimension that ${region} leads in (${year}).`
    : `${region} is not in any of the ${listed.size} lists of leading ${group} in the ${year} edition, so there is nothing to compare.`;
}

describe("similarRegions equals the answer computed from the data files, for every region", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const cases = levels.flatMap((level) =>
    [null, ...editions.map(({ year }) => year)].map((year) => [level, year] as const),
  );
  it.each(cases)("%s %s", async (level, year) => {
    const about = year ?? latestLeaders(level);
    for (const region of regionsOf(level)) {
      for (const first of year === null ? [1, 3, 31] : [5]) {
        const { result } = await asker.ask(query, { code: region.code, edition: year, first });
        expect(result).toEqual({ data: { similarRegions: answerFor(region, about, first) } });
      }
    }
  });
});
