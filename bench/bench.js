#!/usr/bin/env node
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import neo4j from "neo4j-driver";
import { databaseWith } from "./database.js";
import { profileFiles } from "./hits.js";
import { measure } from "./measure.js";
import { reportName, writePage } from "./page.js";
import { compareAnswers } from "./prepare.js";
import { loadNow } from "./process.js";
import { setOf, sizes } from "./set.js";
import { cachedTrack, endWhenTold, hasPeer, notCached, systems, usual } from "./system.js";
import { printReport } from "./table.js";

const usage = `npm run bench -- [OPTIONS]   GovGraph side by side with @neo4j/graphql and the bare driver

  --quick               under five minutes: D0 compared, D1 timed in three short rounds, which allow no claim
  --sets D0,D1,D2       sets of data; D0 is real, the others are synthetic (default D0,D1,D2)
                        D3, 40,000 regions and 4 million leaderships, runs only when it is named here
  --questions Q4,Q6     only these questions
  --systems bare,bytes  only these beside govgraph: ${Object.keys(systems).slice(1).join(", ")}
                        (default all but generatedJit)
  --rounds 5            rounds, in turns; a claim needs five
  --seconds 1           length of a round at 8 in flight; at 1 in flight and for open arrivals it is half of that
  --warm-up 1000        requests to each system before a question's rounds, for 8 s at most
  --cached              only the track with answer caching on: ${cachedTrack.join(", ")}
  --run 2               a second run: its reports lie beside those of the first
  --page                write docs/performance.md and docs/performance.svg from the reports of all sets
  --folder DIR          where its Neo4j keep their data and the reports are written (default bench/)
  --help`;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    sets: { type: "string" },
    questions: { type: "string" },
    systems: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    "warm-up": { type: "string" },
    cached: { type: "boolean", default: false },
    run: { type: "string", default: "1" },
    page: { type: "boolean", default: false },
    folder: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** @param {string} message */
const say = (message) => console.error(`[bench] ${message}`);
const folder = resolve(options.folder ?? fileURLToPath(new URL(".", import.meta.url)));

/** How to end each Neo4j that was started; doing so twice changes nothing. @type {(() => Promise<void>)[]} */
const held = [];
endWhenTold(() => Promise.all(held.map((release) => release())));

if (options.help) console.log(usage);
else await main();

async function main() {
  const names = (options.sets ?? (options.quick ? "D0,D1" : "D0,D1,D2")).split(",");
  const wanted = /** @type {import("./system.js").SystemName[]} */ ([
    ...new Set(["govgraph", ...(options.systems?.split(",") ?? (options.cached ? cachedTrack : usual))]),
  ]);
  const unknown = wanted.find((name) => !(name in systems));
  if (unknown !== undefined) {
    console.error(`--systems: expected some of ${Object.keys(systems).join(", ")}, got "${unknown}"`);
    process.exitCode = 2;
    return;
  }
  const strange = names.find((name) => name !== "D0" && !(name in sizes));
  if (strange !== undefined) {
    console.error(`--sets: expected some of D0, ${Object.keys(sizes).join(", ")}, got "${strange}"`);
    process.exitCode = 2;
    return;
  }
  const seconds = Number(options.seconds ?? (options.quick ? 0.2 : 1));
  const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
  const warmUp = Number(options["warm-up"] ?? (options.quick ? 40 : 1_000));
  if (!(seconds > 0 && Number.isInteger(rounds) && rounds > 0 && warmUp >= 0)) {
    console.error(
      `--seconds, --rounds and --warm-up: expected numbers above 0, got ${seconds}, ${rounds} and ${warmUp}`,
    );
    process.exitCode = 2;
    return;
  }
  if (notCached !== null && (wanted.includes("cached") || wanted.includes("unchanged"))) {
    console.error(`${notCached}. Leave --cached out.`);
    process.exitCode = 2;
    return;
  }
  const missing = wanted.some((name) => /^(generated|cypher)/.test(name)) && !hasPeer();
  if (missing) {
    console.error(
      "The peer's packages are not installed. Run: npm ci --prefix bench\nOr leave the peer out: --systems bare,bytes",
    );
    process.exitCode = 2;
    return;
  }
  const run = Number(options.run);
  if (run !== 1 && run !== 2) {
    console.error(`--run: expected 1 or 2, got ${options.run}`);
    process.exitCode = 2;
    return;
  }
  const pace = {
    rounds,
    warmUp,
    closedMs: seconds * 1_000,
    singleMs: seconds * 500,
    starts: options.quick ? 1 : 5,
    openMs: options.quick ? 0 : seconds * 500,
  };
  if (!names.includes("D3"))
    say("D3 (40,000 regions, 4 million leaderships) is left out; ask for it with --sets D3");
  if (notCached !== null) say(notCached);
  for (const name of names) {
    const report = { ...(await runSet(name, wanted, pace)), run };
    mkdirSync(join(folder, "report"), { recursive: true });
    writeFileSync(join(folder, "report", reportName(name, run)), `${JSON.stringify(report, null, 1)}\n`);
    printReport(report);
    const faults = Object.values(report.checked)
      .flatMap((row) => Object.values(row))
      .filter(({ verdict }) => /^(failed|differs)/.test(verdict));
    if (faults.length > 0) process.exitCode = 1;
  }
  if (options.page) writePage(say);
}

