import { describe, expect, it } from "vitest";
import type { Cell, Column } from "../../src/table/column.js";
import { tableToCsv } from "../../src/table/csv.js";
import { toJson } from "../../src/table/json.js";
import { tableToMarkdown } from "../../src/table/markdown.js";
import type { Table } from "../../src/table/table.js";
import { notesToText, tableToText } from "../../src/table/text.js";
import { tableToXlsx } from "../../src/table/xlsx.js";
import { parseCsv, parseMarkdown, parseXlsx } from "./reading.js";

const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  type: "string",
  description: name,
  weight: 1,
  ...more,
});
const tableOf = (columns: readonly Column[], ...rows: readonly (readonly Cell[])[]): Table => ({
  columns,
  rows,
  isSingle: false,
});
const texts = (...cells: readonly Cell[]) => tableOf([column("text")], ...cells.map((cell) => [cell]));

describe("CSV", () => {
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["@SUM(1)", "'@SUM(1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["a=b", "a=b"],
    ["440100", "440100"],
    [-2, "-2"],
    [-0.5, "-0.5"],
    [true, "true"],
    [null, ""],
    ["\u001b[31mred\u009b\u202e", "<U+001B>[31mred<U+009B><U+202E>"],
    ['say "a", b\nc', 'say "a", b\nc'],
  ])("a cell %j", (cell, read) => {
    expect(parseCsv(tableToCsv(texts(cell)))).toEqual([["text"], [read]]);
  });

  it("shows the type of each column in the rows that readers look at", () => {
    const columns = [column("code"), column("ranks"), column("n", { type: "integer" })];
    const rows = Array.from({ length: 300 }, (_, n): Cell[] => [
      n === 250 ? "XPCC" : `${110_000 + n}`,
      n === 280 ? "1, 2" : n < 5 ? null : "1",
      n,
    ]);
    const [, ...read] = parseCsv(tableToCsv(tableOf(columns, ...rows)));
    expect(read.findIndex(([code]) => code === "XPCC")).toBeLessThan(100);
    expect(read.findIndex(([, ranks]) => ranks === "1, 2")).toBeLessThan(100);
    const others = read.map(([, , n]) => Number(n)).filter((n) => n !== 250 && n !== 280);
    expect(others).toEqual(rows.map(([, , n]) => n).filter((n) => n !== 250 && n !== 280));
    expect(read).toHaveLength(300);
  });

  it("shows the type of a column that is empty in the first rows, and keeps the rows that show other types", () => {
    const columns = [column("code"), column("rank", { type: "integer" })];
    const rows = Array.from({ length: 200 }, (_, n): Cell[] => [
      n === 99 ? "XPCC" : `${110_000 + n}`,
      n > 150 ? n : null,
    ]);
    const [, ...read] = parseCsv(tableToCsv(tableOf(columns, ...rows)));
    expect(read.findIndex(([code]) => code === "XPCC")).toBe(98);
    expect(read.findIndex(([, rank]) => rank === "151")).toBe(99);
    expect(read.map((row) => row.join()).sort()).toEqual(rows.map((row) => row.join()).sort());
  });

  it("has lists of numbers in brackets, so that a list with one entry is a text too", () => {
    const table = tableOf([column("ranks", { isNumbers: true })], ["1"], ["-1, 2.5"], [null]);
    expect(parseCsv(tableToCsv(table))).toEqual([["ranks"], ["[1]"], ["[-1, 2.5]"], [""]]);
  });

  it("keeps the order of rows whose types are clear", () => {
    const rows = Array.from({ length: 300 }, (_, n): Cell[] => [n === 50 ? "XPCC" : `${n}`]);
    const [, ...read] = parseCsv(tableToCsv(tableOf([column("code")], ...rows)));
    expect(read).toEqual(rows);
  });

  it("writes decimal numbers with a decimal point, and whole numbers without", () => {
    const table = tableOf(
      [column("score", { type: "number" }), column("rank", { type: "integer" })],
      [83, 1],
      [91.02, 2],
      [-0.5, -2],
      [null, null],
    );
    expect(tableToCsv(table)).toBe("score,rank\n83.0,1\n91.02,2\n-0.5,-2\n,\n");
  });

  it("has a byte-order mark only on demand", () => {
    expect(tableToCsv(texts("a"))).toBe("text\na\n");
    expect(tableToCsv(texts("a"), { bom: true })).toBe("\ufefftext\na\n");
  });
});

describe("Markdown", () => {
  it("escapes what would be a command, and has no line breaks in a cell", () => {
    const markdown = tableToMarkdown(texts("a|b\nc", "<b>*x*</b> [l](u) `c` _e_ VERY_HIGH &amp; \\"), []);
    expect(parseMarkdown(markdown)).toEqual([
      ["text"],
      ["a\\|b c"],
      ["\\<b\\>\\*x\\*\\</b\\> \\[l\\](u) \\`c\\` \\_e\\_ VERY_HIGH &amp;amp; \\\\"],
    ]);
  });

  it("has the notes under the table, numbers to the right, and four decimals", () => {
    const table = tableOf(
      [column("n", { type: "number" }), column("level", { isConstant: true })],
      [1 / 3, "CITY"],
    );
    expect(tableToMarkdown(table, [{ name: "level", text: "CITY" }])).toBe(
      "|      n |\n| -----: |\n| 0.3333 |\n\n- level: CITY\n",
    );
  });
});

