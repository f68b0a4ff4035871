import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Texts } from "../../src/data/texts.js";
import { type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const page = "https://example.org";
const exposed =
  "x-request-id, retry-after, link, govgraph-data-version, govgraph-edition, govgraph-coverage, govgraph-coverage-note";

const start = (env: Record<string, string> = {}) =>
  serve({ schema: smallSchema(), questions: smallQuestions, env });

const preflight = (
  { url }: Serving,
  origin: string,
  headers = "content-type, govgraph-explain, x-request-id, apollo-require-preflight",
) =>
  fetch(`${url}/graphql`, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": headers },
  });

const post = ({ url }: Serving, origin: string, body = '{"query":"{ hello }"}') =>
  fetch(`${url}/graphql`, { method: "POST", headers: { origin, "content-type": "application/json" }, body });

describe("by default pages of any origin may ask and read", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await start();
  });
  afterAll(() => serving.stop());

  it("the preflight allows what a client sends, and may be kept for a day", async () => {
    const { status, headers } = await preflight(serving, page);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD, POST");
    expect(headers.get("access-control-allow-headers")).toBe(
      "content-type, govgraph-explain, x-request-id, apollo-require-preflight",
    );
    expect(headers.get("access-control-max-age")).toBe("86400");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });

  it.each([
    ["an answer", '{"query":"{ hello }"}', 200],
    ["an invalid operation", '{"query":"{ nope }"}', 400],
    ["a body that is no JSON", "{", 400],
    ["a body that is too large", `{"query":"${"x".repeat(100_000)}"}`, 413],
  ])("%s can be read, and its request id", async (_, body, status) => {
    const response = await post(serving, page, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe(exposed);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("OPTIONS without a question is answered as well", async () => {
    expect((await fetch(`${serving.url}/graphql`, { method: "OPTIONS" })).status).toBe(204);
  });
});

describe("all addresses", () => {
  const paths = ["/graphql?query={hello}", "/schema.graphql", "/livez", "/readyz", "/playground", "/nothing"];
  const corsOf = (headers: Headers) => [
    headers.get("access-control-allow-origin"),
    headers.get("access-control-expose-headers"),
    headers.get("cross-origin-resource-policy"),
    headers.get("vary")?.includes("Origin") ?? false,
  ];
  const headersOf = async ({ url }: Serving) =>
    Promise.all(
      paths.map(async (path) => {
        const response = await fetch(url + path, { headers: { origin: page } });
        return { text: await response.text(), cors: corsOf(response.headers) };
      }),
    );
  const withTexts = (env: Record<string, string> = {}) =>
    serve({ schema: smallSchema(), questions: smallQuestions, env, texts: noTexts });
  /** The operator's texts, none of which is there. */
  const noTexts = new Texts("/nowhere");

  it.each([
    ["by default", () => start(), ["*", exposed, null, false]],
    [
      "where CORS_ORIGIN names origins",
      () => start({ CORS_ORIGIN: `${page},https://b.example` }),
      [page, exposed, null, true],
    ],
    ["with texts: no other origin can read", () => withTexts(), [null, null, "same-origin", false]],
    [
      "with texts, where the operator allows every origin",
      () => withTexts({ CORS_ORIGIN: "*" }),
      ["*", exposed, null, false],
    ],
  ] as const)("have the same headers %s", async (_, begin, expected) => {
    const serving = await begin();
    try {
      const answers = await headersOf(serving);
      expect(answers.map(({ cors }) => cors)).toEqual(paths.map(() => expected));
    } finally {
      await serving.stop();
    }
  });

  it("with texts, refuse a preflight", async () => {
    const serving = await withTexts();
    try {
      const { status, headers } = await preflight(serving, page);
      expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    } finally {
      await serving.stop();
    }
  });

  it("answer the same to every origin", async () => {
    const serving = await start({ CORS_ORIGIN: page });
    try {
      const read = async (origin: string) =>
        (await fetch(`${serving.url}/graphql?query={hello}`, { headers: { origin } })).text();
      expect(await read(page)).toBe(await read("https://b.example"));
    } finally {
      await serving.stop();
    }
  });
});

describe("CORS_ORIGIN names who may", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await start({ CORS_ORIGIN: "https://example.org, https://example.com:8443" });
  });
  afterAll(() => serving.stop());

  it.each(["https://example.org", "https://example.com:8443"])("%s may", async (origin) => {
    for (const { headers } of [await preflight(serving, origin), await post(serving, origin)]) {
      expect(headers.get("access-control-allow-origin")).toBe(origin);
      expect(headers.get("vary")).toContain("Origin");
    }
  });

  it.each(["https://example.net", "http://example.org", "https://example.org.evil.example", "null"])(
    "%s may not",
    async (origin) => {
      for (const { headers } of [await preflight(serving, origin), await post(serving, origin)]) {
        expect(headers.get("access-control-allow-origin")).toBeNull();
        expect(headers.get("vary")).toContain("Origin");
      }
    },
  );
});
