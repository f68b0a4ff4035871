import { readFileSync } from "node:fs";
import { parseCypherFile } from "./govgraph.js";

/**
 * The statement of one of GovGraph's question files, as GovGraph itself sends it.
 * @param {string} stem such as leaders
 */
export function statementOf(stem) {
  return parseCypherFile(readFileSync(new URL(`../cypher/question/${stem}.cypher`, import.meta.url), "utf8"))
    .text;
}
