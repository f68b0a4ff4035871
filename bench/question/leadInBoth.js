import { leadersForm } from "../form.js";
import { fromGenerated, fromGovgraph } from "./answer.js";
import { anyLeaders, graphql, leadersByCypher, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function leadInBoth({ year }) {
  const sets = { allOf: ["MATURITY", "COMPLETENESS"], noneOf: ["COVERAGE"] };
  return {
    id: "Q5",
    says: "cities that lead in two dimensions and not in a third",
    govgraph: graphql(
      `query ($level: Level!, $year: Int, $allOf: [DimensionKey!], $noneOf: [DimensionKey!]) { leaders(level: $level, edition: $year, allOf: $allOf, noneOf: $noneOf) { leaders { region { code name } dimensions { key } } } }`,
      { level: "CITY", year, ...sets },
      ({ leaders }) => fromGovgraph(leaders),
    ),
    generated: graphql(
      `query ($level: String!, $year: Int!, $one: String!, $other: String!, $not: String!) { standings(where: {year: {eq: $year}, level: {eq: $level}, AND: [{dimensions: {some: {key: {eq: $one}}}}, {dimensions: {some: {key: {eq: $other}}}}, {dimensions: {none: {key: {eq: $not}}}}]}, sort: [{order: ASC}]) { code name dimensions(sort: [{order: ASC}]) { key } } }`,
      { level: "CITY", year, one: sets.allOf[0], other: sets.allOf[1], not: sets.noneOf[0] },
      ({ standings }) => fromGenerated(standings),
    ),
    cypher: graphql(
      `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher} { code name dimensions } }`,
      { level: "CITY", year, least: 1, ...sets },
      ({ leaders }) => leadersForm(leaders),
    ),
    bare: statements(
      [
        {
          stem: "leaders",
          parameters: { ...anyLeaders, ...sets, level: "CITY", edition: year, atLeast: 1 },
          columns: ["code", "name", "dimensions"],
        },
      ],
      ([{ rows }]) => leadersForm(rows),
    ),
  };
}
