import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { questionsOf } from "../table/cases.js";
import { parseCsv, parseXlsx } from "../table/reading.js";
import { ended, govgraph, start } from "./govgraph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(() => graph.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Asks for CSV and returns its rows by column. */
async function rowsOf(words: string): Promise<Record<string, string>[]> {
  const { code, stdout } = await govgraph(["ask", ...words.split(" "), "--format", "csv"]);
  expect(code).toBe(0);
  const [head = [], ...rows] = parseCsv(stdout);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}
const column = (rows: readonly Record<string, string>[], name: string) => rows.map((row) => row[name]);

describe("the rows of govgraph ask", () => {
  it("have every lead of every region, as the JSON has", async () => {
    const rows = await rowsOf("regions");
    expect(rows).toHaveLength(64);
    const leading = rows.filter(({ leads }) => leads !== "");
    expect(leading).toHaveLength(42);
    expect(leading.reduce((sum, { leadsCount }) => sum + Number(leadsCount), 0)).toBe(100);
    expect(rows.find(({ code }) => code === "110000")).toMatchObject({
      leadsEn: "Effectiveness, Maturity, Completeness, Coverage, Accuracy",
      leadsCount: "5",
      leadsEdition: "[2022]",
    });
    expect(rows.find(({ name }) => name === "乌鲁木齐")).toMatchObject({ leads: "", leadsCount: "0" });
  });

  it("are of the edition that is asked for, where a region has no lists of leading regions too", async () => {
    const rows = await rowsOf("regions --level city --edition 2020 --tier VERY_HIGH");
    expect(column(rows, "tierEn")).toEqual(rows.map(() => "Very high"));
    expect(column(rows, "tierEdition")).toEqual(rows.map(() => "2020"));
    // The 2020 edition has no such lists: an empty cell, not 0.
    expect(column(rows, "leadsCount")).toEqual(rows.map(() => ""));
    expect(rows.length).toBeGreaterThan(3);
  });

  it("add up repeated options", async () => {
    const repeated = await rowsOf("leaders city --all-of EFFECTIVENESS --all-of COMPLETENESS");
    expect(repeated).toHaveLength(6);
    expect(await rowsOf("leaders city --all-of effectiveness,completeness")).toEqual(repeated);
  });

  it("say in which dimensions regions lead, with the evidence", async () => {
    const [wuhan] = await rowsOf("compareRegions 武汉 杭州 成都");
    expect(wuhan).toMatchObject({
      count: "3",
      leads: "服务成效度, 方式完备度, 事项覆盖度",
      leadsEvidence: "report-2022@2.1.3, report-2022@2.3.3, report-2022@2.4.3",
    });
  });

  it("are one per entry with --long", async () => {
    const rows = await rowsOf("leaders city --at-least 5 --long leads");
    expect(rows).toHaveLength(20);
    expect(rows[1]).toMatchObject({
      regionEn: "Guangzhou",
      dimensionEn: "Maturity",
      edition: "2022",
      level: "CITY",
    });
    const claims = await rowsOf("areaSummary province --long claims");
    expect(column(claims, "key").length).toBeGreaterThan(2);
    expect(column(claims, "verdict")).toContain("BORNE_OUT");
  });

  it("are all pages of a list", async () => {
    const rows = await rowsOf("facts --columns key");
    const { stdout } = await govgraph(["ask", "facts", "--json"]);
    const { nodes, totalCount, pageInfo } = JSON.parse(stdout) as {
      nodes: { key: string }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean };
    };
    expect(totalCount).toBeGreaterThan(400);
    expect(column(rows, "key")).toEqual(nodes.map(({ key }) => key));
    expect(new Set(column(rows, "key")).size).toBe(totalCount);
    expect(pageInfo.hasNextPage).toBe(false);
  });

  it("are one page with --first, which says what is missing and how to go on", async () => {
    const words = ["ask", "facts", "--kind", "leads", "--format", "csv", "--columns", "key"];
    const all = parseCsv((await govgraph(words)).stdout);
    const first = await govgraph([...words, "--first", "3"]);
    const cursor = /^shown: 3 of 100\nnext page: after=(\S+)$/m.exec(first.stderr)?.[1] ?? "";
    const second = await govgraph([...words, "--first", "3", "--after", cursor]);
    expect(parseCsv(first.stdout)).toEqual(all.slice(0, 4));
    expect(parseCsv(second.stdout).slice(1)).toEqual(all.slice(4, 7));
    const rest = await govgraph([...words, "--after", cursor]);
    expect(parseCsv(rest.stdout).slice(1)).toEqual(all.slice(4));
  });
});

