import { anyRegions, graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function deepPage({ offset, cursor, after }) {
  return {
    id: "Q9d",
    says: `a deep page of 20 regions, ${offset} before it, without how many there are`,
    govgraph: graphql(
      `query ($first: Int!, $after: String) { regions(first: $first, after: $after) { nodes { code name } } }`,
      { first: 20, after: cursor },
      ({ regions: { nodes } }) => nodes,
    ),
    generated: graphql(
      `query ($first: Int!, $offset: Int!) { regions(limit: $first, offset: $offset, sort: [{level: DESC}, {order: ASC}]) { code name } }`,
      { first: 20, offset },
      ({ regions }) => regions,
    ),
    cypher:
      "not expressible: the statement's cursor is a list of a text and a number, which no argument can be",
    bare: statements(
      [{ stem: "regions", parameters: { ...anyRegions, first: 20, after }, columns: ["code", "name"] }],
      ([{ rows }]) => rows,
    ),
  };
}
