import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post, sendRaw } from "./raw.js";
import { onlyError, uuid } from "./refusal.js";
import { type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions });
});
afterAll(() => serving.stop());

describe("what the HTTP layer refuses is JSON that says what to do", () => {
  const body = '{"query":"{ hello }"}';
  const shape = 'Send a JSON object such as {"query": "{ meta { dataVersion } }"}.';
  const cases: [string, Buffer | string, number, string, string | RegExp][] = [
    [
      "malformed JSON",
      post('{"query": "{ hello }"'),
      400,
      "BAD_REQUEST",
      /^The body is not valid JSON: .+\. Send a JSON object/,
    ],
    ["an empty body", post(""), 400, "BAD_REQUEST", /^POST body missing|^The body is empty\./],
    ["a body of spaces", post("   "), 400, "BAD_REQUEST", `The body is empty. ${shape}`],
    [
      "bytes that are no UTF-8",
      post(
        Buffer.concat([
          Buffer.from('{"query":"{ hello(name: \\"'),
          Buffer.from([0xff, 0xfe]),
          Buffer.from('\\") }"}'),
        ]),
      ),
      400,
      "BAD_REQUEST",
      "The body is not valid UTF-8. Encode the JSON text as UTF-8.",
    ],
    [
      "another charset",
      post(body, { "content-type": "application/json; charset=gbk" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      'The charset of the body is "gbk"; only utf-8 is read. Send content-type: application/json.',
    ],
    [
      "another content type",
      post("query=%7Bhello%7D", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      'The content-type is "application/x-www-form-urlencoded"; only application/json is read. Send content-type: application/json.',
    ],
    [
      "a compressed body",
      post(body, { "content-encoding": "gzip" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "A compressed body is not read. Send it without content-encoding.",
    ],
    [
      "too large a body",
      post(`{"query":"{ hello }","x":"${"x".repeat(100_000)}"}`),
      413,
      "BODY_TOO_LARGE",
      "The body has 100028 bytes, at most 100000 are read. Send several requests, and pass values as variables.",
    ],
    [
      "too large a body of unknown size",
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${"1000\r\n".concat("x".repeat(4096), "\r\n").repeat(30)}0\r\n\r\n`,
      413,
      "BODY_TOO_LARGE",
      "The body has more than 100000 bytes, at most 100000 are read. Send several requests, and pass values as variables.",
    ],
    [
      "too long an address",
      `GET /graphql?query=${"x".repeat(8_200)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      414,
      "URL_TOO_LONG",
      "The address has 8215 bytes, at most 8192 are read. Send the operation by POST.",
    ],
    [
      "too large a head",
      `GET /graphql HTTP/1.1\r\nhost: x\r\nx-filler: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
      "HEADERS_TOO_LARGE",
      "The head of the request is larger than 16384 bytes. Send fewer headers, and the operation by POST.",
    ],
    [
      "a query string that is not UTF-8",
      "GET /graphql?query=%FF HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      400,
      "BAD_REQUEST",
      "The query string of the address is not percent-encoded UTF-8.",
    ],
    [
      "a path that is no UTF-8",
      "GET /%FF HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      400,
      "BAD_REQUEST",
      "The request cannot be read: Bad Request.",
    ],
    [
      "a host that is none",
      post(body, { host: "a b]" }),
      400,
      "BAD_REQUEST",
      "The header host names no host. Send the host of the address once.",
    ],
    [
      "two hosts",
      post(body, { host: "a\r\nHost: b" }),
      400,
      "BAD_REQUEST",
      "The header host is given more than once. Send the host of the address once.",
    ],
    [
      "no host at all",
      `POST /graphql HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      400,
      "BAD_REQUEST",
      "The header host is missing. Send the host of the address once.",
    ],
    [
      "no HTTP",
      "\x16\x03\x01\x02\x00hello\r\n\r\n",
      400,
      "BAD_REQUEST",
      "The bytes are not an HTTP request. Send HTTP/1.1.",
    ],
    [
      "an unknown expectation",
      `GET /livez HTTP/1.1\r\nhost: x\r\nexpect: magic\r\nconnection: close\r\n\r\n`,
      417,
      "EXPECTATION_FAILED",
      'The expectation "magic" is not met. Leave out the header expect.',
    ],
    [
      "nothing there",
      "GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      404,
      "NOT_FOUND",
      "There is nothing at this address. The questions are listed at /, GraphQL is at /graphql.",
    ],
    ["a JSON list", post(`[${body}]`), 400, "BAD_REQUEST", "Operation batching disabled."],
    ["no operation", post("{}"), 400, "BAD_REQUEST", /^POST body missing/],
    [
      "an accept that is not met",
      post(body, { accept: "text/html" }),
      406,
      "BAD_REQUEST",
      /^An 'accept' header was provided/,
    ],
  ];
  it.each(cases)("%s", async (_, bytes, status, code, message) => {
    const answer = await sendRaw(serving.url, bytes);
    const told = onlyError(answer.body);
    expect(told).toEqual({
      code,
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers["x-request-id"]).toMatch(uuid);
  });

  it.each([
    ["PUT", "/graphql", "GET, HEAD, POST"],
    ["DELETE", "/graphql", "GET, HEAD, POST"],
    ["TRACE", "/graphql", "GET, HEAD, POST"],
    ["PROPFIND", "/graphql", "GET, HEAD, POST"],
    ["POST", "/livez", "GET, HEAD"],
    ["PATCH", "/readyz", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
    ["POST", "/playground", "GET, HEAD"],
    ["PUT", "/schema.graphql", "GET, HEAD"],
  ])("%s %s is not allowed and says what is", async (method, path, allowed) => {
    const request = `${method} ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`;
    const { status, headers, body } = await sendRaw(serving.url, request);
    expect(status).toBe(405);
    expect(headers.allow).toBe(allowed);
    if (method === "HEAD") return;
    expect(onlyError(body)).toEqual({
      code: "METHOD_NOT_ALLOWED",
      message: `${method} is not allowed here, only ${allowed}.`,
    });
  });

  it("keeps to the type that the client reads", async () => {
    const { status, headers, body } = await sendRaw(
      serving.url,
      post("{", { accept: "application/graphql-response+json" }),
    );
    expect(status).toBe(400);
    expect(headers["content-type"]).toBe("application/graphql-response+json; charset=utf-8");
    expect(onlyError(body).code).toBe("BAD_REQUEST");
  });
});
