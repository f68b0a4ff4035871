import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectTo, post, sendRaw } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { beginOf, calls, smallQuestions, smallSchema } from "./small.js";
import { Transactions } from "./transactions.js";

const start = (env: Record<string, string> = {}, mark = "kept") =>
  serve({
    schema: smallSchema(mark),
    questions: smallQuestions,
    env,
  });

/** How many requests were answered from the cache, by the log. */
const hits = ({ log }: Serving) => log.filter(({ cached }) => cached === true).length;
const logged = (serving: Serving, count: number) =>
  until("all are logged", () => serving.log.filter(({ msg }) => msg === "request").length === count);

let serving: Serving;
let transactions: Transactions;
beforeAll(() => {
  transactions = new Transactions();
});
afterAll(() => transactions.close());
afterEach(() => serving.stop());

/** How often the resolver of hello runs while work is done. */
async function runsOf(work: () => Promise<unknown>): Promise<number> {
  const before = calls.hello;
  await work();
  return calls.hello - before;
}

const get = (query: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
  fetch(`${serving.url}/graphql?${new URLSearchParams({ query, ...more })}`, {
    headers,
  });

describe("an answer is kept", () => {
  it("and given again, by POST and by GET, with a line of the log and an id for each", async () => {
    serving = await start();
    const query = "query Hi($name: String!) { hello(name: $name) }";
    const texts: string[] = [];
    const count = await runsOf(async () => {
      for (const id of ["one", "two"]) {
        const { text, headers } = await ask(serving.url, query, {
          variables: { name: "广州" },
          operationName: "Hi",
          headers: { "x-request-id": id, accept: "application/json" },
        });
        expect(headers.get("x-request-id")).toBe(id);
        expect(headers.get("cache-control")).toBe("no-store");
        expect(headers.get("etag")).toBeNull();
        expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
        expect(headers.get("access-control-allow-origin")).toBe("*");
        texts.push(text);
      }
      const more = { variables: '{"name":"广州"}', operationName: "Hi" };
      texts.push(await (await get(query, { accept: "application/json" }, more)).text());
    });
    expect(count).toBe(1);
    expect(new Set(texts)).toEqual(
      new Set(['{"data":{"hello":"Hello 广州"},"extensions":{"dataVersion":"small"}}\n']),
    );
    await logged(serving, 3);
    expect(hits(serving)).toBe(2);
    const [first, second] = serving.log.filter(({ msg }) => msg === "request");
    expect(second).toEqual({
      ...first,
      time: expect.any(String),
      requestId: "two",
      ms: expect.any(Number),
      databaseMs: 0,
      statements: 0,
      cached: true,
    });
  });

  it.each([
    ["text", [["{ hello }"], ["{ hello  }"]]],
    [
      "variables",
      [
        ["query ($n: String!) { hello(name: $n) }", { n: "a" }],
        ["query ($n: String!) { hello(name: $n) }", { n: "b" }],
      ],
    ],
  ] as [string, [string, unknown?][]][])("for its own %s", async (_, questions) => {
    serving = await start();
    const count = await runsOf(async () => {
      for (const [query, variables] of [...questions, ...questions])
        await ask(serving.url, query, { variables });
    });
    expect(count).toBe(questions.length);
  });

  it("for its operation and its media type", async () => {
    serving = await start();
    const query = "query A { a: hello } query B { b: hello }";
    const count = await runsOf(async () => {
      expect((await ask(serving.url, query, { operationName: "A" })).data).toEqual({ a: "Hello world" });
      expect((await ask(serving.url, query, { operationName: "B" })).data).toEqual({ b: "Hello world" });
      const accept = "application/graphql-response+json";
      const other = await ask(serving.url, query, { operationName: "B", headers: { accept } });
      expect(other.headers.get("content-type")).toBe(`${accept}; charset=utf-8`);
    });
    expect(count).toBe(3);
  });

  it("compressed as each client reads it", async () => {
    serving = await start();
    const query = `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: hello(name: "${"long ".repeat(39)}")`).join(" ")} }`;
    const texts = new Set<string>();
    for (const encoding of ["identity", "br", "gzip", "br", "gzip", "x-gzip", "*", "gzip;q=0.5, br;q=0"]) {
      const { headers, text } = await ask(serving.url, query, { headers: { "accept-encoding": encoding } });
      const packed = encoding === "identity" ? null : encoding === "br" ? "br" : "gzip";
      expect([encoding, headers.get("content-encoding")]).toEqual([encoding, packed]);
      expect(headers.get("vary")).toBe("Accept, accept-encoding, govgraph-explain");
      texts.add(text);
    }
    expect(texts.size).toBe(1);
    await logged(serving, 8);
    expect(hits(serving)).toBe(7);
  });

  it("not when it has an error, is refused, or tells what was run", async () => {
    serving = await start();
    const explain = { headers: { "govgraph-explain": "cypher" } };
    for (let i = 0; i < 2; i++) {
      expect((await ask(serving.url, '{ hello refused(colour: "gren") }')).errors).toHaveLength(1);
      expect((await ask(serving.url, "{ nope }")).status).toBe(400);
      expect((await ask(serving.url, "{ quick }", explain)).extensions.cypher).toHaveLength(1);
      expect((await ask(serving.url, '{ unlucky(code: "TIMEOUT") }')).status).toBe(504);
    }
    await logged(serving, 8);
    expect(hits(serving)).toBe(0);
  });

  it("not for a request that is refused: an Accept that is not met, parameters that are wrong or given twice", async () => {
    serving = await start();
    expect((await get("{ hello }")).status).toBe(200);
    await ask(serving.url, "{ hello }");
    const search = new URLSearchParams({ query: "{ hello }" });
    expect((await get("{ hello }", { accept: "text/csv" })).status).toBe(406);
    const twice = `${serving.url}/graphql?${search}&${search}`;
    expect((await fetch(twice)).status).toBe(400);
    const broken = await get("{ hello }", {}, { variables: "{" });
    expect(broken.status).toBe(400);
    expect((await ask(serving.url, "{ hello }", { variables: [1] })).status).toBe(400);
    expect((await ask(serving.url, "{ hello }", { variables: "{}" })).status).toBe(400);
    const hash = await sendRaw(
      serving.url,
      "GET /graphql?query=%7Bhello%7D&operationName=A#B HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    expect(hash.status).toBe(400);
    await logged(serving, 8);
    // The plain POST, and none of the others.
    expect(hits(serving)).toBe(1);
  });

  it("an operation name that is empty has the same answer, asked before or not", async () => {
    serving = await start();
    const query = "{ hello }";
    const answers = async () => [
      await ask(serving.url, query, { operationName: "" }),
      await ask(serving.url, "query A { hello }", { operationName: "" }),
    ];
    const before = await answers();
    await ask(serving.url, query);
    await ask(serving.url, "query A { hello }");
    const after = await answers();
    for (const [index, { status, errors }] of [...before, ...after].entries()) {
      expect([index, status, errors?.map(({ message }) => message)]).toEqual([
        index,
        400,
        ['Unknown operation named "".'],
      ]);
    }
    const byGet = await get(query, {}, { operationName: "" });
    expect(byGet.status).toBe(400);
  });

  it("within its bytes, however many questions there are", async () => {
    serving = await start({ GOVGRAPH_ANSWER_CACHE_BYTES: "20000" });
    const queries = Array.from({ length: 60 }, (_, i) => `{ hello(name: "${i} ${"x".repeat(150)}") }`);
    for (const query of queries) await ask(serving.url, query);
    await logged(serving, 60);
    for (const query of [...queries].reverse()) await ask(serving.url, query);
    await logged(serving, 120);
    // Each takes about 500 bytes and twice its question; the latest are there, no more than fit.
    expect(hits(serving)).toBeGreaterThan(5);
    expect(hits(serving)).toBeLessThan(25);
  });

  it("not at all when the setting is 0", async () => {
    serving = await start({ GOVGRAPH_ANSWER_CACHE_BYTES: "0" });
    expect(await runsOf(() => Promise.all([1, 2, 3].map(() => ask(serving.url, "{ hello }"))))).toBe(3);
    expect((await get("{ hello }")).headers.get("etag")).toMatch(/^W\/"[\w-]{22}"$/);
  });
});

describe("the same question at the same time", () => {
  const running = () => transactions.count(beginOf("kept"));
  /** A client that asks the slow question by itself. */
  const asker = () => {
    const socket = connectTo(serving.url);
    socket.write(post('{"query":"{ slow }"}'));
    return socket;
  };

  it("runs once, and all get its answer under their own ids", async () => {
    serving = await start();
    const ids = Array.from({ length: 20 }, (_, i) => `same-${i}`);
    const answers = await Promise.all(
      ids.map((id) => ask(serving.url, "{ waited }", { headers: { "x-request-id": id } })),
    );
    expect(answers.map(({ headers }) => headers.get("x-request-id"))).toEqual(ids);
    expect(answers.map(({ data }) => data.waited)).toEqual(ids.map(() => 1));
    await logged(serving, 20);
    const lines = serving.log.filter(({ msg }) => msg === "request");
    expect(lines.map(({ statements }) => statements).sort()).toEqual([...Array(19).fill(0), 1]);
  });

  it("goes on when the first of them goes away, and ends with the last", async () => {
    serving = await start({ GOVGRAPH_DEADLINE_MS: "60000" });
    const first = asker();
    await until("the first runs", async () => (await running()) === 1);
    const others = [asker(), asker()];
    await new Promise((resolve) => setTimeout(resolve, 200));
    first.destroy();
    others[0]?.destroy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await running()).toBe(1);
    const last = ask(serving.url, "{ waited }");
    expect((await last).data).toEqual({ waited: 1 });
    others[1]?.destroy();
    await until("none runs", async () => (await running()) === 0);
  });

  it("gets its answer when the first of them goes away", async () => {
    serving = await start();
    const first = connectTo(serving.url);
    first.write(post('{"query":"{ waited }"}'));
    await until("the first is in flight", () => serving.inFlight.size === 1);
    const others = Promise.all([1, 2, 3].map(() => ask(serving.url, "{ waited }")));
    await until("all are in flight", () => serving.inFlight.size === 4);
    first.destroy();
    expect((await others).map(({ data }) => data.waited)).toEqual([1, 1, 1]);
  });

  it("starts a new execution after the last client of another one has gone", async () => {
    serving = await start({ GOVGRAPH_DEADLINE_MS: "60000" });
    const first = asker();
    await until("it runs", async () => (await running()) === 1);
    first.destroy();
    const second = asker();
    await until("it is gone, and another one runs", async () => (await running()) === 1);
    second.destroy();
    await until("none runs", async () => (await running()) === 0);
  });

  it("ends for each at a deadline", async () => {
    serving = await start({ GOVGRAPH_DEADLINE_MS: "1500" });
    const first = ask(serving.url, "{ slow }");
    await new Promise((resolve) => setTimeout(resolve, 700));
    const second = ask(serving.url, "{ slow }");
    expect((await first).status).toBe(504);
    expect((await second).status).toBe(504);
    await until("none runs", async () => (await running()) === 0);
  });

  it("that fails goes to all who wait, each under its own id, and is not stored", async () => {
    serving = await start();
    const failing = (id: string) =>
      ask(serving.url, '{ waited unlucky(code: "TIMEOUT") }', { headers: { "x-request-id": id } });
    const answers = await Promise.all(["a", "b", "c"].map(failing));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.requestId)).toEqual(["a", "b", "c"]);
    expect((await failing("d")).errors?.[0]?.extensions.requestId).toBe("d");
    await logged(serving, 4);
    const lines = serving.log.filter(({ msg }) => msg === "request");
    expect(lines.filter(({ sharedWith }) => sharedWith !== undefined)).toHaveLength(2);
    expect(lines.filter(({ statements }) => statements === 1)).toHaveLength(2);
  });
});

describe("a GET may be kept by others", () => {
  const cached = async (env: Record<string, string>) => {
    serving = await start(env);
    const answers = [await get("{ hello }"), await get("{ hello }")];
    const tags = answers.map(({ headers }) => headers.get("etag"));
    expect(tags[0]).toMatch(/^W\/"[\w-]{22}"$/);
    expect(tags[1]).toBe(tags[0]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    return { tag: tags[0] ?? "", control: answers.map(({ headers }) => headers.get("cache-control")) };
  };

  it.each([["67108864"], ["0"]])(
    "with its tag, by which it is found to be the same (%s bytes kept here)",
    async (bytes) => {
      const { tag, control } = await cached({ GOVGRAPH_ANSWER_CACHE_BYTES: bytes, GOVGRAPH_MAX_AGE_S: "60" });
      expect(control).toEqual(Array(2).fill("public, max-age=60, must-revalidate"));
      const strong = tag.slice(2);
      for (const match of [tag, strong, "*", `"other", ${tag}`, `W/"x",${strong}`, `"a" , ${tag} , "b"`]) {
        const answer = await get("{ hello }", { "if-none-match": match });
        expect([match, answer.status]).toEqual([match, 304]);
        expect(await answer.text()).toBe("");
        expect(answer.headers.get("etag")).toBe(tag);
        expect(answer.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
        expect(answer.headers.get("vary")).toBe("Accept, accept-encoding, govgraph-explain");
        expect(answer.headers.get("content-type")).toBeNull();
        expect(answer.headers.get("content-length")).toBeNull();
        expect(answer.headers.get("x-request-id")).not.toBeNull();
      }
      for (const match of ['"other"', "", tag.slice(0, -2), "nonsense, W/"]) {
        expect([match, (await get("{ hello }", { "if-none-match": match })).status]).toEqual([match, 200]);
      }
    },
  );

  it("and must be asked for again each time unless the setting says longer", async () => {
    expect((await cached({})).control).toEqual(Array(2).fill("public, max-age=0, must-revalidate"));
  });

  it("but nothing else may: no POST, no error, nothing refused", async () => {
    serving = await start({ GOVGRAPH_MAX_AGE_S: "60" });
    const noStore = async (response: Response | Promise<Response>) => {
      const { headers } = await response;
      expect([headers.get("cache-control"), headers.get("etag")]).toEqual(["no-store", null]);
    };
    for (let i = 0; i < 2; i++) {
      await noStore(get("{ nope }"));
      await noStore(get('{ refused(colour: "x") }', { "if-none-match": "*" }));
      await noStore(get("{"));
      const { status, headers } = await ask(serving.url, "{ hello }", { headers: { "if-none-match": "*" } });
      expect([status, headers.get("cache-control"), headers.get("etag")]).toEqual([200, "no-store", null]);
    }
  });

  it("and says that it depends on the origin only where it does", async () => {
    serving = await start({ CORS_ORIGIN: "https://a.example,https://b.example" });
    for (let i = 0; i < 2; i++) {
      const { headers } = await get("{ hello }", { origin: "https://a.example" });
      expect(headers.get("vary")).toBe("Origin, Accept, accept-encoding, govgraph-explain");
      expect(headers.get("access-control-allow-origin")).toBe("https://a.example");
    }
    const { headers } = await get("{ hello }", { origin: "https://b.example" });
    expect(headers.get("access-control-allow-origin")).toBe("https://b.example");
  });
});
