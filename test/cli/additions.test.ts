import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { load } from "../../src/load/load.js";
import { readLoaded } from "../../src/load/loaded.js";
import type { Graph } from "../../src/neo4j/client.js";
import { dataElements, loadedGraph } from "../graph.js";
import { govgraph, testSettings } from "./govgraph.js";

const added = `year: 2021
sources:
  - { id: ours-1, title: A text of ours, publisher: null, publishedOn: null, url: null, weakness: null, text: null, sentences: {} }
scores:
  - { level: PROVINCE, complete: false, printedCount: null, regions: [{ region: 安徽, rank: 9, score: 90.5 }], cite: ours-1 }
`;
const folder = mkdtempSync(join(tmpdir(), "govgraph-more-"));
const file = join(folder, "2021-ours.yaml");
const settings = { ...testSettings(), GOVGRAPH_DATA_MORE: folder };

let graph: Graph;
beforeAll(async () => {
  graph = await loadedGraph();
});
afterAll(async () => {
  await load(graph, dataElements(), { replace: true });
  await graph.close();
  rmSync(folder, { recursive: true });
});

const meta = async () => JSON.parse((await govgraph(["ask", "meta", "--json"])).stdout);

test("an operator's own facts are added, named everywhere, and removed without a trace", async () => {
  const before = await readLoaded(graph);
  writeFileSync(file, added);
  const sha256 = createHash("sha256").update(added).digest("hex");

  const checked = await govgraph(["check"], settings);
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.stderr).toContain(`added files: ${file}`);
  const planned = await govgraph(["load", "--check"], settings);
  expect(planned.stderr).toContain("with added files 2021-ours.yaml");

  const loaded = await govgraph(["load", "--replace"], settings);
  expect(loaded).toMatchObject({ code: 0 });
  expect(loaded.stderr).toContain("with added files 2021-ours.yaml");
  expect((await readLoaded(graph))?.addedFiles).toEqual([`${sha256}  2021-ours.yaml`]);
  expect(await meta()).toMatchObject({ addedFiles: [{ name: "2021-ours.yaml", sha256 }] });
  const exported = mkdtempSync(join(tmpdir(), "govgraph-export-"));
  const { stderr } = await govgraph(["export", "--format", "csv", "--output", exported]);
  expect(stderr).toContain("with added files 2021-ours.yaml");
  const { addedFiles } = JSON.parse(readFileSync(join(exported, "datapackage.json"), "utf8"));
  expect(addedFiles).toEqual([{ sha256, name: "2021-ours.yaml" }]);
  expect((await govgraph(["verify"], settings)).stderr).toContain("with added files 2021-ours.yaml");

  writeFileSync(file, `# The same facts.\n${added}`);
  const renamed = await govgraph(["verify"], settings);
  expect(renamed.stderr).toContain("was loaded with other added files. Run: govgraph load");
  expect(await govgraph(["load"], settings)).toMatchObject({ code: 0 });
  expect((await govgraph(["load", "--check"], settings)).stderr).toMatch(/^unchanged/);

  const removed = await govgraph(["load", "--replace"]);
  expect(removed).toMatchObject({ code: 0 });
  expect(await readLoaded(graph)).toMatchObject({ dataVersion: before?.dataVersion, addedFiles: [] });
  expect(await govgraph(["verify"])).toMatchObject({ code: 0 });
});

test("a fault in an added file stops load and serve, and the graph stays as it was", async () => {
  const before = await readLoaded(graph);
  writeFileSync(file, added.replace("安徽", "安会"));
  for (const command of ["load", "serve"]) {
    const { code, stderr } = await govgraph([command], { ...settings, PORT: "0" });
    expect(code, command).toBe(1);
    expect(stderr).toMatch(/2021-ours\.yaml:5:\d+: UNKNOWN_REGION: unknown region 安会/);
  }
  expect(await readLoaded(graph)).toEqual(before);
});

test("load FILE adds to a loaded year for this load", async () => {
  const path = join(folder, "any-name.yml");
  writeFileSync(path, added);
  const { code, stderr } = await govgraph(["load", "--replace", path]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stderr).toContain("with added files any-name.yml");
  expect(await govgraph(["load", "--replace"])).toMatchObject({ code: 0 });
});
