import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuid } from "./refusal.js";
import { ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ schema: smallSchema(), questions: smallQuestions });
});
afterAll(() => serving.stop());

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
    const response = await fetch(`${serving.url}/graphql?${search}`);
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
