import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contentOf, digestOf, type Element, isNode, versionOf } from "../../src/load/element.js";
import { compare, LoadConflict, load } from "../../src/load/load.js";
import { describeDifference, readElements } from "../../src/load/loaded.js";
import type { Graph } from "../../src/neo4j/client.js";
import { lastTransaction, runCypher } from "../cypher.js";
import { dataElements, openTestGraph } from "../graph.js";

const elements = dataElements();
const version = versionOf(digestOf(elements));
const leads = (element: Element) => element.kind === "leads";

/** Returns the data with another number in one count, without one leadership, and with one more node. */
function otherElements(): Element[] {
  const changed = elements.map((element): Element => {
    if (element.kind !== "counts" || element.properties.id !== "2022/counts/CITY/MEDIUM") return element;
    return { ...element, properties: { ...element.properties, count: 4 } };
  });
  const dropped = changed.find(
    (element) => leads(element) && element.properties.id === "2022/leads/440100/MATURITY",
  );
  return [
    ...changed.filter((element) => element !== dropped),
    { kind: "initiative", labels: ["Initiative"], key: "试点", properties: { name: "试点" } },
  ];
}

/** The constraints and indexes of the graph, in a fixed order. */
async function schemaOf(graph: Graph): Promise<unknown> {
  return {
    constraints: await runCypher(
      graph,
      `SHOW CONSTRAINTS YIELD * RETURN name AS name, type AS type, entityType AS entityType,
       labelsOrTypes AS labelsOrTypes, properties AS properties ORDER BY name`,
    ),
    indexes: await runCypher(
      graph,
      `SHOW INDEXES YIELD * RETURN name AS name, type AS type, entityType AS entityType, labelsOrTypes AS labelsOrTypes,
       properties AS properties, owningConstraint AS owningConstraint, state AS state ORDER BY name`,
    ),
  };
}

/** Deletes all data, constraints and indexes. */
async function wipe(graph: Graph): Promise<void> {
  await runCypher(graph, "MATCH (n) DETACH DELETE n");
  const constraints = await runCypher(graph, "SHOW CONSTRAINTS YIELD name RETURN name AS name");
  for (const { name } of constraints) await graph.runSchema(`DROP CONSTRAINT ${name}`);
  const indexes = await runCypher(
    graph,
    "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name AS name",
  );
  for (const { name } of indexes) await graph.runSchema(`DROP INDEX ${name}`);
}

