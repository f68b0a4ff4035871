import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkFiles } from "../../src/data/dataset.js";
import { faultCodes, printFault } from "../../src/data/fault.js";

const folder = "test/data/faulty";
const cases = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

test("there are at least 60 faulty files", () => expect(cases.length).toBeGreaterThanOrEqual(60));

test.each(cases)("%s has exactly the expected faults", (name) => {
  const { dataset, faults } = checkFiles("data", [`${folder}/${name}`], { today: "2026-01-01" });
  const expected = readFileSync(`${folder}/${name.replace(".yaml", ".txt")}`, "utf8");
  expect(`${faults.map(printFault).join("\n")}\n`).toBe(expected);
  expect(dataset).toBeNull();
});

test("every fault code is covered by a test", () => {
  const tests = readdirSync("test/data", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(txt|test\.ts)$/.test(name))
    .map((name) => readFileSync(`test/data/${name}`, "utf8"))
    .join("\n");
  expect(Object.keys(faultCodes).filter((code) => !tests.includes(`${code}: `))).toEqual([]);
});
