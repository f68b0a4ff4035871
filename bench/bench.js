#!/usr/bin/env node
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openData, root, running } from "./data.js";
import { printHits } from "./hits.js";
import { writePage } from "./page.js";
import { questions } from "./questions.js";
import { printReport } from "./report.js";
import { runSet } from "./run.js";
import { hasPeer, systems } from "./systems.js";

const usage = `npm run bench -- [OPTIONS]   Compares GovGraph with other systems, side by side

  --sets D1,D2       data sets: D1 is the real data, D2 is made up and large (default D1,D2)
  --systems a,b      only these next to shipped: uncached, generated, generated-cached, bare, bytes
  --questions a,b    only these questions, by their file names in bench/question
  --baseline DIR     also compare with another built checkout of GovGraph
  --rounds N         rounds, in which the systems take turns (default 10)
  --seconds N        length of each measurement [s] (default 0.3)
  --warm-up N        requests to each system before the first round of a question (default 300)
  --br               accept answers compressed with Brotli
  --page             write docs/performance.md and docs/performance.svg from the reports of both sets
  --hits             instead: print the db hits of every question file, next to those of --baseline
  --folder DIR       where the Neo4j data and the reports are (default bench/.govgraph)`;

const text = /** @type {const} */ ({ type: "string" });
const flag = /** @type {const} */ ({ type: "boolean", default: false });
/** @type {{ values: Record<string, any> }} */
const { values: options } = parseArgs({
  options: {
    ...{ sets: text, systems: text, questions: text, baseline: text, folder: text },
    ...{ rounds: text, seconds: text, "warm-up": text, br: flag, page: flag, hits: flag, help: flag },
  },
});
const say = (/** @type {string} */ message) => console.error(`[bench] ${message}`);
const usesPeer = (name) => systems[name].api === "generated";

async function main() {
  const folder = resolve(options.folder ?? join(root, "bench/.govgraph"));
  const baseline = options.baseline && resolve(options.baseline);
  const others = Object.keys(systems).filter((name) => name !== "shipped" && !systems[name].baseline);
  const sets = namesIn("sets", ["D1", "D2"]);
  const names = namesIn(
    "questions",
    questions.map(({ name }) => name),
  );
  let wanted = ["shipped", ...namesIn("systems", others)];
  if (!hasPeer() && wanted.some(usesPeer)) {
    say("@neo4j/graphql is not installed and is left out. To compare it too, run: npm ci --prefix bench");
    wanted = wanted.filter((name) => !usesPeer(name));
  }
  if (baseline) wanted.push("baseline", ...(wanted.includes("uncached") ? ["baseline-uncached"] : []));
  const shared = {
    ...{ wanted, baseline, folder, say, br: options.br },
    questions: questions.filter(({ name }) => names.includes(name)),
    pace: {
      rounds: numberIn("rounds", 10),
      seconds: numberIn("seconds", 0.3),
      warmUp: numberIn("warm-up", 300),
    },
  };
  for (const set of sets) {
    const database = await openData(set, { folder, say, withPeer: !options.hits && wanted.some(usesPeer) });
    if (options.hits) await printHits(database, set, baseline);
    else printReport(await runSet(set, { ...shared, database }));
    await database.release();
  }
  if (options.page) writePage(folder);
}

/** The names that an option lists; all known names where it is not given. */
function namesIn(option, known) {
  const names = options[option]?.split(",") ?? known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) refuse(`--${option}: expected some of ${known.join(", ")}, got "${unknown}".`);
  return names;
}

function numberIn(option, fallback) {
  const value = Number(options[option] ?? fallback);
  if (!(value > 0)) refuse(`--${option}: expected a number above 0, got "${options[option]}".`);
  return value;
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}

async function stopAll() {
  for (const stop of [...running].reverse()) await stop();
}
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => stopAll().finally(() => process.exit(130)));
if (options.help) console.log(usage);
else await main().finally(stopAll);
