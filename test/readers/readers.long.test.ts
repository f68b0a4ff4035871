import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { type Serving, serveLoaded } from "../http/serving.js";
import { allCases, exampleCases, questionsOf } from "../table/cases.js";
import { hasLibreOffice, hasR, readWithLibreOffice, readWithR } from "./desktop.js";
import { hasPython, readWithPython, validatePackages } from "./python.js";
import { faultsOf } from "./tables.js";

const schema = await buildSchema();
const names = questionsOf(schema).map(({ name }) => name);
const casesOf = (name: string) => allCases(schema).filter(({ question }) => question.name === name);

describe("what readers read is what the JSON says, for all questions, levels and editions", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serveLoaded({ schema });
  });
  afterAll(() => serving.stop());

  it.skipIf(!hasPython).each(names)("pandas, polars, DuckDB and frictionless read %s", async (name) => {
    expect(await faultsOf(serving, casesOf(name), readWithPython)).toEqual([]);
  });

  it.skipIf(!hasPython)("frictionless finds the packages of /data/ valid", async () => {
    const urls = ["csv", "jsonl"].map((form) => `${serving.url}/data/${form}/datapackage.json`);
    expect(await validatePackages(urls)).toEqual([[], []]);
  });

  it.skipIf(!hasR).each(names)("R reads %s", async (name) => {
    expect(await faultsOf(serving, casesOf(name), readWithR)).toEqual([]);
  });

  it.skipIf(!hasLibreOffice)("LibreOffice opens the example of every question", async () => {
    expect(await faultsOf(serving, exampleCases(schema), readWithLibreOffice)).toEqual([]);
  });
});
