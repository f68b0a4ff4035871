import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digestOf, type Element, isNode, versionOf } from "../../src/load/element.js";
import { compare, LoadConflict, load } from "../../src/load/load.js";
import { describeDifference } from "../../src/load/loaded.js";
import type { Graph } from "../../src/neo4j/client.js";
import { lastTransaction, runCypher } from "../cypher.js";
import { dataElements, openTestGraph } from "../graph.js";

const elements = dataElements();
const version = versionOf(digestOf(elements));
const leads = (element: Element) => element.kind === "leads";

/** Returns the data with another number in one count, without one leadership, and with one more node. */
function otherElements(): Element[] {
  const changed = elements.map((element): Element => {
    if (element.kind !== "counts" || element.properties.fact !== "2022/counts/CITY/MEDIUM") return element;
    return { ...element, properties: { ...element.properties, count: 4 } };
  });
  const dropped = changed.find(
    (element) => leads(element) && element.properties.fact === "2022/leads/440100/MATURITY",
  );
  return [
    ...changed.filter((element) => element !== dropped),
    { kind: "initiative", labels: ["Initiative"], key: "试点", properties: { name: "试点" } },
  ];
}

describe("load", () => {
  let graph: Graph;
  const differences = async (wanted: readonly Element[]) =>
    describeDifference((await compare(graph, wanted)).difference);

  beforeAll(() => {
    graph = openTestGraph();
  });
  beforeEach(async () => {
    await runCypher(graph, "MATCH (n) DETACH DELETE n");
  });
  afterAll(async () => {
    await runCypher(graph, "MATCH (n) DETACH DELETE n");
    await load(graph, elements, { replace: true });
    await graph.close();
  });

  it("writes all elements, so that the graph equals its data", async () => {
    const report = await load(graph, elements, { replace: false });
    expect(report).toMatchObject({ applied: true, before: null, dataVersion: version });
    expect(report.difference.added).toHaveLength(elements.length);
    expect(await differences(elements)).toEqual([]);
    expect((await compare(graph, elements)).before).toBe(version);
  });

  it("writes nothing if the content is the same, in any order", async () => {
    await load(graph, elements, { replace: false });
    const before = await lastTransaction(graph);
    const shuffled = [...elements].sort((a, b) => digestOf([a]).localeCompare(digestOf([b])));
    const report = await load(graph, shuffled, { replace: false });
    expect(report).toMatchObject({ applied: false, difference: { added: [], changed: [], removed: [] } });
    expect(await lastTransaction(graph)).toBe(before);
  });

  it("rejects other content without --replace, and reports the difference", async () => {
    await load(graph, elements, { replace: false });
    const before = await lastTransaction(graph);
    const refused = load(graph, otherElements(), { replace: false });
    await expect(refused).rejects.toThrow(LoadConflict);
    await expect(refused).rejects.toThrow(
      `the graph contains other data (version ${version}). Elements to change: 1, to remove: 1.`,
    );
    expect(await lastTransaction(graph)).toBe(before);
    expect(await differences(otherElements())).toEqual([
      '- (:Region 440100)-[:LEADS 2022/leads/440100/MATURITY]->(:Dimension MATURITY) {"dimension":"MATURITY","edition":2022,"fact":"2022/leads/440100/MATURITY","level":"CITY","position":1}',
      '~ (:Edition 2022)-[:COUNTS 2022/counts/CITY/MEDIUM]->(:Tier MEDIUM) {"count":3,"fact":"2022/counts/CITY/MEDIUM","level":"CITY","share":9.38,"sharePrinted":"9.38%"} → {"count":4,"fact":"2022/counts/CITY/MEDIUM","level":"CITY","share":9.38,"sharePrinted":"9.38%"}',
      '+ (:Initiative 试点) {"name":"试点"}',
    ]);
    await load(graph, otherElements(), { replace: true });
    expect(await differences(otherElements())).toEqual([]);
    await load(graph, elements, { replace: true });
    expect(await differences(elements)).toEqual([]);
  });

  it("adds new elements to a graph that it loaded, without --replace", async () => {
    await load(
      graph,
      elements.filter((element) => !leads(element)),
      { replace: false },
    );
    const { difference } = await load(graph, elements, { replace: false });
    expect(difference.added).toHaveLength(100);
    expect(difference.added.every(leads)).toBe(true);
  });

  it("writes nothing if one row cannot be written", async () => {
    const lost: Element = {
      kind: "leads",
      type: "LEADS",
      from: ["Region", "000000"],
      to: ["Dimension", "MATURITY"],
      identity: ["fact"],
      properties: { fact: "2022/leads/000000/MATURITY", edition: 2022, position: 11 },
    };
    await expect(load(graph, [...elements, lost], { replace: false })).rejects.toThrow(
      "The graph would not equal its data. Nothing was written. First difference: + (:Region 000000)-[:LEADS 2022/leads/000000/MATURITY]->(:Dimension MATURITY)",
    );
    expect(await runCypher(graph, "MATCH (n) RETURN count(n) AS n")).toEqual([{ n: 0 }]);
  });

  it("runs several loads that start at the same time one after the other", async () => {
    const reports = await Promise.all([1, 2, 3].map(() => load(graph, elements, { replace: true })));
    expect(reports.filter(({ applied }) => applied)).toHaveLength(1);
    const other = otherElements();
    await Promise.all([load(graph, other, { replace: true }), load(graph, elements, { replace: true })]);
    const { before: now } = await compare(graph, elements);
    expect(await differences(now === version ? elements : other)).toEqual([]);
  });

  it("does not change nodes, labels and relationships of other programs", async () => {
    await load(graph, elements, { replace: false });
    await runCypher(
      graph,
      "MATCH (r:Region {code: '440100'}) SET r:Favorite CREATE (:Note {text: 'mine'})-[:ON {since: 1}]->(r), (:Person)-[:KNOWS]->(:Person)",
    );
    await load(graph, otherElements(), { replace: true });
    await load(graph, elements, { replace: true });
    const notes =
      "MATCH (n:Note)-[o:ON]->(r:Favorite) RETURN n.text AS text, o.since AS since, r.name AS name";
    expect(await runCypher(graph, notes)).toEqual([{ text: "mine", since: 1, name: "广州" }]);
    const people = "MATCH (:Person)-[k:KNOWS]->(:Person) RETURN count(k) AS n";
    expect(await runCypher(graph, people)).toEqual([{ n: 1 }]);
    expect(await differences(elements)).toEqual([]);
  });

  it("rejects a database in which another program uses its labels", async () => {
    await runCypher(graph, "CREATE (:Region {name: 'Bavaria'})");
    await expect(load(graph, elements, { replace: false })).rejects.toThrow(
      "the database contains nodes with GovGraph's labels that GovGraph did not load. Elements to change: 0, to remove: 1.",
    );
    expect(await runCypher(graph, "MATCH (n) RETURN n.name AS name")).toEqual([{ name: "Bavaria" }]);
  });

  it("detects a manual change", async () => {
    await load(graph, elements, { replace: false });
    await runCypher(graph, "MATCH (t:Tier {key: 'HIGH'}) SET t.name = '中高'");
    expect(await differences(elements)).toEqual([
      '~ (:Tier HIGH) {"key":"HIGH","name":"中高","nameEn":"High","order":2} → {"key":"HIGH","name":"高","nameEn":"High","order":2}',
    ]);
  });

  it("restores a missing index, even if the content is the same", async () => {
    await load(graph, elements, { replace: false });
    const isIndexed =
      "SHOW INDEXES YIELD name, state WHERE name = 'leads_list' AND state = 'ONLINE' RETURN name AS name";
    await runCypher(graph, "DROP INDEX leads_list");
    expect(await runCypher(graph, isIndexed)).toEqual([]);
    expect(await load(graph, elements, { replace: false })).toMatchObject({ applied: false });
    expect(await runCypher(graph, isIndexed)).toEqual([{ name: "leads_list" }]);
  });

  it("has a digest that depends only on content", () => {
    const some = elements.filter(isNode).slice(0, 5);
    expect(digestOf(some)).toBe(digestOf([...some].reverse()));
    expect(digestOf(some)).not.toBe(digestOf(some.slice(1)));
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });
});
