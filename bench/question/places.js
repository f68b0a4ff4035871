import { setOfWords } from "../form.js";
import { byCode } from "./answer.js";
import { anyLeaders, graphql, leadersByCypher, standingsOf, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function places({ year, least }) {
  return {
    id: "Q13",
    says: "those leaders with their places in the lists, evidence not selected",
    govgraph: graphql(
      `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code } leads { position dimension { key } } } } }`,
      { level: "CITY", year, least },
      ({ leaders: { leaders } }) =>
        byCode(
          leaders.map((/** @type {Json} */ { region, leads }) => ({
            code: region.code,
            leads: setOfWords(leads.map((/** @type {Json} */ one) => `${one.dimension.key} ${one.position}`)),
          })),
        ),
    ),
    generated: graphql(
      `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code dimensionsConnection(sort: [{node: {order: ASC}}]) { edges { properties { position } node { key } } } } }`,
      { level: "CITY", year, least },
      ({ standings }) =>
        byCode(
          standings.map((/** @type {Json} */ one) => ({
            code: one.code,
            leads: setOfWords(
              one.dimensionsConnection.edges.map(
                (/** @type {Json} */ { properties, node }) => `${node.key} ${properties.position}`,
              ),
            ),
          })),
        ),
    ),
    cypher: graphql(
      `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher.replace('"led", "positions", ', "")} { code led positions } }`,
      { level: "CITY", year, least, allOf: null, noneOf: null },
      ({ leaders }) => ledForm(leaders),
    ),
    bare: statements(
      [
        {
          stem: "leaders",
          parameters: {
            ...anyLeaders,
            omit: ["names", "facts"],
            level: "CITY",
            edition: year,
            atLeast: least,
          },
          columns: ["code", "led", "positions"],
        },
      ],
      ([{ rows }]) => ledForm(rows),
    ),
  };
}

/** @param {Json[]} rows with dimensions in `led` and a position for each */
function ledForm(rows) {
  const plain = rows.map(({ code, led, positions }) => ({
    code,
    leads: setOfWords(
      led.map((/** @type {string} */ key, /** @type {number} */ index) => `${key} ${positions[index]}`),
    ),
  }));
  return byCode(plain);
}
