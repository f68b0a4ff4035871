import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const page = "https://example.org";

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
    expect(response.headers.get("access-control-expose-headers")).toBe("x-request-id, retry-after");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("OPTIONS without a question is answered as well", async () => {
    expect((await fetch(`${serving.url}/graphql`, { method: "OPTIONS" })).status).toBe(204);
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
