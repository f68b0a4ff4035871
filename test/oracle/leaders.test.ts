import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { isLong, seed } from "../long.js";
import {
  areas,
  dimensions,
  editions,
  type Level,
  latestLeaders,
  ledBy,
  levels,
  regions,
  regionsOf,
} from "./data.js";

const query = `query (
  $level: Level!, $edition: Int, $atLeast: Int, $allOf: [DimensionKey!], $anyOf: [DimensionKey!],
  $noneOf: [DimensionKey!], $areas: [String!], $province: RegionBy
) {
  leaders(
    level: $level, edition: $edition, atLeast: $atLeast, allOf: $allOf, anyOf: $anyOf,
    noneOf: $noneOf, areas: $areas, province: $province
  ) {
    edition { year }
    total
    leaders { region { name } count dimensions { key } }
  }
}`;

/** The arguments of a question; an omitted argument is absent. */
interface LeadersArguments {
  readonly level: Level;
  readonly edition?: number;
  readonly atLeast?: number;
  readonly allOf?: readonly string[];
  readonly anyOf?: readonly string[];
  readonly noneOf?: readonly string[];
  readonly areas?: readonly string[];
  readonly province?: { readonly name: string };
}

const keys = dimensions.map(({ key }) => key);
const years = editions.map(({ year }) => year);

/** Usually a valid value, sometimes an invalid value. */
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: other });

/** Whether an argument is given. */
const isGiven = fc.integer({ min: 0, max: 2 }).map((chance) => chance === 0);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.tuple(isGiven, arbitrary).map(([given, value]) => (given ? value : undefined));

/** Consistent conditions: each dimension is in at most one of the lists. */
const conditions = fc
  .array(fc.constantFrom("allOf", "anyOf", "noneOf", ...Array(6).fill("")), { minLength: 5, maxLength: 5 })
  .map((roles) => {
    const of = (role: string) => keys.filter((_, index) => roles[index] === role);
    const lists = { allOf: of("allOf"), anyOf: of("anyOf"), noneOf: of("noneOf") };
    return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  });
const anyList = fc.option(fc.array(fc.constantFrom(...keys), { maxLength: 5 }), { nil: undefined });
const anyConditions = fc.record({ allOf: anyList, anyOf: anyList, noneOf: anyList });

const namesOf = (level: Level) => regionsOf(level).map(({ name }) => ({ name }));
const areaNames = areas.flatMap(({ key, name }) => [key, key.toLowerCase(), name]);

const anyArguments: fc.Arbitrary<LeadersArguments> = fc.constantFrom(...levels).chain((level) =>
  fc
    .tuple(
      mostly<object>(conditions, anyConditions),
      fc.record({
        edition: maybe(mostly(fc.constantFrom(...years), fc.constantFrom(1999, 2035))),
        atLeast: maybe(mostly(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1, max: 7 }))),
        areas: maybe(
          mostly(
            fc.array(fc.constantFrom(...areaNames), { minLength: 1, maxLength: 4 }),
            fc.constantFrom<string[]>([], ["EAST", "华东"]),
          ),
        ),
        province: maybe(
          mostly(
            level === "CITY" ? fc.constantFrom(...namesOf("PROVINCE")) : fc.constant(undefined),
            fc.constantFrom(...namesOf("CITY"), ...namesOf("PROVINCE")),
          ),
        ),
      }),
    )
    .map(([lists, others]) => {
      const given = Object.entries({ ...lists, ...others }).filter(([, value]) => value !== undefined);
      return { level, ...Object.fromEntries(given) };
    }),
);

