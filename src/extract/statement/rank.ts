import type { Context } from "../context.js";
import { type Measure, measureOf } from "../measure.js";
import { checkItem } from "../printedList.js";
import { tellChange } from "../rankChange.js";
import { isCompared, isDenied, isForeign, isWithinPart, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { isBehind, isBeside, spokenOf } from "../subject.js";
import type { ListItem } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const part = "<dims|index|level|scores|count|items|tie|order|lead|to|year|unordered|change|scored>";
const shapes = [
  // 第一名是广东
  shape("(?:<level|index|dims>~~)*<ranks>(?:的是|的为|的有|是|为|:)~<list>"),
  // 湖北总体指数为88.04,列全国第七
  shape(`<list>(?:等)?~~(?:${part}~~)*<ranks|top>`),
  // …,事项覆盖度指数排名第二
  shape(`(?:<index>~)?(?:<dims|scores>~~)(?:${part}~~)*<ranks|top>`),
  // 排名第一的是广东
  shape(`(?:${part}~~)*<ranks|top>(?:的是|的为|的有|为|是|:)~<list>`),
  shape("(?:<count>~)?(?:<level>~~)(?:<ranks|top>)"),
  // 广东的得分为95.38
  shape("<list>~~(?:<index|level|year|scored|dims>~~)*<scores>"),
  shape("<index|scored>~<scores>"),
  shape("<ranks|top>"),
];

/** One region's rank or score, or those of a few: in the overall index or in a dimension, with «top three» as a bound. */
export const rank: Kind = {
  name: "rank",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readRank(view, context, found);
  },
};

function readRank(view: View, context: Context, found: Found): void {
  const list = found.one("list");
  // «仅次于上海,…第三»: the rank is not that of 上海.
  const passed = list !== undefined && isBehind(view, list);
  if (passed || isForeign(view, found.start) || found.all("scores").length > 1) return;
  const reason = whyNot(view, found);
  if (reason !== undefined) {
    context.refuse(view, found, reason);
    return;
  }
  const items = spokenOf(view, context, found);
  const measure = measureOf(view, context, found);
  if (items === undefined || measure === undefined) return;
  const edition = editionOf(view, context, found);
  if (edition !== undefined) {
    const names = items.map(({ name }) => name).join(", ");
    context.other(view, found, edition, `${names}: ${positionOf(found).text}`);
    return;
  }
  // «办事指南准确度方面,贵州第一»: the words that say what the rank is in.
  if (measure.token !== undefined) view.claim([measure.token]);
  for (const { value } of found.all("change")) tellChange(view, context, found, items[0]?.name, value);
  if (isEach(found, items, measure)) {
    for (const [index, dimension] of measure.dimensions.entries()) {
      giveRank(view, context, found, items[0]!, dimension, found.one("ranks")!.value[index]!);
    }
    return;
  }
  const misfit = misfitOf(view, found, items);
  if (misfit !== undefined) {
    context.refuse(view, found, misfit);
    return;
  }
  if (measure.overall) giveOverall(view, context, found, items);
  if (measure.dimensions.length > 0) giveDimensions(view, context, found, items, measure.dimensions);
}

/** The word that says the rank, the range or, alone, the score. */
function positionOf(found: Found) {
  return (found.one("ranks") ?? found.one("top") ?? found.one("scores"))!;
}

/** Why what looks like a rank is none of the whole country in this edition. */
function whyNot(view: View, found: Found): string | undefined {
  const { text } = view.normal;
  const among = view.tokens.some(
    ({ type, start, end }) =>
      (type === "within" || type === "area") && start >= found.start && end <= found.end,
  );
  if (among || isWithinPart(view, found.start)) return "the rank is one among some regions only";
  if (found.all("year").some(({ start }) => /[从由自]$/.test(text.slice(0, start)))) {
    return "it is the value that another grew from";
  }
  return isDenied(view, positionOf(found).start) ? "it is denied, wished for or excepted" : undefined;
}

/** The other edition that the statement speaks of, by a year in it or before it. */
function editionOf(view: View, context: Context, found: Found): number | undefined {
  const year = found.all("year").find((token) => !isCompared(view, token));
  const own = year === undefined ? undefined : context.editionOf(year);
  if (own !== undefined && own !== context.edition.year) return own;
  return otherEdition(view, context, positionOf(found).start);
}

