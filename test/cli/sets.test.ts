import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { loadedGraph } from "../graph.js";
import { govgraph } from "./govgraph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(() => graph.close());

describe.concurrent("govgraph ask, about sets", () => {
  it("tells how many rows were cut off, and that some are level with the last", async () => {
    const words = ["ask", "similarRegions", "--to", "厦门", "--first", "3", "--format", "csv"];
    const { code, stdout, stderr } = await govgraph(words);
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 5).join(" "))).toEqual([
      "code region regionEn shared union",
      "230100 哈尔滨 Harbin 1 2",
      "420100 武汉 Wuhan 1 3",
      "370200 青岛 Qingdao 1 3",
      "",
    ]);
    expect(stderr).toContain("\ntotal: 9\ntied beyond: 2\nshown: 3 of 9\n");
  });

  it("tells why there are no rows", async () => {
    const { code, stdout, stderr } = await govgraph(["ask", "path", "--from", "taiyuan", "--to", "广东"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^\(no rows\)\nedition: 2022 \(evaluates 2021\)\ncoverage: 10 of 10 lists known\n/,
    );
    expect(stdout).toContain(
      "reason: Taiyuan (太原) is not in any list of leading regions of the 2022 edition, nor is Shanxi (山西).",
    );
    expect(stderr).toBe("");
  });

  it("shows each path in one line, and nothing beside where all is shown", async () => {
    const words = ["ask", "path", "--from", "石家庄", "--to", "山东", "--format", "csv"];
    const { stdout, stderr } = await govgraph(words);
    const [head, row, ...others] = stdout.split("\n");
    expect(head).toMatch(/^text,steps,stepsEn,stepsCount,/);
    expect(row).toMatch(/^石家庄 → 河北 → 指南准确度 ← 山东,"PART_OF 石家庄 → 河北, .*",3,/);
    expect(others).toEqual([""]);
    expect(stderr).not.toContain("shown");
  });
});
