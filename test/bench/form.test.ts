import { describe, expect, it } from "vitest";
import { BoltReader } from "../../bench/counter.js";
import { differenceOf, leadersForm, matrixForm } from "../../bench/form.js";
import { claimOf, geometricMean, ratiosOf, spreadOf } from "../../bench/ratio.js";

describe("one form for all answers", () => {
  it("does not mind the order of regions and dimensions", () => {
    const one = leadersForm([
      { code: "2", dimensions: ["B", "A"] },
      { code: "1", dimensions: ["A"] },
    ]);
    const other = leadersForm([
      { code: "1", dimensions: ["A"] },
      { code: "2", dimensions: ["A", "B"] },
    ]);
    expect(one).toEqual(other);
    expect(differenceOf(one, other)).toBeNull();
  });

  it("keeps what makes answers differ, and says where", () => {
    const one = matrixForm([{ dimension: "A", codes: ["1", "2"] }]);
    const other = matrixForm([{ dimension: "A", codes: ["1", "3"] }]);
    expect(differenceOf(one, other)).toBe('answer.0.codes.1: "2" and "3"');
    expect(differenceOf([1], [1, 2])).toBe("answer: 1 and 2 entries");
    expect(differenceOf({ a: 1 }, {})).toBe("answer.a: 1 and null");
  });
});

describe("what is claimed of a ratio", () => {
  it("is nothing where rounds lie on both sides of 1, or are few", () => {
    expect(claimOf(spreadOf([1.1, 1.2, 1.3, 1.4, 1.5]), 5)).toBe("ahead");
    expect(claimOf(spreadOf([0.9, 0.8, 0.7, 0.6, 0.5]), 5)).toBe("behind");
    expect(claimOf(spreadOf([0.99, 1.2, 1.3, 1.4, 1.5]), 5)).toBe("no claim");
    expect(claimOf(spreadOf([2, 3, 4]), 3)).toBe("no claim");
  });

  it("is worked out round by round", () => {
    expect(ratiosOf([10, 30], [5, 10])).toEqual([2, 3]);
    expect(spreadOf([3, 1, 2, 10])).toEqual({ median: 2.5, least: 1, most: 10 });
    expect(geometricMean([2, 8])).toBeCloseTo(4);
  });
});

describe("the count of statements", () => {
  const chunk = (...bytes: number[]) => Buffer.from([0, bytes.length, ...bytes]);
  const end = Buffer.from([0, 0]);
  const hello = Buffer.alloc(20);

  it("reads messages whatever way they are cut, and only their beginnings", () => {
    const sent = Buffer.concat([hello, chunk(0xb1, 0x01), end, chunk(0xb3, 0x10, 1), chunk(0x10, 0x10), end]);
    for (const size of [1, 2, 7, sent.length]) {
      const seen: number[] = [];
      const reader = new BoltReader((signature) => seen.push(signature));
      reader.answered(Buffer.from([0, 0, 4, 5]));
      for (let from = 0; from < sent.length; from += size) reader.read(sent.subarray(from, from + size));
      expect(seen).toEqual([0x01, 0x10]);
    }
  });

  it("passes over the choice of a version, where Neo4j offers several", () => {
    const seen: number[] = [];
    const reader = new BoltReader((signature) => seen.push(signature));
    reader.read(hello);
    reader.answered(Buffer.from([0, 0, 1, 0xff]));
    reader.read(Buffer.from([0, 0, 8, 5, 0x80, 0x01]));
    reader.read(Buffer.concat([chunk(0xb3, 0x10), end]));
    expect(seen).toEqual([0x10]);
  });
});
