import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logTo } from "../../src/http/log.js";
import { post, sendRaw } from "./raw.js";
import { ask, type LogLine, type Serving, serve, until } from "./serving.js";
import { beginOf, secret, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema("log"), questions: smallQuestions });
});
afterAll(() => serving.stop());

/** The lines of the log for one request, the last of them its own line. */
async function linesOf(requestId: string): Promise<readonly LogLine[]> {
  const own = () => serving.log.filter((line) => line.requestId === requestId);
  await until("the request is logged", () => own().some(({ msg }) => msg === "request"));
  return own();
}

describe("a request is one line", () => {
  it("with its operation, the hash of its text, its statements and what came of it", async () => {
    const query = "query Both { quick hello }";
    await ask(serving.url, query, { headers: { "x-request-id": "log-1", "user-agent": "log test" } });
    const lines = await linesOf("log-1");
    expect(lines).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        requestId: "log-1",
        msg: "request",
        method: "POST",
        path: "/graphql",
        status: 200,
        outcome: "OK",
        ms: expect.any(Number),
        operation: "Both",
        hash: createHash("sha256").update(query).digest("hex").slice(0, 16),
        databaseMs: expect.any(Number),
        statements: 1,
        slowest: "test/quick",
        client: "127.0.0.1",
        userAgent: "log test",
      },
    ]);
    const [{ ms, databaseMs }] = lines as unknown as [{ ms: number; databaseMs: number }];
    expect(databaseMs).toBeGreaterThan(0);
    expect(ms).toBeGreaterThanOrEqual(databaseMs);
  });

  it.each([
    [
      "an operation that is not valid",
      post('{"query":"{ nope }"}', { "x-request-id": "log-2" }),
      { status: 400, outcome: "GRAPHQL_VALIDATION_FAILED", operation: null },
    ],
    [
      "one that the client got wrong",
      post('{"query":"query R { refused(colour: \\"gren\\") }"}', { "x-request-id": "log-3" }),
      { status: 200, outcome: "BAD_USER_INPUT", operation: "R" },
    ],
    [
      "a body that is no JSON",
      post("{", { "x-request-id": "log-4" }),
      { status: 400, outcome: "BAD_REQUEST" },
    ],
    [
      "no operation",
      post("{}", { "x-request-id": "log-5" }),
      { status: 400, outcome: "BAD_REQUEST", statements: 0 },
    ],
    [
      "nothing there",
      "GET /nothing?secret=swordfish HTTP/1.1\r\nhost: x\r\nx-request-id: log-6\r\nconnection: close\r\n\r\n",
      { status: 404, outcome: "NOT_FOUND", path: "/nothing" },
    ],
    [
      "a path that cannot be read",
      "GET /%ff HTTP/1.1\r\nhost: x\r\nx-request-id: log-7\r\nconnection: close\r\n\r\n",
      { status: 400, outcome: "BAD_REQUEST" },
    ],
    [
      "health",
      "GET /livez HTTP/1.1\r\nhost: x\r\nx-request-id: log-8\r\nconnection: close\r\n\r\n",
      { status: 200, outcome: "OK", path: "/livez" },
    ],
    [
      "a preflight",
      "OPTIONS /graphql HTTP/1.1\r\nhost: x\r\norigin: http://x\r\naccess-control-request-method: POST\r\nx-request-id: log-9\r\nconnection: close\r\n\r\n",
      { status: 204, outcome: "OK", method: "OPTIONS" },
    ],
  ])("also for %s", async (_, bytes, expected) => {
    await sendRaw(serving.url, bytes);
    const id = /x-request-id: (\S+)/.exec(bytes.toString())?.[1] ?? "";
    const lines = await linesOf(id);
    expect(lines, JSON.stringify(lines)).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: "info", ...expected });
  });

  it("and for what is no request at all", async () => {
    await sendRaw(serving.url, "nonsense\r\n\r\n");
    await until("it is logged", () =>
      serving.log.some(({ outcome, cause }) => outcome === "BAD_REQUEST" && cause !== undefined),
    );
  });
});

it("the statements of a request carry its id in Neo4j", async () => {
  const transactions = new Transactions();
  const gone = new AbortController();
  const left = ask(serving.url, "{ slow }", {
    headers: { "x-request-id": "seen-in-neo4j" },
    signal: gone.signal,
  }).catch(() => {});
  try {
    await until("the statement runs", async () => (await transactions.requestIds(beginOf("log"))).length > 0);
    expect(await transactions.requestIds(beginOf("log"))).toEqual(["seen-in-neo4j"]);
  } finally {
    gone.abort();
    await left;
    await transactions.close();
  }
});

it("a line at the start names version and settings without secrets, and one at the stop ends the log", async () => {
  const other = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "canary5c1e" },
  });
  await other.stop();
  const started = other.log.find(({ msg }) => msg === "server started");
  expect(started).toMatchObject({
    level: "info",
    version: "1.2.3",
    settings: { NEO4J_URI: "bolt://127.0.0.1:1", GOVGRAPH_MAX_COST: 120_000, LOG_LEVEL: "info" },
  });
  expect(other.log.at(-1)).toMatchObject({ level: "info", msg: "server stopped" });
  expect(JSON.stringify(other.log)).not.toContain("canary5c1e");
});

it("the outcome is the code that decided the status", async () => {
  await ask(serving.url, '{ refused(colour: "x") unlucky(code: "TIMEOUT") }', {
    headers: { "x-request-id": "decided" },
  });
  expect((await linesOf("decided")).at(-1)).toMatchObject({ status: 504, outcome: "TIMEOUT" });
});

