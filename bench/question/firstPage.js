import { anyRegions, graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @returns {import("./asking.js").Question}
 */
export function firstPage() {
  return {
    id: "Q9",
    says: "the first page of 20 regions, with how many there are",
    govgraph: graphql(
      `query ($first: Int!) { regions(first: $first) { totalCount nodes { code name } } }`,
      { first: 20 },
      ({ regions: { totalCount, nodes } }) => ({ total: totalCount, page: nodes }),
    ),
    generated: graphql(
      `query ($first: Int!) { regionsConnection(first: $first, sort: [{level: DESC}, {order: ASC}]) { totalCount edges { node { code name } } } }`,
      { first: 20 },
      ({ regionsConnection: { totalCount, edges } }) => ({
        total: totalCount,
        page: edges.map((/** @type {Json} */ { node }) => node),
      }),
    ),
    cypher: graphql(
      `query ($first: Int!) { regions(level: null, areas: null, leads: null, tier: null, edition: null, first: $first, after: null) { code name } regions_count(level: null, areas: null, leads: null, tier: null, edition: null) { total } }`,
      { first: 20 },
      ({ regions, regions_count: [{ total }] }) => ({ total, page: regions }),
    ),
    bare: statements(
      [
        {
          stem: "regions",
          parameters: { ...anyRegions, first: 20, after: null },
          columns: ["code", "name"],
        },
        { stem: "regions.count", parameters: anyRegions, columns: ["total"] },
      ],
      ([page, count]) => ({ total: count.rows[0].total, page: page.rows }),
    ),
  };
}
