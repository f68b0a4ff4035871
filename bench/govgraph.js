// The bench's one door to GovGraph: the built files, as they are shipped, under the types of their sources.

/** @param {string} file below dist/ */
const built = (file) => import(new URL(`../dist/${file}`, import.meta.url).href);

/** @type {typeof import("../src/config.js")} */
const config = await built("config.js");
/** @type {typeof import("../src/neo4j/managed/managed.js")} */
const managed = await built("neo4j/managed/managed.js");
/** @type {typeof import("../src/neo4j/managed/pom.js")} */
const pom = await built("neo4j/managed/pom.js");
/** @type {typeof import("../src/data/dataset.js")} */
const dataset = await built("data/dataset.js");
/** @type {typeof import("../src/data/edition.js")} */
const edition = await built("data/edition.js");
/** @type {typeof import("../src/load/dataset.js")} */
const loadDataset = await built("load/dataset.js");
/** @type {typeof import("../src/load/edition.js")} */
const loadEdition = await built("load/edition.js");
/** @type {typeof import("../src/load/element.js")} */
const element = await built("load/element.js");
/** @type {typeof import("../src/load/load.js")} */
const load = await built("load/load.js");
/** @type {typeof import("../src/load/loaded.js")} */
const loaded = await built("load/loaded.js");
/** @type {typeof import("../src/neo4j/client.js")} */
const graph = await built("neo4j/client.js");
/** @type {typeof import("../src/neo4j/statement.js")} */
const statement = await built("neo4j/statement.js");
/** @type {typeof import("../src/neo4j/type.js")} */
const type = await built("neo4j/type.js");

export const { acquireDatabase } = managed;
export const { neo4jVersion } = pom;
export const { readDataset } = dataset;
export const { editionSchema } = edition;
export const { datasetElements } = loadDataset;
export const { editionElements } = loadEdition;
export const { digestOf, isNode, versionOf } = element;
export const { kinds, prepareSchema } = load;
export const { readLoaded } = loaded;
export const { Graph } = graph;
export const { parseCypherFile } = statement;
export const settings = /** @type {Record<string, unknown>} */ (config.settings);
export const anything = { json: type.json, list: type.list, whole: type.whole };
