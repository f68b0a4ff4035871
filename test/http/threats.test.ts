import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { ask, type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

/**
 * What graphql-cop looks for, check by check. Two of its findings are accepted: introspection is on, since the data
 * are public and tools need it, and so misspelt names get suggestions.
 */
let serving: Serving;
beforeAll(async () => {
  // The real schema: it has the circles and the number of types that the checks need.
  serving = await serve({ schema: await buildSchema() });
});
afterAll(() => serving.stop());

const send = (init: RequestInit & { search?: string }) =>
  fetch(`${serving.url}/graphql${init.search ?? ""}`, init);
const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("denial of service", () => {
  it("alias overloading: 200 aliases of a question are refused, also of a full introspection", async () => {
    const path = 'path(from: { name: "广州" }, to: { name: "武汉" }) { total }';
    for (const [field, count] of [
      [path, 200],
      ["__schema { types { fields { name description args { name description } } } }", 100],
    ] as const) {
      const aliases = Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(" ");
      const body = { query: `query cop { ${aliases} }` };
      const { status, data, errors } = await ask(serving.url, body.query);
      expect([status, data]).toEqual([400, undefined]);
      expect(errors?.[0]?.extensions.code).toMatch(/^(QUERY_TOO_COMPLEX|TOO_MANY_TOKENS)$/);
    }
  });

  it("alias overloading: 101 aliases of __typename are refused", async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(" ");
    const { status, errors } = await ask(serving.url, `query cop { ${aliases} }`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, "TOO_MANY_REPEATED_FIELDS"]);
  });

  it("array-based batching: ten operations in a list are refused", async () => {
    const body = JSON.stringify(Array(10).fill({ query: "query cop { __typename }" }));
    const response = await send({ method: "POST", headers: json, body });
    expect(response.status).toBe(400);
    expect(Array.isArray(await response.json())).toBe(false);
  });

  it("directive overloading: ten unknown directives do not get ten errors", async () => {
    const { errors } = await ask(serving.url, `query cop { __typename ${"@aa".repeat(10)} }`);
    expect(errors?.length).toBeLessThan(10);
  });

  it("circular introspection is refused", async () => {
    const query =
      "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
    const { status, data, errors } = await ask(serving.url, query);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors?.[0]?.message).toBe("Maximum introspection depth exceeded");
  });
});

describe("cross-site request forgery", () => {
  it("accepted: a plain GET is answered, because no request changes anything", async () => {
    const response = await send({ search: "?query=query cop {__typename}" });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("the schema that is served has no mutation, and a mutation by GET is refused", async () => {
    expect((await buildSchema()).getMutationType()).toBeUndefined();
    const response = await send({ search: "?query=mutation cop {__typename}" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect(await response.json()).not.toHaveProperty("data");
  });

  it.each([
    ["urlencoded", form, "query=query cop {__typename}"],
    ["text", { "content-type": "text/plain" }, '{"query":"{ __typename }"}'],
    [
      "multipart",
      { "content-type": "multipart/form-data; boundary=x" },
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--',
    ],
    ["no type at all", {}, new Blob(['{"query":"{ __typename }"}'])],
  ])("POST of a body that a form can send is refused: %s", async (_, headers, body) => {
    const response = await send({ method: "POST", headers, body });
    expect([400, 415]).toContain(response.status);
    expect(await response.json()).not.toHaveProperty("data");
  });
});

describe("information", () => {
  it("no editor answers at /graphql: a browser is sent to the playground", async () => {
    const headers = { accept: "text/html", "user-agent": "Mozilla/5.0" };
    const response = await send({ headers, redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "playground"]);
    expect(await response.text()).toBe("");
  });

  it("no tracing in the extensions, asked for or not", async () => {
    const { extensions } = await ask(serving.url, "query cop { __typename }", {
      headers: { "apollo-federation-include-trace": "ftv1" },
    });
    expect(extensions).toBeUndefined();
  });

  it("an unhandled error tells no stack", async () => {
    const { text } = await ask(serving.url, "qwerty cop { abc }");
    expect(text).not.toMatch(/stacktrace|exception|node_modules|at \w+ \(/);
  });

  it("accepted: introspection is on, and a misspelt name gets a suggestion", async () => {
    expect((await ask(serving.url, "{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
    expect((await ask(serving.url, "{ regionz { totalCount } }")).errors?.[0]?.message).toContain(
      "Did you mean",
    );
  });
});

describe("what a read-only schema does not have", () => {
  it.each(["mutation", "subscription"])("a %s is refused by POST", async (kind) => {
    const { status, errors, data } = await ask(serving.url, `${kind} { __typename }`);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
      [`There are no ${kind}s: GovGraph only answers. Send a query.`, "OPERATION_NOT_SUPPORTED"],
    ]);
  });

  it("persisted queries are not known, which their clients understand", async () => {
    const response = await send({
      method: "POST",
      headers: json,
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } }),
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }],
    });
  });
});

it("a key of its prototype in the variables is a name like any other", async () => {
  const other = await serve({ schema: smallSchema(), questions: smallQuestions });
  try {
    const response = await fetch(`${other.url}/graphql`, {
      method: "POST",
      headers: json,
      body: '{"query":"query ($at: At) { echo(at: $at) }","variables":{"__proto__":{"at":{"x":1}},"at":{"__proto__":{"x":2}}}}',
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  } finally {
    await other.stop();
  }
});
