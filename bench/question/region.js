import { graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function region({ code }) {
  return {
    id: "Q1",
    says: "one region by its code, with its province",
    govgraph: graphql(
      `query ($by: RegionBy!) { region(by: $by) { code name nameEn pinyin province { code } } }`,
      { by: { code } },
      ({ region: { province, ...names } }) => ({ ...names, province: province?.code ?? null }),
    ),
    generated: graphql(
      `query ($code: String!) { regions(where: {code: {eq: $code}}) { code name nameEn pinyin province { code } } }`,
      { code },
      ({ regions: [{ province, ...names }] }) => ({ ...names, province: province[0]?.code ?? null }),
    ),
    cypher: graphql(
      `query ($keys: [String!]) { region(keys: $keys) { code: key name nameEn pinyin province } }`,
      { keys: [code] },
      ({ region: [row] }) => row,
    ),
    bare: statements(
      [
        {
          stem: "region",
          parameters: { keys: [code] },
          columns: ["key", "name", "nameEn", "pinyin", "province"],
        },
      ],
      ([
        {
          rows: [{ key, ...names }],
        },
      ]) => ({ code: key, ...names }),
    ),
  };
}
