import { once } from "node:events";
import { createServer } from "node:http";
import { Client } from "./client.js";
import { cpuOf, memoryOf } from "./process.js";
import { randomFrom } from "./random.js";
import { median, percentile } from "./ratio.js";
import { mainTrack, startSystem } from "./system.js";

/** @typedef {import("./system.js").SystemName} SystemName */
/** @typedef {import("./prepare.js").Checked} Checked */

/**
 * One round of one system at one question.
 * @typedef {object} Round
 * @property {number} perSecond right answers a second at 8 in flight; a refusal is none
 * @property {number} p50 milliseconds at 1 in flight
 * @property {number} p99 milliseconds at 1 in flight
 * @property {number | null} serverCpu milliseconds a request, at 8 in flight
 * @property {number | null} neo4jCpu milliseconds a request, at 8 in flight
 * @property {number} wrong answers unlike the one that was compared
 * @property {{ rate: number, p50: number, p99: number }} [open] milliseconds at a stated rate of arrivals
 */

/**
 * How long everything takes.
 * @typedef {object} Pace
 * @property {number} rounds
 * @property {number} starts how often each system is started for its first answer
 * @property {number} warmUp requests a question and system before the first round, for 8 s at most
 * @property {number} closedMs a round of 8 in flight
 * @property {number} singleMs a round of 1 in flight
 * @property {number} openMs a round of open arrivals; 0 for none
 */

/**
 * What was measured on one set.
 * @typedef {object} Measured
 * @property {Record<string, Record<string, Round[]>>} rounds by question and system
 * @property {Record<string, { startMs: number, firstMs: number[], memory: ReturnType<typeof memoryOf> }>} systems `firstMs` is one a start
 */

const inFlight = 8;
const readiness = { body: "", get: { path: "/readyz", headers: {} } };
/** How long a system is warmed up for a question at most, in milliseconds. */
const longestWarmUp = 8_000;

/**
 * Starts all systems, each in a process of its own, and times them in turns.
 * @param {object} task
 * @param {import("./system.js").Place} task.place
 * @param {number} task.neo4jPid
 * @param {readonly SystemName[]} task.systems
 * @param {Record<string, Record<string, Checked>>} task.checked
 * @param {Pace} task.pace
 * @param {(message: string) => void} task.say
 * @returns {Promise<Measured>}
 */
export async function measure({ place, neo4jPid, systems, checked, pace, say }) {
  /** @type {{ name: SystemName, client: Client, pid: number, startMs: number, firstMs: number[], stop: () => Promise<void> }[]} */
  const running = [];
  await warmClient();
  try {
    for (const name of systems) {
      const first = Object.values(checked).find((row) => row[name]?.body !== undefined)?.[name];
      /** @type {number[]} */
      const firstMs = [];
      for (let start = 1; start <= pace.starts; start++) {
        const system = await startSystem(name, place);
        const client = new Client(system.url);
        running.push({ ...system, client, firstMs });
        // The first question over a connection that is open, as every other.
        for (let opened = 0; opened < 20; opened++) await client.ask(readiness);
        const from = performance.now();
        if (first?.body !== undefined) await client.ask({ body: first.body });
        firstMs.push(performance.now() - from);
        if (start < pace.starts) await end(/** @type {(typeof running)[number]} */ (running.pop()));
      }
    }
    /** @type {Measured["rounds"]} */
    const rounds = {};
    const random = randomFrom(1);
    for (const [id, row] of Object.entries(checked)) {
      const able = running.filter(({ name }) => row[name]?.body !== undefined);
      const taskOf = (/** @type {SystemName} */ name) => {
        const { body = "", get, status = 200, bytes = 0 } = /** @type {Checked} */ (row[name]);
        return { body, status, bytes, ...(get && { get }) };
      };
      for (const { name, client } of able) {
        await client.closed(taskOf(name), { inFlight, milliseconds: longestWarmUp, count: pace.warmUp });
      }
      /** @type {Record<string, Round[]>} */
      const own = Object.fromEntries(able.map(({ name }) => [name, []]));
      rounds[id] = own;
      const shuffled = () =>
        able
          .map((one) => ({ one, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
      for (let round = 0; round < pace.rounds; round++) {
        for (const system of shuffled())
          own[system.name]?.push(await oneRound(system, taskOf(system.name), neo4jPid, pace));
      }
      if (pace.openMs > 0) {
        // A rate that the slowest carries easily, the same for all; what only sends bytes is no measure of it.
        const slowest = Math.min(
          ...able
            .filter(({ name }) => mainTrack.includes(name) && name !== "bytes")
            .map(({ name }) => median((own[name] ?? []).map(({ perSecond }) => perSecond))),
        );
        const rate = Math.max(1, Math.round(slowest / 2));
        for (let round = 0; round < pace.rounds; round++) {
          for (const { name, client } of shuffled()) {
            const { latencies, wrong } = await client.open(taskOf(name), {
              rate,
              milliseconds: pace.openMs,
              seed: round + 1,
            });
            const entry = /** @type {Round} */ (own[name]?.[round]);
            entry.open = { rate, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
            entry.wrong += wrong;
          }
        }
      }
      say(`${id} measured`);
    }
    const facts = running.map(({ name, pid, startMs, firstMs }) => [
      name,
      { startMs, firstMs, memory: memoryOf(pid) },
    ]);
    return { rounds, systems: Object.fromEntries(facts) };
  } finally {
    for (const system of running) await end(system);
  }
}

/** @param {{ client: Client, stop: () => Promise<void> }} system */
async function end({ client, stop }) {
  await client.close();
  await stop();
}

/** The first system would else be slowed by a client that has not run yet. */
async function warmClient() {
  const server = createServer((_, response) => response.end("{}")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const client = new Client(`http://127.0.0.1:${port}`);
  for (let asked = 0; asked < 500; asked++) await client.ask({ body: "{}" });
  await client.close();
  server.close();
}

/**
 * @param {{ client: Client, pid: number }} system
 * @param {import("./client.js").Task} task
 * @param {number} neo4jPid
 * @param {Pace} pace
 * @returns {Promise<Round>}
 */
async function oneRound({ client, pid }, task, neo4jPid, { closedMs, singleMs }) {
  const before = [cpuOf(pid), cpuOf(neo4jPid)];
  const closed = await client.closed(task, { inFlight, milliseconds: closedMs });
  const after = [cpuOf(pid), cpuOf(neo4jPid)];
  const single = await client.closed(task, { inFlight: 1, milliseconds: singleMs });
  const [serverCpu = null, neo4jCpu = null] = after.map((value, index) => {
    const from = before[index] ?? null;
    return value === null || from === null ? null : (value - from) / closed.count;
  });
  return {
    perSecond: ((closed.count - closed.wrong) * 1_000) / closed.milliseconds,
    p50: percentile(single.latencies, 0.5),
    p99: percentile(single.latencies, 0.99),
    serverCpu,
    neo4jCpu,
    wrong: closed.wrong + single.wrong,
  };
}
