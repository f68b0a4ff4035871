import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectTo, sendRaw } from "./raw.js";
import { ask, type Serving, serve, until } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-pages-"));
const script = `export const answer = 42;${"\n// filler".repeat(500)}`;
mkdirSync(join(folder, "pages", "playground"), { recursive: true });
writeFileSync(join(folder, "pages", "index.html"), "<!doctype html><title>page</title>");
writeFileSync(join(folder, "pages", "playground", "index-Abc123.js"), script);
writeFileSync(join(folder, "pages", ".hidden"), "hidden");
writeFileSync(join(folder, "secret.txt"), "secret");

const start = (pages: string) => serve({ schema: smallSchema(), questions: smallQuestions, pages });

describe("the playground", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await start(join(folder, "pages"));
  });
  afterAll(async () => {
    await serving.stop();
    rmSync(folder, { recursive: true });
  });

  it("is served at /playground, is revalidated each time, and its policy allows nothing from other origins", async () => {
    const response = await fetch(`${serving.url}/playground`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<!doctype html><title>page</title>");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    const etag = response.headers.get("etag") ?? "";
    // By hand: fetch adds headers that ask past a cache.
    const again = `GET /playground HTTP/1.1\r\nhost: x\r\nif-none-match: ${etag}\r\nconnection: close\r\n\r\n`;
    expect((await sendRaw(serving.url, again)).status).toBe(304);
  });

  it("redirects /playground/ with its query to /playground", async () => {
    const response = await fetch(`${serving.url}/playground/?query=%7Bmeta%7D`, { redirect: "manual" });
    expect(response.status).toBe(308);
    const location = response.headers.get("location") ?? "";
    expect(new URL(location, response.url).href).toBe(`${serving.url}/playground?query=%7Bmeta%7D`);
  });

  it("has files that clients store for good, sent compressed", async () => {
    for (const encoding of ["br", "gzip"]) {
      const response = await fetch(`${serving.url}/playground/index-Abc123.js`, {
        headers: { "accept-encoding": encoding },
      });
      expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(response.headers.get("content-type")).toMatch(/^(application|text)\/javascript/);
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(response.headers.get("vary")).toContain("accept-encoding");
      expect(await response.text()).toBe(script);
    }
  });

  it("answers HEAD with the head alone", async () => {
    for (const path of ["/playground", "/playground/index-Abc123.js", "/livez", "/readyz"]) {
      const response = await fetch(`${serving.url}${path}`, { method: "HEAD" });
      expect([path, response.status, await response.text()]).toEqual([path, 200, ""]);
    }
  });

  it.each([
    "/nothing",
    "/assets/index-Abc123.js",
    "/index.html",
    "/playground/index.html",
    "/playground/nothing.js",
    "/.hidden",
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/playground/..%5c..%5csecret.txt",
    "/%00",
    "//etc/passwd",
  ])("has nothing at %s, which is reported as JSON", async (path) => {
    const { status, body, headers } = await sendRaw(
      serving.url,
      `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    expect([400, 403, 404]).toContain(status);
    expect(headers["content-type"]).toContain("application/json");
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    expect(body).not.toContain("secret.txt");
  });
});

it("files that clients ask for and do not read take no more places than there are", async () => {
  const large = mkdtempSync(join(tmpdir(), "govgraph-pages-"));
  mkdirSync(join(large, "playground"));
  writeFileSync(join(large, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(large, "playground", "large.js"), "x".repeat(4_000_000));
  const serving = await serve({
    schema: smallSchema(),
    questions: smallQuestions,
    pages: large,
    env: { GOVGRAPH_MAX_INFLIGHT: "20" },
  });
  try {
    const sockets = Array.from({ length: 30 }, () => {
      const socket = connectTo(serving.url);
      socket.on("error", () => {});
      socket.pause();
      socket.write("GET /playground/large.js HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\n\r\n".repeat(60));
      return socket;
    });
    const refused = async () => (await fetch(`${serving.url}/playground/large.js`)).status === 503;
    await until("all places are taken", refused);
    const begin = performance.now();
    expect((await fetch(`${serving.url}/livez`)).status).toBe(200);
    expect((await ask(serving.url, "{ hello }")).status).toBe(200);
    expect(performance.now() - begin).toBeLessThan(2_000);
    for (const socket of sockets) socket.destroy();
    const served = async () => (await fetch(`${serving.url}/playground/large.js`)).status === 200;
    await until("the places are free", served);
  } finally {
    await serving.stop();
    rmSync(large, { recursive: true });
  }
});

it("files that the build has compressed are sent as they are", async () => {
  const built = mkdtempSync(join(tmpdir(), "govgraph-pages-"));
  mkdirSync(join(built, "playground"));
  writeFileSync(join(built, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(built, "playground", "a.js"), script);
  const compressed = brotliCompressSync(script);
  writeFileSync(join(built, "playground", "a.js.br"), compressed);
  const serving = await start(built);
  try {
    const request =
      "GET /playground/a.js HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\nconnection: close\r\n\r\n";
    const { status, headers } = await sendRaw(serving.url, request);
    expect([status, headers["content-encoding"], headers.vary, headers["content-length"]]).toEqual([
      200,
      "br",
      "accept-encoding",
      String(compressed.length),
    ]);
    expect(headers["content-type"]).toMatch(/javascript/);
    expect(await (await fetch(`${serving.url}/playground/a.js`)).text()).toBe(script);
  } finally {
    await serving.stop();
    rmSync(built, { recursive: true });
  }
});

it("where it is not built, /playground says how to build it, and GraphQL is there all the same", async () => {
  const serving = await start("/nowhere/at/all");
  try {
    const response = await fetch(`${serving.url}/playground`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message:
            "The playground is not built. Run: npm run build:web, then start the server again. GraphQL is at /graphql.",
          extensions: { code: "PLAYGROUND_MISSING" },
        },
      ],
    });
    const answer = await fetch(`${serving.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ hello }"}',
    });
    expect(await answer.json()).toMatchObject({ data: { hello: "Hello world" } });
  } finally {
    await serving.stop();
  }
});
