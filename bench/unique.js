/** @typedef {{ query: string, variables: Record<string, unknown> }} Body */

const names = ["广州", "杭州", "成都", "Wuhan", "Shenzhen", "贵州", "浙江", "上海", "Chongqing", "hefei"];
const areas = ["EAST", "CENTRAL", "WEST", "NORTH", "NORTHEAST"];
const levels = ["PROVINCE", "CITY"];

/**
 * Requests of the kinds that clients send, each with a text of its own: names of aliases make it one that no cache
 * knows, and arguments and selections vary too.
 * @param {() => number} random from 0 up to, not including, 1
 * @returns {Generator<Body, never>}
 */
export function* uniqueRequests(random) {
  const below = (/** @type {number} */ count) => Math.floor(random() * count);
  /** @template T @param {readonly T[]} list */
  const oneOf = (list) => /** @type {T} */ (list[below(list.length)]);
  const some = (/** @type {string[]} */ ...fields) => fields.filter(() => random() < 0.6).join(" ");
  for (let count = 0; ; count++) {
    const alias = `a${count}_${below(1e9).toString(36)}`;
    const level = oneOf(levels);
    yield oneOf([
      () => ({
        query: `query ($atLeast: Int!) { ${alias}: leaders(level: ${level}, atLeast: $atLeast) {
          total leaders { count region { code ${some("name", "nameEn", "level", "order")} } ${some("dimensions { key name }", "leads { position evidence { locator source { title } } }")} } } }`,
        variables: { atLeast: 1 + below(5) },
      }),
      () => ({
        query: `{ ${alias}: leadershipMatrix(level: ${level}) { columns { printedCount dimension { key ${some("name", "nameEn")} }
          leads { position ${some("region { code name }", "evidence { locator }")} } } } }`,
        variables: {},
      }),
      () => ({
        query: `query ($text: String!) { ${alias}: search(text: $text, first: ${1 + below(20)}) { region { code ${some("name", "nameEn", "province { name }", "tier { basis }")} } } }`,
        variables: { text: oneOf(names).slice(0, 1 + below(4)) },
      }),
      () => ({
        query: `query ($areas: [String!], $first: Int) { ${alias}: regions(areas: $areas, first: $first) { totalCount
          nodes { code ${some("name", "leads { position dimension { name } }", "tier { tier { name } }")} } } }`,
        variables: { areas: [oneOf(areas)], first: 1 + below(64) },
      }),
      () => ({
        query: `query ($by: RegionBy!) { ${alias}: region(by: $by) { code name ${some("province { name }", "leads { dimension { key } evidence { locator } }", "tier { tier { name } }")} } }`,
        variables: { by: { name: oneOf(names) } },
      }),
    ])();
  }
}
