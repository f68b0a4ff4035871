import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/graph/graph.js";
import { type AnyStatement, parseCypherFile, type Statement } from "../../src/graph/statement.js";
import { json } from "../../src/graph/type.js";
import { loadedGraph } from "../graph.js";

/** Every statement that a question binds, found among what the files of src/question/ export. */
async function boundStatements(): Promise<AnyStatement[]> {
  const folder = new URL("../../src/question/", import.meta.url);
  const found = new Map<string, AnyStatement>();
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || depth > 1) return;
    if ("stem" in value && "columns" in value) found.set((value as AnyStatement).stem, value as AnyStatement);
    else for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    for (const exported of Object.values(module)) visit(exported, 0);
  }
  return [...found.values()];
}

const namesIn = (text: string) => new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name as string));
const statements = await boundStatements();

/** These files are read by people only: who asks GraphQL gets the rows of another file from memory. */
const forPeople = ["edition"];

describe("each file of cypher/question/ is bound, and runs as it is", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it("binds every file", () => {
    const files = readdirSync(new URL("../../cypher/question/", import.meta.url)).map(
      (file) => `question/${file.replace(".cypher", "")}`,
    );
    expect(statements.map(({ stem }) => stem).sort()).toEqual(
      files.filter((stem) => !forPeople.includes(stem.replace("question/", ""))).sort(),
    );
  });

  it.each(statements.map((one) => [one.stem, one] as const))("%s", async (_, one) => {
    const { comment, parameters, text } = parseCypherFile(one.source);
    // The question in English, then in Chinese, then the rows: grain and order.
    const [english, chinese] = comment.split("\n");
    expect(english).toMatch(/^[A-Z].*[?.]$/);
    expect(chinese).toMatch(/\p{Script=Han}.*[?。]$/u);
    expect(one.source).toMatch(/^\/\/ Rows: /m);
    // The same parameters in the text, in the types and in the `:param` lines.
    const declared = Object.keys(one.parameters);
    expect(namesIn(text)).toEqual(new Set(declared));
    const values = await valuesOf(graph, parameters);
    expect(Object.keys(values).sort()).toEqual([...declared].sort());
    // With these it answers something, in the columns that the types say.
    const rows = await graph.read(one as Statement<never, never>, values as never);
    expect(rows.length, "the `:param` lines should show an answer that is not empty").toBeGreaterThan(0);
  });
});

/** What the `:param` lines set: Neo4j itself reads their Cypher. */
async function valuesOf(
  graph: Graph,
  parameters: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const map = Object.entries(parameters).map(([name, value]) => `${name}: ${value}`);
  const text = `RETURN {${map.join(", ")}} AS map`;
  const one = { stem: "test/param", source: text, text, parameters: {}, columns: { map: json } };
  const [row] = await graph.read(one, {});
  return row?.map as Record<string, unknown>;
}
