// The compared systems. Each runs in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Pool } from "undici";
import { root, running } from "./data.js";

const nothingCached = { GOVGRAPH_ANSWER_CACHE_BYTES: "0" };
const earlierSetting = { GOVGRAPH_ROWS_CACHE_BYTES: "0" };

/** `api`: the requests that it understands. `file`: in bench/server; without one it is GovGraph itself. */
export const systems = {
  shipped: { is: "GovGraph as shipped", api: "govgraph" },
  uncached: { is: "GovGraph, nothing cached", api: "govgraph", env: nothingCached },
  generated: { is: "@neo4j/graphql", api: "generated", file: "generated" },
  "generated-cached": {
    is: "@neo4j/graphql, Apollo's response cache",
    ...{ api: "generated", file: "generated", env: { BENCH_CACHE: "on" } },
  },
  bare: { is: "the bare driver, the same Cypher", api: "bare", file: "bare" },
  bytes: { is: "stored bytes", api: "bytes", file: "bytes" },
  baseline: { is: "the baseline as shipped", api: "govgraph", baseline: true },
  "baseline-uncached": {
    is: "the baseline, nothing cached",
    ...{ api: "govgraph", baseline: true, env: { ...nothingCached, ...earlierSetting } },
  },
};

/** Whether the packages of @neo4j/graphql are installed. */
export const hasPeer = () => existsSync(join(root, "bench/node_modules/@neo4j/graphql"));

/**
 * Starts a system and waits until it is ready.
 * @param {string} name
 * @param {{ database: any, set: string, baseline?: string, folder: string }} options `folder` has the logs and stored.json
 */
export async function startSystem(name, { database, set, baseline = "", folder }) {
  const { is, api, file, baseline: isBaseline, env } = systems[name];
  const checkout = isBaseline ? baseline : root;
  const govgraph = [join(checkout, "dist/main.js"), "serve"];
  if (set === "D2") govgraph.unshift("--import", join(root, "bench/server/dimensions.js"));
  const port = await freePort();
  const logFile = join(folder, `${name}.log`);
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, file ? [join(root, `bench/server/${file}.js`)] : govgraph, {
    stdio: ["ignore", log, log],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "production", PORT: String(port) },
      ...{ NEO4J_URI: database.uri, NEO4J_USER: database.user, NEO4J_PASSWORD: database.password },
      ...{ BENCH_STORED: join(folder, "stored.json"), BENCH_CHECKOUT: checkout, ...env },
      // The other systems have no deadline, and Neo4j may plan for seconds on a busy machine.
      GOVGRAPH_DEADLINE_MS: "60000",
    },
  });
  closeSync(log);
  const exited = once(child, "exit");
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 8 });
  const stop = async () => {
    running.delete(stop);
    await pool.destroy();
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 8_000);
    await exited;
    clearTimeout(timer);
  };
  running.add(stop);
  const deadline = Date.now() + 60_000;
  while (!(await isReady(pool))) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(
      `${is}: expected it to be ready in 60 s. Its log:\n${readFileSync(logFile, "utf8").slice(-2_000)}`,
    );
  }
  return { name, api, pool, stop };
}

async function isReady(pool) {
  try {
    const { statusCode, body } = await pool.request({ method: "GET", path: "/readyz" });
    await body.dump();
    if (statusCode === 200) return true;
  } catch {
    // It does not listen yet.
  }
  return new Promise((resolve) => setTimeout(resolve, 50, false));
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}
