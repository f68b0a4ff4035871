import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { dimensions, editions, type Level, latestLeaders, ledBy, levels, regionsOf } from "./data.js";
import { overlap } from "./overlap.js";

const query = `query ($level: Level!, $edition: Int, $minShared: Int!) {
  coLeaders(level: $level, edition: $edition, minShared: $minShared) {
    edition { year }
    total
    pairs {
      first { name } second { name } shared union jaccard
      both { key } onlyFirst { key } onlySecond { key }
    }
  }
}`;

/** Dimensions in the report's order. */
const keyed = (keys: readonly string[]) =>
  dimensions.flatMap(({ key }) => (keys.includes(key) ? [{ key }] : []));

function pairsOf(level: Level, year: number, minShared: number) {
  const led = ledBy(level, year);
  const names = regionsOf(level).map(({ name }) => name);
  const place = (name: string) => names.indexOf(name);
  const pairs = names.flatMap((first, index) =>
    names.slice(index + 1).map((second) => {
      const { both, onlyFirst, onlySecond, ...figures } = overlap(
        led.get(first) ?? [],
        led.get(second) ?? [],
      );
      const sets = { both: keyed(both), onlyFirst: keyed(onlyFirst), onlySecond: keyed(onlySecond) };
      return { first: { name: first }, second: { name: second }, ...figures, ...sets };
    }),
  );
  return pairs
    .filter(({ shared }) => shared >= minShared)
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.jaccard - a.jaccard ||
        place(a.first.name) - place(b.first.name) ||
        place(a.second.name) - place(b.second.name),
    );
}

describe("coLeaders equals the answer computed from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const cases = levels.flatMap((level) =>
    [null, ...editions.map(({ year }) => year)].map((year) => [level, year] as const),
  );
  it.each(cases)("%s %s, for every number of shared dimensions", async (level, year) => {
    const about = year ?? latestLeaders(level);
    for (let minShared = 1; minShared <= dimensions.length; minShared++) {
      const { result } = await asker.ask(query, { level, edition: year, minShared });
      const pairs = pairsOf(level, about, minShared);
      expect(result).toEqual({
        data: { coLeaders: { edition: { year: about }, total: pairs.length, pairs } },
      });
    }
  });
});
