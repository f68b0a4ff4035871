import { leadersForm, sortBy } from "../form.js";
import { fromGenerated } from "./answer.js";
import { graphql, notChained, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function walk({ year, walk }) {
  return {
    id: "Q8",
    says: "a walk: a province, its dimensions, who else leads in them, and in what else those lead",
    govgraph: graphql(
      `query ($by: RegionBy!, $year: Int) { region(by: $by) { leads(edition: $year) { dimension { key leaders(level: PROVINCE, edition: $year) { region { code leads(edition: $year) { dimension { key } } } } } } } }`,
      { by: { code: walk }, year },
      ({ region: { leads } }) =>
        sortBy(
          leads.map((/** @type {Json} */ { dimension: one }) => ({
            dimension: one.key,
            leaders: leadersForm(
              one.leaders.map((/** @type {Json} */ { region }) => ({
                code: region.code,
                dimensions: region.leads.map((/** @type {Json} */ lead) => lead.dimension.key),
              })),
            ),
          })),
          (one) => /** @type {Json} */ (one).dimension,
        ),
    ),
    generated: graphql(
      `query ($code: String!, $year: Int!) { standings(where: {code: {eq: $code}, year: {eq: $year}}) { dimensions(sort: [{order: ASC}]) { key leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code dimensions(sort: [{order: ASC}]) { key } } } } }`,
      { code: walk, year },
      ({ standings: [{ dimensions }] }) =>
        sortBy(
          dimensions.map((/** @type {Json} */ one) => ({
            dimension: one.key,
            leaders: fromGenerated(one.leaders),
          })),
          (one) => /** @type {Json} */ (one).dimension,
        ),
    ),
    cypher: notChained,
    bare: statements(
      [
        {
          stem: "region.leads",
          parameters: { keys: [walk], edition: year, omit: ["facts"] },
          columns: ["dimension"],
          next: {
            keysFrom: "dimension",
            stem: "dimension.leaders",
            parameters: { level: "PROVINCE", edition: year, omit: ["names", "facts"] },
            columns: ["key", "code"],
            next: {
              keysFrom: "code",
              stem: "region.leads",
              parameters: { edition: year, omit: ["facts"] },
              columns: ["key", "dimension"],
            },
          },
        },
      ],
      ([{ rows, next: leaders }]) => {
        const led = listsOf(leaders.next.rows, "key", "dimension");
        const codes = listsOf(leaders.rows, "key", "code");
        const dimensions = rows.map((/** @type {Json} */ { dimension }) => ({
          dimension,
          leaders: leadersForm(
            (codes.get(dimension) ?? []).map((code) => ({ code, dimensions: led.get(code) ?? [] })),
          ),
        }));
        return sortBy(dimensions, (one) => /** @type {Json} */ (one).dimension);
      },
    ),
  };
}

/**
 * @param {Json[]} rows
 * @param {string} key
 * @param {string} value
 * @returns {Map<string, string[]>} values by key
 */
function listsOf(rows, key, value) {
  const lists = new Map();
  for (const row of rows) lists.set(row[key], [...(lists.get(row[key]) ?? []), row[value]]);
  return lists;
}
