import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import "../../src/question/facts/facts.export.js";
import { boundStatements, parseCypherFile, type Statement } from "../../src/neo4j/statement.js";
import { exampleOf } from "../../src/question/warmUp.js";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";

const namesIn = (text: string) => new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name as string));

// The schema binds all questions.
await buildSchema();
const statements = boundStatements().filter(({ stem }) => stem.startsWith("question/"));

/** Checks that rightly find nothing in the committed data; test/load/quality.test.ts shows each at work on faulty ones. */
const finds =
  /^question\/quality\/dataQuality\.(disagreeingFacts|selfContradictingFacts|gaps|unmatchedQuotes)$/;
const isSilent = (stem: string) => stem.startsWith("question/quality/dataQuality.") && !finds.test(stem);

/** These files are only for people. GraphQL serves the rows of another file from memory instead. */
const forPeople = ["editions/edition"];

describe("each file of cypher/question/ is bound, and runs as it is", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it("binds every file", () => {
    const files = readdirSync(new URL("../../cypher/question/", import.meta.url), {
      recursive: true,
      encoding: "utf8",
    })
      .filter((file) => file.endsWith(".cypher"))
      .map((file) => `question/${file.replace(".cypher", "")}`);
    expect(statements.map(({ stem }) => stem).sort()).toEqual(
      files.filter((stem) => !forPeople.includes(stem.replace("question/", ""))).sort(),
    );
  });

  it.each(statements.map((one) => [one.stem, one] as const))("%s", async (_, one) => {
    const { comment, text } = parseCypherFile(one.source);
    // The question in English, then in Chinese, then the rows: grain and order.
    const [english, chinese] = comment.split("\n");
    expect(english).toMatch(/^[A-Z].*[?.]$/);
    expect(chinese).toMatch(/\p{Script=Han}.*[?？。]$/u);
    expect(one.source).toMatch(/^\/\/ Rows: /m);
    // The same parameters in the text, in the types and in the `:param` lines.
    const declared = Object.keys(one.parameters);
    expect(namesIn(text)).toEqual(new Set(declared));
    const values = await exampleOf(graph, one);
    expect(Object.keys(values).sort()).toEqual([...declared].sort());
    // With these it answers something, in the columns that the types say.
    const rows = await graph.read(one as Statement<never, never>, values as never);
    if (isSilent(one.stem)) expect(rows).toEqual([]);
    else expect(rows.length, "the `:param` lines should show an answer that is not empty").toBeGreaterThan(0);
  });
});
