import { setOfWords } from "../form.js";
import { byCode } from "./answer.js";
import { anyLeaders, graphql, notChained, standingsOf, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function evidence({ year, least }) {
  return {
    id: "Q13e",
    says: "the same with the evidence of each leadership",
    govgraph: graphql(
      `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code } leads { dimension { key } evidence { locator source { key } } } } } }`,
      { level: "CITY", year, least },
      ({ leaders: { leaders } }) =>
        byCode(
          leaders.map((/** @type {Json} */ { region, leads }) => ({
            code: region.code,
            proofs: setOfWords(
              leads.flatMap((/** @type {Json} */ one) =>
                one.evidence.map(
                  (/** @type {Json} */ { locator, source }) =>
                    `${one.dimension.key} ${source.key}@${locator}`,
                ),
              ),
            ),
          })),
        ),
    ),
    generated: graphql(
      `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code leaderships(sort: [{order: ASC}]) { dimension sourcesConnection { edges { properties { locator } node { key } } } } } }`,
      { level: "CITY", year, least },
      ({ standings }) =>
        byCode(
          standings.map((/** @type {Json} */ { code, leaderships }) => ({
            code,
            proofs: setOfWords(
              leaderships.flatMap((/** @type {Json} */ one) =>
                one.sourcesConnection.edges.map(
                  (/** @type {Json} */ { properties, node }) =>
                    `${one.dimension} ${node.key}@${properties.locator}`,
                ),
              ),
            ),
          })),
        ),
    ),
    cypher: notChained,
    bare: statements(
      [
        {
          stem: "leaders",
          parameters: {
            ...anyLeaders,
            omit: ["names", "positions"],
            level: "CITY",
            edition: year,
            atLeast: least,
          },
          columns: ["code", "led", "facts"],
          next: {
            keysFrom: "facts",
            stem: "fact.evidence",
            parameters: {},
            columns: ["key", "source", "locator"],
          },
        },
      ],
      ([{ rows, next }]) => {
        /** @type {Map<string, Json[]>} */
        const places = new Map();
        for (const place of next.rows) places.set(place.key, [...(places.get(place.key) ?? []), place]);
        return byCode(
          rows.map((/** @type {Json} */ { code, led, facts }) => ({
            code,
            proofs: setOfWords(
              led.flatMap((/** @type {string} */ key, /** @type {number} */ index) =>
                (places.get(facts[index]) ?? []).map(({ source, locator }) => `${key} ${source}@${locator}`),
              ),
            ),
          })),
        );
      },
    ),
  };
}
