import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import {
  areas,
  dimensions,
  type EditionEntry,
  edition,
  editions,
  type Level,
  latestLeaders,
  ledBy,
  levels,
  type RegionEntry,
  regions,
  regionsOf,
  tiers,
} from "./data.js";

const figure = "count of share expectedCount expectedShare regions { name }";
const document = `query ($level: Level!, $edition: Int) {
  areaSummary(level: $level, edition: $edition) {
    edition { year } regions
    areas {
      area { key scheme } count share regions { name }
      leaders { ${figure} } risen { ${figure} } keepsLeading { ${figure} }
      dimensions { dimension { key } ${figure} }
      rises { from { key } to { key } ${figure} }
      tiers { known { tier { key } count stated { name } inferred { name } } unknown }
    }
    claims { key about { role areas { key } } figures { role areas { key } measure dimension { key } ${figure} others { name } } verdict }
  }
  regions(level: $level) { nodes { name tier(edition: $edition) { basis tier { key } } } }
}`;

/** Returns the areas of a region. A city is in the areas of its province. */
const areasOf = (region: RegionEntry): readonly string[] =>
  region.province === null
    ? region.areas
    : (regions.find(({ level, name }) => level === "PROVINCE" && name === region.province)?.areas ?? []);

const lyingIn = (level: Level, keys: readonly string[]) =>
  regionsOf(level).filter((region) => areasOf(region).some((key) => keys.includes(key)));

const rounded = (value: number) => Math.round(value * 100) / 100;
const named = (list: readonly { name: string }[]) => list.map(({ name }) => ({ name }));
const keyed = (key: string) => ({ key });

/** Returns the expected number of regions of `all` in the areas; null if there is nothing to count. */
function figureOf(level: Level, keys: readonly string[], all: ReadonlySet<string>) {
  if (all.size === 0) return null;
  const lying = lyingIn(level, keys);
  const inside = lying.filter(({ name }) => all.has(name));
  const whole = regionsOf(level).length;
  return {
    count: inside.length,
    of: all.size,
    share: rounded((100 * inside.length) / all.size),
    expectedCount: rounded((all.size * lying.length) / whole),
    expectedShare: rounded((100 * lying.length) / whole),
    regions: named(inside),
  };
}

/** Returns the set of regions that the entries of a section name for a level; `fits` selects the entries. */
const namesIn = (
  from: EditionEntry,
  section: string,
  level: Level,
  fits: (entry: Record<string, string>) => boolean = () => true,
) =>
  new Set<string>(
    (from[section] ?? [])
      .filter((entry: Record<string, string>) => entry.level === level && fits(entry))
      .flatMap(({ regions: names }: { regions: string[] }) => names),
  );

/** The dimensions, each with the regions of a level that lead in it; those without leaders are left out. */
const listsOf = (level: Level, year: number) =>
  dimensions
    .map(({ key }) => ({
      key,
      names: new Set([...ledBy(level, year)].filter(([, led]) => led.has(key)).map(([name]) => name)),
    }))
    .filter(({ names }) => names.size > 0);

function profileOf(level: Level, year: number, { key, scheme }: { key: string; scheme: string }) {
  const from = edition(year);
  const lying = lyingIn(level, [key]);
  return {
    area: { key, scheme },
    count: lying.length,
    share: rounded((100 * lying.length) / regionsOf(level).length),
    regions: named(lying),
    leaders: figureOf(level, [key], new Set(ledBy(level, year).keys())),
    risen: figureOf(level, [key], namesIn(from, "rises", level)),
    keepsLeading: figureOf(level, [key], namesIn(from, "keepsLeading", level)),
    dimensions: listsOf(level, year).map((list) => ({
      dimension: keyed(list.key),
      ...figureOf(level, [key], list.names),
    })),
    // From the highest tier reached, then from the highest left.
    rises: tiers.flatMap(({ key: to }) =>
      tiers.flatMap(({ key: before }) => {
        const rose = namesIn(from, "rises", level, (entry) => entry.from === before && entry.to === to);
        const counted = figureOf(level, [key], rose);
        return counted === null ? [] : [{ from: keyed(before), to: keyed(to), ...counted }];
      }),
    ),
  };
}

interface Claim {
  readonly id: string;
  readonly about: readonly { readonly area: string; readonly role: string }[];
}

function claimOf(level: Level, year: number, { id, about }: Claim) {
  const roles = [...new Set(about.map(({ role }) => role))].sort();
  const parts = roles.map((role) => ({
    role,
    areas: areas
      .filter(({ key }) => about.some((part) => part.area === key && part.role === role))
      .map(({ key }) => keyed(key)),
  }));
  const figures = parts.flatMap(({ role, areas: within }) => {
    const keys = within.map(({ key }) => key);
    const figure = (measure: string, dimension: { key: string } | null, names: Set<string>) => {
      const others = regionsOf(level).filter(
        (region) => names.has(region.name) && !areasOf(region).some((key) => keys.includes(key)),
      );
      const counted = figureOf(level, keys, names);
      return counted === null
        ? []
        : [{ role, areas: within, measure, dimension, ...counted, others: named(others) }];
    };
    if (role === "progressed") return figure("ROSE", null, namesIn(edition(year), "rises", level));
    if (role !== "stronger" && role !== "weaker") return [];
    return listsOf(level, year).flatMap((list) => figure("LEADS", keyed(list.key), list.names));
  });
  return { key: `${year}/claim/${id}`, about: parts, figures, verdict: verdictOf(figures) };
}

