import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../src/load/load.js";
import type { Graph } from "../../src/neo4j/client.js";
import { runCypher } from "../cypher.js";
import { dataElements, loadedGraph } from "../graph.js";
import { ended, govgraph, start, testSettings } from "./govgraph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(async () => {
  await load(graph, dataElements(), { replace: true });
  await graph.close();
});

/** A copy of the data folder in which one text stands for another. */
function changedData(from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-data-"));
  cpSync(fileURLToPath(new URL("../../data/", import.meta.url)), folder, { recursive: true });
  const file = join(folder, "editions", "2022.yaml");
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`2022.yaml has no ${from}`);
  writeFileSync(file, text.replace(from, to));
  return folder;
}

describe.concurrent("govgraph ask", () => {
  it("prints the answer as CSV on standard output, and how much is known on standard error", async () => {
    const { code, stdout, stderr } = await govgraph([
      "ask",
      "leaders",
      "--level",
      "city",
      "--at-least",
      "3",
      "--format",
      "csv",
    ]);
    expect(code).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^code,region,regionEn,count,dimensions,dimensionsEn,dimensionsCount,/);
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 4).join(" "))).toEqual([
      "440100 广州 Guangzhou 5",
      "320100 南京 Nanjing 5",
      "330100 杭州 Hangzhou 5",
      "440300 深圳 Shenzhen 5",
      "420100 武汉 Wuhan 3",
      "370200 青岛 Qingdao 3",
      "330200 宁波 Ningbo 3",
      "340100 合肥 Hefei 3",
    ]);
    expect(lines[5]).toContain("report-2022@2.1.3, report-2022@2.3.3, report-2022@2.4.3");
    expect(stderr).toContain("edition: 2022 (evaluates 2021)\ncoverage: 5 of 5 lists known\n");
    expect(stderr).toMatch(
      /\ncite as: GovGraph .*, data version [0-9a-f]{16}, leaders\(level: CITY, atLeast: 3\)\n/,
    );
  });

  it("prints the same rows as a table, as Markdown and as JSON", async () => {
    const question = ["ask", "consistentLeaders", "--level", "city"];
    const [table, md, json] = await Promise.all([
      govgraph(question),
      govgraph([...question, "--format", "md"]),
      govgraph([...question, "--json"]),
    ]);
    const names = ["广州", "南京", "杭州", "深圳"];
    expect(table.stdout.match(/│ \d{6} │ (\S+)/g)?.map((cell) => cell.split(" ").at(-1))).toEqual(names);
    expect(md.stdout).toMatch(/^\| code +\| region/);
    const answer = JSON.parse(json.stdout) as { leaders: { region: { name: string } }[]; coverage: object };
    expect(answer.leaders.map(({ region }) => region.name)).toEqual(names);
    expect(answer.coverage).toMatchObject({ stated: 4, total: null, closed: false });
  });

  it.each([
    [["leaders"], "error: level: expected PROVINCE or CITY, got nothing.\n(see govgraph ask leaders --help)"],
    [
      ["leaders", "--level", "town"],
      'error: level: expected PROVINCE or CITY, got "town".\n(see govgraph ask leaders --help)',
    ],
    [["leaders", "city", "--level", "city"], "error: level: expected one value, got 2. Remove the others."],
    [["path", "广州"], "error: to: expected the name or code of a region, got nothing."],
    [["tiers", "city"], "error: too many arguments for 'tiers'. Expected 0 arguments but got 1."],
    [
      ["leaders", "--level", "city", "--at-least", "many"],
      'error: atLeast: expected a whole number, got "many".',
    ],
    [
      ["leaders", "--level", "city", "--at-least", "7"],
      "atLeast: expected a number from 1 to 5 (the number of dimensions), got 7.",
    ],
    [
      ["leaders", "--level", "city", "--atleast", "7"],
      "error: unknown option '--atleast'\n(Did you mean --at-least?)\n(see govgraph ask leaders --help)",
    ],
    [["lead"], "error: unknown command 'lead'\n(Did you mean leaders?)\n(see govgraph ask --help)"],
    [
      ["leaders", "city", "--long", "leader"],
      'error: long: expected a list of the answer, got "leader". Use one of: dimensions, leads,',
    ],
    [
      ["leaders", "city", "--json", "--long", "leads"],
      "error: --long: expected with a table, got --format json",
    ],
    [["leaders", "city", "--bom"], "error: --bom: expected with --format csv, got table."],
    [
      ["region", "--by", "gz"],
      'by.name: "gz" is ambiguous: it can mean Guizhou (贵州, 520000) or Guangzhou (广州, 440100). Use a full name or a code.',
    ],
    [
      ["leaders", "--level", "citty"],
      'error: level: expected PROVINCE or CITY, got "citty". Did you mean CITY?',
    ],
    [
      ["region", "--by", "浙江省广州市"],
      'by.name: expected a province and a city that agree, got "浙江省广州市". Guangzhou (广州) is in Guangdong (广东), not in Zhejiang (浙江). Use Guangzhou (广州) or Zhejiang (浙江).',
    ],
    [["region", "--by", "澳门"], 'by.name: no region is called "澳门". Use a Chinese or English name'],
    [["region", "--by", "广洲"], 'by.name: no region is called "广洲". Did you mean 广州?'],
    [
      ["leaders", "--level", "city", "--format", "xml"],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are table, csv, json, md, xlsx.",
    ],
  ])("%j is wrong usage: exit code 2", async (words, message) => {
    const { code, stdout, stderr } = await govgraph(["ask", ...words]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(stdout).toBe("");
  });

  it("takes several values and names in any of their forms", async () => {
    const words = [
      "ask",
      "leaders",
      "--level",
      "city",
      "--all-of",
      "maturity,completeness",
      "--province",
      "雲南省",
      "--json",
    ];
    const { stdout } = await govgraph(words);
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, leaders: [{ region: { name: "昆明" } }] });
  });

  it.each([
    [
      [
        "leaders",
        "--level",
        "重点城市",
        "--at-least",
        "３",
        "--all-of",
        "办理成熟度，方式完备度",
        "--areas",
        "東部、North East",
      ],
      [
        "leaders",
        "--level",
        "CITY",
        "--at-least",
        "3",
        "--all-of",
        "MATURITY,COMPLETENESS",
        "--areas",
        "EAST,NORTHEAST",
      ],
    ],
    [
      ["compareRegions", "--regions", "广东省广州市，深圳；Hangzhou, ", "--edition", "２０２２"],
      ["compareRegions", "--regions", "广州,深圳,杭州", "--edition", "2022"],
    ],
    [
      ["regions", "--level", "省级", "--tier", "非常高", "--leads", "在线服务成效度", "--areas", "the South"],
      [
        "regions",
        "--level",
        "PROVINCE",
        "--tier",
        "VERY_HIGH",
        "--leads",
        "EFFECTIVENESS",
        "--areas",
        "SOUTH",
      ],
    ],
  ])("takes the names and characters that people use: %j", async (typed, plain) => {
    const [first, second] = await Promise.all([
      govgraph(["ask", ...typed, "--json"]),
      govgraph(["ask", ...plain, "--json"]),
    ]);
    expect(first.code).toBe(0);
    // The citation repeats the arguments as they are given.
    expect(first.stderr.split("\n")[0]).toBe(second.stderr.split("\n")[0]);
    expect(JSON.parse(first.stdout)).toEqual(JSON.parse(second.stdout));
  });

  it("ends quietly when its reader stops reading", async () => {
    const child = start(["ask", "facts", "--json"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, stderr } = await ended(child);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });
});

