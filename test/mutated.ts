import { type ExecutionResult, graphql } from "graphql";
import type { Graph } from "../src/neo4j/client.js";
import { GraphRequest } from "../src/neo4j/request.js";
import type { Types } from "../src/neo4j/type.js";
import { Catalogue } from "../src/question/catalogue.js";
import { Context } from "../src/question/context.js";
import type { Asker } from "./graph.js";

/** Asks GraphQL text and gives the answer as a client gets it. */
export type Ask = (source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;

/** Thrown to undo what a transaction wrote. */
class Undo extends Error {}

/**
 * Asks questions of a graph that is changed for the occasion: in a transaction that is undone in the end, so that
 * nobody else sees the change.
 * @param changes statements that write, such as an edition that no source knows
 * @returns what `work` gives
 */
export async function altered<T>(
  { graph, schema }: Asker,
  changes: readonly string[],
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  let given: { readonly value: T } | undefined;
  await graph
    .write(async (writer) => {
      for (const text of changes) {
        await writer.run<Types, Types>({ stem: "test", source: text, text, parameters: {}, columns: {} }, {});
      }
      // Of a graph, questions only read; here what they read is what was written just now.
      const reader = { read: writer.read } as unknown as Graph;
      const catalogue = new Catalogue(reader);
      const value = await work(async (source, variableValues = {}) => {
        const contextValue = new Context(new GraphRequest(reader), catalogue);
        const result = await graphql({ schema, source, variableValues, contextValue });
        return JSON.parse(JSON.stringify(result)) as ExecutionResult;
      });
      given = { value };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return (given as { readonly value: T }).value;
}
