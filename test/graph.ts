import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import { expect, inject } from "vitest";
import { readDataset } from "../src/data/dataset.js";
import { datasetElements } from "../src/load/dataset.js";
import { digestOf, versionOf } from "../src/load/element.js";
import { isSameLoad, load } from "../src/load/load.js";
import { readLoaded } from "../src/load/loaded.js";
import { Graph } from "../src/neo4j/client.js";
import { GraphRequest } from "../src/neo4j/request.js";
import { Catalogue } from "../src/question/catalogue.js";
import { Context } from "../src/question/context.js";
import type { Texts } from "../src/question/facts/quote.js";
import { buildSchema } from "../src/schema/schema.js";

let elements: ReturnType<typeof datasetElements> | undefined;
/** The elements that the committed data files say. */
export function dataElements() {
  elements ??= datasetElements(readDataset(new URL("../data/", import.meta.url).pathname));
  return elements;
}

/** Opens the Neo4j of this test run. */
export function openTestGraph(): Graph {
  return Graph.open({ ...inject("neo4j"), poolSize: 20, timeoutMs: 5_000 });
}

/**
 * Opens the Neo4j of this test run and loads the committed data; many test files do so at once, one of them writes.
 */
export async function loadedGraph(): Promise<Graph> {
  const graph = openTestGraph();
  const elements = dataElements();
  // A test that spoils the graph loads the data again itself.
  const isLoaded = isSameLoad(await readLoaded(graph), versionOf(digestOf(elements)), []);
  if (!isLoaded) await load(graph, elements, { replace: true });
  return graph;
}

/** Asks GraphQL text of a graph as a request of its own, and gives the answer and what it cost. */
export class Asker {
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;

  private constructor(graph: Graph, schema: GraphQLSchema) {
    this.graph = graph;
    this.schema = schema;
    this.catalogue = new Catalogue(graph);
  }

  static async open(): Promise<Asker> {
    const [graph, schema] = await Promise.all([loadedGraph(), buildSchema()]);
    return new Asker(graph, schema);
  }

  async ask(
    source: string,
    variableValues: Record<string, unknown> = {},
    texts?: Texts,
  ): Promise<{ result: ExecutionResult; request: GraphRequest }> {
    const request = new GraphRequest(this.graph);
    const contextValue = new Context(request, this.catalogue, texts);
    const result = await graphql({ schema: this.schema, source, variableValues, contextValue });
    // Through JSON, so that what is compared is what a client gets.
    return { result: JSON.parse(JSON.stringify(result)) as ExecutionResult, request };
  }

  /** Does the same as `ask`, and expects data without errors. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared as they come.
  async answer(source: string, variableValues: Record<string, unknown> = {}): Promise<any> {
    const { result } = await this.ask(source, variableValues);
    expect(result.errors).toBeUndefined();
    return result.data;
  }
}
