// One run on one data set: start the systems, compare their answers, time them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { differenceOf } from "./compare.js";
import { ask, measure } from "./measure.js";
import { bodyOf, findVariables } from "./questions.js";
import { startSystem, systems } from "./systems.js";

/**
 * @param {string} set D1 or D2
 * @param {{ database: any, questions: any[], wanted: string[], baseline?: string, pace: any, br: boolean, folder: string, say: any }} options
 */
export async function runSet(set, { database, questions, wanted, baseline, pace, br, folder, say }) {
  const logs = mkdtempSync(join(tmpdir(), "govgraph-bench-"));
  const load = [loadavg()[0]];
  const start = (name) => startSystem(name, { database, set, baseline, folder: logs });
  const started = [await start("shipped")];
  const { variables, expected } = await askGovGraph(started[0].pool, questions);
  writeFileSync(join(logs, "stored.json"), JSON.stringify(expected));
  for (const name of wanted.slice(1)) started.push(await start(name));
  const tasks = {};
  for (const question of questions) {
    const { data, cypher } = expected[question.name];
    tasks[question.name] = [];
    for (const { name, api, pool } of started) {
      const body = bodyOf(api, question, variables);
      // Without statements there is nothing that the bare driver could run.
      if (body === null || (api === "bare" && cypher.length === 0)) continue;
      const { status, text } = await ask(pool, body);
      const answer = status === 200 ? JSON.parse(text) : { errors: text };
      const difference = answer.errors
        ? `expected an answer, got ${status} ${text.slice(0, 300)}`
        : differenceOf(api, data, answer.data);
      if (difference)
        throw new Error(`${set}, ${question.name}, ${systems[name].is}: ${difference}. Nothing was timed.`);
      const headers = br ? { "accept-encoding": "br" } : {};
      // The length of a compressed answer may vary.
      tasks[question.name].push({ name, pool, body, headers, bytes: br ? null : Buffer.byteLength(text) });
    }
  }
  say(`${set}: all answers are equal`);
  const results = {};
  for (const { name } of questions) {
    results[name] = await measure(tasks[name], pace);
    say(`${set}: ${name} is measured`);
  }
  for (const { stop } of started) await stop();
  rmSync(logs, { recursive: true });
  const report = {
    set,
    at: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, Neo4j ${database.version}`,
    load: [...load, loadavg()[0]],
    pace: { ...pace, br },
    systems: wanted,
    questions: questions.map(({ name, says }) => ({ name, says, bytes: expected[name].text.length })),
    results,
  };
  mkdirSync(join(folder, "report"), { recursive: true });
  writeFileSync(join(folder, "report", `${set}.json`), JSON.stringify(report, null, 1));
  return report;
}

/** GovGraph's answers and the statements behind them, by the name of the question. */
async function askGovGraph(pool, questions) {
  const answerTo = async (body, headers) => {
    const { text } = await ask(pool, body, headers);
    const { data, errors, extensions } = JSON.parse(text);
    if (errors) throw new Error(`GovGraph: expected an answer to ${body}, got ${text.slice(0, 500)}`);
    return { text, data, cypher: extensions?.cypher };
  };
  const variables = await findVariables(async (query) => (await answerTo(JSON.stringify({ query }))).data);
  const expected = {};
  for (const question of questions) {
    const body = bodyOf("govgraph", question, variables);
    const { cypher } = await answerTo(body, { "govgraph-explain": "cypher" });
    expected[question.name] = { ...(await answerTo(body)), cypher };
  }
  return { variables, expected };
}
