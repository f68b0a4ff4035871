import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import type { Cell } from "../../src/table/column.js";
import { type Serving, serveLoaded } from "../http/serving.js";
import type { Case } from "../table/cases.js";
import { differences } from "./compare.js";
import { hasPython, readWithPython } from "./python.js";
import { faultsOf } from "./tables.js";

const schema = await buildSchema();
const caseOf = (name: string, texts: Case["texts"]): Case => {
  const question = schema.getQueryType()?.getFields()[name];
  if (question === undefined) throw new Error(`no question ${name}`);
  return { question, texts };
};

/** Tables with codes of the Corps, lists of numbers, decimal numbers, truth values, dates, gaps and no rows. */
const cases = [
  caseOf("leaders", { level: ["province"] }),
  caseOf("compareEditions", { level: ["province"], from: ["2020"], to: ["2021"] }),
  caseOf("panel", {}),
  caseOf("editions", {}),
  caseOf("edition", { year: ["1999"] }),
];

describe("the comparison with what readers read", () => {
  const columns = [
    { name: "code", type: "string", description: "", weight: 0 },
    { name: "text", type: "string", description: "", weight: 1 },
    { name: "score", type: "number", description: "", weight: 1 },
  ] as const;
  const table = { columns, rows: [["440100", "1.0", 83.5]], isSingle: false };
  const read = (...cells: Cell[]) => ({
    reader: "pandas",
    url: "/",
    columns: ["code", "text", "score"],
    rows: [cells],
  });

  it.each([
    [["440100", "1.0", 83.5], []],
    // Codes that all have six digits can be read as numbers.
    [[440100, "1.0", 83.5], []],
    [["440100", 1, 83.5], ['pandas /: row 0, text: expected "1.0", got 1']],
    [["440100", "1.0", 83], ["pandas /: row 0, score: expected 83.5, got 83"]],
    [["440100", null, 83.5], ['pandas /: row 0, text: expected "1.0", got null']],
  ] as [Cell[], string[]][])("of %j finds %j", (cells, faults) => {
    expect(differences(read(...cells), table)).toEqual(faults);
  });

  it("finds rows, columns and tables that were not read", () => {
    const whole = read("440100", "1.0", 83.5);
    expect(differences({ ...whole, rows: [] }, table)).toEqual(["pandas /: expected 1 rows, got 0"]);
    expect(differences({ ...whole, columns: ["code"] }, table)).toEqual(["pandas /: columns code"]);
    expect(differences({ ...whole, error: "no" }, table)).toEqual(["pandas /: no"]);
  });
});

describe.skipIf(!hasPython)("pandas, polars, DuckDB and frictionless", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serveLoaded({ schema });
  });
  afterAll(() => serving.stop());

  it("read what the JSON says", async () => {
    expect(await faultsOf(serving, cases, readWithPython)).toEqual([]);
  });
});
