import { graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function regions({ page }) {
  return {
    id: "Q2",
    says: "the first 64 regions, each with its province",
    govgraph: graphql(
      `query ($first: Int!) { regions(first: $first) { nodes { code name province { code } } } }`,
      { first: 64 },
      ({ regions: { nodes } }) =>
        nodes.map((/** @type {Json} */ { province, ...one }) => ({
          ...one,
          province: province?.code ?? null,
        })),
    ),
    generated: graphql(
      `query ($first: Int!) { regions(limit: $first, sort: [{level: DESC}, {order: ASC}]) { code name province { code } } }`,
      { first: 64 },
      ({ regions }) =>
        regions.map((/** @type {Json} */ { province, ...one }) => ({
          ...one,
          province: province[0]?.code ?? null,
        })),
    ),
    cypher: graphql(
      `query ($keys: [String!]) { region(keys: $keys) { code: key name province } }`,
      { keys: page },
      ({ region }) => region,
    ),
    bare: statements(
      [{ stem: "region", parameters: { keys: page }, columns: ["key", "name", "province"] }],
      ([{ rows }]) => rows.map((/** @type {Json} */ { key, ...one }) => ({ code: key, ...one })),
    ),
  };
}
