import { readdirSync, readFileSync } from "node:fs";
import { parseCypherFile } from "./govgraph.js";
import { profileOf } from "./profile.js";

/** @typedef {import("./profile.js").Profile} Profile */

const folder = new URL("../cypher/question/", import.meta.url);

/** The latest edition of the real data, which the files' own values speak of. */
const realYear = 2022n;

/**
 * What each question file costs on a set, with the values of its own `:param` lines; what names an edition of the real
 * data names the one of the set that lies as far back.
 * @param {import("neo4j-driver").Driver} driver
 * @param {import("./set.js").Set} set
 * @returns {Promise<Record<string, Profile>>} by stem
 */
export async function profileFiles(driver, set) {
  const files = readdirSync(folder).sort();
  /** @type {Record<string, Profile>} */
  const profiles = {};
  const waiting = [...files];
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { parameters, text } = parseCypherFile(readFileSync(new URL(file, folder), "utf8"));
      const meant = Object.entries(await meantBy(driver, parameters));
      const years = set.name === "D0" ? 0n : BigInt(set.latest) - realYear;
      const values = Object.fromEntries(meant.map(([name, value]) => [name, moved(value, years)]));
      profiles[stemOf(file)] = await profileOf(driver, text, values);
    }
  };
  // Planning takes longest, and each on one core.
  await Promise.all([worker(), worker()]);
  return Object.fromEntries(files.map(stemOf).map((stem) => [stem, /** @type {Profile} */ (profiles[stem])]));
}

const stemOf = (/** @type {string} */ file) => file.replace(/\.cypher$/, "");

/**
 * @param {import("neo4j-driver").Driver} driver
 * @param {Readonly<Record<string, string>>} parameters as Cypher writes them, such as ['MATURITY']
 * @returns {Promise<Record<string, unknown>>} whole numbers as bigint
 */
async function meantBy(driver, parameters) {
  const columns = Object.entries(parameters).map(([name, cypher]) => `${cypher} AS ${name}`);
  if (columns.length === 0) return {};
  const { records } = await driver.executeQuery(`RETURN ${columns.join(", ")}`, {}, { database: "neo4j" });
  return records[0]?.toObject() ?? {};
}

/**
 * A value with all years in it moved: whole numbers that can be nothing else, and the beginnings of facts' ids.
 * @param {any} value
 * @param {bigint} years
 * @returns {unknown}
 */
function moved(value, years) {
  if (Array.isArray(value)) return value.map((item) => moved(item, years));
  if (typeof value === "bigint") return value > 2_000n && value <= realYear ? value + years : value;
  if (typeof value === "string")
    return value.replace(/(?<=^|:)20\d\d(?=\/)/, (year) => String(BigInt(year) + years));
  return value;
}
