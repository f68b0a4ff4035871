import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { tierCoverage } from "../../src/question/facts/coverage.js";
import { Asker, loadedGraph } from "../graph.js";
import { assesses, editions, levels, regionsOf } from "./data.js";
import { Inference } from "./inferred.js";
import { tiersFromFacts } from "./sufficient.js";
import { placeAll } from "./tier.js";
import { compareTiers } from "./tierAnswers.js";

const pairs = editions.flatMap((edition) => levels.map((level) => ({ edition, year: edition.year, level })));

/** Compares tiers computed from the data files, by an enumeration of all placings, with the answers of the graph. */
describe("tiers, computed a second time", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it("has at least six editions to compare", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(12);
  });

  it.each(pairs)("tiers, counts, members and regions by tier: $year $level", async ({ year, level }) => {
    await compareTiers(graph, editions, year, level);
  });

  it.each(pairs)("the facts of each tier suffice: $year $level", ({ year, level }) => {
    const inferred = new Inference(editions).regions(year, level);
    const expected = [...inferred].map(([name, { tiers }]) => [name, tiers]);
    const found = tiersFromFacts(editions, inferred, year, level);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it.each(pairs)("the coverage: $year $level", async ({ edition, year, level }) => {
    const { places } = placeAll(editions, year, level);
    const known = [...places.values()].filter(({ tier }) => tier !== null).length;
    const [row] = await graph.read(tierCoverage, { level, edition: year });
    const total = regionsOf(level).length;
    expect(row).toEqual({ stated: known, total, unit: "REGIONS", closed: known === total });
    if (!assesses(edition, level)) expect(known).toBe(0);
  });
});

describe("the tier of every region in GraphQL", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(pairs)("$year $level", async ({ edition, year, level }) => {
    const { result } = await asker.ask(
      `{ regions(level: ${level}) { nodes { name tier(edition: ${year}) { basis tier { key } possible { key } because } } } }`,
    );
    expect(result.errors).toBeUndefined();
    const data = result.data as {
      regions: {
        nodes: {
          name: string;
          tier: { basis: string; tier: object | null; possible: object[]; because: string[] };
        }[];
      };
    };
    const { nodes } = data.regions;
    const { places } = placeAll(editions, year, level);
    expect(nodes.map(({ name, tier: { because, ...tier } }) => ({ name, ...tier }))).toEqual(
      [...places].map(([name, { basis, tier, possible }]) => ({
        name,
        basis,
        tier: tier === null ? null : { key: tier },
        possible: possible.map((key) => ({ key })),
      })),
    );
    if (!assesses(edition, level))
      for (const { tier } of nodes) expect(tier.because).toEqual(["NOT_ASSESSED"]);
  });
});
