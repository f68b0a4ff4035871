// A load generator in a process of its own, so that it can be held to a core of its own. Prints its result as JSON.
//   node load.js '{"url", "seconds", "clients" | "rate", "unique"}'
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** @type {{ url: string, seconds: number, clients?: number, rate?: number, unique: boolean }} */
const { url, seconds, clients, rate = 0, unique } = JSON.parse(process.argv[2] ?? "{}");
const { hostname, port } = new URL(url);
/** As many as the requests of the largest load take; clients and proxies keep theirs open as well. */
const connections = 400;
const agent = new Agent({ keepAlive: true, maxSockets: 512, maxFreeSockets: 512, scheduling: "fifo" });
const queries = [
  "{ leaders(level: CITY, edition: 2022, atLeast: 3) { total leaders { count region { name } evidence { locator } } } }",
  '{ region(by: { code: "440100" }) { name tier { basis tier { key } } leads { position dimension { key } } } }',
  "{ regions(first: 20) { nodes { name leads { dimension { key } } } } }",
];
let count = 0;
/** @type {Record<string, number>} */
const outcomes = {};
/** @type {number[]} */
const refusals = [];
/** @type {number[]} */
const probes = [];
let withoutRetryAfter = 0;

/** @returns {Promise<void>} */
function ask() {
  const query = `${queries[count % queries.length]} # ${unique ? count : ""}`;
  count++;
  const body = JSON.stringify({ query });
  const start = performance.now();
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path: "/graphql", method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => {
        const status = String(response.statusCode);
        outcomes[status] = (outcomes[status] ?? 0) + 1;
        if (status === "503") {
          refusals.push(performance.now() - start);
          if (response.headers["retry-after"] === undefined) withoutRetryAfter++;
        }
        resolve();
      });
    });
    sent.on("error", (/** @type {NodeJS.ErrnoException} */ { code = "error" }) => {
      outcomes[code] = (outcomes[code] ?? 0) + 1;
      resolve();
    });
    sent.end(body);
  });
}

/** @returns {Promise<void>} */
function probe() {
  const start = performance.now();
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path: "/livez", agent: false }, (response) => {
      response.resume();
      response.on("end", () => {
        probes.push(performance.now() - start);
        resolve();
      });
    });
    sent.on("error", () => {
      probes.push(Number.POSITIVE_INFINITY);
      resolve();
    });
    sent.end();
  });
}

/** Opens a connection that stays. @returns {Promise<void>} */
function connect() {
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: "/livez", agent }, (response) => {
      response.resume();
      response.on("end", resolve);
    });
    sent.on("error", reject);
    sent.end();
  });
}

// Node 20 accepts one connection in each turn of the event loop, so 400 new ones at once would be measured instead.
if (clients === undefined) await Promise.all(Array.from({ length: connections }, connect));
const end = performance.now() + seconds * 1_000;
const probing = (async () => {
  const all = [];
  while (performance.now() < end) {
    all.push(probe());
    await delay(50);
  }
  await Promise.all(all);
})();
if (clients !== undefined) {
  const client = async () => {
    while (performance.now() < end) await ask();
  };
  await Promise.all(Array.from({ length: clients }, client));
} else {
  // An open loop: requests begin at their times, however long others take.
  const all = [];
  const start = performance.now();
  for (let sent = 0; performance.now() < end; ) {
    const due = Math.floor(((performance.now() - start) / 1_000) * rate);
    for (; sent < due; sent++) all.push(ask());
    await delay(2);
  }
  await Promise.all(all);
}
await probing;

/** @param {number[]} times */
const p99 = (times) => [...times].sort((a, b) => a - b)[Math.floor(0.99 * (times.length - 1))] ?? 0;
console.log(
  JSON.stringify({
    outcomes,
    goodput: (outcomes["200"] ?? 0) / seconds,
    refusalP99: p99(refusals),
    livezP99: p99(probes),
    withoutRetryAfter,
  }),
);
process.exit();
