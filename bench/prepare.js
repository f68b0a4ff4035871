import { isDeepStrictEqual } from "node:util";
import neo4j from "neo4j-driver";
import { Client } from "./client.js";
import { countStatements } from "./counter.js";
import { differenceOf } from "./form.js";
import { profileOf } from "./profile.js";
import { questionsOf } from "./question/questions.js";
import { startSystem } from "./system.js";

/** @typedef {import("./system.js").SystemName} SystemName */
/** @typedef {import("./question/asking.js").Question} Question */

/**
 * How a system stands to a question after the answers were compared.
 * @typedef {object} Checked
 * @property {string} verdict equal; or why there is nothing to time
 * @property {string} [body] what to send
 * @property {import("./client.js").Task["get"]} [get] what to send by GET in its place
 * @property {number} [status] of the answer, where it is not 200
 * @property {number} [bytes] of the answer
 * @property {number} [statements] sent to Neo4j for one request
 * @property {Cost} [cost] what those cost Neo4j
 */

/**
 * @typedef {object} Cost
 * @property {string[]} stems of GovGraph's files, one for each statement; empty for systems that do not tell
 * @property {number} hits of the store, over all statements
 * @property {import("./profile.js").Profile["costliest"]} costliest operators of the costliest statement
 */

/** Systems that are asked in the words of another. @type {Partial<Record<SystemName, "govgraph" | "generated">>} */
const askedAs = { generatedJit: "generated", cached: "govgraph", unchanged: "govgraph" };

/**
 * What the questions are about, found in the data by GovGraph's own answers.
 * @param {Client} client to GovGraph
 * @param {import("./set.js").Set} set
 * @returns {Promise<import("./question/asking.js").About>}
 */
async function aboutOf(client, { latest, before, tables }) {
  const ask = async (/** @type {string} */ query, variables = {}) => {
    const { text } = await client.ask({ body: JSON.stringify({ query, variables }) });
    const { data, errors } = JSON.parse(text);
    if (errors !== undefined)
      throw new Error(`GovGraph refuses a question of the bench: ${JSON.stringify(errors)}`);
    return data;
  };
  const dimension = "MATURITY";
  const { dimensions } = await ask("{ dimensions { id key } }");
  const { leaders } = await ask(
    "query ($year: Int) { leaders(level: PROVINCE, edition: $year) { leaders { region { code } } } }",
    { year: latest },
  );
  const { regions } = await ask("{ regions(first: 64) { nodes { code } } }");
  const offset = tables.regions.length > 1_000 ? 980 : 40;
  /** @type {string | null} */
  let cursor = null;
  /** @type {readonly [string, number]} */
  let after = ["PROVINCE", 0];
  for (let passed = 0; passed < offset; ) {
    const first = Math.min(100, offset - passed);
    const { regions: page } = await ask(
      "query ($first: Int!, $after: String) { regions(first: $first, after: $after) { nodes { level order } pageInfo { endCursor } } }",
      { first, after: cursor },
    );
    const last = page.nodes.at(-1);
    passed += first;
    cursor = page.pageInfo.endCursor;
    after = [last.level, last.order];
  }
  return {
    year: latest,
    before,
    code: "440100",
    walk: leaders.leaders[0].region.code,
    dimension,
    dimensionId: dimensions.find((/** @type {{ key: string }} */ { key }) => key === dimension).id,
    least: 3,
    page: regions.nodes.map((/** @type {{ code: string }} */ { code }) => code),
    offset,
    cursor: cursor ?? "",
    after,
  };
}

/**
 * Asks every question of every system once, brings the answers to one form, compares them with GovGraph's and counts
 * the statements. Nothing is timed before this is done.
 * @param {object} task
 * @param {import("./set.js").Set} task.set
 * @param {import("./system.js").Place} task.place
 * @param {readonly SystemName[]} task.systems GovGraph first
 * @param {readonly string[] | null} task.only ids of questions, null for all
 * @param {number} task.counted requests over which statements are counted
 * @param {readonly SystemName[]} task.profiled systems whose statements are profiled, which takes a while
 * @param {(message: string) => void} task.say
 * @returns {Promise<{ questions: readonly Question[], checked: Record<string, Record<string, Checked>>, answers: Record<string, string> }>}
 */
