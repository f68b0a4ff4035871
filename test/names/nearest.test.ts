import { expect, test } from "vitest";
import { didYouMeanOr } from "../../src/names/nearest.js";

const letters = [..."abcdefghijkl"];

test("what is near is proposed, and nothing else is listed", () => {
  expect(didYouMeanOr(["b", "c"], "letters", letters)).toBe("; did you mean b or c?");
});

test("where nothing is near, what there is is listed: ten at most, and how many more", () => {
  expect(didYouMeanOr([], "letters", letters.slice(0, 10))).toBe("; letters: a, b, c, d, e, f, g, h, i, j");
  expect(didYouMeanOr([], "letters", letters)).toBe("; letters: a, b, c, d, e, f, g, h, i, j and 2 more");
});
