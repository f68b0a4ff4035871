import { describe, expect, it } from "vitest";
import { setOf } from "../../bench/set.js";

const leadershipsOf = (name: string) => {
  const { tables, editions } = setOf(name);
  let leaderships = 0;
  let count = 0;
  for (const { leaders } of editions()) {
    count++;
    for (const { regions } of leaders) leaderships += regions.length;
  }
  return {
    regions: tables.regions.length,
    dimensions: tables.dimensions.length,
    editions: count,
    leaderships,
  };
};

describe("the synthetic sets", () => {
  it("have the sizes they are named for", () => {
    expect(leadershipsOf("D1")).toEqual({ regions: 64, dimensions: 5, editions: 10, leaderships: 1_000 });
    expect(leadershipsOf("D2")).toEqual({
      regions: 3_200,
      dimensions: 30,
      editions: 20,
      leaderships: 192_000,
    });
  });

  it("are the same in every run", () => {
    expect([...setOf("D1").editions()]).toEqual([...setOf("D1").editions()]);
  });

  it("say that they are synthetic wherever they could be taken for data", () => {
    const { tables, editions, says } = setOf("D1");
    expect(says).toMatch(/^synthetic/);
    expect(tables.sources.map(({ title }) => title)).toEqual([expect.stringMatching(/^Synthetic/)]);
    for (const { title, year } of editions()) {
      expect(title[0]?.is).toContain("synthetic");
      expect(year).toBeGreaterThan(2050);
    }
  });

  it("name leaders in administrative order, so that no place in a list is a rank", () => {
    const { tables, editions } = setOf("D1");
    const place = new Map(tables.regions.map(({ level, name }, index) => [`${level} ${name}`, index]));
    for (const { leaders } of editions()) {
      for (const { level, regions } of leaders) {
        const places = regions.map((name) => place.get(`${level} ${name}`) as number);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(new Set(places).size).toBe(10);
      }
    }
  });
});
