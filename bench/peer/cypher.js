import { statementOf } from "../statement.js";

/**
 * The questions that the variant with `@cypher` serves: GovGraph's files, the types of their arguments and of the
 * columns that are asked for. Columns that no question of the bench reads are left out, to the good of this variant.
 */
const questions = {
  region: {
    arguments: { keys: "[String!]" },
    columns: { key: "String!", name: "String!", nameEn: "String!", pinyin: "String!", province: "String" },
  },
  regions: {
    arguments: {
      level: "String",
      areas: "[String!]",
      leads: "String",
      tier: "String",
      edition: "Int",
      first: "Int!",
      after: "[String!]",
    },
    columns: { code: "String!", name: "String!" },
  },
  "regions.count": {
    arguments: { level: "String", areas: "[String!]", leads: "String", tier: "String", edition: "Int" },
    columns: { total: "Int!" },
  },
  "dimension.leaders": {
    arguments: { keys: "[String!]!", level: "String!", edition: "Int", omit: "[String!]!" },
    columns: { code: "String!", name: "String", position: "Int!" },
  },
  leaders: {
    arguments: {
      level: "String!",
      edition: "Int",
      atLeast: "Int",
      allOf: "[String!]",
      anyOf: "[String!]",
      noneOf: "[String!]",
      areas: "[String!]",
      province: "String",
      omit: "[String!]!",
    },
    columns: {
      code: "String!",
      name: "String!",
      dimensions: "[String!]!",
      led: "[String!]!",
      positions: "[Int!]!",
      facts: "[String!]!",
    },
  },
  leadershipMatrix: {
    arguments: { level: "String!", edition: "Int", omit: "[String!]!" },
    columns: { dimension: "String!", codes: "[String!]!" },
  },
  coLeaders: {
    arguments: { level: "String!", edition: "Int", minShared: "Int", omit: "[String!]!" },
    columns: { first: "String!", second: "String!", shared: "Int!" },
  },
  edition: { arguments: { year: "Int" }, columns: { year: "Int!", title: "String" } },
};

/** The library gives a list of Neo4j's integers to GraphQL as the driver's objects, which no Int can be; floats pass. */
const asFloats = "[position IN positions | toFloat(position)]";

/** Type definitions in which each root field is one of GovGraph's statements as it stands. */
export function cypherTypeDefs() {
  const types = [];
  const fields = [];
  for (const [stem, { arguments: asked, columns }] of Object.entries(questions)) {
    const name = stem.replace(".", "_");
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Row`;
    const map = Object.keys(columns)
      .map((column) => `${column}: ${column === "positions" ? asFloats : column}`)
      .join(", ");
    const list = (/** @type {object} */ entries) =>
      Object.entries(entries)
        .map(([key, value]) => `${key}: ${value}`)
        .join(", ");
    types.push(`type ${type} { ${list(columns)} }`);
    fields.push(
      `${name}(${list(asked)}): [${type}!]! @cypher(statement: """CALL () { ${statementOf(stem)} } RETURN {${map}} AS row""", columnName: "row")`,
    );
  }
  return `${types.join("\n")}\ntype Query {\n${fields.join("\n")}\n}`;
}
