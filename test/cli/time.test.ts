import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCode } from "../../src/cli/exit.js";
import type { Graph } from "../../src/neo4j/client.js";
import { loadedGraph } from "../graph.js";
import { parseCsv } from "../table/reading.js";
import { govgraph } from "./govgraph.js";

describe("govgraph ask: the questions over time", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  /** The columns of a CSV that are named, each row as one text. */
  const columns = (csv: string, ...names: string[]) => {
    const [head = [], ...rows] = parseCsv(csv);
    return rows.map((row) =>
      names
        .map((name) => row[head.indexOf(name)])
        .join(" ")
        .trim(),
    );
  };

  it("a scoreboard, with what is not known on standard error", async () => {
    const words = "ask scoreboard --level province --edition 2019 --format csv".split(" ");
    const { code, stdout, stderr } = await govgraph(words);
    expect(code).toBe(exitCode.ok);
    expect(columns(stdout, "rank", "region", "tiedWith", "justBefore")).toEqual([
      "1 广东",
      "2 江苏  广东",
      "3 浙江 贵州 江苏",
      "3 贵州 浙江 江苏",
      "7 福建",
    ]);
    expect(stderr).toContain("coverage: 5 of 32 regions known\n");
    expect(stderr).toContain("level: PROVINCE\n");
  });

  it("one line an edition for a region's way", async () => {
    const { stdout } = await govgraph(["ask", "history", "--of", "哈尔滨", "--format", "csv"]);
    expect(columns(stdout, "edition", "evaluatedYear", "rank", "rankGap")).toEqual([
      "2017 2016  NOT_ASSESSED",
      "2018 2017  NOT_ASSESSED",
      "2019 2018 10",
      "2020 2019 6",
      "2021 2020 6",
      "2022 2021  NOT_STATED",
      "2023   NOT_STATED",
    ]);
  });

  it("who entered and who left, by names typed as flags", async () => {
    const words =
      "ask compareEditions --level province --from 2017 --to 2018 --measures top-ten --kinds entered,left --format csv";
    const { code, stdout } = await govgraph(words.split(" "));
    expect(code).toBe(exitCode.ok);
    expect(columns(stdout, "region", "kind")).toEqual([
      "北京 ENTERED",
      "上海 LEFT",
      "安徽 ENTERED",
      "江西 LEFT",
      "四川 ENTERED",
      "甘肃 LEFT",
    ]);
  });

  it.each([
    [
      "ask compareEditions --level city --from 2022 --to 2020",
      "to: expected an edition after from (2022), got 2020. Loaded editions: 2017, 2018, 2019, 2020, 2021, 2022, 2023.",
    ],
    [
      "ask compareRegions --regions 广州,深圳,4401",
      "regions.2: expected each region once, got Guangzhou (广州) again. regions.0 is the same region; remove one of the two.",
    ],
  ])("%s", async (words, message) => {
    const { code, stdout, stderr } = await govgraph(words.split(" "));
    expect({ code, stdout }).toEqual({ code: exitCode.usage, stdout: "" });
    expect(stderr).toContain(message);
  });
});
