import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { isLong, seed } from "../long.js";
import {
  areas,
  dimensions,
  editions,
  type Level,
  latestWith,
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

/** What can be asked; what is left out is not there at all. */
interface Question {
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

/** Usually the first, now and then what should be refused. */
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: other });

/** Whether an argument is given. */
const now = fc.integer({ min: 0, max: 2 }).map((chance) => chance === 0);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.tuple(now, arbitrary).map(([given, value]) => (given ? value : undefined));

/** Conditions that go together: each dimension is wanted, welcome, barred or of no matter. */
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

const question: fc.Arbitrary<Question> = fc.constantFrom(...levels).chain((level) =>
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

/** Every message that the question may be refused with; none if it can be answered. */
function refusals({ level, edition, atLeast = 1, allOf, anyOf, noneOf, ...place }: Question): string[] {
  const found: string[] = [];
  if (edition !== undefined && !years.includes(edition)) {
    found.push(`edition: ${edition} is not loaded; editions loaded: ${years.join(", ")}`);
  }
  if (atLeast < 1 || atLeast > 5) {
    found.push(`atLeast: expected a number from 1 to 5 (there are 5 dimensions), got ${atLeast}`);
  }
  for (const [name, list] of Object.entries({ allOf, anyOf, noneOf })) {
    if (list?.length === 0) found.push(`${name}: expected at least one dimension, or leave the argument out`);
  }
  const barred = new Set(noneOf);
  const both = (allOf ?? []).filter((key) => barred.has(key));
  if (both.length > 0) found.push(`noneOf: ${both.join(", ")} cannot be both in allOf and in noneOf`);
  if (anyOf && anyOf.length > 0 && anyOf.every((key) => barred.has(key))) {
    found.push("noneOf: every dimension of anyOf is also in noneOf, so nothing can match");
  }
  const left = keys.length - barred.size;
  if (left < atLeast) {
    found.push(`atLeast: only ${left} dimensions are left outside noneOf, but atLeast is ${atLeast}`);
  }
  const allowed = areas.map(({ key, name }) => `${key} (${name})`).join(", ");
  if (place.areas?.length === 0) {
    found.push(
      "areas: expected at least one area, got an empty list. Omit the argument for the whole country.",
    );
  }
  if (place.areas?.includes("华东"))
    found.push(`areas: expected the key or name of an area, got "华东". Areas: ${allowed}.`);
  const province = regions.find(({ name }) => name === place.province?.name);
  if (province !== undefined && level === "PROVINCE") {
    found.push("province: goes with level CITY only: it asks for the key cities of a province");
  }
  if (province?.level === "CITY") {
    found.push(`province.name: ${province.name} is a key city; expected a province`);
  }
  return found;
}

/** Where a region lies, a city where its province lies. */
function areasOf(name: string): readonly string[] {
  const region = regions.find((one) => one.name === name);
  return region?.province ? areasOf(region.province) : (region?.areas ?? []);
}

function answerTo({ level, edition, atLeast = 1, allOf = [], anyOf, noneOf = [], ...place }: Question) {
  const year = edition ?? (latestWith("leaders", level) as number);
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
  // The sort is stable, and the regions came in administrative order.
  found.sort((a, b) => b.count - a.count);
  return { edition: { year }, total: found.length, leaders: found };
}

/** The same question with its lists turned round and said twice. */
function turned(asked: Question): Question {
  return Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].reverse().concat(value) : value,
    ]),
  ) as unknown as Question;
}

describe(`leaders with whatever arguments (GOVGRAPH_TEST_SEED=${seed})`, () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("is what sets made of the data files say, or refused for a reason that holds; the order of lists is nothing", {
    timeout: 180_000,
  }, async () => {
    const seen = { found: 0, empty: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { result } = await asker.ask(query, { ...asked });
        const allowed = refusals(asked);
        if (allowed.length > 0) {
          seen.refused++;
          expect(result.data).toEqual({ leaders: null });
          expect(result.errors).toHaveLength(1);
          expect(allowed).toContain(result.errors?.[0]?.message);
          expect(result.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
          return;
        }
        const expected = answerTo(asked);
        seen[expected.total > 0 ? "found" : "empty"]++;
        expect(result).toEqual({ data: { leaders: expected } });
        expect((await asker.ask(query, { ...turned(asked) })).result).toEqual(result);
      }),
      { seed, numRuns: isLong ? 150 : 40 },
    );
    // Else the questions made up here would show little.
    expect(Math.min(seen.found, seen.empty, seen.refused), JSON.stringify(seen)).toBeGreaterThan(2);
  });
});
