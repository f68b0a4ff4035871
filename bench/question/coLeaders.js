import { sortBy } from "../form.js";
import { graphql, statements } from "./asking.js";

/** @typedef {import("../form.js").Json} Json */

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question}
 */
export function coLeaders({ year }) {
  return {
    id: "Q7",
    says: "in how many dimensions each two provinces lead together",
    govgraph: graphql(
      `query ($year: Int) { coLeaders(level: PROVINCE, edition: $year, minShared: 1) { pairs { first { code } second { code } shared } } }`,
      { year },
      ({ coLeaders: { pairs } }) =>
        pairForm(
          pairs.map((/** @type {Json} */ { first, second, shared }) => ({
            first: first.code,
            second: second.code,
            shared,
          })),
        ),
    ),
    generated:
      "not expressible: a pair of nodes without a path of one's own, and a count of what two have in common",
    cypher: graphql(
      `query ($year: Int) { coLeaders(level: "PROVINCE", edition: $year, minShared: 1, omit: ["bothNames", "facts"]) { first second shared } }`,
      { year },
      ({ coLeaders }) => pairForm(coLeaders),
    ),
    bare: statements(
      [
        {
          stem: "coLeaders",
          parameters: { level: "PROVINCE", edition: year, minShared: 1, omit: ["bothNames", "facts"] },
          columns: ["first", "second", "shared"],
        },
      ],
      ([{ rows }]) => pairForm(rows),
    ),
  };
}

/** @param {Json[]} pairs each once; which of the two comes first is no part of the answer */
function pairForm(pairs) {
  const plain = pairs.map(({ first, second, shared }) => ({
    pair: [first, second].sort().join(" "),
    shared,
  }));
  return sortBy(plain, ({ pair }) => pair);
}
