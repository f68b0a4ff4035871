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
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 4).join(" "))).toEqual([
      "code region shared union",
      "230100 哈尔滨 1 2",
      "420100 武汉 1 3",
      "370200 青岛 1 3",
      "",
    ]);
    expect(stderr).toContain("3 of 9 shown; 2 of the others are as similar as the last one\n");
  });

  it("tells why there are no rows", async () => {
    const { code, stdout, stderr } = await govgraph(["ask", "path", "--from", "taiyuan", "--to", "广东"]);
    expect(code).toBe(0);
    expect(stdout).toBe("(no rows)\n");
    expect(stderr).toContain(
      "Taiyuan (太原) is not in any list of leading regions of the 2022 edition, nor is Shanxi (山西).\n",
    );
    expect(stderr).toContain("edition 2022 · 10 of 10 lists known\n");
  });

  it("shows each path in one line, and nothing beside where all is shown", async () => {
    const words = ["ask", "path", "--from", "石家庄", "--to", "山东", "--format", "csv"];
    const { stdout, stderr } = await govgraph(words);
    expect(stdout).toBe("text\n石家庄 → 河北 → 指南准确度 ← 山东\n");
    expect(stderr).not.toContain("shown");
  });
});
