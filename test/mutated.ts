import { type ExecutionResult, graphql } from "graphql";
import type { z } from "zod";
import { type Dataset, readDataset } from "../src/data/dataset.js";
import { type Edition, editionSchema } from "../src/data/edition.js";
import type { Source } from "../src/data/source.js";
import { datasetElements } from "../src/load/dataset.js";
import { isNode } from "../src/load/element.js";
import { apply } from "../src/load/load.js";
import { differenceOf, isEmpty, type LoadedElement, readElements } from "../src/load/loaded.js";
import type { Graph, Reader } from "../src/neo4j/client.js";
import { GraphRequest } from "../src/neo4j/request.js";
import { Catalogue } from "../src/question/catalogue.js";
import { Context } from "../src/question/context.js";
import type { Asker } from "./graph.js";

/** Asks GraphQL text and returns the answer as a client gets it. */
export type Ask = (source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;

/** A copy of the committed data that a test can change. It also has the sources `other`, `other-1`, `other-2` …. */
export interface ChangeableData extends Dataset {
  readonly sources: Source[];
  readonly editions: Edition[];
}
export type Change = (data: ChangeableData) => void;

const committed = readDataset(new URL("../data/", import.meta.url).pathname);

/** The elements of the graph before any change. They are read once, because each change is undone. */
const loaded = new WeakMap<Graph, Promise<ReadonlyMap<string, LoadedElement>>>();

/** Thrown to undo what a transaction wrote. */
class Undo extends Error {}

/**
 * Changes the data and loads them in a transaction that is undone in the end, so that other tests do not see the change.
 * @param change changes the data, such as an entry of another source
 * @returns the result of `work`
 * @throws Error if the change does not change the graph
 */
export async function alteredGraph<T>(
  graph: Graph,
  change: Change,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const data = structuredClone(committed) as ChangeableData;
  change(data);
  data.sources.push(...citedOthers(data).map(otherSource));
  const elements = datasetElements(data);
  const nodes = new Set(
    elements.filter(isNode).flatMap(({ labels, key }) => labels.map((label) => `${label} ${key}`)),
  );
  for (const element of elements) {
    if (isNode(element)) continue;
    const lost = [element.from, element.to].find((ref) => !nodes.has(ref.join(" ")));
    if (lost) throw new Error(`the changed data have no ${lost.join(" ")}`);
  }
  let before = loaded.get(graph);
  if (before === undefined) {
    before = readElements(graph);
    loaded.set(graph, before);
  }
  const difference = differenceOf(elements, await before);
  if (isEmpty(difference)) throw new Error("the change does not change the graph");
  let result: { readonly value: T } | undefined;
  await graph
    .write(async (writer) => {
      await apply(writer, difference, elements);
      result = { value: await work(writer) };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return (result as { readonly value: T }).value;
}

/** Asks questions of a graph with changed data; see `alteredGraph`. */
export function altered<T>(
  { graph, schema }: Asker,
  change: Change,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  return alteredGraph(graph, change, ({ read }) => {
    // Questions only read. What they read here is the changed graph.
    const reader = { read } as unknown as Graph;
    const catalogue = new Catalogue(reader);
    return work(async (source, variableValues = {}) => {
      const contextValue = new Context(new GraphRequest(reader), catalogue);
      const result = await graphql({ schema, source, variableValues, contextValue });
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    });
  });
}

/** Returns the ids of cited sources that are not in the data. */
function citedOthers({ editions }: ChangeableData): string[] {
  return [...new Set(JSON.stringify(editions).match(/(?<="cite":")other[-\d]*(?=")/g))].sort();
}

const otherSource = (id: string): Source => ({
  ...{ id, title: "Another source", publisher: null, publishedOn: null, url: null },
  ...{ weakness: null, text: null, sentences: {} },
});

/** Returns the edition of a year. */
export function editionOf({ editions }: ChangeableData, year: number): Edition {
  const found = editions.find((edition) => edition.year === year);
  if (found === undefined) throw new Error(`the data have no edition ${year}`);
  return found;
}

/** Builds an edition of both levels, from the source `other`. */
export function newEdition(year: number, sections: Partial<z.input<typeof editionSchema>> = {}): Edition {
  return editionSchema.parse({
    year,
    title: [{ is: `评估报告(${year})`, cite: "other" }],
    levels: [{ are: ["PROVINCE", "CITY"], cite: "other" }],
    ...sections,
  });
}

/** Lets other sources state what entries state: one more source per entry. */
export function stateAgain(...sections: (keyof Edition)[]): Change {
  return ({ editions }) => {
    let number = 0;
    for (const edition of editions) {
      for (const section of sections) {
        const entries = edition[section] as object[];
        const again = entries.map((entry): object => {
          const cite = `other-${++number}`;
          return JSON.parse(JSON.stringify(entry), (key, value) => (key === "cite" ? cite : value));
        });
        entries.push(...again);
      }
    }
  };
}