describe("govgraph load and verify", () => {
  it("says unchanged, then shows a difference, refuses it, and takes it with --replace", async () => {
    const GOVGRAPH_DATA = changedData("initiative: 数字政务", "initiative: 电子政务");
    const other = { ...testSettings(), GOVGRAPH_DATA };
    const unchanged = await govgraph(["load"]);
    expect(unchanged).toMatchObject({ code: 0, stdout: "" });
    expect(unchanged.stderr).toMatch(
      /^unchanged: version [0-9a-f]{16}, editions 2017, 2018, 2019, 2020, 2021, 2022, 2023\n$/,
    );

    const shown = await govgraph(["load", "--check"], other);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('- (:Initiative 数字政务) {"name":"数字政务"}');
    expect(shown.stdout).toContain('+ (:Initiative 电子政务) {"name":"电子政务"}');
    expect(shown.stderr).toMatch(
      /would load version \w+ in place of \w+, editions 2017, .*: .*; nothing was written/,
    );

    const refused = await govgraph(["load"], other);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain("CONFLICT: the graph contains other data");
    expect(refused.stderr).toContain("apply it with govgraph load --replace");

    const differs = await govgraph(["verify"], other);
    expect(differs.code).toBe(1);
    expect(differs.stderr).toContain("- (:Initiative 数字政务)");
    expect(await govgraph(["verify"])).toMatchObject({ code: 0 });

    expect(await govgraph(["load", "--replace"], other)).toMatchObject({ code: 0 });
    const equal = await govgraph(["verify", "--json"], other);
    expect(JSON.parse(equal.stdout)).toMatchObject({
      equal: true,
      editions: [2017, 2018, 2019, 2020, 2021, 2022, 2023],
      differences: [],
    });
    expect(await govgraph(["load", "--replace"])).toMatchObject({ code: 0 });
  });

  it("writes nothing when the data are not valid", async () => {
    const GOVGRAPH_DATA = changedData("湖北, 广东, 四川, 贵州]", "湖北, 广东, 四川, 桂州]");
    const { code, stderr } = await govgraph(["load", "--replace"], { ...testSettings(), GOVGRAPH_DATA });
    expect(code).toBe(1);
    expect(stderr).toMatch(/2022\.yaml:\d+:\d+: UNKNOWN_REGION: unknown region 桂州/);
    expect(stderr).toContain("The data are not valid; nothing was written.");
    expect(await govgraph(["verify"])).toMatchObject({ code: 0 });
  });
});

