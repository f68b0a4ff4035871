import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { classPath } from "../../src/neo4j/managed/jars.js";
import { findJava } from "../../src/neo4j/managed/java.js";
import { shellClass, toolArguments } from "../../src/neo4j/managed/jvm.js";
import { Asker } from "../graph.js";

const run = promisify(execFile);
const file = (stem: string) =>
  fileURLToPath(new URL(`../../cypher/question/${stem}.cypher`, import.meta.url));

/** Runs a file in the real cypher-shell, as an analyst would, and gives its plain lines. */
async function cypherShell(path: string): Promise<string[]> {
  const { uri, user, password } = inject("neo4j");
  const java = await findJava({ required: process.env.NEO4J_JAVA_HOME, env: process.env });
  const folder = mkdtempSync(join(tmpdir(), "govgraph-shell-"));
  const args = join(folder, "shell.args");
  writeFileSync(args, toolArguments(classPath(inject("neo4jLib"))));
  const words = [`@${args}`, shellClass, "-a", uri, "-u", user, "--format", "plain", "-f", path];
  const { stdout } = await run(java.command, words, { env: { ...process.env, NEO4J_PASSWORD: password } });
  return stdout.trim().split("\n");
}

describe("the question files in cypher-shell, with their :param line", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("leaders: the eight cities, as in GraphQL", async () => {
    const [head, ...rows] = await cypherShell(file("leaders/leaders"));
    expect(head).toBe("code, name, count, dimensions, names, leads");
    expect(rows.map((row) => row.split(", ").slice(0, 3).join(" "))).toEqual([
      '"440100" "广州" 5',
      '"320100" "南京" 5',
      '"330100" "杭州" 5',
      '"440300" "深圳" 5',
      '"420100" "武汉" 3',
      '"370200" "青岛" 3',
      '"330200" "宁波" 3',
      '"340100" "合肥" 3',
    ]);
  });

  it("tierDistribution and coverage", async () => {
    const rows = await cypherShell(file("tiers/tierDistribution"));
    expect(rows.slice(1).map((row) => row.split(", ").slice(0, 5).join(" "))).toEqual([
      '"VERY_HIGH" "非常高" 12 37.5 "37.50%"',
      '"HIGH" "高" 17 53.13 "53.13%"',
      '"MEDIUM" "中" 3 9.38 "9.38%"',
    ]);
    expect(await cypherShell(file("facts/coverage"))).toEqual([
      "stated, total, unit, closed",
      '5, 5, "LISTS", TRUE',
    ]);
  });
});
