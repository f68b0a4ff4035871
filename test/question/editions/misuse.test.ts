import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";

const loaded = [2017, 2018, 2019, 2020, 2021, 2022, 2023];
const list = loaded.join(", ");
const eleven = [..."京津沪渝冀豫云辽黑湘皖"].map((name) => `{ name: "${name}" }`).join(" ");

/** Each wrong call, its whole message, the argument it names, and the allowed or nearest values in `extensions`. */
const misuses: readonly [document: string, message: string, argument: string, extensions?: object][] = [
  [
    "{ scoreboard(level: CITY, edition: 2016) { total } }",
    `edition: 2016 is not loaded. Loaded editions: ${list}.`,
    "edition",
    { allowed: loaded },
  ],
  [
    '{ history(of: { name: "广洲" }) { missingYears } }',
    'of.name: no region is called "广洲". Did you mean 广州?',
    "of.name",
    { nearest: ["广州"] },
  ],
  [
    '{ history(of: { name: "gz" }) { missingYears } }',
    'of.name: "gz" is ambiguous: it can mean Guizhou (贵州, 520000) or Guangzhou (广州, 440100). Use a full name or a code.',
    "of.name",
    { nearest: ["贵州", "广州"] },
  ],
  [
    '{ history(of: { code: "999999" }) { missingYears } }',
    'of.code: expected the code of a region, got "999999". Use a name, or find the code with search.',
    "of.code",
  ],
  [
    "{ compareEditions(level: CITY, from: 2016, to: 2022) { level } }",
    `from: 2016 is not loaded. Loaded editions: ${list}.`,
    "from",
    { allowed: loaded },
  ],
  [
    "{ compareEditions(level: CITY, from: 2017, to: 2024) { level } }",
    `to: 2024 is not loaded. Loaded editions: ${list}.`,
    "to",
    { allowed: loaded },
  ],
  [
    "{ compareEditions(level: CITY, from: 2020, to: 2020) { level } }",
    `to: expected an edition after from (2020), got 2020. Loaded editions: ${list}.`,
    "to",
    { allowed: [2021, 2022, 2023] },
  ],
  [
    "{ compareEditions(level: PROVINCE, from: 2021, to: 2017) { level } }",
    `to: expected an edition after from (2021), got 2017. Loaded editions: ${list}.`,
    "to",
    { allowed: [2022, 2023] },
  ],
  [
    "{ compareEditions(level: CITY, from: 2020, to: 2021, measures: []) { level } }",
    "measures: expected at least one value, got an empty list. Omit the argument for all values.",
    "measures",
    { allowed: ["RANK", "SCORE", "TOP_TEN", "TIER", "LEADS", "DIMENSION_RANK"] },
  ],
  [
    "{ compareEditions(level: CITY, from: 2020, to: 2021, kinds: []) { level } }",
    "kinds: expected at least one value, got an empty list. Omit the argument for all values.",
    "kinds",
    {
      allowed: [
        "ROSE",
        "FELL",
        "STAYED",
        "ENTERED",
        "LEFT",
        "STAYED_OUT",
        "STAYED_OR_FELL",
        "NOT_STATED",
        "NOT_COMPARABLE",
      ],
    },
  ],
  ["{ compareRegions(regions: []) { levels } }", "regions: expected 2 to 10 regions, got 0.", "regions"],
  [
    '{ compareRegions(regions: [{ name: "广州" }]) { levels } }',
    "regions: expected 2 to 10 regions, got 1.",
    "regions",
  ],
  [
    `{ compareRegions(regions: [${eleven}]) { levels } }`,
    "regions: expected 2 to 10 regions, got 11.",
    "regions",
  ],
  [
    '{ compareRegions(regions: [{ name: "广州" }, { name: "深圳" }, { code: "440100" }]) { levels } }',
    "regions.2: expected each region once, got Guangzhou (广州) again. regions.0 is the same region; remove one of the two.",
    "regions.2",
  ],
  [
    '{ compareRegions(regions: [{ name: "武汉" }, { name: "Xi\'an" }, { name: "西安市" }]) { levels } }',
    "regions.2: expected each region once, got Xi'an (西安) again. regions.1 is the same region; remove one of the two.",
    "regions.2",
  ],
  [
    '{ compareRegions(regions: [{ name: "广州" }, { name: "Paris" }]) { levels } }',
    'regions.1.name: no region is called "Paris". Use a Chinese or English name, pinyin, or a code.',
    "regions.1.name",
  ],
  [
    '{ compareRegions(regions: [{ name: "广州" }, { id: "nothing" }]) { levels } }',
    'regions.1.id: expected the id of a region, got "nothing". Use a name, or find the id with search.',
    "regions.1.id",
  ],
  [
    '{ compareRegions(regions: [{ name: "广州" }, { name: "深圳" }], edition: 2035) { levels } }',
    `edition: 2035 is not loaded. Loaded editions: ${list}.`,
    "edition",
    { allowed: loaded },
  ],
];

describe("a wrong argument of a question about several editions", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(misuses)("%s", async (document, message, argument, extensions = {}) => {
    const { result, request } = await asker.ask(document);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
    expect(result.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", argument, ...extensions });
    // No statement was sent to the graph.
    expect(request.runs).toEqual([]);
  });

  it("answers the other questions of the document", async () => {
    const { result } = await asker.ask(
      '{ wrong: compareEditions(level: CITY, from: 2022, to: 2020) { level } right: history(of: { name: "深圳" }) { missingYears } }',
    );
    expect(result.data).toEqual({ wrong: null, right: { missingYears: [] } });
    expect(result.errors).toHaveLength(1);
  });

  it.each([
    ["two identifiers for one region", '[{ name: "广州", code: "440100" }, { name: "深圳" }]'],
    ["no identifier", '[{}, { name: "深圳" }]'],
    ["no region", '[null, { name: "深圳" }]'],
  ])("refuses a list with %s", async (_, regions) => {
    const { result } = await asker.ask(`{ compareRegions(regions: ${regions}) { levels } }`);
    expect(result.data?.compareRegions ?? null).toBeNull();
    expect(result.errors?.[0]?.message).toMatch(/RegionBy/);
  });

  it("permuted lists of measures and kinds give the same answer", async () => {
    const ask = (measures: string, kinds: string) =>
      asker.ask(
        `{ compareEditions(level: PROVINCE, from: 2020, to: 2021, measures: [${measures}], kinds: [${kinds}]) { changes { region { name } measure dimension { key } kind } summary { measure rose } } }`,
      );
    const { result } = await ask("TIER, RANK, DIMENSION_RANK", "STAYED, ROSE, NOT_STATED");
    expect(result.errors).toBeUndefined();
    expect((await ask("DIMENSION_RANK, RANK, TIER, RANK", "NOT_STATED, STAYED, ROSE")).result).toEqual(
      result,
    );
  });
});
