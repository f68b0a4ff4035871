import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectTo, sendRaw } from "./raw.js";
import { onlyError } from "./refusal.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    timeouts: { headersMs: 600, requestMs: 1_200 },
  });
});
afterAll(() => serving.stop());

describe("a client that dawdles is told to send it in one go, and let go of", () => {
  test.each([
    ["nothing at all", ""],
    ["half a head", "POST /graphql HTTP/1.1\r\nhost: x\r\n"],
    [
      "half a body",
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query"`,
    ],
  ])("%s", async (_, bytes) => {
    const { status, body, ms } = await sendRaw(serving.url, bytes);
    expect(status).toBe(408);
    expect(onlyError(body)).toEqual({
      code: "REQUEST_TIMEOUT",
      message: "The request did not arrive in time. Send it in one go.",
    });
    expect(ms).toBeLessThan(8_000);
  });

  test("one byte a moment does not keep a connection", async () => {
    const socket = connectTo(serving.url);
    let closed = false;
    socket.on("close", () => {
      closed = true;
    });
    socket.on("error", () => {});
    socket.write("POST /graphql HTTP/1.1\r\nhost: x\r\n");
    const drip = setInterval(() => socket.write("x"), 100);
    try {
      await until("the connection is closed", () => closed, 8_000);
    } finally {
      clearInterval(drip);
      socket.destroy();
    }
  });

  test("meanwhile others are served", async () => {
    const idle = Array.from({ length: 200 }, () => connectTo(serving.url));
    for (const socket of idle) socket.on("error", () => {});
    expect((await ask(serving.url, "{ hello }")).status).toBe(200);
    for (const socket of idle) socket.destroy();
  });
});
