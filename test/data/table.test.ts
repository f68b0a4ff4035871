import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DataFolder } from "./dataFolder.js";

const lines = readFileSync("data/regions.yaml", "utf8").split("\n");
/** Line of a region's entry in regions.yaml; its second line is the next one. */
const lineOf = (name: string) => lines.findIndex((line) => line.includes(`name: ${name},`)) + 1;
/** Column at which a text begins in a line. */
const columnOf = (line: number, text: string) => lines[line - 1]!.indexOf(text) + 1;

/** The faults after one text in regions.yaml was replaced by another, with the place of the new one. */
function faultsAfter(region: string, row: 0 | 1, from: string, to: string, at = from) {
  const folder = new DataFolder();
  const line = lineOf(region) + row;
  const changed = [...lines];
  if (!changed[line - 1]!.includes(from)) throw new Error(`${region} has no ${from}`);
  changed[line - 1] = changed[line - 1]!.replace(from, to);
  folder.write("regions.yaml", changed.join("\n"));
  return { faults: folder.faults(), place: `regions.yaml:${line}:${columnOf(line, at)}` };
}

test("a code without quotation marks is a number", () => {
  const { faults, place } = faultsAfter("北京", 0, '"110000"', "110000");
  expect(faults).toEqual([
    `${place}: WRONG_TYPE: expected a text, found the number 110000; put it in quotation marks`,
  ]);
});

test("a code must be one", () => {
  const { faults, place } = faultsAfter("北京", 0, '"110000"', '"1100"');
  expect(faults).toEqual([`${place}: WRONG_VALUE: expected six digits of GB/T 2260, or XPCC, found 1100`]);
});

test("two regions of one code", () => {
  const { faults, place } = faultsAfter("武汉", 0, '"420100"', '"440100"');
  expect(faults).toEqual([
    `${place}: DUPLICATE_ENTRY: the code 440100 is already taken, in line ${lineOf("广州")}`,
    `${place}: WRONG_CODE: expected for a CITY in 湖北 a code such as 420100, found 440100`,
  ]);
});

test("a province with a city's code, a city with a province's", () => {
  const province = faultsAfter("广东", 0, '"440000"', '"445500"');
  expect(province.faults).toEqual([
    `${province.place}: WRONG_CODE: expected for a PROVINCE a code that ends in 0000, found 445500`,
  ]);
  const city = faultsAfter("长春", 0, '"220100"', '"220001"');
  expect(city.faults).toEqual([
    `${city.place}: WRONG_CODE: expected for a CITY in 吉林 a code such as 220100, found 220001`,
  ]);
});

test("one name for two regions", () => {
  const { faults } = faultsAfter("南京", 1, "[Nanking]", "[宁, 粤]");
  const line = lineOf("南京") + 1;
  expect(faults).toEqual([
    `regions.yaml:${line}:18: DUPLICATE_ENTRY: the alias 粤 is already taken, in line ${lineOf("广东") + 1}`,
  ]);
});

test("a city's province must be a province", () => {
  const unknown = faultsAfter("南京", 1, "province: 江苏", "province: 江西苏", "江苏,");
  expect(unknown.faults).toEqual([
    `${unknown.place}: UNKNOWN_REGION: unknown province 江西苏; did you mean 江苏 or 江西?`,
  ]);
  const none = faultsAfter("南京", 1, "province: 江苏", "province: null", "江苏,");
  expect(none.faults).toEqual([
    `${none.place}: WRONG_LEVEL: expected the province of the city, found nothing`,
  ]);
  const surplus = faultsAfter("山东", 1, "province: null", "province: 山西", "null, areas");
  expect(surplus.faults).toEqual([`${surplus.place}: WRONG_LEVEL: expected null for a PROVINCE, found 山西`]);
});

test("a kind must fit the level", () => {
  const { faults, place } = faultsAfter(
    "南京",
    0,
    "kind: SUB_PROVINCIAL_CAPITAL",
    "kind: CORPS",
    "SUB_PROVINCIAL_CAPITAL",
  );
  expect(faults).toEqual([
    `${place}: WRONG_KIND: expected for a CITY one of SUB_PROVINCIAL_CAPITAL, SEPARATELY_PLANNED_CITY, PROVINCIAL_CAPITAL, AUTONOMOUS_REGION_CAPITAL, found CORPS`,
  ]);
});

test("a province is in one area of each scheme, a city in none of its own", () => {
  const { faults, place } = faultsAfter("山东", 1, "[EAST, NORTH]", "[EAST, WEST]");
  expect(faults).toEqual([
    `${place}: WRONG_AREAS: expected one area of the scheme ECONOMIC, found EAST, WEST`,
    `${place}: WRONG_AREAS: expected one area of the scheme NORTH_SOUTH, found none`,
  ]);
  const city = faultsAfter("南京", 1, "areas: []", "areas: [EAST]", "[], note");
  expect(city.faults).toEqual([
    `${city.place}: WRONG_AREAS: expected none for a CITY, which lies where its province lies`,
  ]);
  const unknown = faultsAfter("山东", 1, "[EAST, NORTH]", "[EAST, NROTH]", "NORTH]");
  expect(unknown.faults).toEqual([
    `${unknown.place.replace(/\d+$/, String(columnOf(lineOf("山东") + 1, "[EAST")))}: WRONG_AREAS: expected one area of the scheme NORTH_SOUTH, found none`,
    `${unknown.place}: UNKNOWN_AREA: unknown area NROTH; did you mean NORTH?`,
  ]);
});

test("keys of tables are capitals and stand once", () => {
  const folder = new DataFolder();
  folder.replace("tiers.yaml", "key: LOW, name: 低", "key: HIGH, name: 高");
  folder.replace("dimensions.yaml", "key: ACCURACY", "key: accuracy");
  folder.replace("areas.yaml", "scheme: NORTH_SOUTH", "scheme: NORTHSOUTH");
  expect(folder.faults()).toEqual([
    "areas.yaml:29:11: WRONG_VALUE: expected ECONOMIC or NORTH_SOUTH, found NORTHSOUTH; did you mean NORTH_SOUTH?",
    "dimensions.yaml:10:10: WRONG_VALUE: expected a key in capitals, such as VERY_HIGH, found accuracy",
    "tiers.yaml:9:10: DUPLICATE_ENTRY: the key HIGH is already taken, in line 7",
    "tiers.yaml:9:22: DUPLICATE_ENTRY: the name 高 is already taken, in line 7",
  ]);
});

test("what refers to a table that cannot be read is not blamed for it", () => {
  const folder = new DataFolder();
  folder.write("regions.yaml", "- name: [\n");
  folder.write("tiers.yaml", "");
  expect(folder.faults()).toEqual([
    "regions.yaml:2:1: YAML_SYNTAX: Flow sequence in block collection must be sufficiently indented and end with a ]",
    "tiers.yaml:1:1: EMPTY_FILE: expected data, found an empty file",
  ]);
});
