import { readFileSync } from "node:fs";

/** @type {typeof import("../src/graph/statement.js")} */
const { parseCypherFile } = await import(new URL("../dist/graph/statement.js", import.meta.url).href);

/**
 * The statement of one of GovGraph's question files, as GovGraph itself sends it.
 * @param {string} stem such as leaders
 */
export function statementOf(stem) {
  return parseCypherFile(readFileSync(new URL(`../cypher/question/${stem}.cypher`, import.meta.url), "utf8"))
    .text;
}
