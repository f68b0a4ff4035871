import neo4j from "neo4j-driver";

/**
 * What a statement cost Neo4j, which no clock is needed for: how often it looked into the store.
 * @typedef {object} Profile
 * @property {number} hits of the store, over all operators
 * @property {number} rows of the answer
 * @property {{ operator: string, hits: number, rows: number, details: string }[]} costliest operators, at most three
 */

/**
 * Runs a statement under PROFILE, planned anew: a plan that was made when the graph was smaller tells nothing.
 * @param {import("neo4j-driver").Driver} driver
 * @param {string} text
 * @param {Record<string, unknown>} parameters as the driver takes them
 * @returns {Promise<Profile>}
 */
export async function profileOf(driver, text, parameters) {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const { records, summary } = await session.run(`CYPHER replan=force PROFILE ${text}`, parameters, {
      timeout: 600_000,
    });
    if (summary.profile === false) throw new Error(`Neo4j gave no profile of: ${text}`);
    const operators = [...operatorsOf(summary.profile)];
    const costliest = operators.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
    const hits = operators.reduce((sum, one) => sum + one.hits, 0);
    return { hits, rows: records.length, costliest: costliest.slice(0, 3) };
  } finally {
    await session.close();
  }
}

/**
 * @param {import("neo4j-driver").ProfiledPlan} plan
 * @returns {Iterable<Profile["costliest"][number]>}
 */
function* operatorsOf({ operatorType, dbHits, rows, arguments: about, children }) {
  yield {
    operator: operatorType.replace(/@.*$/, ""),
    hits: Number(dbHits),
    rows: Number(rows),
    details: String(/** @type {Record<string, unknown>} */ (about).Details ?? ""),
  };
  for (const child of children) yield* operatorsOf(child);
}
