import { afterEach, expect, inject, it } from "vitest";
import { BoltProxy } from "./proxy.js";
import { ask, type ServeOptions, type Serving, serve, until } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
afterEach(() => serving.stop());

const start = async (env: Record<string, string>, options: Partial<ServeOptions> = {}) => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions, env, ...options });
};

/** The samples of /metrics by name and labels. */
async function samples(): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${serving.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" ") + 1)),
    ]),
  );
}

const on = { GOVGRAPH_METRICS: "on" };

it("counts requests by address, status and outcome, answers by their source, and times", async () => {
  await start(on);
  await ask(serving.url, "{ hello }");
  await ask(serving.url, "{ hello }");
  await Promise.all([ask(serving.url, "{ waited }"), ask(serving.url, "{ waited }")]);
  await ask(serving.url, "{ nope }");
  await ask(serving.url, '{ unlucky(code: "TIMEOUT") }');
  await fetch(`${serving.url}/livez`);
  await fetch(`${serving.url}/made/up/by/a/client`);
  await until("all are counted", () => serving.log.filter(({ msg }) => msg === "request").length === 8);
  const found = await samples();
  const requests = (labels: string) => found.get(`govgraph_requests_total{${labels}}`);
  expect(requests('route="/graphql",status="200",outcome="OK"')).toBe(4);
  expect(requests('route="/graphql",status="400",outcome="GRAPHQL_VALIDATION_FAILED"')).toBe(1);
  expect(requests('route="/graphql",status="504",outcome="TIMEOUT"')).toBe(1);
  expect(requests('route="/livez",status="200",outcome="OK"')).toBe(1);
  expect(requests('route="other",status="404",outcome="NOT_FOUND"')).toBe(1);
  expect(found.get('govgraph_request_duration_seconds_count{route="/graphql"}')).toBe(6);
  expect(found.get('govgraph_answers_total{source="cached"}')).toBe(1);
  expect(found.get('govgraph_answers_total{source="shared"}')).toBe(1);
  expect(found.get('govgraph_data_info{data_version="small"}')).toBe(1);
  expect(found.get("govgraph_requests_in_flight")).toBe(0);
  expect(found.get("govgraph_neo4j_up")).toBe(1);
  expect(found.get("govgraph_neo4j_restarts")).toBe(0);
  expect(found.get("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
});

it("has no more labels however many addresses and operations clients make up", async () => {
  await start(on);
  await fetch(`${serving.url}/none`);
  await ask(serving.url, "query Any { hello }");
  await until("both are counted", () => serving.log.filter(({ msg }) => msg === "request").length === 2);
  // The first look counts itself only afterwards.
  const ours = async () => [...(await samples()).keys()].filter((name) => name.startsWith("govgraph_"));
  await ours();
  const before = await ours();
  for (let i = 0; i < 30; i++) {
    await fetch(`${serving.url}/none/${i}?x=${i}`);
    await ask(serving.url, `query Made${i} { hello }`, { operationName: `Made${i}` });
  }
  expect(await ours()).toEqual(before);
});

it("says that Neo4j is away, soon and without waiting for it", async () => {
  const proxy = new BoltProxy(inject("neo4j").uri);
  await proxy.open();
  await start(on, { uri: proxy.uri, timeouts: { pingMs: 300 } });
  await until("Neo4j answers", async () => (await samples()).get("govgraph_neo4j_up") === 1);
  proxy.swallow();
  await until("it is away", async () => (await samples()).get("govgraph_neo4j_up") === 0);
  const begin = performance.now();
  await samples();
  expect(performance.now() - begin).toBeLessThan(1_000);
  await proxy.close();
});

it.each([
  ["on", { GOVGRAPH_ALLOWED_HOSTS: "" }, 200],
  ["off where GOVGRAPH_ALLOWED_HOSTS is set", { GOVGRAPH_ALLOWED_HOSTS: "127.0.0.1" }, 404],
  ["off behind a proxy", { GOVGRAPH_ALLOWED_HOSTS: "", GOVGRAPH_TRUST_PROXY: "10.0.0.1" }, 404],
  ["off on the network", { GOVGRAPH_ALLOWED_HOSTS: "", HOST: "0.0.0.0" }, 404],
  ["on where the setting says so", { HOST: "0.0.0.0", ...on }, 200],
  ["off where the setting says so", { GOVGRAPH_ALLOWED_HOSTS: "", GOVGRAPH_METRICS: "off" }, 404],
])("is %s", async (_, env: Record<string, string>, status) => {
  await start(env);
  expect((await fetch(`${serving.url}/metrics`)).status).toBe(status);
});
