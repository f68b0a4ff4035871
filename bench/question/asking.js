// How a question of the bench is put to the systems, and the wordings that several questions share.

/** @typedef {import("../form.js").Json} Json */

/**
 * What the questions of a set are about.
 * @typedef {object} About
 * @property {number} year
 * @property {number} before an earlier edition
 * @property {string} code of a city
 * @property {string} walk code of the province that a walk starts from
 * @property {string} dimension
 * @property {string} dimensionId GovGraph's own global id of that dimension
 * @property {number} least in how many dimensions a leader must lead
 * @property {readonly string[]} page codes of the first 64 regions
 * @property {number} offset how many regions come before the deep page
 * @property {string} cursor GovGraph's cursor for the deep page
 * @property {readonly [string, number]} after the same as GovGraph's statement takes it
 */

/**
 * How one system asks one question: what is sent, and how the answer is brought to the common form. A text in its place
 * says why the system cannot express the question.
 * @typedef {{ body: Json, form: (answer: Json) => Json }} Asking
 * @typedef {{ id: string, says: string, govgraph: Asking, generated: Asking | string, cypher: Asking | string, bare: Asking | string }} Question
 */

/**
 * A statement of GovGraph's for the endpoint with the bare driver: its file, its parameters, the columns to send. With
 * `next`, another one is run with `keys` from a column of these rows, each once, and its answer comes along.
 * @typedef {{ stem: string, parameters: Record<string, unknown>, columns: string[], next?: Ask & { keysFrom: string } }} Ask
 */

/**
 * GraphQL by POST, with its values in variables, as clients send it.
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {(data: Json) => Json} form
 * @returns {Asking}
 */
export const graphql = (query, variables, form) => ({
  body: { query, variables },
  form: ({ data }) => form(data),
});

/**
 * @param {Ask[]} asks
 * @param {(answers: Json) => Json} form
 * @returns {Asking}
 */
export const statements = (asks, form) => ({ body: asks, form });

/**
 * Parameters of leaders.cypher and regions.cypher that a question does not use. `omit` spares a statement the places and
 * facts that most questions do not read, as GovGraph itself spares them; a statement that has no such parameter ignores it.
 */
export const anyLeaders = {
  omit: ["names", "led", "positions", "facts"],
  allOf: null,
  anyOf: null,
  noneOf: null,
  areas: null,
  province: null,
};
export const anyRegions = { level: null, areas: null, leads: null, tier: null, edition: null };

/** Those who lead in so many dimensions, for the two variants of @neo4j/graphql. */
export const standingsOf = `standings(where: {year: {eq: $year}, level: {eq: $level}, dimensionsConnection: {aggregate: {count: {nodes: {gte: $least}}}}}, sort: [{order: ASC}])`;
export const leadersByCypher = `leaders(level: $level, edition: $year, atLeast: $least, allOf: $allOf, anyOf: null, noneOf: $noneOf, areas: null, province: null, omit: ["names", "led", "positions", "facts"])`;

export const notChained = "not expressible: the keys of a second statement come from the rows of the first";