describe("XLSX", () => {
  it("keeps types: a code is a text, nothing is a formula, and no character breaks the file", async () => {
    const columns = [column("code"), column("n", { type: "integer" }), column("ok", { type: "boolean" })];
    const table = tableOf(columns, ["011000", 3, true], ["=1+1", null, false], ["a\u0000\u001b<&", -1, null]);
    const file = await tableToXlsx(table, [{ name: "edition", text: "2022" }]);
    expect(parseXlsx(file, 1).map((row) => row.map(({ type, value }) => `${type}:${value}`))).toEqual([
      ["s:code", "s:n", "s:ok"],
      ["s:011000", "n:3", "b:1"],
      ["s:=1+1", ":", "b:0"],
      ["s:a<U+0000><U+001B><&", "n:-1"],
    ]);
    expect(parseXlsx(file, 2).map((row) => row.map(({ value }) => value))).toEqual([["edition", "2022"]]);
  });
});

describe("JSON", () => {
  it("escapes the characters that a terminal obeys", () => {
    const text = toJson({ a: "\u001b[31m\u009b\u202e广州" });
    expect(text).toBe('{\n  "a": "\\u001b[31m\\u009b\\u202e广州"\n}\n');
    expect(JSON.parse(text)).toEqual({ a: "\u001b[31m\u009b\u202e广州" });
  });
});

describe("a table on a terminal", () => {
  const wide = tableOf(
    [
      column("code", { weight: 0 }),
      column("region", { weight: 0 }),
      column("empty"),
      column("names"),
      column("again"),
      column("detail", { weight: 2 }),
      column("evidence", { weight: 3 }),
      column("edition", { isConstant: true }),
    ],
    ...Array.from({ length: 4 }, (_, row): Cell[] => [
      `44010${row}`,
      "广州",
      null,
      "服务成效度, 办理成熟度, 方式完备度",
      "服务成效度, 办理成熟度, 方式完备度",
      "x".repeat(30),
      "report-2022@2.1.3",
      2022,
    ]),
  );
  const widthOf = (text: string) =>
    Math.max(
      ...text
        .split("\n")
        .map((line) => [...line].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0)),
    );
  const headOf = (text: string) => text.split("\n")[1]?.match(/\w+/g);

  it("has every column if there is room, except those with one value", () => {
    const { text, hidden } = tableToText(wide, { width: Number.POSITIVE_INFINITY });
    expect(headOf(text)).toEqual(["code", "region", "empty", "names", "again", "detail", "evidence"]);
    expect(hidden).toEqual([]);
  });

  it.each([110, 90, 70, 50, 30])("is at most %i wide, and names the columns that it leaves out", (width) => {
    const { text, hidden } = tableToText(wide, { width });
    expect(widthOf(text)).toBeLessThanOrEqual(width);
    const head = headOf(text) ?? [];
    expect(head[0]).toBe("code");
    expect([...head, ...hidden].sort()).toEqual(
      ["again", "code", "detail", "empty", "evidence", "names", "region"].sort(),
    );
  });

  it("leaves out empty and repeated columns first, then evidence, then details", () => {
    expect(tableToText(wide, { width: 80 }).hidden).toEqual(["empty", "again", "evidence"]);
    expect(tableToText(wide, { width: 50 }).hidden).toEqual(["empty", "again", "detail", "evidence"]);
  });

  it("breaks no word before it leaves out a column", () => {
    const columns = [column("key"), column("question")];
    const row = ["relationshipsWithoutFact", "Which relationships differ from the facts that they name?"];
    const table = tableOf(columns, row, row, row, row);
    const { text, hidden } = tableToText(table, { width: 50 });
    expect(hidden).toEqual([]);
    expect(text).toContain("│ relationshipsWithoutFact │ Which");
    expect(widthOf(text)).toBeLessThanOrEqual(50);
  });

  it("has all columns with wide", () => {
    const { text, hidden } = tableToText(wide, { width: 50, wide: true });
    expect(widthOf(text)).toBeGreaterThan(100);
    expect(hidden).toEqual([]);
  });

  it("is one block per row if it has few rows", () => {
    const two = { ...wide, rows: wide.rows.slice(0, 2) };
    const { text, hidden } = tableToText(two, { width: 60 });
    expect(hidden).toEqual([]);
    expect(text.match(/│ code +│/g)).toHaveLength(2);
    expect(widthOf(text)).toBeLessThanOrEqual(60);
  });

  it("shows control characters by their code points, also in notes", () => {
    const { text } = tableToText(texts("\u001b]0;title\u0007 \u202eabc"), { width: 80 });
    expect(text).toContain("<U+001B>]0;title<U+0007> <U+202E>abc");
    expect(notesToText([{ name: "reason", text: "a\u001b[2Jb" }])).toBe("reason: a<U+001B>[2Jb\n");
  });

  it("cuts a text that no terminal shows", () => {
    const { text } = tableToText(texts("long ".repeat(20_000)), { width: 80 });
    expect(text.length).toBeLessThan(2_000);
    expect(text).toContain("…");
  });

  it("says that there are no rows", () => {
    expect(tableToText(texts(), { width: 80 }).text).toBe("(no rows)\n");
  });
});
