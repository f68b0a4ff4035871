import { leadersForm, matrixForm, setOfWords } from "../form.js";
import { codesOf, fromColumns, fromGenerated, fromGovgraph } from "./answer.js";
import { anyLeaders, graphql, standingsOf, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function sixQuestions({ year, code, dimension, dimensionId, least }) {
  return {
    id: "Q14",
    says: "six questions in one document",
    govgraph: graphql(
      `query ($by: RegionBy!, $year: Int, $id: ID!, $least: Int!) { region(by: $by) { name } edition(year: $year) { title } node(id: $id) { ... on Dimension { leaders(level: PROVINCE, edition: $year) { region { code } } } } cities: leaders(level: CITY, edition: $year, atLeast: $least) { leaders { region { code } dimensions { key } } } provinces: leaders(level: PROVINCE, edition: $year, atLeast: $least) { leaders { region { code } dimensions { key } } } leadershipMatrix(level: PROVINCE, edition: $year) { columns { dimension { key } leads { region { code } } } } }`,
      { by: { code }, year, id: dimensionId, least },
      (data) => ({
        region: data.region.name,
        edition: data.edition.title ?? null,
        dimension: setOfWords(data.node.leaders.map((/** @type {Json} */ { region }) => region.code)),
        cities: fromGovgraph(data.cities),
        provinces: fromGovgraph(data.provinces),
        matrix: fromColumns(data.leadershipMatrix),
      }),
    ),
    generated: graphql(
      `query ($code: String!, $year: Int!, $key: String!, $least: Int!) { region: regions(where: {code: {eq: $code}}) { name } edition: editions(where: {year: {eq: $year}}) { title } dimension: dimensions(where: {key: {eq: $key}}) { leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code } } cities: ${standingsOf.replace("$level", '"CITY"')} { code dimensions(sort: [{order: ASC}]) { key } } provinces: ${standingsOf.replace("$level", '"PROVINCE"')} { code dimensions(sort: [{order: ASC}]) { key } } matrix: dimensions(sort: [{order: ASC}]) { key leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code } } }`,
      { code, year, key: dimension, least },
      (data) => ({
        region: data.region[0].name,
        edition: data.edition[0].title ?? null,
        dimension: setOfWords(codesOf(data.dimension[0].leaders)),
        cities: fromGenerated(data.cities),
        provinces: fromGenerated(data.provinces),
        matrix: matrixForm(
          data.matrix.map((/** @type {Json} */ one) => ({
            dimension: one.key,
            codes: codesOf(one.leaders),
          })),
        ),
      }),
    ),
    cypher: graphql(
      `query ($keys: [String!], $year: Int, $dimensions: [String!]!, $least: Int) { region(keys: $keys) { name } edition(year: $year) { title } dimension_leaders(keys: $dimensions, level: "PROVINCE", edition: $year, omit: ["names", "facts"]) { code } cities: leaders(level: "CITY", edition: $year, atLeast: $least, allOf: null, anyOf: null, noneOf: null, areas: null, province: null, omit: ["names", "led", "positions", "facts"]) { code dimensions } provinces: leaders(level: "PROVINCE", edition: $year, atLeast: $least, allOf: null, anyOf: null, noneOf: null, areas: null, province: null, omit: ["names", "led", "positions", "facts"]) { code dimensions } leadershipMatrix(level: "PROVINCE", edition: $year, omit: ["names", "facts"]) { dimension codes } }`,
      { keys: [code], year, dimensions: [dimension], least },
      (data) => ({
        region: data.region[0].name,
        edition: data.edition[0].title ?? null,
        dimension: setOfWords(codesOf(data.dimension_leaders)),
        cities: leadersForm(data.cities),
        provinces: leadersForm(data.provinces),
        matrix: matrixForm(data.leadershipMatrix),
      }),
    ),
    bare: statements(
      [
        { stem: "region", parameters: { keys: [code] }, columns: ["name"] },
        { stem: "edition", parameters: { year }, columns: ["title"] },
        {
          stem: "dimension.leaders",
          parameters: { keys: [dimension], level: "PROVINCE", edition: year, omit: ["names", "facts"] },
          columns: ["code"],
        },
        {
          stem: "leaders",
          parameters: { ...anyLeaders, level: "CITY", edition: year, atLeast: least },
          columns: ["code", "dimensions"],
        },
        {
          stem: "leaders",
          parameters: { ...anyLeaders, level: "PROVINCE", edition: year, atLeast: least },
          columns: ["code", "dimensions"],
        },
        {
          stem: "leadershipMatrix",
          parameters: { level: "PROVINCE", edition: year, omit: ["names", "facts"] },
          columns: ["dimension", "codes"],
        },
      ],
      ([region, edition, leaders, city, province, matrix]) => ({
        region: region.rows[0].name,
        edition: edition.rows[0].title,
        dimension: setOfWords(codesOf(leaders.rows)),
        cities: leadersForm(city.rows),
        provinces: leadersForm(province.rows),
        matrix: matrixForm(matrix.rows),
      }),
    ),
  };
}
