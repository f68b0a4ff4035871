import { sortBy } from "../form.js";
import { byCode } from "./answer.js";
import { graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function dimensionLeaders({ year, dimension, dimensionId }) {
  return {
    id: "Q3",
    says: "the cities that lead in one dimension",
    govgraph: graphql(
      `query ($id: ID!, $level: Level!, $year: Int) { node(id: $id) { ... on Dimension { leaders(level: $level, edition: $year) { position region { code name } } } } }`,
      { level: "CITY", year, id: dimensionId },
      ({ node }) =>
        byCode(node.leaders.map((/** @type {Json} */ { position, region }) => ({ position, ...region }))),
    ),
    generated: graphql(
      `query ($key: String!, $level: String!, $year: Int!) { dimensions(where: {key: {eq: $key}}) { leadersConnection(where: {node: {year: {eq: $year}, level: {eq: $level}}}, sort: [{node: {order: ASC}}]) { edges { properties { position } node { code name } } } } }`,
      { level: "CITY", year, key: dimension },
      ({ dimensions: [one] }) =>
        sortBy(
          one.leadersConnection.edges.map((/** @type {Json} */ { properties, node }) => ({
            ...properties,
            ...node,
          })),
          (edge) => /** @type {Json} */ (edge).code,
        ),
    ),
    cypher: graphql(
      `query ($keys: [String!]!, $level: String!, $year: Int) { dimension_leaders(keys: $keys, level: $level, edition: $year, omit: ["facts"]) { position code name } }`,
      { level: "CITY", year, keys: [dimension] },
      ({ dimension_leaders }) => byCode(dimension_leaders),
    ),
    bare: statements(
      [
        {
          stem: "dimension.leaders",
          parameters: { keys: [dimension], level: "CITY", edition: year, omit: ["facts"] },
          columns: ["position", "code", "name"],
        },
      ],
      ([{ rows }]) => byCode(rows),
    ),
  };
}
