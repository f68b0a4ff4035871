import { describe, expect, it } from "vitest";
import { unpack } from "../../bench/packstream.js";

const read = (...bytes: number[]) => unpack(Buffer.from(bytes)).value;

describe("values as Bolt writes them", () => {
  it.each([
    ["null", [0xc0], null],
    ["truth", [0xc3], true],
    ["a small number", [0x2a], 42n],
    ["a negative one", [0xf0], -16n],
    ["one of a byte", [0xc8, 0x80], -128n],
    ["one of two bytes", [0xc9, 0x08, 0x34], 2_100n],
    ["one of four", [0xca, 0, 1, 0, 0], 65_536n],
    ["one of eight", [0xcb, 0, 0, 0, 1, 0, 0, 0, 0], 4_294_967_296n],
    ["a float", [0xc1, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
    ["a text", [0x86, ...Buffer.from("广州")], "广州"],
    ["a text with a length of a byte", [0xd0, 0x02, 0x67, 0x7a], "gz"],
    ["a list", [0x92, 0x01, 0xc0], [1n, null]],
    ["a list with a length of two bytes", [0xd5, 0, 1, 0x07], [7n]],
    ["a map", [0xa1, 0x81, 0x61, 0x91, 0xc2], { a: [false] }],
  ])("%s", (_, bytes, value) => {
    expect(read(...bytes)).toEqual(value);
  });

  it("follow each other", () => {
    const bytes = Buffer.from([0x81, 0x61, 0x05]);
    const { end } = unpack(bytes);
    expect(unpack(bytes, end)).toEqual({ value: 5n, end: 3 });
  });

  it("that no request holds are refused", () => {
    expect(() => read(0xcc, 0x01, 0x00)).toThrow("no value of a request begins with 204");
  });
});
