import type { Config } from "../config.js";
import type { AskItself } from "../http/preparation.js";
import { startServer } from "../http/server.js";
import type { Graph } from "../neo4j/client.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import type { Texts } from "../question/facts/quote.js";
import { planningSteps, rehearsals } from "../question/rehearsal.js";
import { buildSchema } from "../schema/schema.js";
import { followData, openGraph, openManaged } from "./graph.js";
import { say } from "./message.js";

/** Turns that a server rehearses before it is ready, however long they take. */
const leastTurns = 2;
/** How long a server rehearses before it is ready, once it has had these, in milliseconds. */
const longestRehearsal = 3_000;

/**
 * Serves until told to stop, then ends what it started.
 * @param what the folder of the built pages, and the operator's own copies of the texts
 * @param acquiring the managed Neo4j that is starting; undefined for the one at NEO4J_URI
 */
export async function serveUntil(
  stopped: AbortSignal,
  config: Config,
  { pages, texts }: { readonly pages: string; readonly texts: Texts | null },
  acquiring: Promise<ManagedDatabase> | undefined,
): Promise<void> {
  const schema = await buildSchema();
  const database = await acquiring;
  const opened = database === undefined ? await openGraph(config) : openManaged(config, database);
  const { graph, managed, uri, user } = opened;
  try {
    if (managed !== null) await followData(graph, config);
    const prepare = (ask: AskItself) => prepareAnswers(graph, ask, stopped);
    const server = await startServer({ config, graph, schema, pages, texts, prepare });
    try {
      say(`Playground     ${server.url}/`);
      say(`GraphQL        ${server.url}/graphql`);
      if (managed !== null) {
        say(`Neo4j Browser  ${managed.browserUrl}  user ${user}, password in ${managed.passwordFile}`);
      }
      say(`Bolt           ${uri}`);
      say("Stop with Ctrl-C.");
      if (!stopped.aborted) {
        await new Promise((resolve) => stopped.addEventListener("abort", resolve, { once: true }));
      }
    } finally {
      await server.stop();
    }
  } finally {
    await opened.close();
    await database?.release();
  }
}

/**
 * Asks the server what others are likely to ask, so that Neo4j has planned it and the program has run it: a few turns,
 * and more, and all other statements once, as long as that takes no longer than it may. What is left then is done
 * beside the first answers: a Neo4j that has just started takes a second for each of the first turns.
 * @throws GraphError when Neo4j is away
 */
async function prepareAnswers(graph: Graph, ask: AskItself, stopped: AbortSignal): Promise<void> {
  const end = performance.now() + longestRehearsal;
  const turns = (await rehearsals(graph)).map((operations) => async () => {
    for (const { query, variables } of operations) if (!stopped.aborted) await ask(query, variables);
  });
  for (const turn of turns.splice(0, leastTurns)) await turn();
  const steps = [...turns, ...planningSteps(graph, stopped)];
  const goOn = async (until: number) => {
    while (!stopped.aborted && performance.now() < until) {
      const step = steps.shift();
      if (step === undefined) return;
      await step();
    }
  };
  await goOn(end);
  void goOn(Number.POSITIVE_INFINITY).catch(() => {});
}
