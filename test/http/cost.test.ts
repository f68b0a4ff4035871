import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { costOf } from "../../src/http/limits/cost.js";
import { Asker } from "../graph.js";
import { isLong } from "../long.js";
import { Random } from "./random.js";

const limit = 120_000;
/** Neo4j plans most of the questions at random for the first time, which takes it a second each. */
let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

/** The cost that is estimated for a valid query without variables. */
function estimate(query: string): number {
  const document = parse(query);
  expect(validate(asker.schema, document), query).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return costOf(asker.schema).estimate(document, operation, {}) ?? Number.NaN;
}

/** Fields in an answer: one point each, as the estimate counts them. */
function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + count(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + 1 + count(item), 0);
}

const evidence = "evidence { locator sha256 basis quote source { title publisher publishedOn url } }";
const region = `code name nameEn level tier { basis tier { key name } ${evidence} } leads { position dimension { key name nameEn } ${evidence} }`;

/** What honest clients ask, and what it is estimated to cost: the figures that the documents name. */
const typical: readonly (readonly [what: string, cost: number, query: string])[] = [
  ["which data", 6, "{ meta { dataVersion loadedAt counts { regions facts } } }"],
  [
    "who leads in three or more",
    808,
    "{ leaders(level: CITY, atLeast: 3) { total leaders { count region { name } dimensions { key } evidence { locator source { title } } } coverage { stated total unit closed } } }",
  ],
  // Two statements.
  ["all regions by name", 2_000, "{ regions { nodes { code name level } } }"],
  [
    "all about one region",
    570,
    `{ region(by: { name: "广州" }) { name fullName nameEn province { name } areas { name } tier { basis tier { key name } possible { key } ${evidence} } leads { dimension { key name } position ${evidence} } } }`,
  ],
  [
    "all 64 regions with leads, tier and all evidence",
    56_801,
    `{ regions { totalCount nodes { ${region} } } }`,
  ],
  [
    "the same by pages of 32",
    18_241,
    `{ regions(first: 32) { nodes { ${region} } pageInfo { hasNextPage endCursor } } }`,
  ],
  [
    "the matrix with evidence",
    9_993,
    `{ leadershipMatrix(level: PROVINCE) { columns { dimension { key name } printedCount closed leads { position region { code name } ${evidence} } ${evidence} } rows { region { code name } count dimensions { key } } coverage { stated total unit closed note } } }`,
  ],
  [
    "tiers with their regions",
    2_082,
    `{ tierDistribution(level: PROVINCE) { tiers { tier { key name } count share sharePrinted stated { name } inferred { name } unnamed ${evidence} } } }`,
  ],
  [
    "a page of facts",
    6_901,
    `{ facts(first: 100) { totalCount nodes { key kind text value unit about { role subject { id } } ${evidence} } } }`,
  ],
];

describe("what honest clients ask passes, and costs no less than its answer has fields", () => {
  it.each(typical)("%s: %i", async (_, cost, query) => {
    // A question costs at least its statement.
    expect(estimate(query)).toBe(Math.max(cost, 1_000));
    expect(cost).toBeLessThanOrEqual(limit);
    const { result } = await asker.ask(query);
    expect(result.errors).toBeUndefined();
    expect(cost).toBeGreaterThanOrEqual(count(result.data));
  });
});

describe("circles are refused long before they hurt, and what passes is answered in time", () => {
  const round = (inner: string) => `leads { dimension { leaders(level: CITY) { region { ${inner} } } } }`;
  it("one round for all regions passes, two do not", async () => {
    const one = `{ regions { nodes { ${round("name")} } } }`;
    expect(estimate(one)).toBe(22_201);
    const { result } = await asker.ask(one);
    expect(result.errors).toBeUndefined();
    expect(estimate(`{ regions { nodes { ${round(round("name"))} } } }`)).toBeGreaterThan(2_000_000);
  });

  it("two rounds for one region pass", async () => {
    const two = `{ region(by: { name: "广东" }) { ${round(round("name"))} } }`;
    expect(estimate(two)).toBe(22_222);
    const { result } = await asker.ask(two);
    expect(result.errors).toBeUndefined();
    expect(estimate(two)).toBeGreaterThanOrEqual(count(result.data));
  });
});

/** Values for arguments that a question cannot do without, or may be asked with. */
const values: Readonly<Record<string, readonly string[]>> = {
  level: ["PROVINCE", "CITY"],
  id: ['"UmVnaW9uOjQ0MDEwMA"'],
  ids: ['["UmVnaW9uOjQ0MDEwMA", "RWRpdGlvbjoyMDIy"]'],
  text: ['"guang"'],
  edition: ["2022"],
  first: ["1", "3", "20", "100"],
  atLeast: ["1", "3"],
  minShared: ["1", "3"],
  "from: Int": ["2017", "2018", "2020"],
  "to: Int": ["2021", "2022"],
  "regions: RegionBy": ['[{ name: "广东" }, { name: "武汉" }, { name: "南京" }]'],
};

/** The same by the type of the argument, whatever its name. */
const valuesOfType: Readonly<Record<string, readonly string[]>> = {
  RegionBy: ['{ name: "广东" }', '{ code: "440100" }', '{ name: "武汉" }'],
};

/** A selection of fields at random, each composite one with a selection of its own. */
function select(type: GraphQLNamedType, random: Random, depth: number): string {
  if (!isObjectType(type)) return "{ __typename id }";
  const all = Object.values(type.getFields()).filter(
    (field) => depth > 1 || !isCompositeType(getNamedType(field.type)),
  );
  const chosen = new Map<string, string>();
  for (let rest = 1 + random.below(4); rest > 0 && all.length > 0; rest--) {
    const field = random.pick(all);
    const inner = getNamedType(field.type);
    const selection = isCompositeType(inner) ? ` ${select(inner, random, depth - 1)}` : "";
    chosen.set(field.name, `${field.name}${argumentsFor(field, random)}${selection}`);
  }
  return chosen.size === 0 ? "{ __typename }" : `{ ${[...chosen.values()].join(" ")} }`;
}

function argumentsFor({ args }: GraphQLField<unknown, unknown>, random: Random): string {
  const given = args.flatMap(({ name, type, defaultValue }) => {
    const inner = getNamedType(type).name;
    const choices = values[`${name}: ${inner}`] ?? values[name] ?? valuesOfType[inner];
    const needed = isNonNullType(type) && defaultValue === undefined;
    if (choices === undefined || !(needed || random.below(3) === 0)) return [];
    return [`${name}: ${random.pick(choices)}`];
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}

describe("the estimate is no less than what is answered, whatever is asked", () => {
  it.each(isLong ? [1, 2, 3, 4] : [1])("seed %i", { timeout: 600_000 }, async (seed) => {
    const random = new Random(seed);
    const query = asker.schema.getQueryType() as GraphQLNamedType;
    const low: string[] = [];
    for (let i = 0; i < (isLong ? 40 : 12); i++) {
      const text = select(query, random, 3 + random.below(7));
      const cost = estimate(text);
      if (cost > limit) continue;
      const { result } = await asker.ask(text);
      if (cost < count(result.data)) low.push(`${cost} < ${count(result.data)}: ${text}`);
    }
    expect(low).toEqual([]);
  });
});
