#!/usr/bin/env node
// Writes bench/record/D1.json: what each question costs Neo4j on D1, for the test that compares. Look at the difference.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { databaseWith } from "./database.js";
import { profileFiles } from "./hits.js";
import { compareAnswers } from "./prepare.js";
import { compareCosts, costsOf, recordFile } from "./record.js";
import { setOf } from "./set.js";
import { endWhenTold } from "./system.js";

/** @param {string} message */
const say = (message) => console.error(`[hits] ${message}`);
const folder = mkdtempSync(join(tmpdir(), "govgraph-hits-"));
const set = setOf("D1");
/** @type {() => Promise<void>} */
let release = async () => {};
endWhenTold(() => release());
try {
  const database = await databaseWith(set, {
    heapMb: 1_024,
    home: join(folder, "neo4j"),
    say,
    hold: (how) => {
      release = how;
    },
  });
  const { uri, user, password } = database;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { useBigInt: true });
  const files = await profileFiles(driver, set).finally(() => driver.close());
  const { checked } = await compareAnswers({
    set,
    place: { neo4j: { uri, user, password }, dimensions: [], answers: "", logs: folder },
    systems: ["govgraph"],
    only: null,
    counted: 5,
    profiled: ["govgraph"],
    say,
  });
  const costs = costsOf(files, checked);
  try {
    const before = JSON.parse(readFileSync(recordFile, "utf8"));
    const { faults, cheaper } = compareCosts(before, files, checked);
    for (const line of [...faults, ...cheaper.map((one) => `cheaper: ${one}`)]) say(line);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
  mkdirSync(new URL(".", recordFile), { recursive: true });
  writeFileSync(recordFile, textOf(costs));
  say("wrote bench/record/D1.json");
} finally {
  await release();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import("./record.js").Costs} costs one line an entry, for people who look at differences */
function textOf(costs) {
  const parts = Object.entries(costs).map(([part, entries]) => {
    const lines = Object.entries(entries).map(
      ([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
    );
    return `  "${part}": {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