/** A small graph as version 97a3d3f wrote it: its constraints and indexes, and elements of every kind that changed. */
const oldSchema = [
  ...[
    "ASSESSES",
    "GRADES",
    "COUNTS",
    "LEADS",
    "IN_TIER",
    "ROSE",
    "KEEPS_LEADING",
    "NAMED_FOR",
    "SCORED",
    "RANKED",
  ].map(
    (type) => `CREATE CONSTRAINT ${type.toLowerCase()}_fact FOR ()-[r:${type}]-() REQUIRE r.fact IS UNIQUE`,
  ),
  ...[
    ["area_key", "Area", "key"],
    ["region_code", "Region", "code"],
    ["dimension_key", "Dimension", "key"],
    ["tier_key", "Tier", "key"],
    ["source_id", "Source", "id"],
    ["edition_year", "Edition", "year"],
    ["initiative_name", "Initiative", "name"],
    ["fact_id", "Fact", "id"],
    ["load_name", "Load", "name"],
  ].map(([name, label, key]) => `CREATE CONSTRAINT ${name} FOR (n:${label}) REQUIRE n.${key} IS UNIQUE`),
  "CREATE INDEX fact_kind FOR (n:Fact) ON (n.kind, n.level, n.edition)",
  "CREATE INDEX fact_edition FOR (n:Fact) ON (n.edition, n.kind)",
  "CREATE INDEX leads_list FOR ()-[r:LEADS]-() ON (r.edition, r.level, r.dimension, r.position)",
  "CREATE INDEX in_tier_edition FOR ()-[r:IN_TIER]-() ON (r.edition)",
  "CREATE INDEX rose_edition FOR ()-[r:ROSE]-() ON (r.edition)",
  "CREATE FULLTEXT INDEX region_names FOR (n:Region) ON EACH [n.searchKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}",
];
const oldData = `
  CREATE (guangzhou:Region:City {code: '440100', name: '广州', fullName: '广州市', nameEn: 'Guangzhou', order: 1,
    searchKeys: ['广州', 'guangzhou'], searchNames: ['广州', 'Guangzhou'], searchKinds: ['HANZI', 'PINYIN'],
    searchPlaceWords: [false, false]})-[:PART_OF]->(:Region:Province {code: '440000', name: '广东', order: 19,
    searchKeys: ['广东'], searchNames: ['广东'], searchKinds: ['HANZI'], searchPlaceWords: [false]})
  CREATE (yinchuan:Region:City {code: '640100', name: '银川', order: 31})
  CREATE (maturity:Dimension {key: 'MATURITY', name: '办理成熟度', nameEn: 'Maturity', order: 2})
  CREATE (top:Tier {key: 'VERY_HIGH', name: '非常高', nameEn: 'Very high', order: 1}),
    (high:Tier {key: 'HIGH', name: '高', nameEn: 'High', order: 2})
  CREATE (first:Edition {year: 2020, publishedOn: '2020-05-26'}),
    (edition:Edition {year: 2022, publishedOn: '2022-09-08', title: '评估报告(2022)'})
  CREATE (report:Source {id: 'report-2022', title: '评估报告(2022)', publishedOn: '2022-09-08'})
  CREATE (list:Fact {id: '2022/leads-list/CITY/MATURITY', kind: 'LEADS_LIST', edition: 2022, level: 'CITY', closed: true, printedCount: 10}),
    (led:Fact {id: '2022/leads/440100/MATURITY', kind: 'LEADS', edition: 2022, level: 'CITY'}),
    (score:Fact {id: '2020/scored/640100', kind: 'SCORED', edition: 2020, level: 'CITY', value: 83, unit: 'points', rank: 14}),
    (again:Fact {id: '2020/scored/640100/other', kind: 'SCORED', edition: 2020, level: 'CITY', rank: 14}),
    (member:Fact {id: '2020/in-tier/440100/VERY_HIGH', kind: 'IN_TIER', edition: 2020, level: 'CITY'}),
    (risen:Fact {id: '2022/rose/420100', kind: 'ROSE', edition: 2022, level: 'CITY'})
  CREATE (list)-[:ABOUT {role: 'dimension'}]->(maturity), (led)-[:ABOUT {role: 'region'}]->(guangzhou),
    (led)-[:ABOUT {role: 'dimension'}]->(maturity), (led)-[:CITED_FROM {locator: '2.2.3'}]->(report)
  CREATE (edition)-[:ASSESSES {fact: '2022/assesses/MATURITY', name: '办理成熟度', order: 2}]->(maturity),
    (edition)-[:GRADES {fact: '2022/grades/VERY_HIGH', above: 90}]->(top),
    (edition)-[:COUNTS {fact: '2022/counts/CITY/HIGH', level: 'CITY', count: 17, share: 53.13}]->(high),
    (guangzhou)-[:LEADS {fact: '2022/leads/440100/MATURITY', edition: 2022, level: 'CITY', dimension: 'MATURITY', position: 1}]->(maturity),
    (guangzhou)-[:IN_TIER {fact: '2020/in-tier/440100/VERY_HIGH', edition: 2020}]->(top),
    (guangzhou)-[:ROSE {fact: '2022/rose/420100', edition: 2022, from: 'HIGH'}]->(top),
    (guangzhou)-[:KEEPS_LEADING {fact: '2022/keeps-leading/440100', edition: 2022, period: '近年来'}]->(edition),
    (guangzhou)-[:NAMED_FOR {fact: '2022/named-for/440100/一件事', edition: 2022}]->(:Initiative {name: '一件事'}),
    (yinchuan)-[:SCORED {fact: '2020/scored/640100', edition: 2020, rank: 14, score: 83}]->(first),
    (yinchuan)-[:SCORED {fact: '2020/scored/640100/other', edition: 2020, rank: 14}]->(first),
    (guangzhou)-[:RANKED {fact: '2020/ranked/440100/MATURITY', edition: 2020, rank: 3}]->(maturity)
  CREATE (:Load {name: 'govgraph', dataVersion: '0123456789abcdef', at: '2026-11-27T13:53:12.000Z', counts: '{}'})`;

