import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columns } from "../../src/cli/dictionary.js";
import { isNode } from "../../src/load/element.js";
import type { Graph } from "../../src/neo4j/client.js";
import { dataElements, loadedGraph } from "../graph.js";
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

describe.concurrent("govgraph export", () => {
  it("writes one row a fact as CSV on standard output", async () => {
    const { code, stdout, stderr } = await govgraph(["export"]);
    expect(code).toBe(0);
    const [head, ...rows] = parseCsv(stdout);
    expect(head?.slice(0, columns.length)).toEqual(columns.map(({ name }) => name));
    expect(rows.map(([key]) => key)).toEqual(keys());
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
    expect(lines).toEqual(whole.facts.map((fact) => ({ ...fact, dataVersion: whole.dataVersion })));
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

  it("puts a data dictionary and a data package beside the table, and replaces nothing unasked", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "govgraph-export-")), "deep", "out");
    const first = await govgraph(["export", "-o", folder, "--bom"]);
    expect(first.code).toBe(0);
    expect(first.stdout).toBe("");
    expect(readdirSync(folder).sort()).toEqual(["datapackage.json", "dictionary.csv", "facts.csv"]);
    const table = readFileSync(join(folder, "facts.csv"), "utf8");
    expect(table.startsWith("\ufeffkey,kind,")).toBe(true);
    const dictionary = parseCsv(readFileSync(join(folder, "dictionary.csv"), "utf8"));
    expect(dictionary.slice(1).map(([name]) => name)).toEqual(columns.map(({ name }) => name));
    const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    expect(described).toMatchObject({
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      citation: expect.any(String),
    });
    expect(described.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(
      columns.map(({ name }) => name),
    );
    expect(described.sources.map(({ name }: { name: string }) => name)).toContain("report-2022");

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