/** Computes the verdict by the rule in the descriptions of the enumeration. */
function verdictOf(figures: readonly { role: string; count: number; of: number; expectedShare: number }[]) {
  const fits = figures.map(({ role, count, of, expectedShare }) => {
    if (role === "progressed") return count === of ? "yes" : count === 0 ? "no" : "partly";
    const more = (100 * count) / of - expectedShare;
    if (Math.abs(more) < 0.006) return "partly";
    return more > 0 === (role === "stronger") ? "yes" : "no";
  });
  const all = new Set(fits);
  if (all.size === 0) return "UNDECIDED";
  if (all.size > 1 || all.has("partly")) return "MIXED";
  return all.has("yes") ? "BORNE_OUT" : "NOT_BORNE_OUT";
}

describe("areaSummary, computed a second time from the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const ask = (level: Level, year?: number) => asker.answer(document, { level, edition: year });

  const cases = editions.flatMap(({ year }) => levels.map((level) => [year, level] as const));

  it.each(cases)("%i %s: every figure", async (year, level) => {
    const { areaSummary } = await ask(level, year);
    expect(areaSummary.edition.year).toBe(year);
    expect(areaSummary.regions).toBe(regionsOf(level).length);
    const withoutTiers = areaSummary.areas.map(({ tiers: _, ...rest }: { tiers: unknown }) => rest);
    expect(withoutTiers).toEqual(areas.map((area) => profileOf(level, year, area)));
    const claims: Claim[] = (edition(year).claims ?? []).filter(({ about }: Claim) => about.length > 0);
    expect(areaSummary.claims).toEqual(
      claims.map((claim) => claimOf(level, year, claim)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });

  it.each(cases)(
    "%i %s: the tiers are the tiers of the regions, and stated tiers are in the file",
    async (year, level) => {
      const { areaSummary, regions: all } = await ask(level, year);
      for (const { area, count, tiers: areaTiers } of areaSummary.areas) {
        const names = new Set(lyingIn(level, [area.key]).map(({ name }) => name));
        const areaRegions = all.nodes.filter(({ name }: { name: string }) => names.has(name));
        const having = (key: string, basis: string) =>
          named(
            areaRegions.filter(
              ({ tier }: { tier: { basis: string; tier: { key: string } | null } }) =>
                tier.tier?.key === key && tier.basis === basis,
            ),
          );
        for (const { tier, count: known, stated, inferred } of areaTiers.known) {
          expect(stated).toEqual(having(tier.key, "STATED"));
          expect(inferred).toEqual(having(tier.key, "INFERRED"));
          expect(known).toBe(stated.length + inferred.length);
          const file = namesIn(edition(year), "tierMembers", level, (entry) => entry.tier === tier.key);
          for (const { name } of stated) expect(file).toContain(name);
        }
        const unknown = areaRegions.filter(
          ({ tier }: { tier: { basis: string } }) => tier.basis === "UNKNOWN",
        );
        expect(areaTiers.unknown).toBe(unknown.length);
        const known = areaTiers.known.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
        expect(known + areaTiers.unknown).toBe(count);
      }
    },
  );

  it.each(cases)("%i %s: the areas of a scheme add up to the whole", async (year, level) => {
    const { areaSummary } = await ask(level, year);
    for (const scheme of new Set(areas.map((area) => area.scheme))) {
      // biome-ignore lint/suspicious/noExplicitAny: an answer as a client gets it.
      const parts: any[] = areaSummary.areas.filter(({ area }: any) => area.scheme === scheme);
      const addUp = (of: number, counts: number[]) =>
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(of);
      addUp(
        areaSummary.regions,
        parts.map(({ count }) => count),
      );
      const [first] = parts;
      for (const total of ["leaders", "risen", "keepsLeading"]) {
        if (first[total] !== null)
          addUp(
            first[total].of,
            parts.map((part) => part[total].count),
          );
      }
      for (const lists of ["dimensions", "rises"]) {
        for (const [index, { of }] of first[lists].entries())
          addUp(
            of,
            parts.map((part) => part[lists][index].count),
          );
      }
    }
  });

  it.each(levels)("%s: without an edition, the latest with complete lists of leaders", async (level) => {
    const { areaSummary } = await ask(level);
    expect(areaSummary.edition.year).toBe(latestLeaders(level));
  });

  it("has figures to check", () => {
    const counted = cases.filter(([year, level]) => ledBy(level, year).size > 0);
    expect(counted.length).toBeGreaterThan(0);
  });
});