describe("a limit", () => {
  it("is mentioned if it can cut off entries, also where the number of entries is not known", async () => {
    const [all, cut] = await Promise.all([
      govgraph(["ask", "search", "广", "--format", "csv"]),
      govgraph(["ask", "search", "广", "--first", "1", "--format", "csv"]),
    ]);
    expect(all.stderr).not.toContain("shown");
    expect(cut.stderr).toContain("shown: 1, the limit of first; there can be more\n");
  });
});

describe("how a question is typed", () => {
  it.each([
    [
      ["ask", "leaders", "city", "--format", "csv", "--format", "json"],
      "error: --format: expected one value, got 2.",
    ],
    [
      ["ask", "leaders", "city", "--at-least", "1", "--at-least", "2"],
      "error: atLeast: expected one value, got 2.",
    ],
    [["export", "--edition", "2020", "--edition", "2021"], "error: --edition: expected one value, got 2."],
  ])("%j is wrong: no value is dropped", async (words, message) => {
    const { code, stdout, stderr } = await govgraph(words);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("columns can be repeated", async () => {
    const { stdout } = await govgraph(
      "ask leaders city --at-least 5 --columns code --columns count --format csv".split(" "),
    );
    expect(stdout.split("\n")[0]).toBe("code,count");
  });

  it.each([
    ["region 广州", "region --by 广州"],
    ["history 深圳", "history --of 深圳"],
    ["search gz", "search --text gz"],
    ["path 广州 武汉", "path --from 广州 --to 武汉"],
    ["edition 2022", "edition --year 2022"],
    ["initiatives 2022", "initiatives --edition 2022"],
    ["leaders 重点城市 --at-least 4", "leaders --level CITY --at-least 4"],
    ["compareEditions province 2021 2022", "compareEditions --from 2021 --to 2022 --level province"],
    ["compareRegions 广州 深圳", "compareRegions --regions 广州,深圳"],
    ["compareRegions 广州,深圳", "compareRegions --regions 广州 --regions 深圳"],
  ])("%s is %s", async (short, long) => {
    const [one, other] = await Promise.all(
      [short, long].map((words) => govgraph(["ask", ...words.split(" "), "--json"])),
    );
    expect(one).toEqual(other);
    expect(one?.code).toBe(0);
  });

  it("every question has an example that can be typed", async () => {
    const questions = questionsOf(await buildSchema());
    for (const { name } of questions) {
      const { code, stdout } = await govgraph(["ask", name, "--help"]);
      expect(code).toBe(0);
      const [, example = ""] = /^Example:\n {2}govgraph (.*)$/m.exec(stdout) ?? [];
      expect(example).toMatch(new RegExp(`^ask ${name}\\b`));
      const answered = await govgraph([...example.split(" "), "--json"]);
      expect({ example, code: answered.code }).toEqual({ example, code: 0 });
    }
  });
});

describe("the help of govgraph ask", () => {
  it("lists the questions by topic, in English or in Chinese", async () => {
    const english = await govgraph(["ask"]);
    expect(english.code).toBe(0);
    const topics = english.stdout.match(/^[A-Z]\w+:$/gm);
    expect(topics).toEqual([
      "Options:",
      "Areas:",
      "Editions:",
      "Facts:",
      "Leaders:",
      "Quality:",
      "Regions:",
      "Scores:",
      "Search:",
      "Tiers:",
    ]);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
    expect(english.stdout).toMatch(/^ {2}path <from> <to> \[options\] +What are the shortest paths/m);
    const chinese = await govgraph(["ask", "--lang", "zh"]);
    expect(chinese.stdout).toMatch(/^ {2}path <from> <to> \[options\] +两个地区通过哪些最短路径相关联？$/m);
  });

  it("has allowed values, defaults, columns and lists of a question", async () => {
    vi.stubEnv("COLUMNS", "200");
    const { stdout } = await govgraph(["ask", "leaders", "--help"]);
    expect(stdout).toContain("Usage: govgraph ask leaders <level> [options]\n");
    expect(stdout.replace(/\s+/g, " ")).toContain("Values: province, city.");
    expect(stdout).toMatch(/--at-least <value> +Minimum number [^-]* Default: 1\. Example: 3\./);
    expect(stdout.replace(/\s+/g, " ")).toContain("Separate several by commas, or repeat the option.");
    expect(stdout).toContain("Columns: code, region, regionEn, count, ");
    expect(stdout).toContain("Lists for --long: dimensions, leads, tierPossible, ");
  });
});

describe("the output of govgraph ask", () => {
  it("is in one language on demand", async () => {
    const [english, chinese] = await Promise.all(
      ["en", "zh"].map((lang) => govgraph(["ask", "leaders", "city", "--lang", lang, "--format", "csv"])),
    );
    expect(english?.stdout).not.toMatch(/\p{Script=Han}/u);
    expect(english?.stdout).toContain("440100,Guangzhou,5,");
    expect(chinese?.stdout).not.toContain("Guangzhou");
  });

  it.each(["60", "100", "140"])("fits a terminal %s wide", async (width) => {
    vi.stubEnv("COLUMNS", width);
    for (const words of [
      "leaders city --lang en",
      "history shenzhen --lang en",
      "region guangzhou --lang en",
    ]) {
      const { stdout, stderr } = await govgraph(["ask", ...words.split(" ")]);
      const rules = stdout.split("\n").filter((line) => /^[┌├└]/.test(line));
      expect(rules.length).toBeGreaterThan(1);
      expect(Math.max(...rules.map((line) => line.length))).toBeLessThanOrEqual(Number(width));
      if (!words.startsWith("region")) {
        expect(stderr).toMatch(
          /^Columns that do not fit: .*\. Choose columns with --columns, or show all with --wide\.$/m,
        );
      }
    }
  });

  it("has the edition, the coverage, the data version and the citation under a table and under Markdown", async () => {
    for (const [format, begin] of [
      ["table", ""],
      ["md", "- "],
    ]) {
      const { stdout } = await govgraph(["ask", "leaders", "city", "--format", format as string]);
      for (const line of [
        "edition: 2022 \\(evaluates 2021\\)",
        "coverage: 5 of 5 lists known",
        "level: CITY",
        "data version: [0-9a-f]{16}",
        "cite as: GovGraph .*",
      ])
        expect(stdout).toMatch(new RegExp(`^${begin}${line}$`, "m"));
    }
  });

  it("is a file with -o, and an existing file is replaced only with --force", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "govgraph-ask-")), "leaders.xlsx");
    const words = ["ask", "leaders", "city", "--at-least", "5", "--format", "xlsx", "-o", file];
    const written = await govgraph(words);
    expect(written).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringContaining(`4 rows written to ${file}\n`),
    });
    const [head = [], ...rows] = parseXlsx(readFileSync(file), 1);
    expect(head.slice(0, 2).map(({ value }) => value)).toEqual(["code", "region"]);
    expect(rows.map(([code]) => code)).toEqual(
      ["440100", "320100", "330100", "440300"].map((value) => ({ type: "s", value })),
    );
    expect(parseXlsx(readFileSync(file), 2).map(([name]) => name?.value)).toContain("cite as");
    const again = await govgraph(words);
    expect(again.code).toBe(4);
    expect(again.stderr).toContain(`--output: expected a new file, got ${file}, which exists.`);
    expect((await govgraph([...words, "--force"])).code).toBe(0);
  });

  it("is bytes of Excel on a pipe", async () => {
    const child = start(["ask", "tiers", "--format", "xlsx"]);
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    expect((await ended(child)).code).toBe(0);
    expect(parseXlsx(Buffer.concat(chunks), 1).map(([name]) => name?.value)).toEqual([
      "key",
      "VERY_HIGH",
      "HIGH",
      "MEDIUM",
      "LOW",
    ]);
  });

  it("begins with a byte-order mark with --bom", async () => {
    const { stdout } = await govgraph(["ask", "tiers", "--format", "csv", "--bom"]);
    expect(stdout.startsWith("\ufeffkey,name,nameEn,order\n")).toBe(true);
  });
});

describe("an answer that is null", () => {
  it("has no rows, in every format", async () => {
    const ask = async (format: string) =>
      (await govgraph(["ask", "edition", "1999", "--format", format])).stdout;
    expect(await ask("json")).toBe("null\n");
    expect(parseCsv(await ask("csv"))).toHaveLength(1);
    expect(await ask("table")).toMatch(/^\(no rows\)\ndata version: /);
    expect(await ask("md")).toMatch(/^\| year \|/);
  });
});

describe("messages", () => {
  it("show control characters by their code points", async () => {
    const { code, stderr } = await govgraph(["check", "\u001b[31mred.yaml"]);
    expect(code).toBe(1);
    expect(stderr).not.toContain("\u001b");
    const option = await govgraph(["ask", "tiers", "--\u001b]0;x\u0007"]);
    expect(option.code).toBe(2);
    expect(option.stderr).toContain("error: unknown option '--<U+001B>]0;x<U+0007>'");
  });

  it("give no position in a file that does not exist", async () => {
    const { code, stdout } = await govgraph(["check", "2021-none.yaml"]);
    expect(code).toBe(1);
    expect(stdout).toContain("2021-none.yaml: FILE_MISSING: expected a file here, got none\n");
  });
});
