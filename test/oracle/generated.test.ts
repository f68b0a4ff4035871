import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Element, isNode } from "../../src/load/element.js";
import { kinds } from "../../src/load/load.js";
import type { Graph, Writer } from "../../src/neo4j/client.js";
import { statement } from "../../src/neo4j/statement.js";
import { json, list } from "../../src/neo4j/type.js";
import { tierDistribution } from "../../src/question/tiers/tierDistribution.js";
import { loadedGraph } from "../graph.js";
import { Random } from "../http/random.js";
import { isLong } from "../long.js";
import { contradict, contradictionNames } from "./contradiction.js";
import { type EditionEntry, levels } from "./data.js";
import { generateEditions } from "./generated.js";
import { Inference } from "./inferred.js";
import { compareTiers } from "./tierAnswers.js";

const years = [2051, 2052, 2053, 2054];
const seeds = isLong ? [...Array(12).keys()] : [8, 13];

/** Thrown at the end of each seed: it rolls back the changes to the graph that all tests share. */
class Undo extends Error {}

const writers = kinds.map((kind) => ({ kind, write: statement(`load/${kind}`, { rows: list(json) }, {}) }));

async function writeEditions(writer: Writer, entries: readonly EditionEntry[]): Promise<void> {
  const inference = new Inference(entries);
  const elements: Element[] = [
    ...inference.built.flatMap((edition) => edition.elements),
    ...inference.elements,
  ];
  for (const { kind, write } of writers) {
    const rows = elements
      .filter((element) => element.kind === kind)
      .map((element) =>
        isNode(element)
          ? { key: element.key, properties: element.properties }
          : {
              from: element.from[1],
              label: element.to[0],
              to: element.to[1],
              properties: element.properties,
            },
      );
    if (rows.length > 0) await writer.run(write, { rows });
  }
}

/** The real editions have many gaps and few disagreements; these editions test the other cases. */
describe("the answers about tiers in generated editions, computed a second time", () => {
  const used = new Set<string>();
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  const compare = async (editions: readonly EditionEntry[], compared = editions) => {
    const work = graph.write(async (writer) => {
      await writeEditions(writer, editions);
      for (const { year } of compared)
        for (const level of levels)
          for (const word of await compareTiers(writer, editions, year, level)) used.add(word);
      throw new Undo();
    });
    await expect(work).rejects.toThrow(Undo);
  };

  it.each(seeds)("seed %i", (seed) => compare(generateEditions(seed, years)));

  it.each(contradictionNames)("an edition with a contradiction: %s", async (name) => {
    const [first, second] = generateEditions(77, years.slice(0, 2)) as [EditionEntry, EditionEntry];
    const contrary = contradict(first, [name], "CITY", new Random(77));
    await compare([contrary, second], [contrary]);
  });

  it("covered every reason for a known or excluded tier, and every basis", () => {
    expect([...used].sort()).toEqual([
      ...["BOUNDS", "COUNTS", "MEMBERS", "NEXT_RISE", "OTHER_BOUNDS", "RANK", "RISE", "SCORE", "STATED"],
      ...["before", "count INFERRED", "count STATED", "count UNKNOWN"],
      ...["sum INFERRED", "sum STATED", "sum UNKNOWN"],
      ...["tier INFERRED", "tier STATED", "tier UNKNOWN"],
    ]);
  });

  it("left nothing behind", async () => {
    const rows = await graph.read(tierDistribution, { level: "CITY", edition: 2051 });
    expect(rows).toEqual([]);
  });
});
