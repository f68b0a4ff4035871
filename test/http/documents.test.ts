import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { topicTitles } from "../../src/pages/messages.js";
import { topicOf } from "../../src/question/topic.js";
import { buildSchema } from "../../src/schema/schema.js";
import { sendRaw } from "./raw.js";
import { type Serving, serve, serveLoaded } from "./serving.js";

const schema = await buildSchema();
const questions = Object.keys(schema.getQueryType()?.getFields() ?? {});
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

let serving: Serving;
beforeAll(async () => {
  serving = await serveLoaded({ schema });
});
afterAll(() => serving.stop());

const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, { headers, redirect: "manual" });

/** The targets of the links of a page. */
const linksOf = (text: string) => [...text.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);

describe("the home page", () => {
  it("says what GovGraph is and lists every question by topic, without JavaScript", async () => {
    const response = await open("/");
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).not.toMatch(/<script|style=|https?:/);
    for (const question of questions) expect(text).toContain(question);
    expect(text).toContain("Which regions lead in at least N dimensions?");
    expect(text).not.toContain("Filter by required");
  });

  it("has a title in both languages for every topic", () => {
    const topics = new Set(questions.map(topicOf));
    expect(Object.keys(topicTitles).sort()).toEqual([...topics].sort());
  });

  it.each([
    [undefined, "/", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "/", "zh"],
    ["en-GB,zh;q=0.5", "/", "en"],
    ["fr", "/", "en"],
    ["en", "/?lang=zh", "zh"],
    ["zh", "/?lang=en", "en"],
    ["zh", "/?lang=", "zh"],
  ])("for Accept-Language %s, %s is in %s", async (accepted, path, language) => {
    const response = await open(path, accepted === undefined ? {} : { "accept-language": accepted });
    expect(response.headers.get("content-language")).toBe(language);
    expect(response.headers.get("vary")).toMatch(/\bAccept-Language\b/);
    const text = await response.text();
    expect(text).toContain(language === "zh" ? '<html lang="zh-CN">' : '<html lang="en">');
    expect(text).toContain(
      language === "zh" ? "哪些地区在多个分项指数上领先？" : "Which regions lead in at least N dimensions?",
    );
  });

  it("refuses a language that it does not have", async () => {
    const response = await open("/?lang=fr");
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: 'lang: expected en or zh, got "fr".',
            extensions: expect.objectContaining({ code: "BAD_USER_INPUT", argument: "lang" }),
          },
        ],
      },
    ]);
  });

  it.each(["en", "zh"])("in %s leads nowhere in vain", async (lang) => {
    const links = linksOf(await (await open(`/?lang=${lang}`)).text());
    const targets = links.filter((link) => !link.startsWith("data:"));
    expect(targets.length).toBeGreaterThan(4);
    for (const target of targets) {
      const { pathname, search } = new URL(target, `${serving.url}/`);
      const [, question] = /^\/question\/(.*)$/.exec(pathname) ?? [];
      if (question !== undefined) {
        expect(questions).toContain(question);
        continue;
      }
      // The playground is not built in this test.
      const expected = pathname === "/playground" ? 404 : 200;
      expect([target, (await open(pathname + search)).status]).toEqual([target, expected]);
    }
  });
});

describe("documents", () => {
  it("/schema.graphql is the schema with all descriptions", async () => {
    const response = await open("/schema.graphql");
    expect(await response.text()).toBe(
      readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"),
    );
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });

  it("/llms.txt names every question", async () => {
    const text = await (await open("/llms.txt")).text();
    expect(text).toMatch(/^# GovGraph 政务图谱\n\n> /);
    for (const question of questions) expect(text).toContain(question);
    expect(text).toContain("](/schema.graphql)");
  });

  it.each(["/", "/schema.graphql", "/llms.txt"])(
    "%s has a tag, and no body for HEAD or for the same tag",
    async (path) => {
      const first = await open(path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
      expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
      const again = await open(path, { "if-none-match": etag });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
      const head = await fetch(serving.url + path, { method: "HEAD" });
      expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
    },
  );

  it("robots.txt and sitemap.xml are not there without a public address, whatever the header Host says", async () => {
    for (const path of ["/robots.txt", "/sitemap.xml"]) expect((await open(path)).status).toBe(404);
    const request = "GET /llms.txt HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n";
    expect((await sendRaw(serving.url, request)).body).not.toContain("evil.example");
  });

  it("name the public address where it is set", async () => {
    const env = { GOVGRAPH_PUBLIC_URL: "https://data.example/govgraph/" };
    const known = await serve({ schema, env });
    try {
      const read = async (path: string) => (await fetch(known.url + path)).text();
      expect(await read("/robots.txt")).toBe(
        "User-agent: *\nDisallow: /govgraph/graphql\n\nSitemap: https://data.example/govgraph/sitemap.xml\n",
      );
      expect(await read("/sitemap.xml")).toContain("<url><loc>https://data.example/govgraph/</loc></url>");
      expect(await read("/llms.txt")).toContain("](https://data.example/govgraph/schema.graphql)");
    } finally {
      await known.stop();
    }
  });
});

describe("errors", () => {
  it("are pages for a person with a browser, and JSON for programs", async () => {
    const page = await open("/no/thing", { accept: browser, "accept-language": "zh" });
    const text = await page.text();
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.headers.get("content-language")).toBe("zh");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain(
      "There is nothing at this address. The questions are listed at /, GraphQL is at /graphql.",
    );
    expect(text).toContain('<a href="..">');
    const json = await open("/no/thing", { accept: "*/*" });
    expect(json.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("show what a client sent as text", async () => {
    const text = await (await open("/?lang=<script>'\"", { accept: browser })).text();
    expect(text).toContain("&lt;script&gt;&#39;");
    expect(text).not.toContain("<script");
  });
});

describe("a GET of /graphql from the address bar", () => {
  const query = "query Q($level: Level!) { leaders(level: $level) { total } } # 广州 & more";
  const variables = '{"level":"CITY"}';

  it("goes to the playground with its query and variables", async () => {
    const search = new URLSearchParams({ query, variables, operationName: "Q" });
    for (const method of ["GET", "HEAD"]) {
      const response = await fetch(`${serving.url}/graphql?${search}`, {
        method,
        headers: { accept: browser },
        redirect: "manual",
      });
      expect(response.status).toBe(303);
      const to = new URL(response.headers.get("location") ?? "", `${serving.url}/graphql`);
      expect([to.origin, to.pathname]).toEqual([serving.url, "/playground"]);
      expect(Object.fromEntries(to.searchParams)).toEqual({ query, variables });
      expect(response.headers.get("vary")).toContain("Accept");
    }
  });

  it.each([
    "*/*",
    "application/json",
    "application/graphql-response+json, application/json;q=0.9, text/html;q=0.8",
    "text/html;q=0.5, application/json",
  ])("is answered for Accept %s, without any other header", async (accept) => {
    const search = new URLSearchParams({ query: "{ __typename }" });
    const response = await open(`/graphql?${search}`, { accept });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: "Query" } }]);
    const head = await fetch(`${serving.url}/graphql?${search}`, { method: "HEAD", headers: { accept } });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(response.headers.get("etag"));
  });
});
