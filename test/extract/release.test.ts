import { describe, expect, it } from "vitest";
import { problemsOf } from "./facts.js";
import { writeRelease } from "./release.js";
import { Dice, regions } from "./words.js";

const seeds = Array.from({ length: Number(process.env.EXTRACT_SEEDS ?? 200) }, (_, index) => index + 1);

describe("releases that a seeded writer makes up", () => {
  it.each(seeds)("seed %i: exactly the facts written, each with its place", (seed) => {
    const page = writeRelease(new Dice(seed));
    expect(problemsOf(page.text, page.facts, regions), `seed ${seed}\n${page.text}`).toEqual([]);
  });
});
