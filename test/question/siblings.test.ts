import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";

/** The files below a folder that have an ending, as `topic/stem`. */
const list = (path: string, ending: string) =>
  readdirSync(new URL(`../../${path}`, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

const cypher = list("cypher/question", ".cypher");
const source = list("src/question", ".ts");
const operations = list("test/question", ".graphql");
const answers = list("test/question", ".json");

/** docs/decisions/0003: `node` is `nodes` with one id. */
const sharesStatement = ["node"];

/** Statements that belong to a question of another stem: its count, or a batch behind a field of a type. */
const parts = /^\w+\/(\w+)\.\w+$/;

describe("one question, one stem, one topic, four files", () => {
  let fields: string[];
  beforeAll(async () => {
    fields = Object.keys((await buildSchema()).getQueryType()?.getFields() ?? {});
  });

  it("has all four files for each root field of the schema, in folders of one topic", () => {
    expect(fields.length).toBeGreaterThan(15);
    const missing = fields.flatMap((stem) => {
      const [place = `<topic>/${stem}`] = source.filter(
        (file) => /^\w+\//.test(file) && basename(file) === stem,
      );
      return [
        [`src/question/${place}.ts`, source],
        [`cypher/question/${place}.cypher`, cypher],
        [`test/question/${place}.graphql`, operations],
        [`test/question/${place}.json`, answers],
      ].flatMap(([file, files]) =>
        files?.includes(place) || (sharesStatement.includes(stem) && files === cypher) ? [] : [file],
      );
    });
    expect(missing).toEqual([]);
  });

  it("has no answer without a question", () => {
    expect(answers.filter((place) => !operations.includes(place))).toEqual([]);
    expect(operations.filter((place) => !fields.includes(basename(place)))).toEqual([]);
  });

  it("has no Cypher file that serves no question", () => {
    const strays = cypher.filter(
      (place) => !fields.includes(basename(place)) && place !== "facts/coverage" && !parts.test(place),
    );
    expect(strays).toEqual([]);
  });
});
