import {
  defaultFieldResolver,
  execute,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlike } from "../../src/http/alike.js";
import { coerce } from "../../src/http/coercion.js";
import { compile, createExecutor, type Execution } from "../../src/http/executor.js";
import { globalId } from "../../src/model/node.js";
import { GraphRequest } from "../../src/neo4j/request.js";
import { Context } from "../../src/question/context.js";
import { Asker } from "../graph.js";
import { isValid, operationsOf } from "./operations.js";
import { Random } from "./random.js";
import { makeUp } from "./selection.js";
import { smallSchema } from "./small.js";

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
  // What the executor does to the schema.
  createExecutor(asker.schema);
});
afterAll(() => asker.graph.close());

type Variables = Readonly<Record<string, unknown>>;

function toExecution(
  query: string,
  variables: Variables = {},
): Execution & { operation: OperationDefinitionNode } {
  const document = parse(query);
  const operation = getOperationAST(document, document.definitions.length > 1 ? nameIn(query) : null);
  if (!operation) throw new Error(`no operation in ${query}`);
  const contextValue = new Context(new GraphRequest(asker.graph, { deadlineMs: 30_000 }), asker.catalogue);
  return {
    document,
    operation,
    operationName: operation.name?.value,
    variables,
    contextValue,
    ordered: false,
  };
}

/** The name of the first operation, where there are several. */
const nameIn = (query: string) => /^\s*query (\w+)/.exec(query)?.[1] ?? null;

function plainly(
  { document, operationName, variables, contextValue }: Execution,
  fieldResolver = defaultFieldResolver,
) {
  return execute({
    schema: asker.schema,
    document,
    contextValue,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
    fieldResolver,
    options: { maxCoercionErrors: 5 },
  });
}

/**
 * Answers an operation as a program, if it may become one, and by graphql-js, and compares the texts.
 * @returns whether it may
 */
async function compare(query: string, variables?: Variables): Promise<boolean> {
  const { document, operation } = toExecution(query, variables);
  if (!isAlike(asker.schema, document, operation)) return false;
  if (coerce(asker.schema, operation, variables).errors) return false;
  const expected = await plainly(toExecution(query, variables));
  const program = await compile(asker.schema, document, operation);
  expect(program, query).not.toBeNull();
  const found = await program?.(undefined, toExecution(query).contextValue, variables);
  // Then it is asked again by graphql-js; errors that graphql-js has not would be asked twice for nothing.
  if (found?.errors?.length)
    expect(expected.errors, `${query} ${JSON.stringify(found.errors)}`).toBeDefined();
  else expect(JSON.stringify(found), query).toBe(JSON.stringify(expected));
  return true;
}

/** What stands in a field is there when it is read: a program reads it more than once, and waits for nothing. */
const expectPlain: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const place = `${info.parentType.name}.${info.fieldName} is computed: it needs simple: false`;
  for (let one = source; one !== null && one !== Object.prototype; one = Object.getPrototypeOf(one))
    expect(Object.getOwnPropertyDescriptor(one, info.fieldName)?.get, place).toBeUndefined();
  const value = defaultFieldResolver(source, args, context, info);
  expect(typeof (value as { then?: unknown } | null | undefined)?.then, place).toBe("undefined");
  expect(typeof (source as Record<string, unknown>)[info.fieldName], place).not.toBe("function");
  return value;
};

