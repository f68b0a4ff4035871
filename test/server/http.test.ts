import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { connectTo, post, sendRaw } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    patience: { headersMs: 600, requestMs: 1_200 },
  });
});
afterAll(() => serving.stop());

const uuid = /^[0-9a-f-]{36}$/;

/** The only error of a body; checks that the body is nothing but errors, in our shape. */
function onlyError(body: string): { message: string; code: unknown } {
  const { errors, ...rest } = JSON.parse(body) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  const [{ message, extensions } = { message: "", extensions: {} }] = errors;
  expect(extensions.requestId).toMatch(uuid);
  return { message, code: extensions.code };
}

describe("an answer", () => {
  it("is application/json, unless application/graphql-response+json is asked for", async () => {
    const types = async (accept?: string) => {
      const { headers } = await ask(serving.url, "{ hello }", accept ? { headers: { accept } } : {});
      return headers.get("content-type");
    };
    expect(await types()).toBe("application/json; charset=utf-8");
    expect(await types("*/*")).toBe("application/json; charset=utf-8");
    expect(await types("application/graphql-response+json")).toBe(
      "application/graphql-response+json; charset=utf-8",
    );
    expect(await types("application/graphql-response+json, application/json;q=0.9")).toBe(
      "application/graphql-response+json; charset=utf-8",
    );
  });

  it("comes by POST and by GET", async () => {
    expect((await ask(serving.url, "{ hello }")).data).toEqual({ hello: "Hello world" });
    const search = new URLSearchParams({
      query: "query Named($name: String!) { hello(name: $name) }",
      variables: JSON.stringify({ name: "广州" }),
      operationName: "Named",
    });
    const response = await fetch(`${serving.url}/graphql?${search}`, {
      headers: { "apollo-require-preflight": "1" },
    });
    expect(await response.json()).toMatchObject({ data: { hello: "Hello 广州" } });
  });

  it("is never kept by a cache, and says what it depends on", async () => {
    const { headers } = await ask(serving.url, "{ hello }");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("vary")).toContain("Accept");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
  });

  it("carries the request's id: the client's own if it is plain, else a new one", async () => {
    const idFor = async (id: string) =>
      (await ask(serving.url, "{ hello }", { headers: { "x-request-id": id } })).headers.get("x-request-id");
    expect(await idFor("order-66/7.a:b")).toBe("order-66/7.a:b");
    expect(await idFor("two words")).toMatch(uuid);
    expect(await idFor("x".repeat(65))).toMatch(uuid);
    expect(await idFor("<script>")).toMatch(uuid);
    const { errors } = await ask(serving.url, "{ nope }", { headers: { "x-request-id": "mine" } });
    expect(errors?.[0]?.extensions.requestId).toBe("mine");
  });

  it("is compressed when it is large and the client reads that", async () => {
    const query = `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: echo(text: "${"long ".repeat(39)}")`).join(" ")} }`;
    const encodings = ["br", "gzip", "identity"];
    for (const encoding of encodings) {
      const { headers, data } = await ask(serving.url, query, { headers: { "accept-encoding": encoding } });
      expect(headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(Object.keys(data)).toHaveLength(10);
    }
    expect(
      (await ask(serving.url, "{ hello }", { headers: { "accept-encoding": "br" } })).headers.get(
        "content-encoding",
      ),
    ).toBeNull();
  });
});

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
      "The body has 100028 bytes, at most 100000 are read. Ask in several requests, and pass values as variables.",
    ],
    [
      "too large a body of unknown size",
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${"1000\r\n".concat("x".repeat(4096), "\r\n").repeat(30)}0\r\n\r\n`,
      413,
      "BODY_TOO_LARGE",
      "The body has more than 100000 bytes, at most 100000 are read. Ask in several requests, and pass values as variables.",
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
      "a search part that is no UTF-8",
      "GET /graphql?query=%FF HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\nconnection: close\r\n\r\n",
      400,
      "BAD_REQUEST",
      "The search part of the address is not percent-encoded UTF-8.",
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
      "The header host names no host. Send the host of the address asked.",
    ],
    [
      "no host at all",
      `POST /graphql HTTP/1.0\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      400,
      "BAD_REQUEST",
      "The header host names no host. Send the host of the address asked.",
    ],
    [
      "no HTTP",
      "\x16\x03\x01\x02\x00hello\r\n\r\n",
      400,
      "BAD_REQUEST",
      "This is not an HTTP request that can be read.",
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
      "There is nothing at this address. GraphQL is at /graphql, the playground at /.",
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
    [
      "a GET that any page may send",
      "GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      400,
      "BAD_REQUEST",
      /Cross-Site Request Forgery/,
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
    ["PUT", "/graphql", "GET, POST, OPTIONS"],
    ["DELETE", "/graphql", "GET, POST, OPTIONS"],
    ["HEAD", "/graphql", "GET, POST, OPTIONS"],
    ["TRACE", "/graphql", "GET, POST, OPTIONS"],
    ["PROPFIND", "/graphql", "GET, POST, OPTIONS"],
    ["POST", "/livez", "GET, HEAD"],
    ["PATCH", "/readyz", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
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
