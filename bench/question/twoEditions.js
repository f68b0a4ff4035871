import { leadersForm } from "../form.js";
import { fromGenerated, fromGovgraph } from "./answer.js";
import { anyLeaders, graphql, leadersByCypher, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function twoEditions({ year, before }) {
  return {
    id: "Q11",
    says: "who leads where in two editions, for a client to compare",
    govgraph: graphql(
      `query ($level: Level!, $before: Int, $year: Int) { from: leaders(level: $level, edition: $before) { leaders { region { code } dimensions { key } } } to: leaders(level: $level, edition: $year) { leaders { region { code } dimensions { key } } } }`,
      { level: "CITY", year, before },
      (data) => ({ from: fromGovgraph(data.from), to: fromGovgraph(data.to) }),
    ),
    generated: graphql(
      `query ($level: String!, $before: Int!, $year: Int!) { from: standings(where: {year: {eq: $before}, level: {eq: $level}, dimensions: {some: {order: {gte: 0}}}}, sort: [{order: ASC}]) { code dimensions(sort: [{order: ASC}]) { key } } to: standings(where: {year: {eq: $year}, level: {eq: $level}, dimensions: {some: {order: {gte: 0}}}}, sort: [{order: ASC}]) { code dimensions(sort: [{order: ASC}]) { key } } }`,
      { level: "CITY", year, before },
      (data) => ({ from: fromGenerated(data.from), to: fromGenerated(data.to) }),
    ),
    cypher: graphql(
      `query ($level: String!, $before: Int, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { from: ${leadersByCypher.replace("$year", "$before")} { code dimensions } to: ${leadersByCypher} { code dimensions } }`,
      { level: "CITY", year, before, least: 1, allOf: null, noneOf: null },
      (data) => ({ from: leadersForm(data.from), to: leadersForm(data.to) }),
    ),
    bare: statements(
      [before, year].map((edition) => ({
        stem: "leaders",
        parameters: { ...anyLeaders, level: "CITY", edition, atLeast: 1 },
        columns: ["code", "dimensions"],
      })),
      ([one, other]) => ({ from: leadersForm(one.rows), to: leadersForm(other.rows) }),
    ),
  };
}
