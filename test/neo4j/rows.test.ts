import { describe, expect, it } from "vitest";
import { decodeRows, encodeParameters } from "../../src/neo4j/statement.js";
import { list, nullable, text, whole } from "../../src/neo4j/type.js";

const stem = "question/made";
const columns = { code: text, counts: list(nullable(whole)) };
const toRow = (keys: readonly string[], values: readonly unknown[]) => ({
  keys,
  get: (column: number) => values[column],
});
const row = (code: unknown, counts: unknown) => toRow(["counts", "code"], [counts, code]);

describe("rows are checked against the columns", () => {
  it("and given by their names, whatever the order of the columns", () => {
    expect(decodeRows({ stem, columns }, [row("440100", [1, null]), row("110000", [])])).toEqual([
      { counts: [1, null], code: "440100" },
      { counts: [], code: "110000" },
    ]);
    expect(decodeRows({ stem, columns }, [])).toEqual([]);
  });

  it.each([
    ["a value", [row("1", []), row(7, [])], "question/made row 1, code: expected a text, got 7"],
    ["a missing value", [row(null, [])], "question/made row 0, code: expected a text, got null"],
    [
      "an item of a list",
      [row("1", [1]), row("2", [1, null, 2.5])],
      "question/made row 1, counts[2]: expected a whole number, got 2.5",
    ],
    [
      "what is no list",
      [row("1", "x")],
      'question/made row 0, counts: expected a list (each a whole number or null), got "x"',
    ],
    [
      "a surplus column",
      [toRow(["code", "counts", "toString"], ["1", [], 1])],
      'question/made row 0: expected no such column, got "toString"',
    ],
    [
      "a missing column",
      [toRow(["code"], ["1"])],
      'question/made row 0: expected a column counts, got ["code"]',
    ],
  ])("%s", (_, rows, message) => {
    expect(() => decodeRows({ stem, columns }, rows)).toThrow(message);
  });
});

describe("parameters are checked before they are sent", () => {
  const parameters = { code: text, first: nullable(whole) };
  it("and turned into what the driver sends", () => {
    expect(encodeParameters({ stem, parameters }, { code: "x", first: 3 })).toEqual({ code: "x", first: 3n });
  });

  it.each([
    [{ code: 1, first: null }, "question/made $code: expected a text, got 1"],
    [{ code: "x", first: 1.5 }, "question/made $first: expected a whole number or null, got 1.5"],
    [{ code: "x", first: null, other: 1 }, "question/made $other: expected no such parameter, got 1"],
    [{ first: null }, "question/made $code: expected a text, got undefined"],
  ])("%j", (values, message) => {
    expect(() => encodeParameters({ stem, parameters }, values as never)).toThrow(message);
  });
});
