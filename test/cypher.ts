import type { Graph } from "../src/neo4j/client.js";
import { json, text } from "../src/neo4j/type.js";

/** Runs any Cypher of a test in a transaction that may write; rows as plain objects. */
export async function runCypher(graph: Graph, cypher: string): Promise<Record<string, unknown>[]> {
  const returned = cypher.includes("RETURN") ? cypher.slice(cypher.lastIndexOf("RETURN")) : "";
  const names = [...returned.matchAll(/\bAS (\w+)/g)].map(([, name]) => name as string);
  const columns = Object.fromEntries(names.map((name) => [name, json]));
  const one = { stem: "test", source: cypher, text: cypher, parameters: {}, columns };
  return [...(await graph.write((writer) => writer.run(one, {})))];
}

/** The id of the last transaction that wrote anything; the same id means that nothing was written since. */
export async function lastTransaction(graph: Graph): Promise<unknown> {
  const cypher =
    "SHOW DATABASES YIELD name, lastCommittedTxn WHERE name = 'neo4j' RETURN name, lastCommittedTxn";
  const columns = { name: text, lastCommittedTxn: json };
  const one = { stem: "test", source: cypher, text: cypher, parameters: {}, columns };
  const [row] = await graph.read(one, {});
  return row?.lastCommittedTxn;
}
