import { readFileSync } from "node:fs";
import {
  anything,
  datasetElements,
  digestOf,
  editionElements,
  isNode,
  prepareSchema,
  versionOf,
} from "./govgraph.js";
import { seed } from "./set.js";

/** @typedef {import("../src/load/element.js").Element} Element */
/** @typedef {import("../src/graph/statement.js").AnyStatement} AnyStatement */

/** Goes up when what is filled in changes, so that a graph of an earlier run is not taken for this one. */
const fillVersion = 3;
const rowsAtOnce = 10_000;

/** The files of `cypher/load/` in the order they must run: what others point to comes first. */
const kinds = [
  ...["area", "province", "city", "dimension", "tier", "source", "edition", "initiative", "fact"],
  ...["partOf", "inArea", "follows", "assesses", "grades", "counts", "leads", "inTier", "rose"],
  ...["keepsLeading", "namedFor", "scored", "ranked", "about", "citedFrom"],
];

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
 * @param {import("../src/graph/graph.js").Graph} graph
 * @param {import("./set.js").Set} set
 * @param {(message: string) => void} say
 */
export async function fill(graph, set, say) {
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
        await graph.write((writer) =>
          writer.run(fileOf(`../cypher/load/${kind}.cypher`, { rows: anything.list(anything.json) }), {
            rows,
          }),
        );
      }
    }
  };
  const base = datasetElements(set.tables);
  await write(base);
  const codes = new Map(set.tables.regions.map(({ level, name, code }) => [`${level} ${name}`, code]));
  const codeOf = (/** @type {string} */ name, /** @type {string} */ level) => {
    const code = codes.get(`${level} ${name}`);
    if (code === undefined) throw new TypeError(`${set.name} has no region ${name} of level ${level}`);
    return code;
  };
  const years = set.tables.editions.map(({ year }) => year);
  for (const edition of set.editions()) {
    years.push(edition.year);
    await write(editionElements(edition, codeOf, new Map()));
    if (set.name !== "D1") say(`${set.name}: edition ${edition.year} is in`);
  }
  await graph.runSchema("CALL db.awaitIndexes(600)");
  await fillPeer(graph, years);
  const version = {
    dataVersion: versionFor(set),
    at: new Date().toISOString(),
    counts: JSON.stringify(counts),
  };
  await graph.write((writer) =>
    writer.run(
      fileOf("../cypher/load/load.cypher", {
        dataVersion: anything.json,
        at: anything.json,
        counts: anything.json,
      }),
      version,
    ),
  );
}

/**
 * The peer's graph, made from ours inside Neo4j, so that both hold the same; edition by edition, since a transaction may
 * take only so long.
 * @param {import("../src/graph/graph.js").Graph} graph
 * @param {readonly number[]} years
 */
async function fillPeer(graph, years) {
  for (const part of partsOf("schema")) await graph.runSchema(part);
  for (const part of partsOf("fill")) await graph.write((writer) => writer.run(statementOf(part, {}), {}));
  for (const year of years) {
    for (const part of partsOf("edition")) {
      await graph.write((writer) => writer.run(statementOf(part, { year: anything.whole }), { year }));
    }
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
 * @param {string} text
 * @param {import("../src/graph/type.js").Types} parameters
 * @returns {import("../src/graph/statement.js").Statement<any, any>}
 */
function statementOf(text, parameters) {
  return { stem: "bench", source: text, text, parameters, columns: {} };
}

/**
 * @param {string} path
 * @param {import("../src/graph/type.js").Types} parameters
 * @returns {import("../src/graph/statement.js").Statement<any, any>}
 */
function fileOf(path, parameters) {
  const text = readFileSync(new URL(path, import.meta.url), "utf8").replace(/^\/\/.*$/gm, "");
  return statementOf(text, parameters);
}

/** @param {Element} element */
function rowOf(element) {
  const { properties } = element;
  if (isNode(element)) return { key: element.key, properties };
  return { from: element.from[1], label: element.to[0], to: element.to[1], properties };
}
