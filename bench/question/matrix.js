import { matrixForm } from "../form.js";
import { codesOf, fromColumns } from "./answer.js";
import { graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function matrix({ year }) {
  return {
    id: "Q6",
    says: "who leads where: the lists of all dimensions, cities and provinces",
    govgraph: graphql(
      `query ($year: Int) { cities: leadershipMatrix(level: CITY, edition: $year) { ...Lists } provinces: leadershipMatrix(level: PROVINCE, edition: $year) { ...Lists } } fragment Lists on LeadershipMatrix { columns { dimension { key } leads { region { code } } } }`,
      { year },
      (data) => ({ cities: fromColumns(data.cities), provinces: fromColumns(data.provinces) }),
    ),
    generated: graphql(
      `query ($year: Int!) { dimensions(sort: [{order: ASC}]) { key cities: leaders(where: {year: {eq: $year}, level: {eq: "CITY"}}, sort: [{order: ASC}]) { code } provinces: leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code } } }`,
      { year },
      ({ dimensions }) => {
        const lists = (/** @type {string} */ name) =>
          matrixForm(
            dimensions.map((/** @type {Json} */ one) => ({
              dimension: one.key,
              codes: codesOf(one[name]),
            })),
          );
        return { cities: lists("cities"), provinces: lists("provinces") };
      },
    ),
    cypher: graphql(
      `query ($year: Int) { cities: leadershipMatrix(level: "CITY", edition: $year, omit: ["names", "facts"]) { dimension codes } provinces: leadershipMatrix(level: "PROVINCE", edition: $year, omit: ["names", "facts"]) { dimension codes } }`,
      { year },
      (data) => ({ cities: matrixForm(data.cities), provinces: matrixForm(data.provinces) }),
    ),
    bare: statements(
      ["CITY", "PROVINCE"].map((level) => ({
        stem: "leadershipMatrix",
        parameters: { level, edition: year, omit: ["names", "facts"] },
        columns: ["dimension", "codes"],
      })),
      ([one, other]) => ({ cities: matrixForm(one.rows), provinces: matrixForm(other.rows) }),
    ),
  };
}