describe("a reader of the log that does not keep up", () => {
  it("does not fill the memory: lines are left out and counted", () => {
    const written: string[] = [];
    const stream = Object.assign(new Writable(), {
      write: (line: string) => written.push(line) > 0,
    });
    let waiting = 0;
    Object.defineProperty(stream, "writableLength", { get: () => waiting });
    const log = logTo(stream);
    log.write("one\n");
    waiting = 2 * 1024 * 1024;
    log.write("two\n");
    log.write("three\n");
    waiting = 0;
    log.write("four\n");
    expect(written).toEqual([
      "one\n",
      expect.stringMatching(
        /^\{"level":"warn","time":"[^"]+","dropped":2,"msg":"lines of the log were left out"\}\n$/,
      ),
      "four\n",
    ]);
  });
});

describe("an internal error", () => {
  it.each([
    ["{ broken }", "broken", secret],
    ['{ unlucky(code: "INTERNAL_SERVER_ERROR") }', "unlucky", secret],
    ['{ unlucky(code: "CONFLICT") }', "unlucky", secret],
    ["{ impossible }", "impossible", "Cannot return null for non-nullable field Query.impossible."],
  ])(
    "%s is masked for the client and logged with its cause under the same id",
    async (query, path, cause) => {
      const id = `fault-${Math.random().toString(36).slice(2)}`;
      const { status, errors, data, text } = await ask(serving.url, query, {
        headers: { "x-request-id": id },
      });
      expect([status, data]).toEqual([500, null]);
      expect(errors).toEqual([
        {
          message: "GovGraph failed to answer. The cause is in its log, under the requestId.",
          locations: [{ line: 1, column: 3 }],
          path: [path],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: id },
        },
      ]);
      expect(text).not.toContain("swordfish");
      const [fault, request] = await linesOf(id);
      expect(fault).toMatchObject({ level: "error", msg: "internal error", path });
      expect(fault?.err).toMatchObject({ message: cause, stack: expect.stringContaining("Error") });
      expect(request).toMatchObject({ level: "info", outcome: "INTERNAL_SERVER_ERROR", status: 500 });
    },
  );

  it("beside an answer does not take the answer away", async () => {
    const { status, data, errors } = await ask(serving.url, "{ broken hello }");
    expect([status, data]).toEqual([200, { broken: null, hello: "Hello world" }]);
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(["INTERNAL_SERVER_ERROR"]);
  });
});

describe("a failure of Neo4j", () => {
  it.each([
    ["SERVICE_UNAVAILABLE", 503, "2"],
    ["NOT_LOADED", 503, "2"],
    ["TIMEOUT", 504, null],
    ["QUERY_TOO_EXPENSIVE", 400, null],
  ])("%s is told as it is, with %i, and its cause is logged", async (code, status, retry) => {
    const id = `neo4j-${code}`;
    const answer = await ask(serving.url, `{ unlucky(code: "${code}") }`, {
      headers: { "x-request-id": id },
    });
    expect([answer.status, answer.data, answer.headers.get("retry-after")]).toEqual([status, null, retry]);
    expect(answer.errors).toMatchObject([
      { message: "The graph was unlucky.", extensions: { code, requestId: id } },
    ]);
    expect(answer.text).not.toContain("swordfish");
    expect(await linesOf(id)).toMatchObject([
      { level: "warn", code, cause: secret },
      { level: "info", outcome: code, status },
    ]);
  });
});

it("what the client got wrong is told as the question says it, with 200 as there are data", async () => {
  const { status, data, errors } = await ask(serving.url, 'query { refused(colour: "gren") }');
  expect([status, data]).toEqual([200, { refused: null }]);
  expect(errors).toMatchObject([
    {
      message: '"gren" is no colour; did you mean red?',
      extensions: { code: "BAD_USER_INPUT", argument: ["colour"] },
    },
  ]);
});

it("no value that a client sends is in the log, whatever becomes of the request, also at level debug", async () => {
  const canary = "canary7f3a";
  const debug = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: { LOG_LEVEL: "debug" },
  });
  try {
    const headers = { authorization: `Bearer ${canary}`, cookie: `session=${canary}`, "x-other": canary };
    const query = "query ($text: String) { echo(text: $text) quick(texts: [$text]) refused(colour: $text) }";
    await ask(debug.url, query.replace("[$text]", `["${canary}"]`), { variables: { text: canary }, headers });
    await ask(debug.url, query, { variables: { text: canary.repeat(50) }, headers });
    await ask(debug.url, `{ echo(text: "${canary}") nope }`, { headers });
    await ask(debug.url, "query ($n: Int!) { things(first: $n) { totalCount } }", {
      variables: { n: canary },
      headers,
    });
    await sendRaw(debug.url, post(`{"query": ${canary}`, headers));
    await sendRaw(debug.url, `GET /graphql?query=${canary} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    await until("all are logged", () => debug.log.filter(({ msg }) => msg === "request").length === 6);
    expect(JSON.stringify(debug.log)).not.toContain(canary);
  } finally {
    await debug.stop();
  }
});

it("LOG_LEVEL silent logs nothing", async () => {
  const silent = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    env: { LOG_LEVEL: "silent" },
  });
  await ask(silent.url, "{ broken }");
  await silent.stop();
  expect(silent.log).toEqual([]);
});
