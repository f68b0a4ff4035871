import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { Asker } from "../graph.js";
import { allCases, nameOf, questionsOf } from "./cases.js";
import { checkShown } from "./check.js";

const schema = await buildSchema();

describe("what an answer says is in its table, for all questions, levels and editions", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(questionsOf(schema).map((question) => [question.name]))("%s", async (name) => {
    const cases = allCases(schema).filter(({ question }) => question.name === name);
    expect(cases.length).toBeGreaterThan(0);
    const columns = new Set<string>();
    for (const one of cases) {
      const table = await checkShown(asker, one).catch((error: Error) => {
        throw new Error(`${nameOf(one)}: ${error.message}`, { cause: error });
      });
      columns.add(table.columns.map((column) => column.name).join());
    }
    // Columns do not depend on the data.
    expect(columns.size).toBe(1);
  });
});