/**
 * @param {string} name
 * @param {readonly import("./system.js").SystemName[]} wanted
 * @param {import("./measure.js").Pace} pace
 */
async function runSet(name, wanted, pace) {
  const set = setOf(name);
  const heapMb = name === "D3" ? 4_096 : 1_024;
  // Before anything else: what differs would be found after an hour of measuring.
  const packages = packagesInUse();
  const begun = new Date();
  const loadBefore = loadNow();
  const logs = join(tmpdir(), `govgraph-bench-${process.pid}`);
  const database = await databaseWith(set, {
    heapMb,
    home: join(folder, ".govgraph", name),
    say,
    hold: (release) => held.push(release),
  });
  try {
    const { uri, user, password, pid, version } = database;
    mkdirSync(logs, { recursive: true });
    const place = {
      neo4j: { uri, user, password },
      dimensions: furtherDimensions(set),
      answers: join(logs, "answers.json"),
      logs,
    };
    // Only of the set whose costs are recorded; the large ones hold questions that nobody asks of so much.
    const profiling = name === "D1" ? profiledFiles(place.neo4j, set) : {};
    const only = options.questions?.split(",") ?? null;
    const comparing = compareAnswers({
      set,
      place,
      systems: wanted,
      only,
      counted: options.quick ? 3 : 20,
      profiled: options.quick ? ["govgraph", "bare"] : wanted,
      say,
    });
    // Nothing is timed yet, so both may run beside each other.
    const [files, { questions, checked, answers }] = await Promise.all([profiling, comparing]);
    writeFileSync(place.answers, JSON.stringify(answers));
    const timed = !(options.quick && name === "D0");
    if (!timed) say("D0 is compared only; --quick times D1");
    const measured = timed
      ? await measure({ place, neo4jPid: pid, systems: wanted, checked, pace, say })
      : { rounds: {}, systems: {} };
    return {
      set: { name, says: set.says },
      systems: wanted,
      at: begun.toISOString(),
      machine: {
        cores: cpus().length,
        processor: cpus()[0]?.model ?? "unknown",
        system: `${process.platform} ${release()}`,
        node: process.version,
        neo4j: `${version} Community, heap ${heapMb} MiB`,
        packages,
        loadBefore,
        loadAfter: loadNow(),
      },
      pace,
      questions: questions.map(({ id, says }) => ({ id, says })),
      files,
      checked: Object.fromEntries(
        Object.entries(checked).map(([id, row]) => [
          id,
          Object.fromEntries(Object.entries(row).map(([system, { body, ...rest }]) => [system, rest])),
        ]),
      ),
      measured,
    };
  } finally {
    await database.release();
    rmSync(logs, { recursive: true, force: true });
  }
}

/**
 * @param {{ uri: string, user: string, password: string }} place
 * @param {import("./set.js").Set} set
 */
async function profiledFiles({ uri, user, password }, set) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  return profileFiles(driver, set).finally(() => driver.close());
}

/** @param {import("./set.js").Set} set */
function furtherDimensions({ tables }) {
  return tables.dimensions.map(({ key }) => key).filter((key) => key.startsWith("SYNTHETIC_"));
}

/** Versions of what both sides use; they must be the same. @throws Error naming a package of which they differ */
function packagesInUse() {
  return Object.fromEntries(
    ["graphql", "@apollo/server", "fastify", "neo4j-driver"].map((name) => {
      const versionIn = (/** @type {string} */ place) =>
        JSON.parse(
          readFileSync(new URL(`${place}/node_modules/${name}/package.json`, import.meta.url), "utf8"),
        ).version;
      const ours = versionIn("..");
      const theirs = hasPeer() ? versionIn(".") : ours;
      if (ours !== theirs)
        throw new Error(
          `${name}: GovGraph has ${ours}, the peer ${theirs}; make bench/package.json say ${ours}`,
        );
      return [name, ours];
    }),
  );
}