describe("govgraph", () => {
  it("tells its commands and exit codes", async () => {
    const { code, stdout } = await govgraph(["--help"]);
    expect(code).toBe(0);
    for (const name of ["serve", "load", "check", "ask", "verify", "neo4j", "doctor"])
      expect(stdout).toContain(`  ${name} `);
    expect(stdout).toContain(
      "Exit codes: 0 ok, 1 data invalid, 2 usage, 3 database unavailable, 4 conflict, 130 interrupted.",
    );
  });

  it.each([
    [["sevre"], "error: unknown command 'sevre'\n(Did you mean serve?)\n(see govgraph --help)"],
    [
      ["load", "--chekc"],
      "error: unknown option '--chekc'\n(Did you mean --check?)\n(see govgraph load --help)",
    ],
    [["neo4j", "restart"], 'neo4j: expected start, stop, status, shell, got "restart"'],
    [["neo4j", "start"], "NEO4J_URI is set, so GovGraph manages no Neo4j here."],
  ])("%j is wrong usage", async (words, message) => {
    const { code, stderr } = await govgraph(words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("names every wrong setting at once, with what is allowed", async () => {
    const { code, stderr } = await govgraph(["serve"], {
      PORT: "eighty",
      NEO4J_URI: "http://localhost",
      CORS_ORIGIN: "example.org",
      GOVGRAPH_MAX_DEPHT: "3",
    });
    expect(code).toBe(2);
    expect(stderr.split("\n").slice(0, 5)).toEqual([
      "Wrong settings:",
      'PORT: expected a whole number from 0 to 65535 (a port; 0 takes a free one; default 4000), got "eighty"',
      'CORS_ORIGIN: expected * or origins such as https://example.org, separated by commas (not set: *, but no origin where texts are attached), got "example.org"',
      'NEO4J_URI: expected bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc:// and a host, without user or password, which have settings of their own (not set: the managed local Neo4j), got "http://localhost"',
      "GOVGRAPH_MAX_DEPHT: this is not a setting of GovGraph. Did you mean GOVGRAPH_MAX_DEPTH?",
    ]);
  });

  it.each([
    ["nobody listens", { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "x" }, "Neo4j cannot be reached"],
    [
      "the password is wrong",
      { NEO4J_PASSWORD: "wrong-password" },
      "Neo4j refused the user name or the password",
    ],
  ])("exits with 3 when %s", async (_, settings, message) => {
    const { code, stderr } = await govgraph(["ask", "meta"], { ...testSettings(), ...settings });
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });

  it("routes: neo4j:// answers the same as bolt://", async () => {
    const NEO4J_URI = (testSettings().NEO4J_URI as string).replace("bolt://", "neo4j://");
    const words = ["ask", "leaders", "--level", "province", "--at-least", "4", "--json"];
    const [routed, direct] = await Promise.all([
      govgraph(words, { ...testSettings(), NEO4J_URI }),
      govgraph(words),
    ]);
    expect(routed).toMatchObject({ code: 0, stdout: direct.stdout });
    expect(JSON.parse(routed.stdout)).toMatchObject({ total: 8 });
  });

  it("says what to do with a database that holds no data", async () => {
    await runCypher(graph, "MATCH (n) DETACH DELETE n");
    const { code, stderr } = await govgraph(["ask", "leaders", "--level", "city"]);
    expect(stderr).toContain("NOT_LOADED: The database holds no GovGraph data yet. Run: govgraph load");
    expect(code).toBe(3);
    await load(graph, dataElements(), { replace: true });
  });
});
