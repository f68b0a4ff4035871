import { leadersForm, matrixForm, setOfWords, sortBy } from "./form.js";

/** @typedef {import("./form.js").Json} Json */

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
 * GraphQL by POST, with its values in variables, as clients send it.
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {(data: Json) => Json} form
 * @returns {Asking}
 */
const graphql = (query, variables, form) => ({ body: { query, variables }, form: ({ data }) => form(data) });

/**
 * Statements of GovGraph's for the endpoint with the bare driver.
 * @param {Json[]} asks
 * @param {(answers: Json) => Json} form
 * @returns {Asking}
 */
const statements = (asks, form) => ({ body: asks, form });

const anyLeaders = { allOf: null, anyOf: null, noneOf: null, areas: null, province: null };
const anyRegions = { level: null, areas: null, leads: null, tier: null, edition: null };
const keysOf = (/** @type {Json} */ dimensions) => dimensions.map((/** @type {Json} */ { key }) => key);
const codesOf = (/** @type {Json} */ rows) => rows.map((/** @type {Json} */ { code }) => code);

/** Leaders as GovGraph, the generated schema and GovGraph's rows give them. */
const from = {
  govgraph: (/** @type {Json} */ { leaders }) =>
    leadersForm(
      leaders.map((/** @type {Json} */ { region, dimensions }) => ({
        ...region,
        dimensions: keysOf(dimensions),
      })),
    ),
  generated: (/** @type {Json} */ standings) =>
    leadersForm(standings.map((/** @type {Json} */ one) => ({ ...one, dimensions: keysOf(one.dimensions) }))),
  columns: (/** @type {Json} */ { columns }) =>
    matrixForm(
      columns.map((/** @type {Json} */ { dimension, leads }) => ({
        dimension: dimension.key,
        codes: leads.map((/** @type {Json} */ { region }) => region.code),
      })),
    ),
};

const standingsOf = `standings(where: {year: {eq: $year}, level: {eq: $level}, dimensionsConnection: {aggregate: {count: {nodes: {gte: $least}}}}}, sort: [{order: ASC}])`;
const leadersByCypher = `leaders(level: $level, edition: $year, atLeast: $least, allOf: $allOf, anyOf: null, noneOf: $noneOf, areas: null, province: null)`;

/**
 * All questions, the most important first.
 * @param {About} about
 * @returns {Question[]}
 */
