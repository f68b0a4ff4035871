import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isNode } from "../../src/load/element.js";
import type { Graph } from "../../src/neo4j/client.js";
import { factColumns as columns } from "../../src/table/package/factColumns.js";
import { dataElements, loadedGraph } from "../graph.js";
import { descriptorOf, faultsOf, rowsOf } from "../table/package/validate.js";
import { govgraph } from "./govgraph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(() => graph.close());

const facts = dataElements().filter((element) => isNode(element) && element.labels.includes("Fact"));
const keys = (year?: number) =>
  facts
    .flatMap((element) => (isNode(element) ? [String(element.key)] : []))
    .filter((key) => year === undefined || key.startsWith(`${year}/`))
    .sort((a, b) => Number(a.slice(0, 4)) - Number(b.slice(0, 4)) || (a < b ? -1 : 1));

/** Rows of CSV without quoted line breaks; enough for what is looked at here. */
function parseCsv(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell));
}

const readFolder = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

describe.concurrent("govgraph export", () => {
  it("writes one row per fact as CSV on standard output", async () => {
    const { code, stdout, stderr } = await govgraph(["export"]);
    expect(code).toBe(0);
    const [head, ...rows] = parseCsv(stdout);
    expect(head?.slice(0, columns.length)).toEqual(columns.map(({ name }) => name));
    // Some rows are moved forward, so that the first rows show the type of each column.
    expect(rows.map(([key]) => key).sort()).toEqual(keys().sort());
    expect(stdout.startsWith("\ufeff")).toBe(false);
    expect(stderr).toContain(`${facts.length} facts, data version `);
    const line = stdout.split("\n").find((one) => one.startsWith("2022/rose/420100,"));
    expect(line).toMatch(
      /^2022\/rose\/420100,ROSE,2022,2021,CITY,420100,武汉,Wuhan,,VERY_HIGH,HIGH,,,,,,,,,,,,report-2022@3\.1\.2,ca84474eaa99396bbf2cd02cc1eb45f4ba97542c23e83d2a42713264180c503b,[0-9a-f]{16}$/,
    );
  });

  it("writes JSON and JSON Lines with the same facts", async () => {
    const [json, jsonl] = await Promise.all([
      govgraph(["export", "--edition", "2022", "--format", "json"]),
      govgraph(["export", "--edition", "2022", "--format", "jsonl"]),
    ]);
    const whole = JSON.parse(json.stdout) as {
      dataVersion: string;
      citation: string;
      facts: { key: string }[];
    };
    expect(whole.facts.map(({ key }) => key)).toEqual(keys(2022));
    expect(whole.citation).toContain(`data version ${whole.dataVersion}: ${whole.facts.length} facts`);
    const lines = jsonl.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    expect(lines.sort(byKey)).toEqual(
      whole.facts.map((fact) => ({ ...fact, dataVersion: whole.dataVersion })).sort(byKey),
    );
    expect(whole.facts.find(({ key }) => key === "2022/counts/CITY/HIGH")).toMatchObject({
      kind: "COUNTS",
      level: "CITY",
      tier: "HIGH",
      value: 17,
      unit: "regions",
      text: "53.13%",
      closed: true,
      sources: ["report-2022@1.3.2"],
    });
  });

  it("writes a valid data package of all tables", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "govgraph-export-")), "deep", "out");
    const { code, stdout } = await govgraph(["export", "-o", folder, "--format", "jsonl"]);
    expect([code, stdout]).toEqual([0, ""]);
    const files = readFolder(folder);
    expect(faultsOf(files)).toEqual([]);
    const spoiled = {
      ...files,
      "facts.jsonl": files["facts.jsonl"]?.replaceAll('"440100"', '"999999"') ?? "",
    };
    expect(faultsOf(spoiled)).toEqual([
      expect.stringContaining("wrong hash: "),
      "facts: hash",
      "facts.regionCode: 999999 is not in regions",
    ]);
    const { resources } = descriptorOf(files);
    const counts = resources.map((table) => [table.name, rowsOf(table, files).length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      facts: facts.length,
      regions: 64,
      dimensions: 5,
      tiers: 4,
      editions: 7,
      panel: 64 * 7,
      "region-tiers": 64 * 7,
    });
  });

  it("limits the tables to an edition", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "govgraph-export-")), "out");
    expect((await govgraph(["export", "-o", folder, "--edition", "2020", "--format", "json"])).code).toBe(0);
    const files = readFolder(folder);
    expect(faultsOf(files).filter((fault) => !fault.includes("no cell refers to"))).toEqual([]);
    const { resources, sources } = descriptorOf(files);
    const rows = (name: string) => rowsOf(resources.find((table) => table.name === name)!, files);
    expect(rows("facts").map(({ key }) => key)).toHaveLength(keys(2020).length);
    expect(new Set(rows("panel").map(({ edition }) => edition))).toEqual(new Set([2020]));
    expect(new Set(rows("citations").map(({ source }) => source))).toEqual(
      new Set(sources.map(({ name }) => name)),
    );
  });

  it("begins each CSV file with a byte-order mark on request, and replaces no file without --force", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "govgraph-export-")), "out");
    expect((await govgraph(["export", "-o", folder, "--bom"])).code).toBe(0);
    const files = readFolder(folder);
    expect(faultsOf(files)).toEqual([]);
    for (const [name, text] of Object.entries(files)) {
      expect([name, text.startsWith("\ufeff")]).toEqual([name, name.endsWith(".csv")]);
    }
    const table = files["facts.csv"] ?? "";

    const second = await govgraph(["export", "-o", folder]);
    expect(second).toMatchObject({ code: 4, stdout: "" });
    expect(second.stderr).toContain(
      "is not empty; choose another folder, or allow its files to be replaced with --force",
    );
    expect(readFileSync(join(folder, "facts.csv"), "utf8")).toBe(table);
    expect((await govgraph(["export", "-o", folder, "--force"])).code).toBe(0);
    expect(readFileSync(join(folder, "facts.csv"), "utf8")).toBe(table.slice(1));
  });

  it("says what is wrong with its options, and writes nothing", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "govgraph-export-")), "file");
    writeFileSync(file, "mine");
    const [bom, year, format, onto] = await Promise.all([
      govgraph(["export", "--bom", "--format", "json"]),
      govgraph(["export", "--edition", "1999", "-o", `${file}-none`]),
      govgraph(["export", "--format", "xml"]),
      govgraph(["export", "-o", file]),
    ]);
    expect(bom).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "--bom goes with --format csv, not with json\n",
    });
    expect(year).toMatchObject({ code: 2, stdout: "" });
    expect(year.stderr).toMatch(/^--edition: 1999 is not loaded; editions loaded: .*2022, 2023\n$/);
    expect(existsSync(`${file}-none`)).toBe(false);
    expect(format.code).toBe(2);
    expect(format.stderr).toContain("Allowed choices are csv, json, jsonl");
    expect(onto).toMatchObject({ code: 2, stdout: "" });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});
