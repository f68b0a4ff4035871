import { setTimeout as delay } from "node:timers/promises";
import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import { type AnyStatement, boundStatements, parseCypherFile, type Statement } from "../neo4j/statement.js";
import { json, type Types } from "../neo4j/type.js";

/** How long the warm-up pauses while clients are served (milliseconds). */
const pauseMs = 200;

/**
 * Runs each question once with the values of its `:param` lines, so Neo4j has a plan before the first request. The checks
 * of the data come first: they are one request, and planning them all takes longer than its time limit. A question that
 * fails is left to its first client.
 * @param isBusy whether a client is waiting for an answer; the warm-up then pauses
 * @throws the signal's reason
 */
export async function warmUp(graph: Graph, signal: AbortSignal, isBusy: () => boolean): Promise<void> {
  const isCheck = ({ stem }: AnyStatement) => stem.startsWith("question/quality/");
  const questions = boundStatements()
    .filter(({ stem }) => stem.startsWith("question/"))
    .sort((a, b) => Number(isCheck(b)) - Number(isCheck(a)));
  for (const question of questions) {
    while (isBusy()) await delay(pauseMs, undefined, { signal });
    signal.throwIfAborted();
    try {
      await graph.read(question as Statement<Types, Types>, await exampleOf(graph, question), { signal });
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
    }
  }
}

/** Returns the values that the `:param` lines of a question file set, as Neo4j reads them. @throws GraphError */
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
