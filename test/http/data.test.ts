import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageVersion } from "../../src/cli/version.js";
import { Texts } from "../../src/data/texts.js";
import { buildSchema } from "../../src/schema/schema.js";
import { govgraph } from "../cli/govgraph.js";
import { type Descriptor, descriptorOf, type Files, faultsOf } from "../table/package/validate.js";
import { onlyError } from "./refusal.js";
import { type Serving, serve, serveLoaded } from "./serving.js";

const schema = await buildSchema();
let serving: Serving;
beforeAll(async () => {
  serving = await serveLoaded({ schema });
});
afterAll(() => serving.stop());

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${serving.url}${path}`, { redirect: "manual", ...init });

/** Downloads all files that the checksums of a format name. */
async function download(format: string): Promise<Files> {
  const read = async (name: string) => {
    const response = await get(`/data/${format}/${name}`);
    expect([name, response.status]).toEqual([name, 200]);
    return response.text();
  };
  const SHA256SUMS = await read("SHA256SUMS");
  const files: Record<string, string> = { SHA256SUMS };
  for (const line of SHA256SUMS.trimEnd().split("\n")) files[line.slice(66)] = await read(line.slice(66));
  return files;
}

describe("/data/", () => {
  it.each(["csv", "jsonl"])("serves a valid data package as %s", async (format) => {
    const files = await download(format);
    expect(faultsOf(files)).toEqual([]);
    expect(descriptorOf(files).resources.map(({ name }) => name)).toContain("region-tiers");
  });

  it("serves the files that the command line writes", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "govgraph-data-")), "out");
    expect((await govgraph(["export", "-o", folder])).code).toBe(0);
    for (const [name, text] of Object.entries(await download("csv"))) {
      // The checksums of files with the version of GovGraph differ.
      if (name === "SHA256SUMS") continue;
      const written = readFileSync(join(folder, name), "utf8");
      expect(written.replaceAll(`政务图谱 ${packageVersion}`, "政务图谱 1.2.3")).toBe(text);
    }
  });

  it.each(["en", "zh"])("has a page in %s that links to all files", async (lang) => {
    const response = await get(`/data/?lang=${lang}`);
    const page = await response.text();
    const version = response.headers.get("govgraph-data-version") ?? "";
    expect([response.status, response.headers.get("content-language")]).toEqual([200, lang]);
    expect(page).toContain(lang === "en" ? "Download all data" : "下载全部数据");
    expect(page).toContain(`data version ${version}`);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
    const targets = links.filter((link) => !link.startsWith("data:"));
    expect(targets).toEqual(
      expect.arrayContaining([
        "csv/facts.csv",
        "jsonl/panel.jsonl",
        "csv/datapackage.json",
        "jsonl/SHA256SUMS",
      ]),
    );
    for (const target of targets) {
      const { pathname, search } = new URL(target, `${serving.url}/data/`);
      expect([target, (await get(pathname + search)).status]).toEqual([target, 200]);
    }
  });

  it("is linked from the home page, and redirects /data to it", async () => {
    expect(await (await get("/?lang=en")).text()).toContain('href="data/?lang=en"');
    const redirected = await get("/data?lang=zh");
    expect([redirected.status, redirected.headers.get("location")]).toEqual([308, "data/?lang=zh"]);
  });

  it("answers 304, HEAD and ranges, and caches by data version", async () => {
    const path = "/data/csv/facts.csv";
    const whole = await get(path);
    const text = await whole.text();
    const etag = whole.headers.get("etag") ?? "";
    expect(whole.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(whole.headers.get("content-disposition")).toBe('attachment; filename="facts.csv"');
    expect(whole.headers.get("cache-control")).toContain("public");
    expect((await get(path, { headers: { "if-none-match": etag } })).status).toBe(304);
    const head = await get(path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
    const part = await get(path, { headers: { range: "bytes=0-2" } });
    expect([part.status, await part.text()]).toEqual([206, text.slice(0, 3)]);
    const lines = serving.log.filter(
      ({ path: at, status }) => String(at).startsWith("/data/") && status === 200,
    );
    // Page and files come from one reading of the data.
    expect(
      lines.filter(({ cached, sharedWith }) => cached !== true && sharedWith === undefined),
    ).toHaveLength(1);
  });

  it.each(["/data/", "/data/csv/panel.csv", "/data/jsonl/panel.jsonl"])("compresses %s", async (path) => {
    const response = await get(path, { headers: { "accept-encoding": "br" } });
    expect([response.status, response.headers.get("content-encoding")]).toEqual([200, "br"]);
  });

  it("answers at a data version, and 410 if another one is loaded", async () => {
    const version = (await get("/data/csv/tiers.csv")).headers.get("govgraph-data-version");
    const pinned = await get(`/data/csv/tiers.csv?dataVersion=${version}`);
    expect(pinned.status).toBe(200);
    expect(pinned.headers.get("link")).toBe(`<tiers.csv?dataVersion=${version}>; rel="cite-as"`);
    for (const path of ["/data/", "/data/csv/tiers.csv", "/data/jsonl/datapackage.json"]) {
      const gone = await get(`${path}?dataVersion=0123456789abcdef`);
      expect([gone.status, gone.headers.get("cache-control")]).toEqual([410, "no-store"]);
      expect(onlyError(await gone.text())).toEqual({
        code: "DATA_VERSION_GONE",
        message: `dataVersion: expected the loaded version ${version}, got "0123456789abcdef". Remove dataVersion for an answer of the loaded version.`,
      });
    }
  });

  it.each([
    ["/data/csv/fact.csv", 404, "NOT_FOUND", "Did you mean facts.csv?"],
    ["/data/csv/facts.jsonl", 404, "NOT_FOUND", "csv: expected facts.csv, citations.csv, "],
    [
      "/data/parquet/facts.parquet",
      404,
      "NOT_FOUND",
      'data: expected csv, jsonl, got "parquet". The files are listed at /data/.',
    ],
    [
      "/data/csv/facts.csv?edition=2022",
      400,
      "BAD_USER_INPUT",
      'edition: expected dataVersion, got "edition". Remove it from the address.',
    ],
    [
      "/data/csv/facts.csv?dataVersion=1&dataVersion=2",
      400,
      "BAD_USER_INPUT",
      "dataVersion: expected one value, got 2. Remove the others.",
    ],
    ["/data/?lang=fr", 400, "BAD_USER_INPUT", 'lang: expected en or zh, got "fr".'],
  ])("%s is %i %s", async (path, status, code, message) => {
    const response = await get(path);
    expect([response.status, response.headers.get("cache-control")]).toEqual([status, "no-store"]);
    const error = onlyError(await response.text());
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it("allows GET and HEAD only", async () => {
    for (const path of ["/data/", "/data/csv/facts.csv"]) {
      const response = await get(path, { method: "POST" });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
  });
});

it("cites the public address, and lists it for crawlers", async () => {
  const open = await serve({ schema, env: { GOVGRAPH_PUBLIC_URL: "https://example.org/gov" } });
  try {
    const read = async (path: string) => (await fetch(`${open.url}${path}`)).text();
    const url = /https:\/\/example\.org\/gov\/data\/\?dataVersion=[0-9a-f]{16}/;
    expect(await read("/data/csv/citation.bib")).toMatch(url);
    expect(await read("/data/csv/CITATION.cff")).toMatch(url);
    const line = await read("/data/csv/citation-gbt7714.txt");
    expect(line).toMatch(
      /^GovGraph\. 政务图谱：一体化政务服务能力调查评估数据\[DS\/OL\]\. 数据版本 [0-9a-f]{16}\. \(\d{4}-\d\d-\d\d\)\[引用日期\]\. https:\/\/example\.org\/gov\/data\/\?dataVersion=[0-9a-f]{16}\.\n$/,
    );
    expect(await read("/sitemap.xml")).toContain("<loc>https://example.org/gov/data/</loc>");
    expect(await read("/llms.txt")).toContain("https://example.org/gov/data/csv/datapackage.json");
  } finally {
    await open.stop();
  }
});

it("caches the same files where texts are attached, and has no column for their sentences", async () => {
  const attached = await serve({ schema, texts: new Texts("/nowhere") });
  try {
    const path = "/data/jsonl/datapackage.json";
    const [first, second] = [await fetch(`${attached.url}${path}`), await fetch(`${attached.url}${path}`)];
    expect(await first.text()).toBe(await second.text());
    expect(second.headers.get("etag")).toBe((await get(path)).headers.get("etag"));
    const lines = attached.log.filter((line) => line.path === path);
    expect(lines.map(({ cached }) => cached)).toEqual([undefined, true]);
    const { resources } = (await (await get(path)).json()) as Descriptor;
    const columns = resources.flatMap(({ schema: { fields } }) => fields.map(({ name }) => name));
    expect(columns.filter((name) => /quote/i.test(name))).toEqual([]);
  } finally {
    await attached.stop();
  }
});

it("ends at the deadline", async () => {
  const hasty = await serve({ schema, env: { GOVGRAPH_DEADLINE_MS: "10" } });
  try {
    const response = await fetch(`${hasty.url}/data/csv/datapackage.json`);
    expect([response.status, onlyError(await response.text()).code]).toEqual([504, "TIMEOUT"]);
  } finally {
    await hasty.stop();
  }
});
