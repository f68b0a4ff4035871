import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { settings } from "./govgraph.js";

/** @typedef {"govgraph" | "generated" | "generatedJit" | "cypher" | "bare" | "bytes" | "cached" | "unchanged"} SystemName */

/** The systems in the order of the tables. @type {Record<SystemName, string>} */
export const systems = {
  govgraph: "GovGraph as shipped, answer caching off",
  generated: "@neo4j/graphql 7.6.3, generated",
  generatedJit: "@neo4j/graphql 7.6.3, generated, run by graphql-jit",
  cypher: "@neo4j/graphql 7.6.3, our Cypher in @cypher",
  bare: "Fastify and the bare driver, our Cypher",
  bytes: "Fastify sending stored bytes",
  cached: "GovGraph as shipped, answer caching on",
  unchanged: "the same, asked by GET with If-None-Match",
};

/** The settings that bound what GovGraph keeps of answers; 0 keeps nothing. */
const cacheSettings = ["GOVGRAPH_ANSWER_CACHE_BYTES", "GOVGRAPH_ROWS_CACHE_BYTES"];

/** Why the track with answer caching on cannot be measured; null where it can. */
export const notCached = cacheSettings.every((name) => name in settings)
  ? null
  : "GovGraph with answer caching on: not built yet, so there is nothing to measure";

/** Every answer worked out from the graph: GovGraph against the systems that could take its place. @type {readonly SystemName[]} */
export const mainTrack = ["govgraph", "generated", "generatedJit", "cypher", "bare", "bytes"];

/** Answers that were given before, against GovGraph's own main track and against sending bytes. @type {readonly SystemName[]} */
export const cachedTrack = ["cached", "unchanged", "govgraph", "bytes"];

/** What runs unless other systems are named. @type {readonly SystemName[]} */
export const usual = [
  ...mainTrack.filter((name) => name !== "generatedJit"),
  ...(notCached === null ? /** @type {const} */ (["cached", "unchanged"]) : []),
];

/** Whether the systems are GovGraph itself. */
const own = /** @type {readonly string[]} */ (["govgraph", "cached", "unchanged"]);

/** @param {SystemName} name @param {boolean} widened */
function fileOf(name, widened) {
  if (own.includes(name)) return widened ? "server/govgraph.js" : "../dist/main.js";
  return name === "bare" || name === "bytes" ? `server/${name}.js` : "server/peer.js";
}

/**
 * A system that runs in a process of its own.
 * @typedef {object} Running
 * @property {SystemName} name
 * @property {string} url
 * @property {number} pid
 * @property {number} startMs from the start of the process until it says that it is ready
 * @property {() => Promise<void>} stop
 */

/**
 * What a system needs to be started.
 * @typedef {object} Place
 * @property {{ uri: string, user: string, password: string }} neo4j
 * @property {readonly string[]} dimensions keys of dimensions beyond those of GovGraph's vocabulary
 * @property {string} answers file of stored answers
 * @property {string} logs folder
 * @property {number} [heapMb] heap of its Node in MiB; Node's own choice where not given
 */

/** How to stop each system that runs now. @type {globalThis.Set<() => Promise<void>>} */
const running = new Set();

async function stopAll() {
  await Promise.all([...running].map((stop) => stop()));
}

/**
 * Ends by itself what was started when the process is told to stop: the systems first, since they use the rest.
 * @param {() => Promise<unknown>} release ends whatever else was started
 */
export function endWhenTold(release) {
  let ending = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    // Who is told twice is ending already, and would leave its Neo4j behind if it just died.
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void stopAll()
        .then(release)
        .finally(() => process.exit(130));
    });
  }
}

/** @returns {boolean} whether the peer's packages are installed */
export function hasPeer() {
  return existsSync(new URL("node_modules/@neo4j/graphql/package.json", import.meta.url));
}

/**
 * Starts a system and waits until it is ready.
 * @param {SystemName} name
 * @param {Place} place
 * @returns {Promise<Running>}
 */
export async function startSystem(name, { neo4j, dimensions, answers, logs, heapMb }) {
  const port = await freePort();
  const widened = own.includes(name) && dimensions.length > 0;
  const file = fileURLToPath(new URL(fileOf(name, widened), import.meta.url));
  mkdirSync(logs, { recursive: true });
  const logFile = `${logs}/${name}.log`;
  const log = openSync(logFile, "w");
  const start = performance.now();
  const heap = heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`];
  const command = own.includes(name) && !widened ? ["serve"] : [];
  const child = spawn(process.execPath, [...heap, file, ...command], {
    stdio: ["ignore", log, log],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      PORT: String(port),
      NEO4J_URI: neo4j.uri,
      NEO4J_USER: neo4j.user,
      NEO4J_PASSWORD: neo4j.password,
      BENCH_ANSWERS: answers,
      BENCH_VARIANT: name,
      ...(name === "govgraph" &&
        notCached === null &&
        Object.fromEntries(cacheSettings.map((setting) => [setting, "0"]))),
      ...(widened && { BENCH_DIMENSIONS: dimensions.join(",") }),
    },
  });
  closeSync(log);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    running.delete(stop);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 8_000);
    await ended;
    clearTimeout(timer);
  };
  running.add(stop);
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    const gone = child.exitCode !== null || child.signalCode !== null;
    if (gone || performance.now() - start > 60_000) {
      await stop();
      const why = gone ? "ended" : "was not ready within 60 s";
      throw new Error(
        `${systems[name]} ${why}; the end of its log:\n${readFileSync(logFile, "utf8").slice(-2_000)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { name, url, pid: child.pid ?? 0, startMs: performance.now() - start, stop };
}

/** @param {string} url */
async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