export async function compareAnswers({ set, place, systems, only, counted, profiled, say }) {
  /** @type {Record<string, Record<string, Checked>>} */
  const checked = {};
  /** @type {Record<string, string>} */
  const answers = {};
  /** @type {Record<string, unknown>} */
  const expected = {};
  /** @type {readonly Question[]} */
  let questions = [];
  const { uri, user, password } = place.neo4j;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  for (const name of systems) {
    if (name === "bytes") continue;
    const counter = await countStatements(place.neo4j.uri);
    try {
      const running = await startSystem(name, { ...place, neo4j: { ...place.neo4j, uri: counter.uri } });
      const client = new Client(running.url);
      try {
        if (name === "govgraph") {
          questions = questionsOf(await aboutOf(client, set)).filter(
            ({ id }) => only === null || only.includes(id),
          );
        }
        if (name === "govgraph" || askedAs[name] === "govgraph") await untilQuiet(driver, counter.sent, name);
        for (const question of questions) {
          const as = /** @type {"govgraph" | "generated" | "cypher" | "bare"} */ (askedAs[name] ?? name);
          const asking = question[as];
          checked[question.id] ??= {};
          const row = /** @type {Record<string, Checked>} */ (checked[question.id]);
          if (typeof asking === "string") {
            row[name] = { verdict: asking };
            continue;
          }
          const body = JSON.stringify(asking.body);
          const { status, text } = await client.ask({ body });
          const answer = JSON.parse(text);
          if (status !== 200 || answer.errors !== undefined) {
            row[name] = { verdict: `failed: ${status} ${text.slice(0, 300)}` };
            continue;
          }
          const form = asking.form(answer);
          if (name === "govgraph") {
            expected[question.id] = form;
            answers[question.id] = text;
          }
          const equal = isDeepStrictEqual(form, expected[question.id]);
          if (!equal) {
            row[name] = { verdict: `differs: ${differenceOf(expected[question.id], form)}` };
            continue;
          }
          const get = name === "unchanged" ? await unchangedOf(client, asking.body) : null;
          if (typeof get === "string") {
            row[name] = { verdict: get };
            continue;
          }
          /** @type {import("./counter.js").Sent[][]} */
          const each = [];
          for (let asked = 0; asked < counted; asked++) {
            counter.sent.length = 0;
            await client.ask({ body, ...get });
            each.push([...counter.sent]);
          }
          // A system sends as many each time; those that GovGraph sends once a second on its own account stand out.
          const [least = []] = each.sort((a, b) => a.length - b.length);
          const statements = least.length;
          const cost = profiled.includes(name) ? await costOf(driver, least) : undefined;
          const bytes = Buffer.byteLength(text);
          row[name] = { verdict: "equal", body, bytes, ...get, statements, ...(cost && { cost }) };
        }
        say(`${set.name}: ${name} compared`);
      } finally {
        await client.close();
        await running.stop();
      }
    } finally {
      counter.close();
    }
  }
  await driver.close();
  if (systems.includes("bytes")) {
    for (const { id } of questions) {
      const text = answers[id];
      if (text === undefined) continue;
      const row = /** @type {Record<string, Checked>} */ (checked[id]);
      row.bytes = {
        verdict: "equal",
        body: JSON.stringify({ name: id }),
        bytes: Buffer.byteLength(text),
        statements: 0,
      };
    }
  }
  return { questions, checked, answers };
}

/**
 * Waits until GovGraph asks Neo4j nothing of its own any more: after its start it asks its questions to itself, which
 * belongs to no request. A statement may take seconds on a busy machine, so Neo4j too is asked whether one runs.
 * @param {import("neo4j-driver").Driver} driver
 * @param {import("./counter.js").Sent[]} sent
 * @param {SystemName} name
 */
async function untilQuiet(driver, sent, name) {
  const text = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'govgraph' RETURN count(*) AS running";
  for (let waits = 0, quiet = 0; waits < 240; waits++) {
    sent.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { records } = await driver.executeQuery(text, {}, { database: "neo4j" });
    const still = sent.length === 0 && Number(records[0]?.get("running")) === 0;
    quiet = still ? quiet + 1 : 0;
    if (quiet === 3) return;
  }
  throw new Error(
    `${name} asks Neo4j without being asked, ${sent.length} statements in half a second; expected none`,
  );
}

/**
 * The question by GET, with the ETag of its answer: who has that answer is told 304 and nothing else.
 * @param {Client} client
 * @param {{ query: string, variables: object }} body
 * @returns {Promise<Pick<import("./client.js").Task, "get" | "status" | "bytes"> | string>} a text says why not
 */
async function unchangedOf(client, { query, variables }) {
  const values = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const get = { path: `/graphql?${values}`, headers: { "apollo-require-preflight": "1" } };
  const { status, etag } = await client.ask({ body: "", get });
  if (status !== 200 || etag === undefined) return `failed: ${status}, ETag ${etag} by GET`;
  const again = { ...get, headers: { ...get.headers, "if-none-match": etag } };
  const { status: unchanged, text } = await client.ask({ body: "", get: again });
  if (unchanged !== 304) return `failed: ${unchanged} to If-None-Match, expected 304`;
  return { get: again, status: unchanged, bytes: Buffer.byteLength(text) };
}

/**
 * @param {import("neo4j-driver").Driver} driver
 * @param {readonly import("./counter.js").Sent[]} sent
 * @returns {Promise<Cost>}
 */
async function costOf(driver, sent) {
  const profiles = [];
  for (const { text, parameters } of sent) profiles.push(await profileOf(driver, text, parameters));
  return {
    stems: sent.flatMap(({ stem }) => stem ?? []),
    hits: profiles.reduce((sum, { hits }) => sum + hits, 0),
    costliest: [...profiles].sort((a, b) => b.hits - a.hits)[0]?.costliest ?? [],
  };
}
