// The two data sets, each in a managed Neo4j of its own. D1 is the real data; D2 is made up (synthetic.js).
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";
import { syntheticDataset } from "./synthetic.js";

export const root = fileURLToPath(new URL("..", import.meta.url));
const built = (file) => import(new URL(`../dist/${file}`, import.meta.url).href);

/** Functions that stop what runs, for a bench that ends early. @type {Set<() => Promise<void>>} */
export const running = new Set();

export const connect = ({ uri, user, password }) =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });

/**
 * Starts the Neo4j of a data set and loads the set, unless an earlier run has loaded the same.
 * @param {string} set D1 or D2
 * @param {{ folder: string, withPeer: boolean, say: (message: string) => void }} options
 */
export async function openData(set, { folder, withPeer, say }) {
  const { acquireDatabase } = await built("neo4j/managed/managed.js");
  const { neo4jVersion } = await built("neo4j/managed/pom.js");
  const home = join(folder, set);
  // Written next to the home when a load is complete.
  const marker = `${home}.loaded`;
  const inputs = hashOfInputs();
  const loaded = existsSync(marker) ? readFileSync(marker, "utf8") : "";
  if (!loaded.startsWith(inputs))
    for (const path of [home, marker]) rmSync(path, { recursive: true, force: true });
  const database = await acquireDatabase({
    home,
    libFolder: join(root, ".govgraph", `lib-${neo4jVersion}`),
    javaHome: process.env.NEO4J_JAVA_HOME || undefined,
    // On D2, checks of the whole graph need more.
    ...{ boltPort: 0, httpPort: 0, heapMb: set === "D2" ? 3_072 : 1_024, onProgress: say },
  });
  const release = async () => {
    running.delete(release);
    await database.release();
  };
  running.add(release);
  const driver = connect(database);
  try {
    if (!loaded.startsWith(inputs)) {
      say(`loading ${set}`);
      await load(driver, set);
      writeFileSync(marker, inputs);
    }
    if (withPeer && loaded !== `${inputs} peer`) {
      say(`loading ${set} for @neo4j/graphql`);
      await loadPeer(driver);
      writeFileSync(marker, `${inputs} peer`);
    }
  } finally {
    await driver.close();
  }
  // The fields of a managed database are getters, which a spread would leave out.
  const { uri, user, password, version } = database;
  return { uri, user, password, version, database: database.database, release };
}

/** A hash of the files that decide what is loaded. */
function hashOfInputs() {
  const folders = ["data", "data/editions", "cypher", "cypher/load", "dist/load", "bench/peer/graph"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  const hash = createHash("sha256");
  for (const file of [...files.sort(), join(root, "bench/synthetic.js")])
    if (/\.(yaml|cypher|js)$/.test(file)) hash.update(readFileSync(file));
  return hash.digest("hex");
}

/** Like `govgraph load`, but in many transactions: D2 does not fit into one. */
async function load(driver, set) {
  const { readDataset } = await built("data/dataset.js");
  const { datasetElements } = await built("load/dataset.js");
  const { kinds } = await built("load/load.js");
  const real = readDataset(join(root, "data"));
  const elements = datasetElements(set === "D1" ? real : syntheticDataset(real));
  for (const text of statementsIn("cypher/schema.cypher")) await driver.executeQuery(text);
  for (const kind of kinds) {
    const [text] = statementsIn(`cypher/load/${kind}.cypher`);
    const rows = elements.filter((element) => element.kind === kind).map(rowOf);
    for (let from = 0; from < rows.length; from += 10_000)
      await driver.executeQuery(text, { rows: rows.slice(from, from + 10_000).map(asIntegers) });
  }
  // Plans depend on the statistics, which must be the same in every run.
  await driver.executeQuery("CALL db.resampleOutdatedIndexes()");
  const [text] = statementsIn("cypher/load/load.cypher");
  await driver.executeQuery(text, {
    dataVersion: set,
    at: new Date().toISOString(),
    counts: "{}",
    addedFiles: [],
  });
}

const rowOf = ({ key, labels, from, to, properties }) =>
  labels ? { key, properties } : { from: from[1], label: to[0], to: to[1], properties };

/** The driver sends JavaScript numbers as floats, and BigInt values as integers. */
export function asIntegers(value) {
  if (Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(asIntegers);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asIntegers(item)]));
}

/** The graph that suits @neo4j/graphql, made from GovGraph's inside the same Neo4j; its labels begin with Peer. */
async function loadPeer(driver) {
  const session = driver.session();
  const { records } = await session.run("MATCH (edition:Edition) RETURN edition.year AS year");
  for (const text of ["schema", "fill"].flatMap((name) => statementsIn(`bench/peer/graph/${name}.cypher`)))
    await session.run(text);
  for (const record of records)
    for (const text of statementsIn("bench/peer/graph/edition.cypher"))
      await session.run(text, { year: record.get("year") });
  await session.run("CALL db.resampleOutdatedIndexes()");
  await session.close();
}

function statementsIn(file) {
  const source = readFileSync(join(root, file), "utf8").replace(/^\/\/.*$/gm, "");
  return source.split(/;\s*(?:\n|$)/).filter((part) => part.trim() !== "");
}
