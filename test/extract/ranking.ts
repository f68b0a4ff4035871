import type { Level } from "../../src/data/scalar.js";
import { Page } from "./page.js";
import { type Dice, hanzi, levels, listed, namesOf, shareOf } from "./words.js";

const noun = { PROVINCE: "省级政府", CITY: "重点城市" } as const;

/** Generates a release with ranks: the mean and the number above it, and a list by rank or a table of all scores. */
export function writeRanking(dice: Dice): Page {
  const page = new Page();
  const year = 2017 + dice.below(10);
  const title = `省级政府和重点城市网上政务服务能力调查评估报告(${year})`;
  page.addSentence(`《${title}》公布`, ["title", title]);
  page.paragraph();
  for (const level of levels) {
    page.heading(`${noun[level]}情况`);
    means(page, dice, level);
    if (dice.chance(0.5)) table(page, dice, level);
    else list(page, dice, level);
  }
  return page;
}

function means(page: Page, dice: Dice, level: Level): void {
  const mean = Number((70 + dice.next() * 20).toFixed(2));
  const count = 10 + dice.below(12);
  const change = 1 + dice.below(4);
  const fewer = dice.chance(0.3);
  const number = dice.pick([String(count), hanzi(count)]);
  page.addSentence(
    `${noun[level]}总体指数${dice.pick(["平均值", "均值", "的平均值"])}${dice.pick(["为", ""])}${mean.toFixed(2)},${number}个${noun[level]}的指数${dice.pick(["高于", "超过"])}平均水平,占比${dice.pick(["为", ""])}${shareOf(count)},${dice.pick(["比上年", "较上年"])}${fewer ? "减少" : "增加"}${change}个。`,
    ["mean", level, mean],
    ["aboveMean", level, count, shareOf(count), fewer ? -change : change],
  );
  page.paragraph();
}

/** Generates dense ranks with ties: 1, 1, 2, 3, 3, 4. */
function dense(dice: Dice, size: number): number[] {
  const ranks: number[] = [];
  for (let index = 0; index < size; index++)
    ranks.push(index === 0 ? 1 : ranks[index - 1]! + (dice.chance(0.15) ? 0 : 1));
  return ranks;
}

function list(page: Page, dice: Dice, level: Level): void {
  const size = 5 + dice.below(8);
  const names = dice.ranked(level, size);
  const sized = dice.pick([`前${size}名`, `前${hanzi(size)}`, `前${hanzi(size)}位`]);
  const score = (region: string, rank: number, points: number | null = null) =>
    ["score", level, region, rank, points, false] as const;
  const form = dice.below(3);
  if (form === 0) {
    page.addSentence(
      `总体指数排名${sized}的${noun[level]}依次为:${listed(names, dice.pick(["、", "和"]))}。`,
      ...names.map((name, index) => score(name, index + 1)),
    );
  } else if (form === 1) {
    page.addSentence(
      `总体指数${dice.pick(["位列", "排名"])}${sized}的${noun[level]}依次是${listed(names)},其中${names[0]}、${names[1]}并列第一。`,
      ...names.map((name, index) => score(name, Math.max(index, 1))),
    );
  } else {
    let points = 98;
    const scores = names.map(() => {
      points = Number((points - 0.1 - dice.next() * 2).toFixed(2));
      return points;
    });
    page.addSentence(
      `按照得分由高到低,总体指数${sized}的${noun[level]}为:${names.map((name, index) => `${name}(${scores[index]!.toFixed(2)})`).join("、")}。`,
      ...names.map((name, index) => score(name, index + 1, scores[index]!)),
    );
  }
}

function table(page: Page, dice: Dice, level: Level): void {
  const names = dice.sample(namesOf(level), 32);
  const ranks = dense(dice, 32);
  const between = dice.pick([" ", "\t", "  "]);
  page.addSentence(["排名", noun[level], "总体指数"].join(between));
  page.paragraph();
  const missing = dice.chance(0.5) ? dice.below(32) : -1;
  let points = 98;
  for (const [index, name] of names.entries()) {
    const rank = ranks[index]!;
    if (index > 0 && rank !== ranks[index - 1]) points = Number((points - 0.1 - dice.next()).toFixed(2));
    const score = index === missing ? null : points;
    page.addSentence([String(rank), name, ...(score === null ? [] : [score.toFixed(2)])].join(between));
    page.fact("score", level, name, rank, score, false);
    page.paragraph();
  }
}
