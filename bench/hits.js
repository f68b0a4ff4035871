// The db hits of every question file (how often Neo4j looks into its store), run with the values of its :param lines.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { markdownTable } from "markdown-table";
import neo4j from "neo4j-driver";
import { connect, root } from "./data.js";

/**
 * Prints a table with one row per question file.
 * @param {string | undefined} baseline another checkout, whose file of the same name gets the same values
 */
export async function printHits(database, set, baseline) {
  const driver = connect(database);
  const theirs = baseline ? questionFiles(baseline) : new Map();
  const rows = [];
  for (const [name, { parameters, text }] of questionFiles(root)) {
    const values = await valuesOf(driver, parameters);
    const hits = await hitsOf(driver, text, values);
    const other = theirs.get(name);
    // `omit` is a parameter of earlier versions, for columns to leave empty; [] asks for all columns.
    const same = other && { ...(await valuesOf(driver, other.parameters)), ...values, omit: [] };
    const before = other ? await hitsOf(driver, other.text, same) : "no such file";
    rows.push([name, hits, before, Number(hits) / Number(before)]);
  }
  await driver.close();
  console.log(`\n# Db hits on ${set}\n`);
  const head = ["", "hits", ...(baseline ? ["baseline", "ratio"] : [])];
  const cells = ([name, hits, before, ratio]) =>
    [name, `${hits}`, `${before}`, ratio.toFixed(2)].slice(0, head.length);
  console.log(markdownTable([head, ...rows.map(cells)]));
  if (!baseline) return;
  const names = (matches) =>
    rows
      .filter(matches)
      .map(([name]) => name)
      .join(", ") || "none";
  console.log(`\nMore than a tenth above the baseline: ${names(([, , , ratio]) => ratio > 1.1)}.`);
  console.log(`Not comparable: ${names(([, , , ratio]) => Number.isNaN(ratio))}.`);
}

/** The question files of a checkout by name, in whichever folders they are. */
function questionFiles(checkout) {
  const folder = join(checkout, "cypher/question");
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".cypher")) continue;
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    const set = lines.map((line) => /^:param (\w+) => (.*);$/.exec(line)).filter((match) => match !== null);
    const text = lines.filter((line) => !/^(:param|\/\/)/.test(line)).join("\n");
    found.set(basename(file, ".cypher"), {
      parameters: set.map(([, name, value]) => `${value} AS ${name}`),
      text: text.replace(/;\s*$/, ""),
    });
  }
  return found;
}

async function valuesOf(driver, parameters) {
  if (parameters.length === 0) return {};
  const { records } = await driver.executeQuery(`RETURN ${parameters.join(", ")}`);
  return records[0].toObject();
}

/** Why a statement has no figure, by the end of the code of Neo4j's error. */
const reasons = new Map([
  ["TransactionTimedOutClientConfiguration", "more than 2 minutes"],
  ["MemoryPoolOutOfMemoryError", "too much memory"],
]);

/**
 * The hits of a statement, or the reason why it has none. The statement is planned again, because the graph can have
 * changed.
 */
async function hitsOf(driver, text, parameters) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  const sumOf = ({ dbHits, children }) => children.reduce((sum, child) => sum + sumOf(child), Number(dbHits));
  try {
    const { summary } = await session.run(`CYPHER replan=force PROFILE ${text}`, parameters, {
      timeout: 120_000,
    });
    return sumOf(summary.profile);
  } catch (error) {
    const { code = "" } = /** @type {{ code?: string }} */ (error);
    const reason = reasons.get(code.split(".").at(-1) ?? "");
    if (reason === undefined) throw error;
    return reason;
  } finally {
    await session.close();
  }
}
