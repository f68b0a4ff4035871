import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { GraphError } from "../../src/neo4j/error.js";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { BoltProxy } from "./proxy.js";
import { ask, type Serving, serve, until } from "./serving.js";

const question = "{ leaders(level: CITY, atLeast: 3) { total } }";
const right = { leaders: { total: 8 } };

const notLoaded = () =>
  new GraphError("NOT_LOADED", "The database holds no GovGraph data yet. Run: govgraph load");

let proxy: BoltProxy;
let serving: Serving;
beforeAll(async () => {
  await (await loadedGraph()).close();
  proxy = new BoltProxy(inject("neo4j").uri);
  await proxy.reserve();
  serving = await serve({
    schema: await buildSchema(),
    uri: proxy.uri,
    // What is kept is given for up to a second, whatever Neo4j does.
    env: {
      NEO4J_TIMEOUT_MS: "2000",
      GOVGRAPH_DEADLINE_MS: "3000",
      GOVGRAPH_ANSWER_CACHE_BYTES: "0",
    },
    timeouts: { pingMs: 1_000 },
  });
});
afterAll(async () => {
  await serving.stop();
  await proxy.close();
});

async function health(path: string) {
  const start = performance.now();
  const response = await fetch(serving.url + path);
  return { status: response.status, body: await response.json(), ms: performance.now() - start };
}

/** Asks, expects to be told that Neo4j is away, and gives the time that took. */
async function refused(): Promise<number> {
  const start = performance.now();
  const { status, data, errors, headers, text } = await ask(serving.url, question);
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  expect(data ?? null).toBeNull();
  expect(errors?.map(({ message, extensions: { code } }) => ({ message, code }))).toEqual([
    { message: "Neo4j cannot be reached at the moment.", code: "SERVICE_UNAVAILABLE" },
  ]);
  expect(text).not.toMatch(/bolt|ECONNREFUSED|127\.0\.0\.1|:\d{4}/);
  return performance.now() - start;
}

/** Waits until questions are answered as if nothing had been. */
const recovered = () =>
  until("questions are answered", async () => (await ask(serving.url, question)).status === 200, 20_000);

async function expectWell() {
  expect((await ask(serving.url, question)).data).toEqual(right);
  const { status, body } = await health("/readyz");
  expect([status, body]).toEqual([
    200,
    {
      status: "ready",
      checks: {
        database: { ok: true, message: "Neo4j answers" },
        graph: { ok: true, message: expect.stringMatching(/^data version [0-9a-f]+$/) },
        serving: { ok: true, message: "serving" },
      },
    },
  ]);
}

describe("in turn", () => {
  it("starts while Neo4j is away: alive, not ready, and quick to say so", async () => {
    expect(await health("/livez")).toMatchObject({ status: 200, body: { status: "live" } });
    expect(await health("/readyz")).toMatchObject({
      status: 503,
      body: {
        status: "not ready",
        checks: {
          database: { ok: false, message: "Neo4j cannot be reached at the moment." },
          graph: { ok: false },
          serving: { ok: true },
        },
      },
    });
    const times = [await refused(), await refused(), await refused()];
    expect(Math.min(...times)).toBeLessThan(200);
    expect(Math.max(...times)).toBeLessThan(2_500);
  });

  it("tells of its schema all the same", async () => {
    const { status, data } = await ask(serving.url, "{ __schema { queryType { name } } }");
    expect([status, data]).toEqual([200, { __schema: { queryType: { name: "Query" } } }]);
  });

  it("becomes ready by itself when Neo4j comes", async () => {
    await proxy.open();
    await recovered();
    await expectWell();
  });

  it("says so when Neo4j goes away, and recovers when it comes back", async () => {
    await proxy.close();
    await refused();
    expect((await health("/readyz")).status).toBe(503);
    expect((await health("/livez")).status).toBe(200);
    await proxy.open();
    await recovered();
    await expectWell();
  });

  it("logged each turn once, with its cause, and no fault of its own", () => {
    const turns = serving.log.filter(({ msg }) => msg.startsWith("Neo4j ") && !msg.includes("request"));
    expect(turns.map(({ msg }) => msg).slice(0, 4)).toEqual([
      "Neo4j does not answer: Neo4j cannot be reached at the moment.",
      "Neo4j answers again",
      "Neo4j does not answer: Neo4j cannot be reached at the moment.",
      "Neo4j answers again",
    ]);
    expect(serving.log.filter(({ level }) => level === "error")).toEqual([]);
  });
});

it("a refused log-on is named at /readyz and to clients, and tried seldom", async () => {
  const wrong = await serve({ schema: await buildSchema(), uri: inject("neo4j").uri, user: "somebody" });
  try {
    const message = "Neo4j refused the user name or the password.";
    await until("it is known", async () => (await fetch(`${wrong.url}/readyz`)).status === 503);
    expect(await (await fetch(`${wrong.url}/readyz`)).json()).toMatchObject({
      checks: { database: { ok: false, message } },
    });
    const { status, errors, headers } = await ask(wrong.url, question);
    expect([status, errors?.[0]?.message, headers.get("retry-after")]).toEqual([503, message, "2"]);
    const lines = () => wrong.log.filter(({ msg }) => msg.startsWith("Neo4j does not answer"));
    expect(lines().map(({ msg }) => msg)).toEqual([`Neo4j does not answer: ${message}`]);
  } finally {
    await wrong.stop();
  }
});

it("an empty database is not ready, and says what to do", async () => {
  const empty = await serve({
    schema: await buildSchema(),
    questions: {
      // The questions' own look at a graph that has not our load, without emptying the one of the other tests.
      context: () => ({
        snapshot: () => Promise.reject(notLoaded()),
        isConsistent: () => Promise.resolve(true),
        cacheable: true,
      }),
      loaded: () => Promise.reject(notLoaded()),
      known: undefined,
    },
  });
  try {
    const response = await fetch(`${empty.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      checks: {
        database: { ok: true },
        graph: { ok: false, message: "The database holds no GovGraph data yet. Run: govgraph load" },
      },
    });
    const { status, errors } = await ask(empty.url, question);
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, "NOT_LOADED"]);
  } finally {
    await empty.stop();
  }
});
