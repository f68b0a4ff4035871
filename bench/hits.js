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
  /** @type {Record<string, Profile>} */
  const profiles = {};
  for (const file of readdirSync(folder).sort()) {
    const { parameters, text } = parseCypherFile(readFileSync(new URL(file, folder), "utf8"));
    /** @type {Record<string, unknown>} */
    const values = {};
    for (const [name, cypher] of Object.entries(parameters)) {
      const value = await meantBy(driver, cypher);
      values[name] = set.name === "D0" ? value : moved(value, BigInt(set.latest) - realYear);
    }
    profiles[file.replace(/\.cypher$/, "")] = await profileOf(driver, text, values);
  }
  return profiles;
}

/**
 * @param {import("neo4j-driver").Driver} driver
 * @param {string} cypher such as ['MATURITY']
 * @returns {Promise<unknown>} whole numbers as bigint
 */
async function meantBy(driver, cypher) {
  const { records } = await driver.executeQuery(`RETURN ${cypher} AS value`, {}, { database: "neo4j" });
  return records[0]?.get("value");
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
