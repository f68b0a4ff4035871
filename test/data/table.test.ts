import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DataFolder } from "./dataFolder.js";

const lines = readFileSync("data/regions.yaml", "utf8").split("\n");
/** Returns the line of a region's entry in regions.yaml; the entry continues on the next line. */
const lineOf = (name: string) => lines.findIndex((line) => line.includes(`name: ${name},`)) + 1;
/** Returns the column at which a text begins in a line. */
const columnOf = (line: number, text: string) => lines[line - 1]!.indexOf(text) + 1;

/** Replaces a text in regions.yaml, and returns the faults and the position of the text `marker`. */
function faultsAfter(region: string, row: 0 | 1, from: string, to: string, marker = from) {
  const folder = new DataFolder();
  const line = lineOf(region) + row;
  const changed = [...lines];
  if (!changed[line - 1]!.includes(from)) throw new Error(`${region} has no ${from}`);
  changed[line - 1] = changed[line - 1]!.replace(from, to);
  folder.write("regions.yaml", changed.join("\n"));
  return { faults: folder.faults(), place: `regions.yaml:${line}:${columnOf(line, marker)}` };
}

test("a code without quotation marks is a number", () => {
  const { faults, place } = faultsAfter("北京", 0, '"110000"', "110000");
  expect(faults).toEqual([
    `${place}: WRONG_TYPE: expected a text, got the number 110000. Put it in quotation marks.`,
  ]);
});

test("a code must have six digits", () => {
  const { faults, place } = faultsAfter("北京", 0, '"110000"', '"1100"');
  expect(faults).toEqual([`${place}: WRONG_VALUE: expected six digits of GB/T 2260, or XPCC, got 1100`]);
});

test("two regions with the same code", () => {
  const { faults, place } = faultsAfter("武汉", 0, '"420100"', '"440100"');
  expect(faults).toEqual([
    `${place}: DUPLICATE_ENTRY: the code 440100 is already used, in line ${lineOf("广州")}`,
    `${place}: WRONG_CODE: expected a code such as 420100 for a CITY in 湖北, got 440100`,
  ]);
});

test("a province with a city's code, and a city with a wrong code", () => {
  const province = faultsAfter("广东", 0, '"440000"', '"445500"');
  expect(province.faults).toEqual([
    `${province.place}: WRONG_CODE: expected a code that ends in 0000 for a PROVINCE, got 445500`,
  ]);
  const city = faultsAfter("长春", 0, '"220100"', '"220001"');
  expect(city.faults).toEqual([
    `${city.place}: WRONG_CODE: expected a code such as 220100 for a CITY in 吉林, got 220001`,
  ]);
});

test("the same name for two regions", () => {
  const { faults } = faultsAfter("南京", 1, "[Nanking]", "[宁, 粤]");
  const line = lineOf("南京") + 1;
  expect(faults).toEqual([
    `regions.yaml:${line}:18: DUPLICATE_ENTRY: the alias 粤 is already used, in line ${lineOf("广东") + 1}`,
  ]);
});

test("a city's province must be a province", () => {
  const unknown = faultsAfter("南京", 1, "province: 江苏", "province: 江西苏", "江苏,");
  expect(unknown.faults).toEqual([
    `${unknown.place}: UNKNOWN_REGION: unknown province 江西苏. Did you mean 江苏 or 江西?`,
  ]);
  const none = faultsAfter("南京", 1, "province: 江苏", "province: null", "江苏,");
  expect(none.faults).toEqual([`${none.place}: WRONG_LEVEL: expected the province of the city, got null`]);
  const surplus = faultsAfter("山东", 1, "province: null", "province: 山西", "null, areas");
  expect(surplus.faults).toEqual([`${surplus.place}: WRONG_LEVEL: expected null for a PROVINCE, got 山西`]);
});

test("a kind must match the level", () => {
  const { faults, place } = faultsAfter(
    "南京",
    0,
    "kind: SUB_PROVINCIAL_CAPITAL",
    "kind: CORPS",
    "SUB_PROVINCIAL_CAPITAL",
  );
  expect(faults).toEqual([
    `${place}: WRONG_KIND: expected a kind of CITY, got CORPS. Use one of SUB_PROVINCIAL_CAPITAL, SEPARATELY_PLANNED_CITY, PROVINCIAL_CAPITAL, AUTONOMOUS_REGION_CAPITAL.`,
  ]);
});

test("a province belongs to one area of each scheme, and a city has no areas of its own", () => {
  const { faults, place } = faultsAfter("山东", 1, "[EAST, NORTH]", "[EAST, WEST]");
  expect(faults).toEqual([
    `${place}: WRONG_AREAS: expected one area of the scheme ECONOMIC, got EAST, WEST`,
    `${place}: WRONG_AREAS: expected one area of the scheme NORTH_SOUTH, got none`,
  ]);
  const city = faultsAfter("南京", 1, "areas: []", "areas: [EAST]", "[], note");
  expect(city.faults).toEqual([
    `${city.place}: WRONG_AREAS: expected no areas for a CITY, got one. A city belongs to the areas of its province.`,
  ]);
  const unknown = faultsAfter("山东", 1, "[EAST, NORTH]", "[EAST, NROTH]", "NORTH]");
  expect(unknown.faults).toEqual([
    `${unknown.place.replace(/\d+$/, String(columnOf(lineOf("山东") + 1, "[EAST")))}: WRONG_AREAS: expected one area of the scheme NORTH_SOUTH, got none`,
    `${unknown.place}: UNKNOWN_AREA: unknown area NROTH. Did you mean NORTH?`,
  ]);
});

test("keys of tables are unique and in capitals", () => {
  const folder = new DataFolder();
  const lowest = "- { key: LOW, name: 低, nameEn: Low }";
  folder.replace("tiers.yaml", lowest, `${lowest}\n- { key: HIGH, name: 高, nameEn: Top }`);
  folder.replace("dimensions.yaml", "key: ACCURACY", "key: accuracy");
  folder.replace("areas.yaml", "scheme: NORTH_SOUTH", "scheme: NORTHSOUTH");
  expect(folder.faults()).toEqual([
    "areas.yaml:29:11: WRONG_VALUE: expected ECONOMIC or NORTH_SOUTH, got NORTHSOUTH. Did you mean NORTH_SOUTH?",
    "dimensions.yaml:10:10: WRONG_VALUE: expected EFFECTIVENESS, MATURITY, COMPLETENESS, COVERAGE or ACCURACY, got accuracy. Did you mean ACCURACY?",
    "tiers.yaml:10:10: DUPLICATE_ENTRY: the key HIGH is already used, in line 7",
    "tiers.yaml:10:22: DUPLICATE_ENTRY: the name 高 is already used, in line 7",
  ]);
});

test("references to an unreadable table are not reported", () => {
  const folder = new DataFolder();
  folder.write("regions.yaml", "- name: [\n");
  folder.write("tiers.yaml", "");
  expect(folder.faults()).toEqual([
    "regions.yaml:2:1: YAML_SYNTAX: Flow sequence in block collection must be sufficiently indented and end with a ]",
    "tiers.yaml:1:1: EMPTY_FILE: expected data, got an empty file",
  ]);
});
