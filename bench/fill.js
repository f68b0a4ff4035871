import { readFileSync } from "node:fs";
import neo4j from "neo4j-driver";
import {
  anything,
  datasetElements,
  digestOf,
  editionElements,
  isNode,
  kinds,
  prepareSchema,
  versionOf,
} from "./govgraph.js";
import { seed } from "./set.js";

/** @typedef {import("../src/load/element.js").Element} Element */

/** Goes up when what is filled in changes, so that a graph of an earlier run is not taken for this one. */
const fillVersion = 5;
const rowsAtOnce = 10_000;

/**
 * The data version that a graph filled with a set has.
 * @param {import("./set.js").Set} set
 */
export function versionFor(set) {
  if (set.name !== "D0") return `synthetic-${set.name}-${seed}-${fillVersion}`;
  return `${versionOf(digestOf(datasetElements(set.tables)))}-${fillVersion}`;
}

/**
 * Fills an empty Neo4j: GovGraph's own graph by GovGraph's own statements, then the peer's beside it under labels of its
 * own. It is not done in one transaction, as `govgraph load` does it, which four million relationships would not fit in;
 * the node that tells the version is written last, so that a half-filled graph is never taken for a whole one.
 * @param {import("../src/neo4j/client.js").Graph} graph
 * @param {import("neo4j-driver").Driver} driver to the same Neo4j
 * @param {import("./set.js").Set} set
 * @param {(message: string) => void} say
 */
export async function fill(graph, driver, set, say) {
  await prepareSchema(graph);
  /** @type {Record<string, number>} */
  const counts = {};
  /** @param {readonly Element[]} elements */
  const write = async (elements) => {
    for (const kind of kinds) {
      const those = elements.filter((element) => element.kind === kind);
      for (const element of those) {
        const names = isNode(element) ? element.labels : [element.type];
        for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
      }
      for (let from = 0; from < those.length; from += rowsAtOnce) {
        const rows = those.slice(from, from + rowsAtOnce).map(rowOf);
        await graph.write((writer) => writer.run(loaderOf(kind, ["rows"]), { rows }));
      }
    }
  };
  // Small editions are written together: each transaction waits for the disk.
  let waiting = datasetElements(set.tables);
  const codeOf = codeIn(set);
  const years = set.tables.editions.map(({ year }) => year);
  for (const edition of set.editions()) {
    years.push(edition.year);
    for (const elements of elementsOf(edition, codeOf)) {
      waiting = [...waiting, ...elements];
      if (waiting.length < rowsAtOnce) continue;
      await write(waiting);
      waiting = [];
    }
    if (set.name !== "D1") say(`${set.name}: edition ${edition.year} is in`);
  }
  await write(waiting);
  await fillPeer(driver, years, (year) => {
    if (set.name !== "D1") say(`${set.name}: edition ${year} is in the peer's graph`);
  });
  // Plans follow from these; so they are the same in every run.
  await graph.runSchema("CALL db.awaitIndexes(600)");
  await graph.runSchema("CALL db.resampleOutdatedIndexes()");
  const version = {
    dataVersion: versionFor(set),
    at: new Date().toISOString(),
    counts: JSON.stringify(counts),
  };
  await graph.write((writer) => writer.run(loaderOf("load", Object.keys(version)), version));
}

/**
 * @param {import("./set.js").Set} set
 * @returns {(name: string, level: string) => string} the code of a region
 */
function codeIn(set) {
  const codes = new Map(set.tables.regions.map(({ level, name, code }) => [`${level} ${name}`, code]));
  return (name, level) => {
    const code = codes.get(`${level} ${name}`);
    if (code === undefined) throw new TypeError(`${set.name} has no region ${name} of level ${level}`);
    return code;
  };
}

/**
 * The elements of an edition, some ten thousand leaderships at a time: a million elements at once take much memory.
 * @param {import("./set.js").Edition} edition
 * @param {(name: string, level: string) => string} codeOf
 * @returns {Iterable<readonly Element[]>}
 */
function* elementsOf(edition, codeOf) {
  yield editionElements({ ...edition, leaders: [] }, codeOf, new Map());
  const entries = Object.entries(edition).map(([name, value]) => [name, Array.isArray(value) ? [] : value]);
  const empty = /** @type {import("./set.js").Edition} */ (Object.fromEntries(entries));
  /** @type {import("./set.js").Edition["leaders"]} */
  let lists = [];
  let leaderships = 0;
  for (const [index, list] of edition.leaders.entries()) {
    lists.push(list);
    leaderships += list.regions.length;
    if (leaderships < rowsAtOnce && index < edition.leaders.length - 1) continue;
    const elements = editionElements({ ...empty, leaders: lists }, codeOf, new Map());
    yield elements.filter(({ kind }) => kind !== "edition");
    lists = [];
    leaderships = 0;
  }
}

/**
 * The peer's graph, made from ours inside Neo4j, so that both hold the same; edition by edition, and ten thousand rows
 * at a time, since a transaction may take only so much memory.
 * @param {import("neo4j-driver").Driver} driver
 * @param {readonly number[]} years
 * @param {(year: number) => void} done told of each edition
 */
async function fillPeer(driver, years, done) {
  const session = driver.session({ database: "neo4j" });
  const run = async (/** @type {string} */ text, parameters = {}) => {
    await session.run(text, parameters, { timeout: 3_600_000 });
  };
  try {
    for (const part of [...partsOf("schema"), ...partsOf("fill")]) await run(part);
    for (const year of years) {
      for (const part of partsOf("edition")) await run(part, { year: neo4j.int(year) });
      done(year);
    }
  } finally {
    await session.close();
  }
}

/** @param {string} name of a file in peer/ that holds several statements */
function partsOf(name) {
  const source = readFileSync(new URL(`peer/${name}.cypher`, import.meta.url), "utf8");
  return source
    .replace(/^\/\/.*$/gm, "")
    .split(/;\s*\n/)
    .filter((part) => part.trim() !== "");
}

/**
 * One of GovGraph's files that write.
 * @param {string} stem
 * @param {readonly string[]} parameters
 * @returns {import("../src/neo4j/statement.js").Statement<any, any>}
 */
function loaderOf(stem, parameters) {
  const source = readFileSync(new URL(`../cypher/load/${stem}.cypher`, import.meta.url), "utf8");
  const types = Object.fromEntries(parameters.map((name) => [name, anything.json]));
  return { stem, source, text: source.replace(/^\/\/.*$/gm, ""), parameters: types, columns: {} };
}

/** @param {Element} element */
function rowOf(element) {
  const { properties } = element;
  if (isNode(element)) return { key: element.key, properties };
  return { from: element.from[1], label: element.to[0], to: element.to[1], properties };
}
