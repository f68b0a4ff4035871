// The limit: GovGraph's statements with the bare driver, the rows as JSON. No GraphQL, no checks, no types.
import neo4j from "neo4j-driver";
import { statementOf } from "../statement.js";
import { createHttp, driverSettings, listen, place } from "./http.js";

/**
 * @typedef {import("../question/asking.js").Ask} Ask
 * @typedef {{ rows: Record<string, unknown>[], next?: Answer }} Answer
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
 * @returns {Promise<Answer>}
 */
async function run({ stem, parameters, columns, next }) {
  const { records } = await send(stem, parameters);
  const rows = records.map((record) =>
    Object.fromEntries(columns.map((column) => [column, record.get(column)])),
  );
  if (next === undefined) return { rows };
  const { keysFrom, ...ask } = next;
  // A column of keys, or of lists of keys.
  const keys = [...new Set(records.flatMap((record) => record.get(keysFrom)))];
  return { rows, next: await run({ ...ask, parameters: { ...ask.parameters, keys } }) };
}

/**
 * @param {string} stem
 * @param {Record<string, unknown>} parameters
 */
async function send(stem, parameters) {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, sent(value)]));
    return await session.run(textOf(stem), values);
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
