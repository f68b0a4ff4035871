import type { FastifyInstance } from "fastify";
import { GraphError } from "../neo4j/error.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import type { Questions } from "./requestState.js";

/** One condition for receiving requests. */
interface Check {
  readonly ok: boolean;
  readonly message: string;
}

/** What the health pages report. */
export interface HealthOptions {
  readonly health: DatabaseHealth;
  readonly questions: Questions;
  /** Whether the server is not about to stop. */
  readonly isServing: () => boolean;
  /** What is known of the Neo4j that this process manages, such as a restart under way; null if nothing. */
  readonly describeDatabase: () => string | null;
  /** Time for reading the graph (milliseconds). */
  readonly timeoutMs: number;
}

/** /livez: the process runs, whatever Neo4j does. /readyz: questions can be answered, and if not, why. */
export function serveHealth(app: FastifyInstance, options: HealthOptions): void {
  const { health, questions, isServing, describeDatabase, timeoutMs } = options;
  app.get("/livez", async (_, reply) => reply.header("cache-control", "no-store").send({ status: "live" }));
  app.get("/readyz", async (request, reply) => {
    const up = await health.isUp();
    const database: Check = { ok: up, message: up ? "Neo4j answers" : (describeDatabase() ?? health.reason) };
    const graph = up ? await checkGraph(questions, timeoutMs) : { ok: false, message: "not known" };
    // Neo4j can have gone since it was last asked.
    if (up && !graph.ok) void health.check();
    const serving: Check = isServing()
      ? { ok: true, message: "serving" }
      : { ok: false, message: "about to stop" };
    const ready = database.ok && graph.ok && serving.ok;
    if (!ready) request.outcome = "NOT_READY";
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ready" : "not ready", checks: { database, graph, serving } });
  });
}

async function checkGraph(questions: Questions, timeoutMs: number): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, message: "the graph does not answer in time" }), timeoutMs);
  });
  const read = async (): Promise<Check> => {
    try {
      const { dataVersion } = await questions.loaded();
      return { ok: true, message: `data version ${dataVersion}` };
    } catch (error) {
      return { ok: false, message: error instanceof GraphError ? error.message : "the graph cannot be read" };
    }
  };
  try {
    return await Promise.race([read(), late]);
  } finally {
    clearTimeout(timer);
  }
}
