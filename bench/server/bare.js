// The limit: GovGraph's statements with the bare driver, the rows as JSON. No GraphQL, no checks, no types.
import neo4j from "neo4j-driver";
import { statementOf } from "../statement.js";
import { createHttp, driverSettings, listen, place } from "./http.js";

/**
 * One statement to run: its file, its parameters, the columns to send. With `evidence`, the rows of fact.evidence for
 * the facts of its rows come along.
 * @typedef {{ stem: string, parameters: Record<string, unknown>, columns: string[], evidence?: boolean }} Ask
 * @typedef {Record<string, unknown>[]} Rows
 */

const driver = neo4j.driver(place.uri, neo4j.auth.basic(place.user, place.password), {
  ...driverSettings,
  disableLosslessIntegers: true,
});
/** @type {Map<string, string>} */
const texts = new Map();

/** @param {string} stem */
function textOf(stem) {
  let text = texts.get(stem);
  if (text === undefined) {
    text = statementOf(stem);
    texts.set(stem, text);
  }
  return text;
}

/**
 * @param {unknown} value the driver sends a JavaScript number as a float
 * @returns {unknown}
 */
function sent(value) {
  if (Array.isArray(value)) return value.map(sent);
  return Number.isInteger(value) ? neo4j.int(/** @type {number} */ (value)) : value;
}

/**
 * @param {Ask} ask
 * @returns {Promise<{ rows: Rows, evidence?: Rows }>}
 */
async function run({ stem, parameters, columns, evidence }) {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, sent(value)]));
    const { records } = await session.run(textOf(stem), values);
    const rows = records.map((record) =>
      Object.fromEntries(columns.map((column) => [column, record.get(column)])),
    );
    if (!evidence) return { rows };
    const keys = records.flatMap((record) => record.get("facts"));
    const proof = { stem: "fact.evidence", parameters: { keys }, columns: ["key", "source", "locator"] };
    return { rows, evidence: (await run(proof)).rows };
  } finally {
    await session.close();
  }
}

const app = createHttp();
app.post("/graphql", async (request, reply) => {
  const asks = /** @type {Ask[]} */ (request.body);
  const text = JSON.stringify(await Promise.all(asks.map(run)));
  return reply.type("application/json; charset=utf-8").send(text);
});
await driver.getServerInfo();
await listen(app);