/** Returns every error message that the arguments can cause; none if they are valid. */
function messagesFor({
  level,
  edition,
  atLeast = 1,
  allOf,
  anyOf,
  noneOf,
  ...place
}: LeadersArguments): string[] {
  const messages: string[] = [];
  if (edition !== undefined && !years.includes(edition)) {
    messages.push(`edition: ${edition} is not loaded. Loaded editions: ${years.join(", ")}.`);
  }
  if (atLeast < 1 || atLeast > 5) {
    messages.push(`atLeast: expected a number from 1 to 5 (the number of dimensions), got ${atLeast}.`);
  }
  for (const [name, list] of Object.entries({ allOf, anyOf, noneOf })) {
    if (list?.length === 0) {
      messages.push(
        `${name}: expected at least one dimension, got an empty list. Add a dimension or omit the argument.`,
      );
    }
  }
  const excluded = new Set(noneOf);
  const both = (allOf ?? []).filter((key) => excluded.has(key));
  if (both.length > 0) {
    messages.push(
      `noneOf: expected no dimension of allOf, got ${both.join(", ")}. Remove it from one of the two.`,
    );
  }
  if (anyOf && anyOf.length > 0 && anyOf.every((key) => excluded.has(key))) {
    messages.push(
      "noneOf: expected at least one dimension of anyOf to remain, got none. Remove a dimension of anyOf from noneOf.",
    );
  }
  const remaining = keys.length - excluded.size;
  if (remaining < atLeast) {
    messages.push(
      `atLeast: expected at most ${remaining} (the number of dimensions outside noneOf), got ${atLeast}. Lower it or shorten noneOf.`,
    );
  }
  const allowed = areas.map(({ key, name }) => `${key} (${name})`).join(", ");
  if (place.areas?.length === 0) {
    messages.push(
      "areas: expected at least one area, got an empty list. Omit the argument for the whole country.",
    );
  }
  if (place.areas?.includes("华东"))
    messages.push(`areas: expected the key or name of an area, got "华东". Areas: ${allowed}.`);
  const province = regions.find(({ name }) => name === place.province?.name);
  if (province !== undefined && level === "PROVINCE") {
    messages.push(
      "province: expected level CITY with this argument, got PROVINCE. Use level CITY or omit province.",
    );
  }
  if (province?.level === "CITY") {
    const name = `${province.nameEn} (${province.name})`;
    messages.push(`province.name: expected a province, got the key city ${name}. Use a province.`);
  }
  return messages;
}

/** Returns the areas of a region; a city belongs to the areas of its province. */
function areasOf(name: string): readonly string[] {
  const region = regions.find((entry) => entry.name === name);
  return region?.province ? areasOf(region.province) : (region?.areas ?? []);
}

function answerTo({
  level,
  edition,
  atLeast = 1,
  allOf = [],
  anyOf,
  noneOf = [],
  ...place
}: LeadersArguments) {
  const year = edition ?? latestLeaders(level);
  const led = ledBy(level, year);
  const wanted = place.areas?.map(
    (area) => areas.find(({ key, name }) => [key, key.toLowerCase(), name].includes(area))?.key as string,
  );
  const found = regionsOf(level).flatMap(({ name, province }) => {
    const own = led.get(name) ?? new Set();
    const fits =
      own.size >= atLeast &&
      allOf.every((key) => own.has(key)) &&
      (anyOf === undefined || anyOf.some((key) => own.has(key))) &&
      !noneOf.some((key) => own.has(key)) &&
      (wanted === undefined || areasOf(name).some((area) => wanted.includes(area))) &&
      (place.province === undefined || province === place.province.name);
    const dimensions = keys.flatMap((key) => (own.has(key) ? [{ key }] : []));
    return fits ? [{ region: { name }, count: own.size, dimensions }] : [];
  });
  // The sort is stable, and the regions are in administrative order.
  found.sort((a, b) => b.count - a.count);
  return { edition: { year }, total: found.length, leaders: found };
}

/** Returns the same arguments with each list reversed and repeated. */
function reversed(args: LeadersArguments): LeadersArguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].reverse().concat(value) : value,
    ]),
  ) as unknown as LeadersArguments;
}

describe(`leaders with generated arguments (GOVGRAPH_TEST_SEED=${seed})`, () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("equals the answer computed from the data files, or has a correct error; the order of lists does not matter", {
    timeout: 180_000,
  }, async () => {
    const seen = { found: 0, empty: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(anyArguments, async (args) => {
        const { result } = await asker.ask(query, { ...args });
        const allowed = messagesFor(args);
        if (allowed.length > 0) {
          seen.refused++;
          expect(result.data).toEqual({ leaders: null });
          expect(result.errors).toHaveLength(1);
          expect(allowed).toContain(result.errors?.[0]?.message);
          expect(result.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
          return;
        }
        const expected = answerTo(args);
        seen[expected.total > 0 ? "found" : "empty"]++;
        expect(result).toEqual({ data: { leaders: expected } });
        expect((await asker.ask(query, { ...reversed(args) })).result).toEqual(result);
      }),
      { seed, numRuns: isLong ? 150 : 40 },
    );
    // Otherwise the generated arguments would show little.
    expect(Math.min(seen.found, seen.empty, seen.refused), JSON.stringify(seen)).toBeGreaterThan(2);
  });
});
