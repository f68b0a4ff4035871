import { describe, expect, it } from "vitest";
import { problemsOf } from "./facts.js";
import { writeNews } from "./news.js";
import type { Page } from "./page.js";
import { writeRanking } from "./ranking.js";
import { writeRelease } from "./release.js";
import { typographies } from "./typography.js";
import { Dice, regions } from "./words.js";

const seeds = Array.from({ length: Number(process.env.EXTRACT_SEEDS ?? 40) }, (_, index) => index + 1);
const writers: Readonly<Record<string, (dice: Dice) => Page>> = {
  "a release": writeRelease,
  "a ranking": writeRanking,
  "local news": writeNews,
};

describe.each(Object.entries(writers))("%s, generated from a seed", (_, write) => {
  it.each(seeds)("seed %i: exactly the generated facts, each with its locator", (seed) => {
    const page = write(new Dice(seed));
    expect(problemsOf(page.text, page.facts, regions), `seed ${seed}\n${page.text}`).toEqual([]);
  });

  it.each(Object.entries(typographies))("typography does not change the facts: %s", (_, change) => {
    for (const seed of seeds.slice(0, 4)) {
      const dice = new Dice(1000 + seed);
      const page = write(dice);
      const text = change(page.text, dice);
      expect(problemsOf(text, page.facts, regions), `seed ${1000 + seed}\n${text}`).toEqual([]);
    }
  });
});
