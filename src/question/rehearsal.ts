import type { Graph } from "../graph/graph.js";
import { type AnyStatement, boundStatements, parseCypherFile, type Statement } from "../graph/statement.js";
import { json, type Types } from "../graph/type.js";

/** The questions that people ask first, and what they open into. */
const first = [
  "leaders",
  "fact.evidence",
  "coverage",
  "region.tier",
  "region.leads",
  "tierDistribution",
  "tierChanges",
];

/**
 * Asks every question once with the values of its `:param` lines, the likeliest first. A Neo4j that has just started
 * takes a hundred times as long over a statement it has not seen, and a plan is good only for parameters of the
 * same types, so this is worth more than explaining them.
 * @param signal ends it between two questions
 * @returns how many questions were asked
 * @throws GraphError
 */
export async function rehearse(graph: Graph, signal: AbortSignal): Promise<number> {
  const rank = ({ stem }: AnyStatement) =>
    first.indexOf(stem.replace("question/", "")) + 1 || first.length + 1;
  const questions = boundStatements()
    .filter(({ stem }) => stem.startsWith("question/"))
    .sort((a, b) => rank(a) - rank(b));
  let asked = 0;
  for (const question of questions) {
    if (signal.aborted) break;
    await graph.read(question as Statement<Types, Types>, await exampleOf(graph, question), { signal });
    asked++;
  }
  return asked;
}

/** The values that the `:param` lines of a question file set; Neo4j itself reads their Cypher. @throws GraphError */
export async function exampleOf(
  graph: Graph,
  { stem, source }: AnyStatement,
): Promise<Record<string, unknown>> {
  const parameters = Object.entries(parseCypherFile(source).parameters);
  if (parameters.length === 0) return {};
  const text = `RETURN {${parameters.map(([name, value]) => `${name}: ${value}`).join(", ")}} AS example`;
  const columns = { example: json };
  const [row] = await graph.read(
    { stem: `${stem} example`, source: text, text, parameters: {}, columns },
    {},
  );
  return row?.example as Record<string, unknown>;
}