export function questionsOf(about) {
  const { year, before, code, walk, dimension, dimensionId, least, page, offset, cursor, after } = about;
  const cities = { level: "CITY", year };
  const leaderRows = ["code", "name", "dimensions"];
  const sets = { allOf: ["MATURITY", "COMPLETENESS"], noneOf: ["COVERAGE"] };
  const notChained = "not expressible: the keys of a second statement come from the rows of the first";
  return [
    {
      id: "Q4",
      says: `cities that lead in ${least} dimensions or more, and in which`,
      govgraph: graphql(
        `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code name } dimensions { key } } } }`,
        { ...cities, least },
        ({ leaders }) => from.govgraph(leaders),
      ),
      generated: graphql(
        `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code name dimensions(sort: [{order: ASC}]) { key } } }`,
        { ...cities, least },
        ({ standings }) => from.generated(standings),
      ),
      cypher: graphql(
        `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher} { code name dimensions } }`,
        { ...cities, least, allOf: null, noneOf: null },
        ({ leaders }) => leadersForm(leaders),
      ),
      bare: statements(
        [
          {
            stem: "leaders",
            parameters: { ...anyLeaders, level: "CITY", edition: year, atLeast: least },
            columns: leaderRows,
          },
        ],
        ([{ rows }]) => leadersForm(rows),
      ),
    },
    {
      id: "Q6",
      says: "who leads where: the lists of all dimensions, cities and provinces",
      govgraph: graphql(
        `query ($year: Int) { cities: leadershipMatrix(level: CITY, edition: $year) { ...Lists } provinces: leadershipMatrix(level: PROVINCE, edition: $year) { ...Lists } } fragment Lists on LeadershipMatrix { columns { dimension { key } leads { region { code } } } }`,
        { year },
        (data) => ({ cities: from.columns(data.cities), provinces: from.columns(data.provinces) }),
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
        `query ($year: Int) { cities: leadershipMatrix(level: "CITY", edition: $year) { dimension codes } provinces: leadershipMatrix(level: "PROVINCE", edition: $year) { dimension codes } }`,
        { year },
        (data) => ({ cities: matrixForm(data.cities), provinces: matrixForm(data.provinces) }),
      ),
      bare: statements(
        ["CITY", "PROVINCE"].map((level) => ({
          stem: "leadershipMatrix",
          parameters: { level, edition: year },
          columns: ["dimension", "codes"],
        })),
        ([one, other]) => ({ cities: matrixForm(one.rows), provinces: matrixForm(other.rows) }),
      ),
    },
    {
      id: "Q3",
      says: "the cities that lead in one dimension",
      govgraph: graphql(
        `query ($id: ID!, $level: Level!, $year: Int) { node(id: $id) { ... on Dimension { leaders(level: $level, edition: $year) { position region { code name } } } } }`,
        { ...cities, id: dimensionId },
        ({ node }) =>
          sortBy(
            node.leaders.map((/** @type {Json} */ { position, region }) => ({ position, ...region })),
            (one) => /** @type {Json} */ (one).code,
          ),
      ),
      generated: graphql(
        `query ($key: String!, $level: String!, $year: Int!) { dimensions(where: {key: {eq: $key}}) { leadersConnection(where: {node: {year: {eq: $year}, level: {eq: $level}}}, sort: [{node: {order: ASC}}]) { edges { properties { position } node { code name } } } } }`,
        { ...cities, key: dimension },
        ({ dimensions: [one] }) =>
          sortBy(
            one.leadersConnection.edges.map((/** @type {Json} */ { properties, node }) => ({
              ...properties,
              ...node,
            })),
            (edge) => /** @type {Json} */ (edge).code,
          ),
      ),
      cypher: graphql(
        `query ($keys: [String!]!, $level: String!, $year: Int) { dimension_leaders(keys: $keys, level: $level, edition: $year) { position code name } }`,
        { ...cities, keys: [dimension] },
        ({ dimension_leaders }) => sortBy(dimension_leaders, (one) => /** @type {Json} */ (one).code),
      ),
      bare: statements(
        [
          {
            stem: "dimension.leaders",
            parameters: { keys: [dimension], level: "CITY", edition: year },
            columns: ["position", "code", "name"],
          },
        ],
        ([{ rows }]) => sortBy(rows, (one) => /** @type {Json} */ (one).code),
      ),
    },
    {
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
    },
    {
      id: "Q2",
      says: "the first 64 regions, each with its province",
      govgraph: graphql(
        `query ($first: Int!) { regions(first: $first) { nodes { code name province { code } } } }`,
        { first: 64 },
        ({ regions: { nodes } }) =>
          nodes.map((/** @type {Json} */ { province, ...one }) => ({
            ...one,
            province: province?.code ?? null,
          })),
      ),
      generated: graphql(
        `query ($first: Int!) { regions(limit: $first, sort: [{level: DESC}, {order: ASC}]) { code name province { code } } }`,
        { first: 64 },
        ({ regions }) =>
          regions.map((/** @type {Json} */ { province, ...one }) => ({
            ...one,
            province: province[0]?.code ?? null,
          })),
      ),
      cypher: graphql(
        `query ($keys: [String!]) { region(keys: $keys) { code: key name province } }`,
        { keys: page },
        ({ region }) => region,
      ),
      bare: statements(
        [{ stem: "region", parameters: { keys: page }, columns: ["key", "name", "province"] }],
        ([{ rows }]) => rows.map((/** @type {Json} */ { key, ...one }) => ({ code: key, ...one })),
      ),
    },
    {
      id: "Q13",
      says: "those leaders with their places in the lists, evidence not selected",
      govgraph: graphql(
        `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code } leads { position dimension { key } } } } }`,
        { ...cities, least },
        ({ leaders: { leaders } }) =>
          sortBy(
            leaders.map((/** @type {Json} */ { region, leads }) => ({
              code: region.code,
              leads: setOfWords(
                leads.map((/** @type {Json} */ one) => `${one.dimension.key} ${one.position}`),
              ),
            })),
            (one) => /** @type {Json} */ (one).code,
          ),
      ),
      generated: graphql(
        `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code dimensionsConnection(sort: [{node: {order: ASC}}]) { edges { properties { position } node { key } } } } }`,
        { ...cities, least },
        ({ standings }) =>
          sortBy(
            standings.map((/** @type {Json} */ one) => ({
              code: one.code,
              leads: setOfWords(
                one.dimensionsConnection.edges.map(
                  (/** @type {Json} */ { properties, node }) => `${node.key} ${properties.position}`,
                ),
              ),
            })),
            (one) => /** @type {Json} */ (one).code,
          ),
      ),
      cypher: graphql(
        `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher} { code led positions } }`,
        { ...cities, least, allOf: null, noneOf: null },
        ({ leaders }) => ledForm(leaders),
      ),
      bare: statements(
        [
          {
            stem: "leaders",
            parameters: { ...anyLeaders, level: "CITY", edition: year, atLeast: least },
            columns: ["code", "led", "positions"],
          },
        ],
        ([{ rows }]) => ledForm(rows),
      ),
    },
    {
      id: "Q13e",
      says: "the same with the evidence of each leadership",
      govgraph: graphql(
        `query ($level: Level!, $year: Int, $least: Int!) { leaders(level: $level, edition: $year, atLeast: $least) { leaders { region { code } leads { dimension { key } evidence { locator source { key } } } } } }`,
        { ...cities, least },
        ({ leaders: { leaders } }) =>
          sortBy(
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
            (one) => /** @type {Json} */ (one).code,
          ),
      ),
      generated: graphql(
        `query ($level: String!, $year: Int!, $least: Int!) { ${standingsOf} { code leaderships(sort: [{order: ASC}]) { dimension sourcesConnection { edges { properties { locator } node { key } } } } } }`,
        { ...cities, least },
        ({ standings }) =>
          sortBy(
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
            (one) => /** @type {Json} */ (one).code,
          ),
      ),
      cypher: notChained,
      bare: statements(
        [
          {
            stem: "leaders",
            parameters: { ...anyLeaders, level: "CITY", edition: year, atLeast: least },
            columns: ["code", "led", "facts"],
            evidence: true,
          },
        ],
        ([{ rows, evidence }]) => {
          /** @type {Map<string, Json[]>} */
          const places = new Map();
          for (const place of evidence) places.set(place.key, [...(places.get(place.key) ?? []), place]);
          return sortBy(
            rows.map((/** @type {Json} */ { code, led, facts }) => ({
              code,
              proofs: setOfWords(
                led.flatMap((/** @type {string} */ key, /** @type {number} */ index) =>
                  (places.get(facts[index]) ?? []).map(
                    ({ source, locator }) => `${key} ${source}@${locator}`,
                  ),
                ),
              ),
            })),
            (one) => /** @type {Json} */ (one).code,
          );
        },
      ),
    },
    {
      id: "Q14",
      says: "six questions in one document",
      govgraph: graphql(
        `query ($by: RegionBy!, $year: Int, $id: ID!, $least: Int!) { region(by: $by) { name } edition(year: $year) { title } node(id: $id) { ... on Dimension { leaders(level: PROVINCE, edition: $year) { region { code } } } } cities: leaders(level: CITY, edition: $year, atLeast: $least) { leaders { region { code } dimensions { key } } } provinces: leaders(level: PROVINCE, edition: $year, atLeast: $least) { leaders { region { code } dimensions { key } } } leadershipMatrix(level: PROVINCE, edition: $year) { columns { dimension { key } leads { region { code } } } } }`,
        { by: { code }, year, id: dimensionId, least },
        (data) => ({
          region: data.region.name,
          edition: data.edition.title ?? null,
          dimension: setOfWords(data.node.leaders.map((/** @type {Json} */ { region }) => region.code)),
          cities: from.govgraph(data.cities),
          provinces: from.govgraph(data.provinces),
          matrix: from.columns(data.leadershipMatrix),
        }),
      ),
      generated: graphql(
        `query ($code: String!, $year: Int!, $key: String!, $least: Int!) { region: regions(where: {code: {eq: $code}}) { name } edition: editions(where: {year: {eq: $year}}) { title } dimension: dimensions(where: {key: {eq: $key}}) { leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code } } cities: ${standingsOf.replace("$level", '"CITY"')} { code dimensions(sort: [{order: ASC}]) { key } } provinces: ${standingsOf.replace("$level", '"PROVINCE"')} { code dimensions(sort: [{order: ASC}]) { key } } matrix: dimensions(sort: [{order: ASC}]) { key leaders(where: {year: {eq: $year}, level: {eq: "PROVINCE"}}, sort: [{order: ASC}]) { code } } }`,
        { code, year, key: dimension, least },
        (data) => ({
          region: data.region[0].name,
          edition: data.edition[0].title ?? null,
          dimension: setOfWords(codesOf(data.dimension[0].leaders)),
          cities: from.generated(data.cities),
          provinces: from.generated(data.provinces),
          matrix: matrixForm(
            data.matrix.map((/** @type {Json} */ one) => ({
              dimension: one.key,
              codes: codesOf(one.leaders),
            })),
          ),
        }),
      ),
      cypher: graphql(
        `query ($keys: [String!], $year: Int, $dimensions: [String!]!, $least: Int) { region(keys: $keys) { name } edition(year: $year) { title } dimension_leaders(keys: $dimensions, level: "PROVINCE", edition: $year) { code } cities: leaders(level: "CITY", edition: $year, atLeast: $least, allOf: null, anyOf: null, noneOf: null, areas: null, province: null) { code dimensions } provinces: leaders(level: "PROVINCE", edition: $year, atLeast: $least, allOf: null, anyOf: null, noneOf: null, areas: null, province: null) { code dimensions } leadershipMatrix(level: "PROVINCE", edition: $year) { dimension codes } }`,
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
            parameters: { keys: [dimension], level: "PROVINCE", edition: year },
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
            parameters: { level: "PROVINCE", edition: year },
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
    },
    {
      id: "Q5",
      says: "cities that lead in two dimensions and not in a third",
      govgraph: graphql(
        `query ($level: Level!, $year: Int, $allOf: [DimensionKey!], $noneOf: [DimensionKey!]) { leaders(level: $level, edition: $year, allOf: $allOf, noneOf: $noneOf) { leaders { region { code name } dimensions { key } } } }`,
        { ...cities, ...sets },
        ({ leaders }) => from.govgraph(leaders),
      ),
      generated: graphql(
        `query ($level: String!, $year: Int!, $one: String!, $other: String!, $not: String!) { standings(where: {year: {eq: $year}, level: {eq: $level}, AND: [{dimensions: {some: {key: {eq: $one}}}}, {dimensions: {some: {key: {eq: $other}}}}, {dimensions: {none: {key: {eq: $not}}}}]}, sort: [{order: ASC}]) { code name dimensions(sort: [{order: ASC}]) { key } } }`,
        { ...cities, one: sets.allOf[0], other: sets.allOf[1], not: sets.noneOf[0] },
        ({ standings }) => from.generated(standings),
      ),
      cypher: graphql(
        `query ($level: String!, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { ${leadersByCypher} { code name dimensions } }`,
        { ...cities, least: 1, ...sets },
        ({ leaders }) => leadersForm(leaders),
      ),
      bare: statements(
        [
          {
            stem: "leaders",
            parameters: { ...anyLeaders, ...sets, level: "CITY", edition: year, atLeast: 1 },
            columns: leaderRows,
          },
        ],
        ([{ rows }]) => leadersForm(rows),
      ),
    },
    {
      id: "Q11",
      says: "who leads where in two editions, for a client to compare",
      govgraph: graphql(
        `query ($level: Level!, $before: Int, $year: Int) { from: leaders(level: $level, edition: $before) { leaders { region { code } dimensions { key } } } to: leaders(level: $level, edition: $year) { leaders { region { code } dimensions { key } } } }`,
        { ...cities, before },
        (data) => ({ from: from.govgraph(data.from), to: from.govgraph(data.to) }),
      ),
      generated: graphql(
        `query ($level: String!, $before: Int!, $year: Int!) { from: standings(where: {year: {eq: $before}, level: {eq: $level}, dimensions: {some: {order: {gte: 0}}}}, sort: [{order: ASC}]) { code dimensions(sort: [{order: ASC}]) { key } } to: standings(where: {year: {eq: $year}, level: {eq: $level}, dimensions: {some: {order: {gte: 0}}}}, sort: [{order: ASC}]) { code dimensions(sort: [{order: ASC}]) { key } } }`,
        { ...cities, before },
        (data) => ({ from: from.generated(data.from), to: from.generated(data.to) }),
      ),
      cypher: graphql(
        `query ($level: String!, $before: Int, $year: Int, $least: Int, $allOf: [String!], $noneOf: [String!]) { from: ${leadersByCypher.replace("$year", "$before")} { code dimensions } to: ${leadersByCypher} { code dimensions } }`,
        { ...cities, before, least: 1, allOf: null, noneOf: null },
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
    },
    {
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
        `query ($year: Int) { coLeaders(level: "PROVINCE", edition: $year, minShared: 1) { first second shared } }`,
        { year },
        ({ coLeaders }) => pairForm(coLeaders),
      ),
      bare: statements(
        [
          {
            stem: "coLeaders",
            parameters: { level: "PROVINCE", edition: year, minShared: 1 },
            columns: ["first", "second", "shared"],
          },
        ],
        ([{ rows }]) => pairForm(rows),
      ),
    },
    {
      id: "Q9",
      says: "the first page of 20 regions, with how many there are",
      govgraph: graphql(
        `query ($first: Int!) { regions(first: $first) { totalCount nodes { code name } } }`,
        { first: 20 },
        ({ regions: { totalCount, nodes } }) => ({ total: totalCount, page: nodes }),
      ),
      generated: graphql(
        `query ($first: Int!) { regionsConnection(first: $first, sort: [{level: DESC}, {order: ASC}]) { totalCount edges { node { code name } } } }`,
        { first: 20 },
        ({ regionsConnection: { totalCount, edges } }) => ({
          total: totalCount,
          page: edges.map((/** @type {Json} */ { node }) => node),
        }),
      ),
      cypher: graphql(
        `query ($first: Int!) { regions(level: null, areas: null, leads: null, tier: null, edition: null, first: $first, after: null) { code name } regions_count(level: null, areas: null, leads: null, tier: null, edition: null) { total } }`,
        { first: 20 },
        ({ regions, regions_count: [{ total }] }) => ({ total, page: regions }),
      ),
      bare: statements(
        [
          {
            stem: "regions",
            parameters: { ...anyRegions, first: 20, after: null },
            columns: ["code", "name"],
          },
          { stem: "regions.count", parameters: anyRegions, columns: ["total"] },
        ],
        ([page, count]) => ({ total: count.rows[0].total, page: page.rows }),
      ),
    },
    {
      id: "Q9d",
      says: `a deep page of 20 regions, ${offset} before it, without how many there are`,
      govgraph: graphql(
        `query ($first: Int!, $after: String) { regions(first: $first, after: $after) { nodes { code name } } }`,
        { first: 20, after: cursor },
        ({ regions: { nodes } }) => nodes,
      ),
      generated: graphql(
        `query ($first: Int!, $offset: Int!) { regions(limit: $first, offset: $offset, sort: [{level: DESC}, {order: ASC}]) { code name } }`,
        { first: 20, offset },
        ({ regions }) => regions,
      ),
      cypher:
        "not expressible: the statement's cursor is a list of a text and a number, which no argument can be",
      bare: statements(
        [{ stem: "regions", parameters: { ...anyRegions, first: 20, after }, columns: ["code", "name"] }],
        ([{ rows }]) => rows,
      ),
    },
    {
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
              leaders: from.generated(one.leaders),
            })),
            (one) => /** @type {Json} */ (one).dimension,
          ),
      ),
      cypher: notChained,
      bare: "not built: three statements, each with keys from the rows of the one before",
    },
  ];
}

/** @param {Json[]} rows with dimensions in `led` and a position for each */
function ledForm(rows) {
  const plain = rows.map(({ code, led, positions }) => ({
    code,
    leads: setOfWords(
      led.map((/** @type {string} */ key, /** @type {number} */ index) => `${key} ${positions[index]}`),
    ),
  }));
  return sortBy(plain, ({ code }) => code);
}

/** @param {Json[]} pairs each once; which of the two comes first is no part of the answer */
function pairForm(pairs) {
  const plain = pairs.map(({ first, second, shared }) => ({
    pair: [first, second].sort().join(" "),
    shared,
  }));
  return sortBy(plain, ({ pair }) => pair);
}
