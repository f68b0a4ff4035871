import type { OrderedRegion } from "../../src/data/tables.js";
import { Page } from "./page.js";
import {
  type Dice,
  dimensionKeys,
  dimensionNames,
  hanzi,
  levels,
  listed,
  namesOf,
  regions,
} from "./words.js";

/** Returns the name of a region as in news: 江苏, 江苏省, 合肥市. */
function called(dice: Dice, { name, fullName }: OrderedRegion): string {
  return dice.pick([name, fullName]);
}

function ordinal(dice: Dice, rank: number): string {
  const number = dice.pick([String(rank), hanzi(rank)]);
  if (rank === 1) return dice.pick(["第一", "第1位", "首位", "榜首", "第一名"]);
  return dice.pick([`第${number}`, `第${number}位`, `第${number}名`]);
}

const verbs = ["列", "位列", "排名", "位居", "排在"];

/** Generates news about the ranks and scores of some regions in a generated edition, one or two sentences each. */
export function writeNews(dice: Dice): Page {
  const page = new Page();
  const year = 2019 + dice.below(8);
  const title = `省级政府和重点城市${dice.pick(["网上", "一体化"])}政务服务能力调查评估报告(${year})`;
  page.addSentence(`近日,《${title}》发布。`, ["title", title]);
  page.paragraph();
  const seen = new Set<string>();
  for (let number = 0; number < 3; number++) {
    const region = regions.rows[dice.below(64)]!;
    if (seen.has(region.name)) continue;
    seen.add(region.name);
    overall(page, dice, region);
    inDimensions(page, dice, region);
    page.paragraph();
  }
  tie(page, dice, seen);
  return page;
}

/** Writes the rank, the score or both of one region in the overall index. */
function overall(page: Page, dice: Dice, region: OrderedRegion): void {
  const name = called(dice, region);
  const rank = 1 + dice.below(30);
  const score = Number((65 + dice.next() * 32).toFixed(2));
  const points = score.toFixed(2);
  const where = region.level === "CITY" ? dice.pick(["重点城市", "32个重点城市", "全国重点城市"]) : "全国";
  const place = ordinal(dice, rank);
  const both = ["score", region.level, region.name, rank, score, false] as const;
  const forms = [
    () =>
      page.addSentence(`结果表明,${name}的总体指数为${points},${dice.pick(verbs)}${where}${place}。`, both),
    () =>
      page.addSentence(
        `${name}以${points}${dice.pick(["分", ""])}的总体指数${dice.pick(verbs)}${where}${place}。`,
        both,
      ),
    () => page.addSentence(`${name}以${points}分${dice.pick(verbs)}${where}${place}。`, both),
    () => page.addSentence(`总体指数方面,${name}得分${points},${dice.pick(verbs)}${where}${place}。`, both),
    () =>
      page.addSentence(`${name}总体指数${dice.pick(verbs)}${where}${place}。`, [
        "score",
        region.level,
        region.name,
        rank,
        null,
        false,
      ]),
    () =>
      page.addSentence(`${name}政务服务能力总体指数达到${points}。`, [
        "score",
        region.level,
        region.name,
        null,
        score,
        false,
      ]),
    () =>
      page.addSentence(
        `${name}总体指数为${points},较上年提升2位,${dice.pick(verbs)}${where}${place}。`,
        both,
      ),
    () =>
      page.addSentence(
        `${name}总体指数${dice.pick(verbs)}${where}${place},仅次于${region.name === "上海" ? "江苏" : "上海"}。`,
        ["score", region.level, region.name, rank, null, false],
      ),
    () =>
      page.addSentence(`${name}总体指数${dice.pick(verbs)}${where}${place},连续多年稳居全国第一方阵。`, [
        "score",
        region.level,
        region.name,
        rank,
        null,
        false,
      ]),
  ];
  dice.pick(forms)();
}

/** Writes ranks of one region in dimensions, or the number of dimensions in which it is among the first ten. */
function inDimensions(page: Page, dice: Dice, region: OrderedRegion): void {
  const name = called(dice, region);
  const [first, second, third] = dice
    .sample([...dimensionKeys], 3)
    .map((key) => ({ key, name: dice.pick(dimensionNames[key]) }));
  const [firstRank, secondRank] = [1 + dice.below(9), 2 + dice.below(12)];
  const size = 3 + dice.below(8);
  const fact = (key: string, rank: number | null, atMost: number | null) =>
    ["rank", region.level, key, region.name, rank, atMost] as const;
  const top = dice.pick([`前${size}`, `前${hanzi(size)}`, `前${size}名`, `前${hanzi(size)}名`]);
  const forms = [
    () =>
      page.addSentence(
        `其中,${name}${first!.name}${dice.pick(["指数", ""])}排名${ordinal(dice, firstRank)}。`,
        fact(first!.key, firstRank, null),
      ),
    () =>
      page.addSentence(
        `${name}${first!.name}、${second!.name}指数排名${ordinal(dice, firstRank)},${third!.name}指数排名${ordinal(dice, secondRank)}。`,
        fact(first!.key, firstRank, null),
        fact(second!.key, firstRank, null),
        fact(third!.key, secondRank, null),
      ),
    () =>
      page.addSentence(
        `${name}的${first!.name}指数${dice.pick(["进入", "位列", "跻身"])}${dice.pick(["全国", ""])}${top}。`,
        fact(first!.key, null, size),
      ),
    () =>
      page.addSentence(
        `在${first!.name}和${second!.name}两个维度上,${name}分别列${ordinal2(firstRank)}和${ordinal2(secondRank)}。`,
        fact(first!.key, firstRank, null),
        fact(second!.key, secondRank, null),
      ),
    () =>
      page.addSentence(`${name}5项指标中有${1 + (firstRank % 4)}项进入全国前十。`, [
        "leadCount",
        region.level,
        region.name,
        1 + (firstRank % 4),
      ]),
    () =>
      page.addSentence(`${name}有${hanzi(1 + (firstRank % 4))}个维度进入全国前10名。`, [
        "leadCount",
        region.level,
        region.name,
        1 + (firstRank % 4),
      ]),
  ];
  dice.pick(forms)();
}

function ordinal2(rank: number): string {
  return `第${rank}`;
}

/** Writes two regions that share a rank, or that have different ranks. */
function tie(page: Page, dice: Dice, seen: ReadonlySet<string>): void {
  const level = dice.pick(levels);
  const [a, b] = dice.sample(
    namesOf(level).filter((name) => !seen.has(name)),
    2,
  ) as [string, string];
  const rank = 1 + dice.below(9);
  const score = Number((75 + dice.next() * 20).toFixed(2));
  const forms = [
    () =>
      page.addSentence(
        `${listed([a, b], "和")}总体指数并列${ordinal(dice, rank)}。`,
        ["score", level, a, rank, null, false],
        ["score", level, b, rank, null, false],
      ),
    () =>
      page.addSentence(
        `${a}、${b}均以${score.toFixed(2)}分并列${ordinal(dice, rank)}。`,
        ["score", level, a, rank, score, false],
        ["score", level, b, rank, score, false],
      ),
    () =>
      page.addSentence(
        `${a}、${b}总体指数分别列第${rank}和第${rank + 3}。`,
        ["score", level, a, rank, null, false],
        ["score", level, b, rank + 3, null, false],
      ),
  ];
  dice.pick(forms)();
}
