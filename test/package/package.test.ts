import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../src/neo4j/client.js";
import { testSettings } from "../cli/govgraph.js";
import { loadedGraph } from "../graph.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

describe("the published package", () => {
  let graph: Graph;
  let files: string[];
  let folder: string;

  beforeAll(async () => {
    graph = await loadedGraph();
    folder = mkdtempSync(join(tmpdir(), "govgraph-package-"));
    const packed = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
      cwd: root,
    });
    const [tarball] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
    files = tarball.files.map(({ path }) => path);
    await run("npm", [
      "install",
      "--prefix",
      folder,
      "--omit=dev",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      join(folder, `govgraph-${version}.tgz`),
    ]);
  }, 300_000);
  afterAll(() => graph.close());

  it("holds what it needs to run, and nothing else", () => {
    const allowed =
      /^(dist\/.*\.js(\.map)?|web-dist\/|data\/|cypher\/|schema\/schema\.graphql|src\/neo4j\/managed\/(pom\.xml|jars\.sha256)|docs\/.*\.(md|svg|txt)|package\.json|README\.md|CHANGELOG\.md|LICENSE)/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    for (const needed of [
      "dist/main.js",
      "web-dist/index.html",
      "data/editions/2017.yaml",
      "data/editions/2022.yaml",
      "data/sources.yaml",
      "cypher/question/leaders/leaders.cypher",
      "cypher/load/leads.cypher",
      "cypher/schema.cypher",
      "src/neo4j/managed/pom.xml",
    ]) {
      expect(files).toContain(needed);
    }
  });

  it("serves from an empty folder: playground, GraphQL, health", async () => {
    const bin = join(folder, "node_modules", ".bin", "govgraph");
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(bin, ["serve"], { cwd: folder, env: { PATH, HOME, PORT: "0", ...testSettings() } });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = "";
        child.once("close", () => reject(new Error(`it ended: ${said}`)));
        child.stderr.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const [, found] = /^Home\s+(\S+)\/$/m.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
      });
      const answer = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: "{ leaders(level: CITY, atLeast: 5) { leaders { region { name } } } }",
        }),
      });
      expect(await answer.json()).toMatchObject({
        data: {
          leaders: { leaders: ["广州", "南京", "杭州", "深圳"].map((name) => ({ region: { name } })) },
        },
      });
      expect(await (await fetch(`${url}/`)).text()).toContain("GovGraph");
      // It prepares for the first to ask, for 15 s at most.
      await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
  });

  it("finds its pom, its data and its Cypher where it is installed", async () => {
    const bin = join(folder, "node_modules", ".bin", "govgraph");
    const { PATH = "", HOME = "" } = process.env;
    const options = { cwd: folder, env: { PATH, HOME, ...testSettings() } };
    const checked = await run(bin, ["check"], options);
    expect(checked.stderr).toContain("no fault");
    const verified = await run(bin, ["verify"], options);
    expect(verified.stderr).toContain("The graph equals its data");
  });
});
