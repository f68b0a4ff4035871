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
  regions,
  regionsOf,
} from "./data.js";

const document = `query ($edition: Int, $dimension: DimensionKey) {
  provinceCityAlignment(edition: $edition, dimension: $dimension) {
    edition { year }
    summary { alignment count provinces { name } }
    rows {
      province { name } dimension { key } alignment provinceLeads leadingCities { name } provinceInNoList
      leads { region { name } }
    }
    citiesOfUnlistedProvinces { city { name } province { name } dimensions { key } }
  }
}`;

const kinds = ["BOTH", "PROVINCE_ONLY", "CITIES_ONLY", "NEITHER", "NO_KEY_CITY", "UNKNOWN"];
const named = (names: Iterable<string>) => [...names].map((name) => ({ name }));

/** Whether an edition has a list of a level for a dimension: "no", "open" or "closed". */
function listOf(year: number, level: Level, dimension: string): "no" | "open" | "closed" {
  const lists = (edition(year).leaders ?? []).filter(
    (list: { level: Level; dimension: string }) => list.level === level && list.dimension === dimension,
  );
  if (lists.length === 0) return "no";
  return lists.some(({ complete }: { complete: boolean }) => complete) ? "closed" : "open";
}

function rowOf(year: number, province: string, dimension: string) {
  const leads = (level: Level, name: string) => ledBy(level, year).get(name)?.has(dimension) ?? false;
  const cities = regionsOf("CITY").filter((city) => city.province === province);
  const leading = cities.map(({ name }) => name).filter((name) => leads("CITY", name));
  const provinceLeads =
    leads("PROVINCE", province) || (listOf(year, "PROVINCE", dimension) === "closed" ? false : null);
  const citiesKnown = leading.length > 0 || listOf(year, "CITY", dimension) === "closed";
  const hasLists = (edition(year).leaders ?? []).some(({ level }: { level: Level }) => level === "PROVINCE");
  let alignment = `${provinceLeads ? "PROVINCE" : ""}${leading.length > 0 ? "CITIES" : ""}`;
  alignment =
    { PROVINCECITIES: "BOTH", PROVINCE: "PROVINCE_ONLY", CITIES: "CITIES_ONLY" }[alignment] ?? "NEITHER";
  if (provinceLeads === null || !citiesKnown) alignment = "UNKNOWN";
  if (cities.length === 0) alignment = "NO_KEY_CITY";
  return {
    province: { name: province },
    dimension: { key: dimension },
    alignment,
    provinceLeads,
    leadingCities: cities.length > 0 && listOf(year, "CITY", dimension) === "no" ? null : named(leading),
    provinceInNoList: hasLists ? !ledBy("PROVINCE", year).has(province) : null,
    leads: [...(provinceLeads ? [province] : []), ...leading].map((name) => ({ region: { name } })),
  };
}

function answerOf(year: number, wanted: string | null) {
  const keys = dimensions.map(({ key }) => key).filter((key) => wanted === null || key === wanted);
  const rows = regionsOf("PROVINCE").flatMap(({ name }) => keys.map((key) => rowOf(year, name, key)));
  const unlisted = regionsOf("CITY").flatMap(({ name, province }) => {
    const led = keys.filter((key) => ledBy("CITY", year).get(name)?.has(key));
    const row = rows.find((row) => row.province.name === province);
    if (led.length === 0 || row?.provinceInNoList !== true) return [];
    return [{ city: { name }, province: row.province, dimensions: led.map((key) => ({ key })) }];
  });
  return {
    edition: { year },
    summary: kinds.map((alignment) => {
      const matching = rows.filter((row) => row.alignment === alignment);
      return {
        alignment,
        count: matching.length,
        provinces: named(new Set(matching.map(({ province }) => province.name))),
      };
    }),
    rows,
    citiesOfUnlistedProvinces: unlisted,
  };
}

describe("provinceCityAlignment, computed a second time from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const ask = async (year?: number, dimension?: string | null) => {
    const data = await asker.answer(document, { edition: year, dimension });
    return data.provinceCityAlignment as ReturnType<typeof answerOf>;
  };

  const wanted = [null, ...dimensions.map(({ key }) => key)];
  it.each(editions.flatMap(({ year }) => wanted.map((key) => [year, key] as const)))(
    "%i %s",
    async (year, key) => {
      const found = await ask(year, key);
      // Two sources that state the same give two leaderships of the same region.
      const once = found.rows.map(({ leads, ...row }) => ({
        ...row,
        leads: leads.filter(
          ({ region }, index) => leads.findIndex((lead) => lead.region.name === region.name) === index,
        ),
      }));
      expect({ ...found, rows: once }).toEqual(answerOf(year, key));
      const counted = found.summary.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(found.rows.length);
      expect(counted).toBe(regionsOf("PROVINCE").length * (key === null ? dimensions.length : 1));
    },
  );

  it("without an edition, uses the latest edition with lists of leading regions", async () => {
    const years = levels.map(latestLeaders);
    expect((await ask()).edition.year).toBe(Math.max(...years));
  });

  it("has provinces without key cities, and a province for every city", () => {
    const without = regionsOf("PROVINCE").filter(
      ({ name }) => !regions.some(({ province }) => province === name),
    );
    expect(without.map(({ name }) => name)).toEqual(["北京", "天津", "上海", "重庆", "新疆生产建设兵团"]);
    expect(regionsOf("CITY").every(({ province }) => province !== null)).toBe(true);
  });
});
