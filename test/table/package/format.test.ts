import { describe, expect, it } from "vitest";
import type { DataTable } from "../../../src/table/package/dataTable.js";
import { fieldsIn, formatData } from "../../../src/table/package/format.js";

const field = (name: string, type: DataTable["fields"][number]["type"]) => ({
  name,
  type,
  description: "D.",
});
const table: DataTable = {
  fields: [field("key", "string"), field("score", "number"), field("sources", "array")],
  rows: [
    ["=a", 83, ["one", "two"]],
    ["b\u2028", null, []],
  ],
};
const bom = { bom: false };

describe("a table of the data package", () => {
  it("is CSV with lists in one cell, which its fields describe", () => {
    expect(formatData(table, "csv", bom)).toBe("key,score,sources\n'=a,83.0,one two\nb<U+2028>,,\n");
    expect(fieldsIn("csv", table)[2]).toEqual({
      name: "sources",
      type: "string",
      description: "D. Several are separated by spaces.",
    });
  });

  it("is JSON Lines with arrays, nulls and escaped control characters", () => {
    expect(formatData(table, "jsonl", bom)).toBe(
      '{"key":"=a","score":83,"sources":["one","two"]}\n{"key":"b\\u2028","score":null,"sources":[]}\n',
    );
    expect(fieldsIn("jsonl", table)).toEqual(table.fields);
    expect(JSON.parse(formatData(table, "json", bom))).toHaveLength(2);
  });

  it("shows the type of each column in the first 100 lines of JSON Lines, and loses no row", () => {
    const rows = Array.from({ length: 300 }, (_, index) => [
      `k${index}`,
      index === 250 ? 1.5 : null,
      index === 299 ? ["late"] : [],
    ]);
    const lines = formatData({ ...table, rows }, "jsonl", bom)
      .trimEnd()
      .split("\n");
    const objects = lines.map(
      (line) => JSON.parse(line) as { key: string; score: unknown; sources: unknown[] },
    );
    const first = objects.slice(0, 100);
    expect(first.some(({ score }) => score === 1.5)).toBe(true);
    expect(first.some(({ sources }) => sources.length > 0)).toBe(true);
    expect(objects.map(({ key }) => key).sort()).toEqual(rows.map(([key]) => key).sort());
  });
});
