import { expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import { RegionTable } from "../../src/data/tables.js";
import { suggest } from "../../src/names/suggest.js";
import { DataFolder } from "./dataFolder.js";

const table = new RegionTable(readDataset("data").regions);

test.each([
  ["廣州", "广州"],
  ["广洲", "广州"],
  ["广州市", "广州"],
  ["Guangzhou City", "广州"],
  ["Guangzho", "广州"],
  ["440100", "广州"],
  ["广东省广州市", "广州"],
  ["Guangzhou, Guangdong", "广州"],
  ["州广", "广州"],
])("a data file with %s instead of the short name gets the proposal %s", (typed, name) => {
  const folder = new DataFolder();
  folder.replace("editions/2022.yaml", "广州", JSON.stringify(typed));
  const [fault] = folder.faults();
  expect(fault).toMatch(new RegExp(`UNKNOWN_REGION: unknown region "?${typed}"?. Did you mean ${name}\\?$`));
});

test("a data file gets the same proposals as a GraphQL query if no level is given", () => {
  for (const typed of ["广洲", "关州", "误含", "Huhhot", "Shannxi", "吉林市", "火星"]) {
    const proposed = suggest(typed, table.rows).map(({ region }) => region.name);
    expect([typed, table.suggestNames(typed, undefined)]).toEqual([typed, proposed]);
  }
  // Names of the given level come first.
  expect(table.suggestNames("Guanzhou", undefined)).toEqual(["广州"]);
  expect(table.suggestNames("Guanzhou", "PROVINCE")).toEqual(["贵州"]);
  // A shared character is not enough.
  expect(table.suggestNames("柳州", "CITY")).toEqual([]);
  expect(table.suggestNames("澳门", undefined)).toEqual([]);
  // Another place in a province is not the province.
  expect(table.suggestNames("广东省佛山市", "CITY")).toEqual([]);
  expect(table.suggestNames("gz", "CITY")).toEqual(["贵州", "广州"]);
});
