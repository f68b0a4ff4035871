import { leadersForm } from "../form.js";
import { fromGenerated, fromGovgraph } from "./answer.js";
import { anyLeaders, graphql, leadersByCypher, standingsOf, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function leadInThree({ year, least }) {
  return {
    id: "Q4",
    says: `cities that lead in ${least} dimensions or more, and in which`,
    govgraph: graphql(
      `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code name } dimensions { key } } } }`,
      { level: "CITY", year, least },
      ({ leaders }) => fromGovgraph(leaders),
    ),
    generated: graphql(
      `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code name dimensions(sort: [{order: ASC}]) { key } } }`,
      { level: "CITY", year, least },
      ({ standings }) => fromGenerated(standings),
    ),
    cypher: graphql(
      `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher} { code name dimensions } }`,
      { level: "CITY", year, least, allOf: null, noneOf: null },
      ({ leaders }) => leadersForm(leaders),
    ),
    bare: statements(
      [
        {
          stem: "leaders",
          parameters: { ...anyLeaders, level: "CITY", edition: year, atLeast: least },
          columns: ["code", "name", "dimensions"],
        },
      ],
      ([{ rows }]) => leadersForm(rows),
    ),
  };
}
