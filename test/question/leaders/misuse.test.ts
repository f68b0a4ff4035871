import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";
import { editions } from "../../oracle/data.js";

const loaded = editions.map(({ year }) => year).join(", ");
const unloaded = `edition: 2035 is not loaded. Loaded editions: ${loaded}.`;
const from = 'from: { name: "广州" }';

/** Each wrong document, its whole message, the argument in the error and the nearest names. */
const misuses: readonly [document: string, message: string, argument: string, nearest?: string[]][] = [
  ["{ dimensionOverlap(level: CITY, edition: 2035) { pairs { shared } } }", unloaded, "edition"],
  ["{ coLeaders(level: CITY, edition: 2035) { total } }", unloaded, "edition"],
  [
    "{ coLeaders(level: CITY, minShared: 0) { total } }",
    "minShared: expected a number from 1 to 5 (the number of dimensions), got 0.",
    "minShared",
  ],
  [
    "{ coLeaders(level: CITY, minShared: 6) { total } }",
    "minShared: expected a number from 1 to 5 (the number of dimensions), got 6.",
    "minShared",
  ],
  ['{ similarRegions(to: { name: "武汉" }, edition: 2035) { total } }', unloaded, "edition"],
  [
    '{ similarRegions(to: { name: "武汉" }, first: 0) { total } }',
    "first: expected a number from 1 to 31, got 0.",
    "first",
  ],
  [
    '{ similarRegions(to: { name: "武汉" }, first: 32) { total } }',
    "first: expected a number from 1 to 31, got 32.",
    "first",
  ],
  [
    '{ similarRegions(to: { name: "gz" }) { total } }',
    'to.name: "gz" is ambiguous: it can mean Guizhou (贵州, 520000) or Guangzhou (广州, 440100). Use a full name or a code.',
    "to.name",
    ["贵州", "广州"],
  ],
  [
    '{ similarRegions(to: { name: "武汗" }) { total } }',
    'to.name: no region is called "武汗". Did you mean 武汉?',
    "to.name",
    ["武汉"],
  ],
  [
    '{ similarRegions(to: { code: "999999" }) { total } }',
    'to.code: expected the code of a region, got "999999". Use a name, or find the code with search.',
    "to.code",
  ],
  [
    '{ similarRegions(to: { id: "nothing" }) { total } }',
    'to.id: expected the id of a region, got "nothing". Use a name, or find the id with search.',
    "to.id",
  ],
  [`{ path(${from}, to: { name: "武汉" }, edition: 2035) { total } }`, unloaded, "edition"],
  [
    `{ path(${from}, to: { code: "440100" }) { total } }`,
    "to: expected a region other than from, got Guangzhou (广州) for both. Change one of the two.",
    "to",
  ],
  [
    `{ path(${from}, to: { name: "shaanxii" }) { total } }`,
    'to.name: no region is called "shaanxii". Did you mean 陕西?',
    "to.name",
    ["陕西"],
  ],
  [
    '{ path(from: { name: "gz" }, to: { name: "武汉" }) { total } }',
    'from.name: "gz" is ambiguous: it can mean Guizhou (贵州, 520000) or Guangzhou (广州, 440100). Use a full name or a code.',
    "from.name",
    ["贵州", "广州"],
  ],
  [
    '{ path(from: { code: "1" }, to: { name: "武汉" }) { total } }',
    'from.code: expected the code of a region, got "1". Use a name, or find the code with search.',
    "from.code",
  ],
];

describe("the error for a wrong argument of a question about sets is complete", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(misuses)("%s", async (document, message, argument, nearest) => {
    const { result } = await asker.ask(document);
    expect(Object.values(result.data ?? {})).toEqual([null]);
    expect(result.errors?.map((error) => error.message)).toEqual([message]);
    const extensions = result.errors?.[0]?.extensions;
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
    expect(extensions?.nearest).toEqual(nearest);
  });

  it("does not affect the other questions of the document", async () => {
    const { result } = await asker.ask(
      `{ wrong: path(${from}, ${from.replace("from", "to")}) { total } right: coLeaders(level: CITY, minShared: 5) { total } }`,
    );
    expect(result.errors).toHaveLength(1);
    expect(result.data).toEqual({ wrong: null, right: { total: 6 } });
  });
});
