import { expect, test } from "vitest";
import { didYouMeanOr } from "../../src/names/nearest.js";

const letters = [..."abcdefghijkl"];

test("near names are proposed, and the other names are not listed", () => {
  expect(didYouMeanOr(["b", "c"], "letters", letters)).toBe(". Did you mean b or c?");
});

test("if no name is near, at most ten names and the number of the others are listed", () => {
  expect(didYouMeanOr([], "letters", letters.slice(0, 10))).toBe(
    ". Known letters: a, b, c, d, e, f, g, h, i, j.",
  );
  expect(didYouMeanOr([], "letters", letters)).toBe(
    ". Known letters: a, b, c, d, e, f, g, h, i, j and 2 more.",
  );
});
