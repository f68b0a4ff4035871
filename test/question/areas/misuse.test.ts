import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";
import { editions } from "../../oracle/data.js";

const years = editions.map(({ year }) => year);
const areas = "EAST (东部), CENTRAL (中部), WEST (西部), NORTHEAST (东北), SOUTH (南), NORTH (北)";

/** Each wrong call, its whole message and the argument it names. */
const misuses: readonly [document: string, message: string, argument: string][] = [
  [
    "{ areaSummary(level: CITY, edition: 2035) { regions } }",
    `edition: 2035 is not loaded. Loaded editions: ${years.join(", ")}.`,
    "edition",
  ],
  [
    "{ areaSummary(level: PROVINCE, edition: 0) { regions } }",
    `edition: 0 is not loaded. Loaded editions: ${years.join(", ")}.`,
    "edition",
  ],
  [
    "{ provinceCityAlignment(edition: 2035) { rows { alignment } } }",
    `edition: 2035 is not loaded. Loaded editions: ${years.join(", ")}.`,
    "edition",
  ],
  [
    "{ provinceCityAlignment(edition: -1, dimension: MATURITY) { rows { alignment } } }",
    `edition: -1 is not loaded. Loaded editions: ${years.join(", ")}.`,
    "edition",
  ],
  [
    '{ leaders(level: CITY, areas: ["EAST", "SOUTHEAST"]) { total } }',
    `areas: expected the key or name of an area, got "SOUTHEAST". Areas: ${areas}.`,
    "areas",
  ],
  [
    '{ leaders(level: PROVINCE, areas: ["中西部"]) { total } }',
    `areas: expected the key or name of an area, got "中西部". Areas: ${areas}.`,
    "areas",
  ],
  [
    '{ leaders(level: PROVINCE, areas: ["EAST", ""]) { total } }',
    `areas: expected the key or name of an area, got "". Areas: ${areas}.`,
    "areas",
  ],
];

/** Requests that GraphQL itself rejects. */
const invalid: readonly [document: string, message: string][] = [
  [
    "{ areaSummary { regions } }",
    'Field "areaSummary" argument "level" of type "Level!" is required, but it was not provided.',
  ],
  ["{ areaSummary(level: TOWNSHIP) { regions } }", 'Value "TOWNSHIP" does not exist in "Level" enum.'],
  [
    "{ provinceCityAlignment(dimension: SPEED) { rows { alignment } } }",
    'Value "SPEED" does not exist in "DimensionKey" enum.',
  ],
  [
    '{ provinceCityAlignment(dimension: "服务成效度") { rows { alignment } } }',
    'Enum "DimensionKey" cannot represent non-enum value: "服务成效度".',
  ],
  [
    "{ provinceCityAlignment(level: CITY) { rows { alignment } } }",
    'Unknown argument "level" on field "Query.provinceCityAlignment".',
  ],
];

describe("a wrong argument about areas, or about provinces and their cities", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(misuses)("%s", async (document, message, argument) => {
    const { result } = await asker.ask(document);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
    expect(Object.values(result.data ?? {})).toEqual([null]);
  });

  it.each(invalid)("%s", async (document, message) => {
    const { result } = await asker.ask(document);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
  });

  it("answers the other questions of the document", async () => {
    const { result } = await asker.ask(
      "{ wrong: areaSummary(level: CITY, edition: 1) { regions } right: areaSummary(level: CITY) { regions } }",
    );
    expect(result.errors).toHaveLength(1);
    expect(result.data).toEqual({ wrong: null, right: { regions: 32 } });
  });
});