describe("load", () => {
  let graph: Graph;
  const differences = async (wanted: readonly Element[]) =>
    describeDifference((await compare(graph, wanted)).difference);
  const storedDigest = async () =>
    digestOf([...(await readElements(graph)).values()].map(({ element }) => element));
  const clear = () => runCypher(graph, "MATCH (n) DETACH DELETE n");

  beforeAll(() => {
    graph = openTestGraph();
  });
  afterAll(async () => {
    await clear();
    await load(graph, elements, { replace: true });
    await graph.close();
  });

  describe("into an empty graph", () => {
    beforeEach(clear);

    it("writes all elements, so that the graph equals its data; of several loads at the same time one writes", async () => {
      const reports = await Promise.all([1, 2, 3].map(() => load(graph, elements, { replace: false })));
      const [applied, ...others] = reports.sort((a, b) => Number(b.applied) - Number(a.applied));
      expect(applied).toMatchObject({ applied: true, before: null, dataVersion: version });
      expect(applied?.difference.added).toHaveLength(elements.length);
      expect(others.map((report) => report.applied)).toEqual([false, false]);
      expect(await differences(elements)).toEqual([]);
      expect((await compare(graph, elements)).before).toBe(version);
      const [loaded] = await runCypher(graph, "MATCH (load:Load) RETURN valueType(load.at) AS type");
      expect(loaded).toEqual({ type: "ZONED DATETIME NOT NULL" });
    });

    it("writes nothing if one row cannot be written", async () => {
      const lost: Element = {
        kind: "leads",
        type: "LEADS",
        from: ["Region", "000000"],
        to: ["Dimension", "MATURITY"],
        identity: ["id"],
        properties: { id: "2022/leads/000000/MATURITY", edition: 2022, position: 11 },
      };
      await expect(load(graph, [...elements, lost], { replace: false })).rejects.toThrow(
        "The graph would not equal its data. Nothing was written. First difference: + (:Region 000000)-[:LEADS 2022/leads/000000/MATURITY]->(:Dimension MATURITY)",
      );
      expect(await runCypher(graph, "MATCH (n) RETURN count(n) AS n")).toEqual([{ n: 0 }]);
    });

    it("rejects a database in which another program uses its labels", async () => {
      await runCypher(graph, "CREATE (:Region {name: 'Bavaria'})");
      await expect(load(graph, elements, { replace: false })).rejects.toThrow(
        "the database contains nodes with GovGraph's labels that GovGraph did not load. Elements to change: 0, to remove: 1.",
      );
      expect(await runCypher(graph, "MATCH (n) RETURN n.name AS name")).toEqual([{ name: "Bavaria" }]);
    });
  });

  describe("into a loaded graph", () => {
    // Writes only what the previous test changed.
    beforeEach(() => load(graph, elements, { replace: true }));

    it("writes nothing if the content is the same, in any order", async () => {
      const before = await lastTransaction(graph);
      const shuffled = [...elements].sort((a, b) => digestOf([a]).localeCompare(digestOf([b])));
      const report = await load(graph, shuffled, { replace: false });
      expect(report).toMatchObject({ applied: false, difference: { added: [], changed: [], removed: [] } });
      expect(await lastTransaction(graph)).toBe(before);
    });

    it("rejects other content without --replace, and reports the difference", async () => {
      const before = await lastTransaction(graph);
      const refused = load(graph, otherElements(), { replace: false });
      await expect(refused).rejects.toThrow(LoadConflict);
      await expect(refused).rejects.toThrow(
        `the graph contains other data (version ${version}). Elements to change: 1, to remove: 1.`,
      );
      expect(await lastTransaction(graph)).toBe(before);
      const counts = (count: number) =>
        `{"count":${count},"disputed":false,"doubt":false,"facts":["2022/counts/CITY/MEDIUM"],"id":"2022/counts/CITY/MEDIUM","level":"CITY","share":9.38,"sharePrinted":"9.38%"}`;
      expect(await differences(otherElements())).toEqual([
        '- (:Region 440100)-[:LEADS 2022/leads/440100/MATURITY]->(:Dimension MATURITY) {"dimension":"MATURITY","disputed":false,"doubt":false,"edition":2022,"facts":["2022/leads/440100/MATURITY"],"id":"2022/leads/440100/MATURITY","level":"CITY","position":1}',
        `~ (:Edition 2022)-[:COUNTS 2022/counts/CITY/MEDIUM]->(:Tier MEDIUM) ${counts(3)} → ${counts(4)}`,
        '+ (:Initiative 试点) {"name":"试点"}',
      ]);
      await load(graph, otherElements(), { replace: true });
      expect(await differences(otherElements())).toEqual([]);
    });

    it("adds new elements to a graph that it loaded, without --replace", async () => {
      await load(
        graph,
        elements.filter((element) => !leads(element)),
        { replace: true },
      );
      const { difference } = await load(graph, elements, { replace: false });
      expect(difference.added).toHaveLength(100);
      expect(difference.added.every(leads)).toBe(true);
    });

    it("runs loads of different data that start at the same time one after the other", async () => {
      const other = otherElements();
      await Promise.all([load(graph, other, { replace: true }), load(graph, elements, { replace: true })]);
      const { before: now } = await compare(graph, elements);
      expect(await differences(now === version ? elements : other)).toEqual([]);
    });

    it("does not change nodes, labels and relationships of other programs", async () => {
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
      await runCypher(graph, "MATCH (n:Note|Person) DETACH DELETE n");
      await runCypher(graph, "MATCH (n:Favorite) REMOVE n:Favorite");
    });

    it("restores a missing index, even if the content is the same", async () => {
      const before = await schemaOf(graph);
      await graph.runSchema("DROP INDEX list_kind");
      await graph.runSchema("DROP CONSTRAINT leads_id");
      expect(await schemaOf(graph)).not.toEqual(before);
      expect(await load(graph, elements, { replace: false })).toMatchObject({ applied: false });
      expect(await schemaOf(graph)).toEqual(before);
    });

    it("detects manual changes of values and of their types", async () => {
      for (const change of [
        "MATCH (tier:Tier {key: 'HIGH'}) SET tier.name = '中高'",
        "MATCH ()-[link:SCORED {id: '2020/scored/640100'}]->() SET link.score = 83, link.rank = 14.0",
        "MATCH (fact:Fact {id: '2020/scored/640100'}) SET fact.value = 83",
        "MATCH (edition:Edition {year: 2022}) SET edition.publishedOn = '2022-09-08'",
      ])
        await runCypher(graph, change);
      const scored = (rank: string, score: string) =>
        `{"disputed":false,"doubt":false,"edition":2020,"facts":["2020/scored/640100"],"id":"2020/scored/640100","level":"CITY","rank":${rank},"score":${score}}`;
      const edition = (publishedOn: string) =>
        `{"assessor":"中央党校(国家行政学院)电子政务研究中心","commissioner":"国务院办公厅电子政务办公室","disputed":false,"evaluatedYear":2021,"levels":["PROVINCE","CITY"],"publishedOn":${publishedOn},"title":…,"year":2022}`;
      const fact = (value: string) =>
        `{"edition":2020,"id":"2020/scored/640100","kind":"SCORED","level":"CITY","rank":14,"unit":"points","value":${value}}`;
      const found = (await differences(elements)).sort();
      expect(found.map((line) => line.replace(/"title":"[^"]*"/g, '"title":…'))).toEqual([
        `~ (:Edition 2022) ${edition('{"STRING":"2022-09-08"}')} → ${edition('date("2022-09-08")')}`,
        `~ (:Fact 2020/scored/640100) ${fact('{"INTEGER":83}')} → ${fact("83.0")}`,
        `~ (:Region 640100)-[:SCORED 2020/scored/640100]->(:Edition 2020) ${scored('{"FLOAT":14}', '{"INTEGER":83}')} → ${scored("14", "83.0")}`,
        '~ (:Tier HIGH) {"key":"HIGH","name":"中高","nameEn":"High","order":2} → {"key":"HIGH","name":"高","nameEn":"High","order":2}',
      ]);
      // The digest of the graph differs even where only types differ.
      await runCypher(graph, "MATCH (tier:Tier {key: 'HIGH'}) SET tier.name = '高'");
      expect(await storedDigest()).not.toBe(digestOf(elements));
      await load(graph, elements, { replace: true });
      expect(await storedDigest()).toBe(digestOf(elements));
    });
  });

  it("changes a graph of version 97a3d3f to what a new graph has: data, constraints and indexes", async () => {
    await wipe(graph);
    await load(graph, elements, { replace: false });
    const [data, schema] = [await readElements(graph), await schemaOf(graph)];

    await wipe(graph);
    for (const statement of oldSchema) await graph.runSchema(statement);
    await runCypher(graph, oldData);
    await expect(load(graph, elements, { replace: false })).rejects.toThrow(
      "the graph contains other data (version 0123456789abcdef).",
    );
    expect(await load(graph, elements, { replace: true })).toMatchObject({
      applied: true,
      before: "0123456789abcdef",
    });
    const contents = (all: typeof data) =>
      [...all].map(([name, { element }]) => `${name} ${contentOf(element)}`);
    expect(contents(await readElements(graph)).sort()).toEqual(contents(data).sort());
    expect(await schemaOf(graph)).toEqual(schema);
    const [loaded] = await runCypher(
      graph,
      "MATCH (load:Load) RETURN count(load) AS loads, valueType(collect(load.at)[0]) AS type",
    );
    expect(loaded).toEqual({ loads: 1, type: "ZONED DATETIME NOT NULL" });
  });

  it("has a digest that depends only on content, including types", () => {
    const some = elements.filter(isNode).slice(0, 5);
    expect(digestOf(some)).toBe(digestOf([...some].reverse()));
    expect(digestOf(some)).not.toBe(digestOf(some.slice(1)));
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    const properties = { score: 83, rank: 14, publishedOn: "2022-09-08", text: "2022-09-08" };
    expect(contentOf({ kind: "fact", labels: ["Fact"], key: "a", properties })).toBe(
      '{"publishedOn":date("2022-09-08"),"rank":14,"score":83.0,"text":"2022-09-08"}',
    );
  });
});
