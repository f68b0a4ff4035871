import { setTimeout as delay } from "node:timers/promises";
import type { Graph } from "../neo4j/client.js";
import { type AnyStatement, boundStatements, parseCypherFile, type Statement } from "../neo4j/statement.js";
import { json, type Types } from "../neo4j/type.js";

/** How long the warm-up pauses while clients are served (milliseconds). */
const pauseMs = 200;

/**
 * Runs each question once with the values of its `:param` lines, so Neo4j has a plan before the first request.
 * @param isBusy whether a client is waiting for an answer; the warm-up then pauses
 * @throws GraphError
 */
export async function warmUp(graph: Graph, signal: AbortSignal, isBusy: () => boolean): Promise<void> {
  for (const question of boundStatements()) {
    if (!question.stem.startsWith("question/")) continue;
    while (isBusy()) await delay(pauseMs, undefined, { signal });
    signal.throwIfAborted();
    await graph.read(question as Statement<Types, Types>, await exampleOf(graph, question), { signal });
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