describe("a program answers as graphql-js does", () => {
  it("every operation that tests ask and documents show", { timeout: 300_000 }, async () => {
    const operations = operationsOf(asker.schema);
    expect(operations.length).toBeGreaterThan(150);
    let alike = 0;
    for (const query of operations) if (await compare(query)) alike++;
    expect(alike).toBeGreaterThan(operations.length / 2);
  });

  it.each([1, 2, 3, 4])("operations that seed %i makes up", { timeout: 120_000 }, async (seed) => {
    const random = new Random(seed);
    let alike = 0;
    for (let i = 0; i < 60; i++) {
      const { query, variables } = makeUp(asker.schema, random);
      if (isValid(asker.schema, query) && (await compare(query, variables))) alike++;
    }
    expect(alike).toBeGreaterThan(20);
  });

  const leaders = "leaders { region { code name } count leads { dimension { key } position } }";
  it.each([
    [
      "an enum and a number",
      `query ($l: Level!, $n: Int) { leaders(level: $l, atLeast: $n) { ${leaders} } }`,
      { l: "CITY", n: 3 },
    ],
    [
      "a default",
      `query ($l: Level!, $n: Int = 3) { leaders(level: $l, atLeast: $n) { ${leaders} } }`,
      { l: "CITY" },
    ],
    [
      "null in place of a default",
      `query ($n: Int = 3) { leaders(level: CITY, atLeast: $n) { total } }`,
      { n: null },
    ],
    [
      "nothing for an argument with a default",
      `query ($n: Int) { leaders(level: CITY, atLeast: $n) { total } }`,
      {},
    ],
    [
      "a list of enums",
      `query ($k: [DimensionKey!]) { leaders(level: CITY, allOf: $k) { ${leaders} } }`,
      { k: ["MATURITY", "COVERAGE"] },
    ],
    [
      "one in place of a list",
      `query ($k: [DimensionKey!]) { leaders(level: CITY, allOf: $k) { ${leaders} } }`,
      { k: "MATURITY" },
    ],
    [
      "a region",
      "query ($by: RegionBy!) { region(by: $by) { name leads { position } tier { basis } } }",
      { by: { name: "广州" } },
    ],
    [
      "a list of regions",
      "query ($r: [RegionBy!]!) { compareRegions(regions: $r) { regions { region { name } } } }",
      { r: [{ code: "440100" }, { name: "深圳" }] },
    ],
    [
      "an id as a number",
      'query ($id: ID!) { region(by: { code: "440100" }) { id } facts(source: $id) { totalCount } }',
      { id: 7 },
    ],
    [
      "a fact that fails its field",
      "query ($by: RegionBy!) { region(by: $by) { name } meta { dataVersion } }",
      { by: { name: "gz" } },
    ],
    [
      "aliases and fragments",
      '{ a: region(by: { code: "440100" }) { ...R x: name } b: region(by: { code: "110000" }) { ...R ... on Node { id } } } fragment R on Region { name areas { key } ...S } fragment S on Region { tier { basis } name code }',
      {},
    ],
    [
      "a thing of any type, and what is none",
      `query ($r: ID!, $d: ID!, $f: ID!, $i: ID!, $all: [ID!]!) {
        r: node(id: $r) { ...N } d: node(id: $d) { ...N } f: node(id: $f) { ...N } i: node(id: $i) { ...N }
        none: node(id: "x") { ...N } nodes(ids: $all) { __typename id ... on Region { code } ... on Tier { key } }
      }
      fragment N on Node { id __typename ... on Region { name leads { position } } ... on Fact { kind }
        ... on Dimension { name leaders(level: CITY) { position region { id ... on Node { __typename } } } } }`,
      {
        r: globalId("Region", "440100"),
        d: globalId("Dimension", "MATURITY"),
        f: globalId("Fact", "none"),
        i: globalId("Initiative", "none"),
        all: ["x", globalId("Tier", "VERY_HIGH"), globalId("Region", "110000"), globalId("Edition", "2022")],
      },
    ],
  ])("variables: %s", async (_, query, variables) => {
    expect(await compare(query, variables)).toBe(true);
  });
});

