import type { FastifyInstance } from "fastify";
import { GraphError } from "../neo4j/error.js";
import type { Watch } from "./databaseHealth.js";
import type { Questions } from "./requestState.js";

/** One thing that must hold before requests should be sent here. */
interface Check {
  readonly ok: boolean;
  readonly message: string;
}

/**
 * /livez: the process turns, whatever Neo4j does. /readyz: questions can be answered, and if not, why.
 * @param serving whether the server is not about to stop
 * @param limitMs how long the look at the graph may take
 */
export function serveHealth(
  app: FastifyInstance,
  watch: Watch,
  questions: Questions,
  serving: () => boolean,
  limitMs: number,
): void {
  app.get("/livez", async (_, reply) => reply.header("cache-control", "no-store").send({ status: "live" }));
  app.get("/readyz", async (request, reply) => {
    const database: Check = (await watch.isUp())
      ? { ok: true, message: "Neo4j answers" }
      : { ok: false, message: "Neo4j cannot be reached" };
    const graph = database.ok ? await checkGraph(questions, limitMs) : { ok: false, message: "not known" };
    const here: Check = serving()
      ? { ok: true, message: "serving" }
      : { ok: false, message: "about to stop" };
    const ready = database.ok && graph.ok && here.ok;
    if (!ready) request.outcome = "NOT_READY";
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: ready ? "ready" : "not ready",
        checks: { database, graph, serving: here },
      });
  });
}

async function checkGraph(questions: Questions, limitMs: number): Promise<Check> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    limit = setTimeout(() => resolve({ ok: false, message: "the graph does not answer in time" }), limitMs);
  });
  const look = async (): Promise<Check> => {
    try {
      const { dataVersion } = await questions.loaded();
      return { ok: true, message: `data version ${dataVersion}` };
    } catch (error) {
      return { ok: false, message: error instanceof GraphError ? error.message : "the graph cannot be read" };
    }
  };
  try {
    return await Promise.race([look(), late]);
  } finally {
    clearTimeout(limit);
  }
}
