import { existsSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";

const here = (path: string) => existsSync(new URL(`../../${path}`, import.meta.url));
const list = (path: string, ending: string) =>
  readdirSync(new URL(`../../${path}`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

/** docs/decisions/0003: `node` is `nodes` with one id. */
const sharesStatement = ["node"];

/** Statements that belong to a question of another stem: its count, or a batch behind a field of a type. */
const parts = /^(\w+)\.\w+$/;

describe("one question, one stem, four files", () => {
  let fields: string[];
  beforeAll(async () => {
    fields = Object.keys((await buildSchema()).getQueryType()?.getFields() ?? {});
  });

  it("has all four files for each root field of the schema", () => {
    expect(fields.length).toBeGreaterThan(15);
    const missing = fields.flatMap((stem) =>
      [
        `cypher/question/${stem}.cypher`,
        `src/question/${stem}.ts`,
        `test/question/${stem}.graphql`,
        `test/question/${stem}.json`,
      ].filter((file) => !here(file) && !(sharesStatement.includes(stem) && file.endsWith(".cypher"))),
    );
    expect(missing).toEqual([]);
  });

  it("has no answer without a question", () => {
    expect(list("test/question", ".json").filter((stem) => !here(`test/question/${stem}.graphql`))).toEqual(
      [],
    );
    expect(list("test/question", ".graphql").filter((stem) => !fields.includes(stem))).toEqual([]);
  });

  it("has no Cypher file that serves nobody", () => {
    const strays = list("cypher/question", ".cypher").filter(
      (stem) => !fields.includes(stem) && stem !== "coverage" && !parts.test(stem),
    );
    expect(strays).toEqual([]);
  });
});
