import { inject } from "vitest";
import { Graph } from "../../src/neo4j/client.js";
import { nullable, text } from "../../src/neo4j/type.js";

const running = {
  stem: "test/transactions",
  source: "",
  text: "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE currentQuery STARTS WITH $begin RETURN currentQuery AS query",
  parameters: { begin: text },
  columns: { query: text },
};

const marked = {
  ...running,
  text: "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE currentQuery STARTS WITH $begin RETURN metaData.requestId AS requestId",
  columns: { requestId: nullable(text) },
};

/** Looks at what Neo4j itself says that it runs. */
export class Transactions {
  readonly #graph = Graph.open({ ...inject("neo4j"), poolSize: 2, timeoutMs: 5_000 });

  /** How many statements that begin so run now, whoever sent them. */
  async count(begin: string): Promise<number> {
    return (await this.#graph.read(running, { begin })).length;
  }

  /** The ids of the requests that run these statements. */
  async requestIds(begin: string): Promise<readonly (string | null)[]> {
    return (await this.#graph.read(marked, { begin })).map(({ requestId }) => requestId);
  }

  close(): Promise<void> {
    return this.#graph.close();
  }
}
