import { afterAll, beforeAll, expect, it } from "vitest";
import { connectTo, post } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { beginOf, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

let serving: Serving;
let transactions: Transactions;
beforeAll(async () => {
  serving = await serve({
    schema: smallSchema("overload"),
    questions: smallQuestions,
    // Equal questions would run once.
    env: { GOVGRAPH_MAX_INFLIGHT: "4", GOVGRAPH_DEADLINE_MS: "60000", GOVGRAPH_ANSWER_CACHE_BYTES: "0" },
  });
  transactions = new Transactions();
});
afterAll(async () => {
  await serving.stop();
  await transactions.close();
});

it("beyond the limit of requests in work a request is refused at once, health is not, and then all is well again", async () => {
  const busy = Array.from({ length: 4 }, () => connectTo(serving.url));
  for (const socket of busy) socket.write(post('{"query":"{ slow }"}'));
  const count = () => transactions.count(beginOf("overload"));
  await until("four statements run", async () => (await count()) === 4);

  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    const { status, headers, data, errors } = await ask(serving.url, "{ hello }");
    times.push(performance.now() - start);
    expect([status, data, headers.get("retry-after")]).toEqual([503, undefined, "2"]);
    expect(errors?.map(({ message, extensions: { code } }) => ({ message, code }))).toEqual([
      {
        message: "The server is working on 4 requests, its maximum. Try again in a moment.",
        code: "OVERLOADED",
      },
    ]);
  }
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(100);
  expect((await fetch(`${serving.url}/livez`)).status).toBe(200);
  expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);

  for (const socket of busy) socket.destroy();
  await until("there is room again", async () => (await ask(serving.url, "{ hello }")).status === 200);
  await until("the statements are gone", async () => (await count()) === 0);
});

it("a client that is slow to send its body takes nobody's place", async () => {
  const idle = Array.from({ length: 10 }, () => connectTo(serving.url));
  for (const socket of idle) {
    socket.on("error", () => {});
    socket.write(
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    );
  }
  expect((await ask(serving.url, "{ hello }")).status).toBe(200);
  for (const socket of idle) socket.destroy();
});