describe("a program is not made of what it would answer differently", () => {
  const guard = (query: string) => {
    const { document, operation } = toExecution(query);
    return isAlike(asker.schema, document, operation);
  };
  it.each([
    [
      "a variable that must not be null, with a default",
      "query ($l: Level! = CITY) { leaders(level: $l) { total } }",
    ],
    ["a variable within an object", "query ($c: String!) { region(by: { code: $c }) { name } }"],
    ["a variable within a list", "query ($a: DimensionKey!) { leaders(level: CITY, allOf: [$a]) { total } }"],
    ["@include", "query ($x: Boolean!) { meta { dataVersion @include(if: $x) } }"],
    ["@skip in a fragment", "{ meta { ...M } } fragment M on Meta { dataVersion @skip(if: false) }"],
    ["introspection", "{ __schema { queryType { name } } }"],
    ["introspection beside a question", '{ meta { dataVersion } __type(name: "Query") { name } }'],
    ["an alias that sets what an object inherits from", "{ meta { __proto__: dataVersion } }"],
    ["a variable of that name", "query ($__proto__: String!) { search(text: $__proto__) { name } }"],
    [
      "the compiler's own mark, behind which a text is run",
      `{ search(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0);process.exit(1);(") { name } }`,
    ],
  ])("%s", (_, query) => {
    expect(isValid(asker.schema, query)).toBe(true);
    expect(guard(query)).toBe(false);
  });

  it("a variable of an input type that holds itself, whose compilation has no end", () => {
    const schema = smallSchema();
    const document = parse("query ($at: At) { echo(at: $at) }");
    expect(isAlike(schema, document, document.definitions[0] as OperationDefinitionNode)).toBe(false);
  });

  it("an interface whose type is told by a promise", () => {
    const query = '{ node(id: "x") { id } }';
    expect(guard(query)).toBe(true);
    const node = asker.schema.getType("Node") as GraphQLInterfaceType;
    const { resolveType } = node;
    node.resolveType = async () => "Region";
    expect(guard(query)).toBe(false);
    node.resolveType = resolveType;
  });

  it("an operation that is too large to be worth it", () => {
    const regions =
      "regions { nodes { code name fullName nameEn pinyin initials aliases level kind order } }";
    const names = Array.from({ length: 40 }, (_, i) => `q${i}: ${regions}`);
    expect(guard(`{ ${names.slice(0, 5).join(" ")} }`)).toBe(true);
    expect(guard(`{ ${names.join(" ")} }`)).toBe(false);
    const fragments = names.map((_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    expect(guard(`{ ...F0 } ${fragments.join(" ")} fragment F40 on Query { meta { dataVersion } }`)).toBe(
      false,
    );
  });
});

describe("the executor", () => {
  const execution = (query: string, variables?: Variables) => toExecution(query, variables);

  it("tells errors by graphql-js, in full, and sends no statement twice for it", async () => {
    const run = createExecutor(asker.schema, 0);
    const query =
      'query ($n: Int) { good: leaders(level: CITY) { leaders { tier { basis } } } bad: leaders(level: CITY, atLeast: $n) { total } worse: region(by: { name: "gz" }) { name } }';
    const first = execution(query, { n: 9 });
    const expected = JSON.stringify(await plainly(execution(query, { n: 9 })));
    expect(JSON.parse(expected).errors).toHaveLength(2);
    for (let i = 0; i < 5; i++) {
      const again = { ...first, contextValue: execution(query).contextValue as Context };
      expect(JSON.stringify(await run(again))).toBe(expected);
      const { runs } = again.contextValue.request;
      const sent = runs
        .filter(({ fromMemory }) => !fromMemory)
        .map(({ statement, parameters }) => `${statement.stem} ${String(parameters.keys)}`);
      expect(new Set(sent).size).toBe(sent.length);
    }
  });

  it.each([
    ["two keys of a @oneOf input", { by: { name: "广州", code: "440100" } }],
    ["no key of it", { by: {} }],
    ["null for its key", { by: { name: null } }],
    ["nothing", {}],
    ["what is no such input", { by: "广州" }],
  ])("tells of %s as graphql-js does, however often it is asked", async (_, variables) => {
    const run = createExecutor(asker.schema, 0);
    const query = "query ($by: RegionBy!) { region(by: $by) { name } }";
    const one = execution(query, variables);
    const expected = await plainly(execution(query, variables));
    expect(expected.errors).toHaveLength(1);
    for (let i = 0; i < 4; i++) expect(JSON.stringify(await run(one))).toBe(JSON.stringify(expected));
  });

  it("answers an operation that is asked often by its program", async () => {
    const run = createExecutor(asker.schema, 3);
    const one = execution("{ meta { dataVersion counts { facts } } }");
    const kinds: boolean[] = [];
    for (let i = 0; i < 8; i++) {
      const { data } = await run(one);
      // graphql-js makes objects without a prototype.
      kinds.push(Object.getPrototypeOf(data) === Object.prototype);
      await compile(asker.schema, one.document, one.operation);
    }
    expect(kinds).toEqual([false, false, false, false, true, true, true, true]);
    expect(Object.getPrototypeOf((await run({ ...one, ordered: true })).data)).toBeNull();
  });

  it("has nothing computed in a field without a resolver", { timeout: 300_000 }, async () => {
    const random = new Random(99);
    const made = Array.from({ length: 60 }, () => makeUp(asker.schema, random)).filter(({ query }) =>
      isValid(asker.schema, query),
    );
    const golden = operationsOf(asker.schema).map((query) => ({ query, variables: {} }));
    for (const { query, variables } of [...golden, ...made]) {
      const { errors = [] } = await plainly(toExecution(query, variables), expectPlain);
      for (const { message } of errors) expect(message, query).not.toContain("is computed");
    }
  });
});
