#!/usr/bin/env node
// Asks GovGraph as shipped, with a small heap, for an hour what nobody asked before, and tells what memory it holds.
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client } from "./client.js";
import { databaseWith } from "./database.js";
import { memoryOf } from "./process.js";
import { randomFrom } from "./random.js";
import { median } from "./ratio.js";
import { setOf } from "./set.js";
import { endWhenTold, startSystem } from "./system.js";
import { uniqueRequests } from "./unique.js";

const usage = `npm run bench:soak -- [OPTIONS]   memory of a server that is asked mixed requests, each another

  --minutes 60   how long
  --rate 60      requests a second at most, from six clients
  --heap 256     MiB of heap for the server
  --set D1       D0 or D1
  --folder DIR   where its Neo4j keeps its data (default bench/)
  --help`;

/** Requests in flight at most. */
const clients = 6;
/** How much more memory may be held near the end than after the first third before it counts as growing. */
const mostGrowth = 1.1;

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    rate: { type: "string", default: "60" },
    heap: { type: "string", default: "256" },
    set: { type: "string", default: "D1" },
    folder: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** @param {string} message */
const say = (message) => console.error(`[soak] ${message}`);
/** @type {() => Promise<void>} */
let release = async () => {};
endWhenTold(() => release());

if (options.help) console.log(usage);
else await main();

async function main() {
  const [minutes, rate, heap] = [options.minutes, options.rate, options.heap].map(Number);
  if (
    !(minutes && minutes > 0 && minutes <= 600 && rate && rate > 0 && rate <= 1_000 && heap && heap >= 64)
  ) {
    console.error(
      `--minutes above 0 to 600, --rate above 0 to 1000, --heap from 64: got ${options.minutes}, ${options.rate} and ${options.heap}`,
    );
    process.exitCode = 2;
    return;
  }
  if (options.set !== "D0" && options.set !== "D1") {
    console.error(`--set: expected D0 or D1, got "${options.set}"`);
    process.exitCode = 2;
    return;
  }
  const folder = resolve(options.folder ?? fileURLToPath(new URL(".", import.meta.url)));
  const logs = join(tmpdir(), `govgraph-soak-${process.pid}`);
  mkdirSync(logs, { recursive: true });
  const database = await databaseWith(setOf(options.set), {
    heapMb: 1_024,
    home: join(folder, ".govgraph", options.set),
    say,
    hold: (how) => {
      release = how;
    },
  });
  try {
    const { uri, user, password } = database;
    const place = { neo4j: { uri, user, password }, dimensions: [], answers: "", logs, heapMb: heap };
    const system = await startSystem("cached", place);
    try {
      await soak(system, { minutes, rate, heap });
    } finally {
      await system.stop();
    }
  } finally {
    await database.release();
    rmSync(logs, { recursive: true, force: true });
  }
}

/**
 * Prints a line a minute and a verdict; sets the exit code to 1 where a request was refused, answered with errors or
 * not at all, or where memory grew.
 * @param {import("./system.js").Running} system
 * @param {{ minutes: number, rate: number, heap: number }} pace
 */
async function soak({ url, pid }, { minutes, rate, heap }) {
  const client = new Client(url);
  const requests = uniqueRequests(randomFrom(Date.now()));
  const start = performance.now();
  const end = start + minutes * 60_000;
  /** @type {number[]} */
  const held = [];
  let asked = 0;
  /** @type {string[]} */
  const wrong = [];
  console.log("minute  requests  refused  memory MiB  at most MiB");
  const tell = () => {
    const memory = memoryOf(pid);
    if (memory !== null) held.push(memory.now);
    const minute = ((performance.now() - start) / 60_000).toFixed(1);
    console.log(
      [minute.padStart(6), String(asked).padStart(8), String(wrong.length).padStart(7)].join("  ") +
        `  ${String(memory?.now ?? "?").padStart(10)}  ${String(memory?.most ?? "?").padStart(11)}`,
    );
  };
  const timer = setInterval(tell, Math.min(60_000, (minutes * 60_000) / 6));
  const one = async () => {
    while (performance.now() < end && wrong.length < 1_000) {
      const due = start + (asked++ * 1_000) / rate;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      try {
        const { status, text } = await client.ask({ body: JSON.stringify(requests.next().value) });
        if (status !== 200 || text.includes('"errors"')) wrong.push(`${status} ${text.slice(0, 300)}`);
      } catch (error) {
        wrong.push(String(error));
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, one));
  } finally {
    clearInterval(timer);
    await client.close();
  }
  tell();
  const third = Math.floor(held.length / 3);
  const [early, late] = [median(held.slice(third, 2 * third + 1)), median(held.slice(-third - 1))];
  const grew = early > 0 ? late / early : Number.NaN;
  console.log(
    `${asked} requests in ${minutes} minutes with a heap of ${heap} MiB: ${wrong.length} refused or wrong; ` +
      `memory in the last third ${grew.toFixed(2)} times that of the middle one.`,
  );
  for (const text of wrong.slice(0, 5)) console.log(text);
  if (wrong.length > 0 || grew > mostGrowth) process.exitCode = 1;
}
