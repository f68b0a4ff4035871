import { afterAll, beforeAll, expect, it } from "vitest";
import { onlyError } from "../refusal.js";
import { type Serving, serve, until } from "../serving.js";
import { beginOf, smallQuestions, smallSchema } from "../small.js";
import { Transactions } from "../transactions.js";

let serving: Serving;
let transactions: Transactions;
beforeAll(async () => {
  transactions = new Transactions();
  serving = await serve({
    schema: smallSchema("address"),
    questions: smallQuestions,
    env: { GOVGRAPH_DEADLINE_MS: "1500", GOVGRAPH_MAX_INFLIGHT: "2" },
  });
});
afterAll(async () => {
  await serving.stop();
  await transactions.close();
});

const open = (path: string) => fetch(`${serving.url}/question/${path}`);
const errorOf = async (response: Response) => [response.status, onlyError(await response.text()).code];
const running = () => transactions.count(beginOf("address"));

it("the deadline ends the statement of an address in Neo4j", async () => {
  const answer = open("slow.json");
  await until("it runs", async () => (await running()) > 0);
  expect(await errorOf(await answer)).toEqual([504, "TIMEOUT"]);
  await until("it has ended", async () => (await running()) === 0);
});

it("addresses take places in flight, and equal requests share one execution", async () => {
  const both = [open("slow.json"), open("slow.json")];
  await until("both are there", () => serving.inFlight.size === 2);
  expect(await errorOf(await open("hello.json"))).toEqual([503, "OVERLOADED"]);
  expect(await running()).toBeLessThan(2);
  for (const answer of both) expect(await errorOf(await answer)).toEqual([504, "TIMEOUT"]);
});

it.each([
  ["unlucky.json?code=SERVICE_UNAVAILABLE", 503, "SERVICE_UNAVAILABLE"],
  ["unlucky.csv?code=TIMEOUT", 504, "TIMEOUT"],
  ["broken.json", 500, "INTERNAL_SERVER_ERROR"],
  ["impossible.json", 500, "INTERNAL_SERVER_ERROR"],
  [`hello.json?name=${"x".repeat(201)}`, 400, "TEXT_TOO_LONG"],
  ["hello.json?name=%FF", 400, "BAD_REQUEST"],
  ["refused.json?colour=gren", 400, "BAD_USER_INPUT"],
])("%s fails as a whole with %i %s", async (path, status, code) => {
  const response = await open(path);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("retry-after")).toBe(status === 503 ? "2" : null);
  expect(await errorOf(response)).toEqual([status, code]);
});

it("other methods are not allowed", async () => {
  const response = await fetch(`${serving.url}/question/hello.json`, { method: "POST" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});
