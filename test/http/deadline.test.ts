import { afterAll, beforeAll, expect, it } from "vitest";
import { connectTo, post } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { beginOf, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

const deadline = 800;
const poolSize = 5;
let serving: Serving;
let transactions: Transactions;
beforeAll(async () => {
  serving = await serve({
    schema: smallSchema("deadline"),
    questions: smallQuestions,
    env: { GOVGRAPH_DEADLINE_MS: String(deadline), NEO4J_TIMEOUT_MS: "2000" },
    poolSize,
  });
  transactions = new Transactions();
  // The first look takes longest.
  await transactions.count(beginOf("deadline"));
  await until(
    "Neo4j has planned it",
    async () => (await ask(serving.url, "{ quick }")).data !== null,
    30_000,
  );
});
afterAll(async () => {
  await serving.stop();
  await transactions.close();
});

const inNeo4j = () => transactions.count(beginOf("deadline"));
const gone = async () => (await inNeo4j()) === 0;
const there = async () => (await inNeo4j()) > 0;

it("at its deadline a request is answered with 504 and TIMEOUT, and its statement has ended in Neo4j", async () => {
  const answer = ask(serving.url, "{ slow }");
  await until("the statement runs", there);
  const { status, data, errors } = await answer;
  expect(status).toBe(504);
  expect(data).toBeNull();
  expect(errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code }))).toEqual([
    {
      message: "The question exceeded its time limit and was stopped. Ask for less, or try again later.",
      path: ["slow"],
      code: "TIMEOUT",
    },
  ]);
  await until("the statement is gone", gone, 2_000);
});

it("what could be answered in time stays an answer: 200, with the error beside it", async () => {
  const { status, data, errors } = await ask(serving.url, "{ slow hello }");
  expect(status).toBe(200);
  expect(data).toEqual({ slow: null, hello: "Hello world" });
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(["TIMEOUT"]);
});

it("a resolver that never answers is not waited for", async () => {
  const start = performance.now();
  const { status, errors } = await ask(serving.url, "{ hang }");
  expect(performance.now() - start).toBeLessThan(deadline + 2_000);
  expect([status, errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
    504,
    "TIMEOUT",
    "The question exceeded its time limit and was stopped. Ask for less, or try again later.",
  ]);
});

it("when the client goes away, its statement ends in Neo4j long before the deadline", async () => {
  const other = await serve({
    schema: smallSchema("deadline"),
    questions: smallQuestions,
    env: { GOVGRAPH_DEADLINE_MS: "60000" },
  });
  try {
    const socket = connectTo(other.url);
    socket.write(post('{"query":"{ slow slower }"}'));
    await until("both statements run", async () => (await inNeo4j()) === 2);
    socket.destroy();
    await until("the statements are gone", gone, 3_000);
    await until("the log says so", () => other.log.some(({ outcome }) => outcome === "CLIENT_GONE"));
    const line = other.log.find(({ outcome }) => outcome === "CLIENT_GONE");
    expect(line).toMatchObject({ status: 499, statements: 2, path: "/graphql" });
    // It is nobody's fault.
    expect(other.log.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  } finally {
    await other.stop();
  }
});

it("many clients that go away, and many deadlines, leave no connection of the pool behind", {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 6; round++) {
    const sockets = Array.from({ length: poolSize + 3 }, () => connectTo(serving.url));
    for (const socket of sockets) socket.write(post('{"query":"{ slow }"}'));
    await until("statements run", there);
    for (const socket of sockets) socket.destroy();
    await until("the statements are gone", gone, 5_000);
  }
  const late = await Promise.all(Array.from({ length: poolSize }, () => ask(serving.url, "{ slow }")));
  expect(late.map(({ status }) => status)).toEqual(Array(poolSize).fill(504));
  await until("the statements are gone", gone, 5_000);
  // All connections of the pool at once: one that is not given back would be missing here.
  const answers = await Promise.all(
    Array.from({ length: 3 * poolSize }, (_, n) => ask(serving.url, `{ quick(n: ${n}) }`)),
  );
  expect(answers.map(({ data }) => data?.quick)).toEqual(Array.from({ length: 3 * poolSize }, (_, n) => n));
});
