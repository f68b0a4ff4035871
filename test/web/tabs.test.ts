import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startGovGraph } from "./running.js";
import { tabFiles } from "./tabFiles.js";

const schema = buildSchema(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));

/** Whether something is told: a value that is neither null nor empty, however deep. */
function tells(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(tells);
  if (typeof value === "object" && value !== null) return Object.values(value).some(tells);
  return value !== null && value !== "";
}

describe.each(tabFiles)("the tab $file", ({ file, en, zh, text }) => {
  test("opens with the question in English, then in Chinese", () => {
    expect(en).toMatch(/^[\x20-\x7e]+[?.]$/);
    expect(zh).toMatch(/^\p{Script=Han}.*[？。]$/u);
    expect(file).toMatch(/^\d\d-[a-z-]+\.graphql$/);
  });

  test("is valid, holds one operation and says by its name what it is", () => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === "OperationDefinition");
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({ name: { value: expect.stringMatching(/^[A-Z][A-Za-z]+$/) } });
    expect(operations[0]).toMatchObject({ variableDefinitions: [] });
  });
});

describe("run as they are", () => {
  const pages = mkdtempSync(join(tmpdir(), "govgraph-pages-"));
  let govgraph: Running;
  beforeAll(async () => {
    govgraph = await startGovGraph(pages);
  });
  afterAll(async () => {
    await govgraph?.stop();
    rmSync(pages, { recursive: true });
  });

  test.each(tabFiles)(
    "$file answers without an error, and every field at the root tells something",
    async ({ text }) => {
      const response = await fetch(`${govgraph.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: text }),
      });
      const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      expect(response.status).toBe(200);
      for (const [name, value] of Object.entries(answer.data)) expect(tells(value), name).toBe(true);
    },
  );
});

test("the names of the tabs differ, and the files are numbered from 01 without a gap", () => {
  expect(new Set(tabFiles.map(({ name }) => name)).size).toBe(tabFiles.length);
  expect(tabFiles.map(({ file }) => Number(file.slice(0, 2)))).toEqual(tabFiles.map((_, index) => index + 1));
});
