import { inject } from "vitest";
import { Graph } from "../../src/neo4j/client.js";
import { text } from "../../src/neo4j/type.js";

const running = {
  stem: "test/transactions",
  source: "",
  text: "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE currentQuery STARTS WITH $begin RETURN currentQuery AS query",
  parameters: { begin: text },
  columns: { query: text },
};

/** Looks at what Neo4j itself says that it runs. */
export class Transactions {
  readonly #graph = Graph.open({ ...inject("neo4j"), poolSize: 2, timeoutMs: 5_000 });

  /** How many statements that begin so run now, whoever sent them. */
  async count(begin: string): Promise<number> {
    return (await this.#graph.read(running, { begin })).length;
  }

  close(): Promise<void> {
    return this.#graph.close();
  }
}
