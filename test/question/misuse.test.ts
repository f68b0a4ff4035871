import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";

/** Each wrong call, its whole message, the argument it names and the nearest names. */
type Misuse = [document: string, message: string, argument: string, nearest?: string[]];
const misuses: readonly Misuse[] = [
  [
    "{ leaders(level: CITY, edition: 2035) { total } }",
    "edition: 2035 is not loaded. Loaded editions: 2017, 2018, 2019, 2020, 2021, 2022, 2023.",
    "edition",
  ],
  [
    "{ leaders(level: CITY, atLeast: 0) { total } }",
    "atLeast: expected a number from 1 to 5 (the number of dimensions), got 0.",
    "atLeast",
  ],
  [
    "{ leaders(level: CITY, atLeast: 6) { total } }",
    "atLeast: expected a number from 1 to 5 (the number of dimensions), got 6.",
    "atLeast",
  ],
  [
    "{ leaders(level: CITY, allOf: []) { total } }",
    "allOf: expected at least one dimension, got an empty list. Add a dimension or omit the argument.",
    "allOf",
  ],
  [
    "{ leaders(level: CITY, anyOf: []) { total } }",
    "anyOf: expected at least one dimension, got an empty list. Add a dimension or omit the argument.",
    "anyOf",
  ],
  [
    "{ leaders(level: CITY, noneOf: []) { total } }",
    "noneOf: expected at least one dimension, got an empty list. Add a dimension or omit the argument.",
    "noneOf",
  ],
  [
    "{ leaders(level: CITY, allOf: [COVERAGE, MATURITY], noneOf: [MATURITY]) { total } }",
    "noneOf: expected no dimension of allOf, got MATURITY. Remove it from one of the two.",
    "noneOf",
  ],
  [
    "{ leaders(level: CITY, anyOf: [MATURITY], noneOf: [MATURITY, COVERAGE]) { total } }",
    "noneOf: expected at least one dimension of anyOf to remain, got none. Remove a dimension of anyOf from noneOf.",
    "noneOf",
  ],
  [
    "{ leaders(level: CITY, atLeast: 4, noneOf: [MATURITY, COVERAGE]) { total } }",
    "atLeast: expected at most 3 (the number of dimensions outside noneOf), got 4. Lower it or shorten noneOf.",
    "atLeast",
  ],
  [
    "{ leaders(level: CITY, areas: []) { total } }",
    "areas: expected at least one area, got an empty list. Omit the argument for the whole country.",
    "areas",
  ],
  [
    '{ leaders(level: CITY, areas: ["华东"]) { total } }',
    'areas: expected the key or name of an area, got "华东". Areas: EAST (东部), CENTRAL (中部), WEST (西部), NORTHEAST (东北), SOUTH (南), NORTH (北).',
    "areas",
  ],
  [
    '{ regions(areas: ["东部", ""]) { totalCount } }',
    'areas: expected the key or name of an area, got "". Areas: EAST (东部), CENTRAL (中部), WEST (西部), NORTHEAST (东北), SOUTH (南), NORTH (北).',
    "areas",
  ],
  [
    '{ leaders(level: PROVINCE, province: { name: "广东" }) { total } }',
    "province: expected level CITY with this argument, got PROVINCE. Use level CITY or omit province.",
    "province",
  ],
  [
    '{ leaders(level: CITY, province: { code: "999999" }) { total } }',
    'province.code: expected the code of a region, got "999999". Use a name, or find the code with search.',
    "province.code",
  ],
  [
    '{ leaders(level: CITY, province: { name: "深圳" }) { total } }',
    "province.name: expected a province, got the key city Shenzhen (深圳). Use a province.",
    "province.name",
  ],
  [
    '{ region(by: { name: "gz" }) { name } }',
    'by.name: "gz" is ambiguous: it can mean Guizhou (贵州, 520000) or Guangzhou (广州, 440100). Use a full name or a code.',
    "by.name",
    ["贵州", "广州"],
  ],
  [
    '{ region(by: { name: "广洲" }) { name } }',
    'by.name: no region is called "广洲". Did you mean 广州?',
    "by.name",
    ["广州"],
  ],
  ...["澳门", "六安", "朝阳", "123", "苏州", "Taiwan"].map(
    (name): Misuse => [
      `{ region(by: { name: "${name}" }) { name } }`,
      `by.name: no region is called "${name}". Use a Chinese or English name, pinyin, or a code.`,
      "by.name",
    ],
  ),
  [
    '{ region(by: { name: "州广" }) { name } }',
    'by.name: no region is called "州广". Did you mean 广州?',
    "by.name",
    ["广州"],
  ],
  [
    '{ region(by: { name: "浙江省广州市" }) { name } }',
    'by.name: expected a province and a city that agree, got "浙江省广州市". Guangzhou (广州) is in Guangdong (广东), not in Zhejiang (浙江). Use Guangzhou (广州) or Zhejiang (浙江).',
    "by.name",
    ["广州", "浙江"],
  ],
  [
    '{ region(by: { name: "Guangzhou, Zhejiang" }) { name } }',
    'by.name: expected a province and a city that agree, got "Guangzhou, Zhejiang". Guangzhou (广州) is in Guangdong (广东), not in Zhejiang (浙江). Use Guangzhou (广州) or Zhejiang (浙江).',
    "by.name",
    ["广州", "浙江"],
  ],
  [
    '{ region(by: { name: "广东省佛山市" }) { name } }',
    'by.name: expected a key city of Guangdong (广东), got "佛山市". Use Guangzhou (广州), Shenzhen (深圳) or, for the whole province, Guangdong (广东).',
    "by.name",
    ["广州", "深圳", "广东"],
  ],
  [
    '{ region(by: { name: "Jilin City, Jilin" }) { name } }',
    'by.name: expected a key city of Jilin (吉林), got "Jilin City". Use Changchun (长春) or, for the whole province, Jilin (吉林).',
    "by.name",
    ["长春", "吉林"],
  ],
  [
    '{ region(by: { name: "广东省广洲市" }) { name } }',
    'by.name: expected a key city of Guangdong (广东), got "广洲市". Did you mean 广州?',
    "by.name",
    ["广州"],
  ],
  [
    '{ region(by: { name: "广东省广州市天河区" }) { name } }',
    'by.name: expected a key city of Guangdong (广东), got "广州市天河区". Did you mean 广州?',
    "by.name",
    ["广州"],
  ],
  [
    '{ region(by: { name: "上海市浦东新区" }) { name } }',
    'by.name: expected Shanghai (上海) alone, because it has no key cities, got "浦东新区" in it. Use Shanghai (上海).',
    "by.name",
    ["上海"],
  ],
  [
    '{ compareRegions(regions: [{ name: "广东省广州市" }, { name: "广州天河" }]) { regions { region { name } } } }',
    'regions.1.name: no region is called "广州天河". Did you mean 广州?',
    "regions.1.name",
    ["广州"],
  ],
  [
    '{ region(by: { name: "Paris" }) { name } }',
    'by.name: no region is called "Paris". Use a Chinese or English name, pinyin, or a code.',
    "by.name",
  ],
  [
    '{ region(by: { name: "" }) { name } }',
    'by.name: no region is called "". Use a Chinese or English name, pinyin, or a code.',
    "by.name",
  ],
  [
    '{ region(by: { code: "440100" }) { leads(edition: 2016) { position } } }',
    "edition: 2016 is not loaded. Loaded editions: 2017, 2018, 2019, 2020, 2021, 2022, 2023.",
    "edition",
  ],
  [
    '{ region(by: { code: "440100" }) { tier(edition: 1) { basis } } }',
    "edition: 1 is not loaded. Loaded editions: 2017, 2018, 2019, 2020, 2021, 2022, 2023.",
    "edition",
  ],
  ["{ regions(first: 0) { totalCount } }", "first: expected a number from 1 to 100, got 0.", "first"],
  ["{ regions(first: 101) { totalCount } }", "first: expected a number from 1 to 100, got 101.", "first"],
  [
    '{ regions(after: "x") { totalCount } }',
    'after: expected a cursor of this list, got "x". Use pageInfo.endCursor of the previous page.',
    "after",
  ],
  [
    '{ facts(after: "WyJQUk9WSU5DRSIsMV0") { totalCount } }',
    'after: expected a cursor of this list, got "WyJQUk9WSU5DRSIsMV0". Use pageInfo.endCursor of the previous page.',
    "after",
  ],
  [
    '{ facts(source: "the-times") { totalCount } }',
    'source: expected the id or key of a source, got "the-times". Known sources: 0375edu-2020, baogaosu-2020, china-daily-2019, china-daily-2020, chinanews-2017, dsjol-2021, echinagov-2017, egov-2020, egov-2021, franceqw-2019 and 21 more.',
    "source",
  ],
  [
    '{ facts(source: "xinhua-2020") { totalCount } }',
    'source: expected the id or key of a source, got "xinhua-2020". Did you mean xinhua-2021?',
    "source",
    ["xinhua-2021"],
  ],
  [
    '{ facts(region: { name: "shaanxii" }) { totalCount } }',
    'region.name: no region is called "shaanxii". Did you mean 陕西?',
    "region.name",
    ["陕西"],
  ],
  [
    `{ region(by: { name: "${"广州".repeat(100)}" }) { name } }`,
    `by.name: no region is called "${"广州".repeat(29)}广…". Use a Chinese or English name, pinyin, or a code.`,
    "by.name",
  ],
  [
    '{ region(by: { name: "巴\\u202e\\n黎" }) { name } }',
    'by.name: no region is called "巴<U+202E>\\n黎". Use a Chinese or English name, pinyin, or a code.',
    "by.name",
  ],
  [
    '{ search(text: " - ") { name } }',
    "text: expected at least one letter, digit or Chinese character, got none.",
    "text",
  ],
  [
    '{ search(text: "😀\\u0000") { name } }',
    "text: expected at least one letter, digit or Chinese character, got none.",
    "text",
  ],
  [
    `{ search(text: "${"guang ".repeat(30)}") { name } }`,
    "text: expected at most 100 letters, digits and Chinese characters, got 150.",
    "text",
  ],
  [
    '{ search(text: "广", first: 1000) { name } }',
    "first: expected a number from 1 to 100, got 1000.",
    "first",
  ],
  [
    `{ nodes(ids: [${Array(101).fill('"x"').join(",")}]) { id } }`,
    "ids: expected at most 100 ids, got 101. Split the list into several requests.",
    "ids",
  ],
];

