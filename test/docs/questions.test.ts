import { type FieldNode, Kind, parse, valueFromAST } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { readArguments } from "../../src/table/arguments.js";
import { govgraph } from "../cli/govgraph.js";
import { type Serving, serveLoaded } from "../http/serving.js";
import { parseCsv } from "../table/reading.js";
import { documentedServer, read } from "./documents.js";

const schema = await buildSchema();
const fieldOf = (name: string) => {
  const field = schema.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(`no question ${name}`);
  return field;
};

/** A question of the document, with everything that is printed to ask it. */
interface Section {
  readonly title: string;
  readonly addresses: readonly string[];
  readonly commands: readonly string[];
  readonly cypher: readonly string[];
  readonly graphql: string;
}

const source = read("docs/questions.md");
const sections = source
  .split(/^## (?=\d)/m)
  .slice(1)
  .map((text): Section => {
    const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
    return {
      title: /^.*$/m.exec(text)?.[0] ?? "",
      addresses: all(/^\* Address: <http:\/\/127\.0\.0\.1:4000(.*)>$/gm),
      commands: all(/^\* Command: `npx govgraph (.*)`$/gm),
      cypher: all(/\[[\w.]+\]\(\.\.\/cypher\/question\/\w+\/([\w.]+)\.cypher\)/g),
      graphql: all(/^```graphql\n(.*?)^```$/gms)[0] ?? "",
    };
  });

/** A question with the values of its arguments, to compare. */
function call(name: string, values: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(values).sort();
  return `${name}${JSON.stringify(names.map((argument) => [argument, values[argument]]))}`;
}

/** The calls of a GraphQL request, each once. */
function callsOf(graphql: string): string[] {
  const [definition] = parse(graphql).definitions;
  const fields = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  const calls = (fields as FieldNode[]).map(({ name, arguments: given = [] }) => {
    const values = given.map((argument) => {
      const declared = fieldOf(name.value).args.find((one) => one.name === argument.name.value);
      return [argument.name.value, declared && valueFromAST(argument.value, declared.type)];
    });
    return call(name.value, Object.fromEntries(values));
  });
  return [...new Set(calls)];
}

/** The call at an address. */
function callAt(address: string): string {
  const { pathname, searchParams } = new URL(address, documentedServer);
  const { name, args } = fieldOf(pathname.replace("/question/", ""));
  return call(
    name,
    readArguments(args, Object.fromEntries([...searchParams].map(([key, text]) => [key, [text]]))),
  );
}

describe("docs/questions.md", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serveLoaded({ schema });
  });
  afterAll(() => serving.stop());

  it("lists its questions in its contents, in their order", () => {
    const listed = [...source.matchAll(/^(\d+\.) \[(.*)\]\(#/gm)].map(
      ([, number, title]) => `${number} ${title}`,
    );
    expect(listed).toEqual(sections.map(({ title }) => title));
    expect(listed.length).toBeGreaterThan(20);
  });

  it.each(sections)("$title", async ({ addresses, commands, cypher, graphql }) => {
    expect(addresses.map(callAt)).toEqual(callsOf(graphql));
    expect(commands).toHaveLength(addresses.length);
    for (const [index, address] of addresses.entries()) {
      const { pathname, search } = new URL(serving.url + address);
      const response = await fetch(`${serving.url}${pathname}.csv${search}`);
      const csv = await response.text();
      expect([address, response.status]).toEqual([address, 200]);
      expect(parseCsv(csv).length, address).toBeGreaterThan(1);
      const { code, stdout } = await govgraph([...(commands[index] ?? "").split(" "), "--format", "csv"]);
      expect([code, stdout]).toEqual([0, csv]);
      // A question that is answered from the catalogue of regions in memory has no statement of its own.
      const statement = await (await fetch(`${serving.url}${pathname}.cypher${search}`)).text();
      expect(statement.length).toBeGreaterThan(0);
    }
    const asked = addresses.map((address) =>
      new URL(serving.url + address).pathname.replace("/question/", ""),
    );
    for (const name of new Set(asked)) {
      expect(
        cypher.some((stem) => stem.split(".")[0] === name || name.startsWith(stem)),
        name,
      ).toBe(true);
    }
  });
});
