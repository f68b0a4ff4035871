import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ended, govgraph, start, testSettings } from "./govgraph.js";

const text = [
  "《省级政府和重点城市网上政务服务能力调查评估报告(2024)》公布",
  "这项评估的评估年份为2023年。",
  "省级层面,10个省级政府的总体指数为非常高,占比31.25%。",
  "西部地区另计。",
  "宁波总体指数为88.50,列重点城市第九。",
].join("\n");

describe("govgraph extract", () => {
  let folder: string;
  let report: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "govgraph-extract-test-"));
    report = join(folder, "press-2024.txt");
    writeFileSync(report, text);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes a draft that passes the check and would load, and tells what it did not understand", async () => {
    const draft = join(folder, "draft.yaml");
    const { code, stdout, stderr } = await govgraph(["extract", report, "-o", draft]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe(
      `${report}:4:1: NOT_UNDERSTOOD: no kind of statement matches «西部地区另计»\nedition 2024: 5 sentences and headings: 4 FACT, 0 CONTEXT, 1 NOT_UNDERSTOOD; 4 facts\n`,
    );
    expect(readdirSync(folder).sort()).toEqual(["draft.yaml", "press-2024.txt"]);
    expect(await govgraph(["check", draft], { GOVGRAPH_TEXTS: folder })).toMatchObject({
      code: 0,
      stdout: "",
    });
    const loading = await govgraph(["load", "--check", "--json", draft]);
    expect(loading.code).toBe(0);
    expect(JSON.parse(loading.stdout).editions).toContain(2024);
  });

  it("writes the same draft to standard output, and reads standard input", async () => {
    const draft = join(folder, "draft.yaml");
    await govgraph(["extract", report, "-o", draft, "--source", "press-2024"]);
    const printed = await govgraph(["extract", report]);
    expect(printed).toMatchObject({ code: 0, stdout: readFileSync(draft, "utf8") });
    const child = start(["extract", "-", "--source", "press-2024"]);
    child.stdin!.end(`\uFEFF${text}`);
    const { code, stdout, stderr } = await ended(child);
    expect(code).toBe(0);
    expect(stderr).toContain("(standard input):4:1: NOT_UNDERSTOOD");
    expect(stdout).toBe(readFileSync(draft, "utf8").replace("text: press-2024.txt", "text: null"));
  });

  it("prints the account as JSON beside a draft in a file", async () => {
    const { code, stdout } = await govgraph(["extract", report, "-o", join(folder, "draft.yaml"), "--json"]);
    expect(code).toBe(0);
    const account = JSON.parse(stdout);
    expect(account).toMatchObject({ edition: 2024, counts: { FACT: 4, CONTEXT: 0, NOT_UNDERSTOOD: 1 } });
    expect(account.sentences[4]).toEqual({
      locator: "0.5.1",
      line: 5,
      column: 1,
      status: "FACT",
      rules: ["score"],
      facts: 1,
      notUnderstood: [],
    });
  });

  it("writes nothing when the text has faults, and tells all of them", async () => {
    writeFileSync(report, text.replace("31.25%", "31.00%").replace("宁波总体", "宁坡、宁波总体"));
    const draft = join(folder, "draft.yaml");
    const { code, stdout, stderr } = await govgraph(["extract", report, "-o", draft]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toEqual([
      `${report}:3:25: SHARE: expected 31.25% (10 of 32), got 31.00%`,
      `${report}:5:1: UNKNOWN_REGION: unknown region 宁坡. Did you mean 宁波?`,
      "2 faults; nothing was written",
    ]);
    expect(existsSync(draft)).toBe(false);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["empty", "", /:1:1: EMPTY_FILE: expected the text of a report, got an empty file\n/],
    [
      "not UTF-8",
      Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]),
      /:1:1: NOT_UTF8: expected UTF-8, got the bytes B1 A8 B8 E6/,
    ],
    ["about no edition", "湖北列全国第七。", /:1:1: NO_EDITION: expected a title with a year, such as 《/],
  ])("a text that is %s: exit code 1", async (_, content, message) => {
    writeFileSync(report, content);
    const { code, stdout, stderr } = await govgraph(["extract", report]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("tells a text that is not there", async () => {
    expect(await govgraph(["extract", join(folder, "none.txt")])).toMatchObject({ code: 1, stdout: "" });
  });

  it("does not write over a file without --force", async () => {
    const draft = join(folder, "draft.yaml");
    writeFileSync(draft, "precious");
    const refused = await govgraph(["extract", report, "-o", draft]);
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `extract: ${draft} exists; take another name, or --force to write over it\n`,
    });
    expect(readFileSync(draft, "utf8")).toBe("precious");
    expect(await govgraph(["extract", report, "-o", draft, "--force"])).toMatchObject({ code: 0 });
    expect(readFileSync(draft, "utf8")).toContain("year: 2024");
  });

  it.each<[string[], string]>([
    [
      ["--json"],
      "extract: --json writes the account to standard output, so the draft needs a file: add -o FILE",
    ],
    [["--force"], "extract: --force is about a file: add -o FILE"],
    [
      ["--source", "Press 1"],
      'extract: expected small letters, digits and hyphens for --source, such as report-2022, got "Press 1"',
    ],
    [["-o", "/nowhere/draft.yaml"], "extract: there is no folder /nowhere to write draft.yaml into"],
    [["-o", "."], "extract: . is a folder; expected the name of a file"],
    [["--frce"], "error: unknown option '--frce'"],
  ])("%j is wrong usage: exit code 2", async (words, message) => {
    const { code, stdout, stderr } = await govgraph(["extract", report, ...words], testSettings());
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("needs a text", async () => {
    expect(await govgraph(["extract"])).toMatchObject({ code: 2, stdout: "" });
  });
});