describe("the error for a wrong argument is complete", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(misuses)("%s", async (document, message, argument, nearest) => {
    const { result } = await asker.ask(document);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
    const extensions = result.errors?.[0]?.extensions;
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
    expect(extensions?.nearest).toEqual(nearest);
  });

  it("lists the allowed values next to the message", async () => {
    const { result } = await asker.ask("{ tierChanges(level: CITY, edition: 2035) { total } }");
    expect(result.errors?.[0]?.extensions).toMatchObject({
      allowed: [2017, 2018, 2019, 2020, 2021, 2022, 2023],
    });
  });

  it("still answers the other questions of the document", async () => {
    const { result } = await asker.ask(
      "{ wrong: leaders(level: CITY, atLeast: 9) { total } right: leaders(level: CITY, atLeast: 3) { total } }",
    );
    expect(result.data).toEqual({ wrong: null, right: { total: 8 } });
  });

  it.each([
    ["two keys inline", '{ region(by: { name: "广州", code: "440100" }) { name } }', {}],
    ["no key inline", "{ region(by: {}) { name } }", {}],
    ["null inline", "{ region(by: { name: null }) { name } }", {}],
    [
      "two keys as a variable",
      "query ($by: RegionBy!) { region(by: $by) { name } }",
      { by: { name: "广州", code: "440100" } },
    ],
    ["no key as a variable", "query ($by: RegionBy!) { region(by: $by) { name } }", { by: {} }],
    ["a nullable variable", "query ($name: String) { region(by: { name: $name }) { name } }", { name: null }],
  ])("refuses a region that is not named in exactly one way: %s", async (_, document, variables) => {
    const { result } = await asker.ask(document, variables);
    expect(result.data?.region ?? null).toBeNull();
    expect(result.errors?.length).toBeGreaterThan(0);
    expect(result.errors?.[0]?.message).toMatch(/RegionBy|exactly one|invalid value \{name: \$name\}/i);
  });

  it("answers null, not an error, for an id, code or year that does not exist", async () => {
    const { result } = await asker.ask(
      '{ region(by: { code: "000000" }) { name } byId: region(by: { id: "nothing" }) { name } edition(year: 1) { year } node(id: "bm90aGluZw") { id } }',
    );
    expect(result).toEqual({ data: { region: null, byId: null, edition: null, node: null } });
  });
});

describe("an answer about an edition without such facts", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("still says which edition it is about and how much is known", async () => {
    const { result } = await asker.ask(
      "{ leaders(level: CITY, atLeast: 5, noneOf: [], edition: 2022) { total } }",
    );
    expect(result.errors).toHaveLength(1);
    const empty = await asker.ask(
      '{ leaders(level: CITY, province: { name: "西藏" }) { edition { year } total coverage { stated total unit closed } } }',
    );
    expect(empty.result).toEqual({
      data: {
        leaders: {
          edition: { year: 2022 },
          total: 0,
          coverage: { stated: 5, total: 5, unit: "LISTS", closed: true },
        },
      },
    });
  });
});