/** «在A和B两个维度上分别列第5和第11»: one region, as many ranks as dimensions. */
function isEach(found: Found, items: readonly ListItem[], { overall, dimensions }: Measure): boolean {
  const size = found.one("ranks")?.value.length ?? 0;
  return (
    !overall && items.length === 1 && size > 1 && size === dimensions.length && found.one("tie") === undefined
  );
}

/** Why the numbers and the names do not fit each other. */
function misfitOf(view: View, found: Found, items: readonly ListItem[]): string | undefined {
  const [ranks, scores] = [found.one("ranks"), found.one("scores")];
  for (const numbers of [ranks, scores]) {
    if (numbers === undefined || numbers.value.length === 1 || numbers.value.length === items.length)
      continue;
    return `the numbers do not fit the ${items.length} names`;
  }
  if (ranks === undefined) return undefined;
  const list = found.one("list");
  const shared =
    found.one("tie") !== undefined ||
    (list !== undefined && isBeside(view, list)) ||
    /均|都|同为|同列/.test(view.normal.text.slice(found.start, found.end));
  if (ranks.value.length === 1 && items.length > 1 && !shared) {
    return `one rank for ${items.length} names, and nothing says that they share it`;
  }
  return ranks.value.length > 1 && found.one("tie") !== undefined
    ? "a shared rank («并列») and two ranks cannot both hold"
    : undefined;
}

/** One number for all, or one for each; nothing where none is said. */
function numberFor(numbers: readonly number[] | undefined, index: number): number | null {
  return numbers?.[numbers.length === 1 ? 0 : index] ?? null;
}

function giveOverall(view: View, context: Context, found: Found, items: readonly ListItem[]): void {
  const [ranks, scores, top] = [found.one("ranks")?.value, found.one("scores")?.value, found.one("top")];
  const scored = scores !== undefined || items.some(({ score }) => score !== null);
  if (ranks === undefined && top !== undefined && !scored) {
    if (isImplied(view, context, items, top.value.size)) view.claim(found.tokens);
    else
      context.refuse(view, found, "the edition file has no place for a range of ranks in the overall index");
    return;
  }
  for (const [index, item] of items.entries()) {
    checkItem(view, context, item, item.region?.level);
    const { name, level } = item.region!;
    const score = numberFor(scores, index) ?? item.score;
    context.fact(view, found, { kind: "score", level, region: name, rank: numberFor(ranks, index), score });
  }
}

/** «列第10位,首次进入前十»: the range follows from the rank in the same sentence. */
function isImplied(view: View, context: Context, items: readonly ListItem[], size: number): boolean {
  const ranks = new Map<string, number | null>();
  for (const { fact, locators } of context.facts) {
    if (fact.kind === "score" && locators.includes(view.sentence.locator)) ranks.set(fact.region, fact.rank);
  }
  return items.every(({ region }) => (ranks.get(region?.name ?? "") ?? Number.POSITIVE_INFINITY) <= size);
}

function giveDimensions(
  view: View,
  context: Context,
  found: Found,
  items: readonly ListItem[],
  dimensions: readonly string[],
): void {
  if (found.one("scores") !== undefined) {
    context.refuse(view, found, "the edition file has no place for scores in a dimension");
    return;
  }
  const [number, dims] = [found.one("items"), found.one("dims")];
  if (
    number !== undefined &&
    dims !== undefined &&
    number.start > dims.start &&
    number.value !== dimensions.length
  ) {
    const message = `expected ${number.value} dimensions, found ${dimensions.length} in the list`;
    context.fault(view, number.start, "LIST_SIZE", message);
  }
  const ranks = found.one("ranks")?.value;
  for (const [index, item] of items.entries()) {
    for (const dimension of dimensions)
      giveRank(view, context, found, item, dimension, numberFor(ranks, index));
  }
}

function giveRank(
  view: View,
  context: Context,
  found: Found,
  item: ListItem,
  dimension: string,
  place: number | null,
): void {
  checkItem(view, context, item, item.region?.level);
  const { name: region, level } = item.region!;
  const atMost = place === null ? found.one("top")!.value.size : null;
  context.fact(view, found, { kind: "rank", level, dimension, region, rank: place, atMost });
}
