import type { Context } from "../context.js";
import { type Measure, measureOf } from "../measure.js";
import { checkRegionName } from "../printedList.js";
import { addRankChange } from "../rankChange.js";
import { isAmongSomeRegions, isCompared, isNegated, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { regionsOfRank } from "../subject.js";
import { isComparison, isJustAhead } from "../subjectList.js";
import type { ListItem } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

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

/** Ranks and scores of one or a few regions, in the overall index or in a dimension; «top three» is a bound. */
export const rank: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) for (const match of view.find(pattern)) readRank(view, context, match);
  },
};

function readRank(view: SentenceView, context: Context, match: Match): void {
  const list = match.first("list");
  // «仅次于上海,…第三»: the rank is not the rank of 上海.
  const passed = list !== undefined && isJustAhead(view, list);
  if (passed || isOtherAssessment(view, match.start) || match.all("scores").length > 1) return;
  const reason = rejectionReason(view, match);
  if (reason !== undefined) {
    context.reject(view, match, reason);
    return;
  }
  const items = regionsOfRank(view, context, match);
  const measure = measureOf(view, context, match);
  if (items === undefined || measure === undefined) return;
  const edition = editionOf(view, context, match);
  if (edition !== undefined) {
    const names = items.map(({ name }) => name).join(", ");
    context.addOtherEdition(view, match, edition, `${names}: ${positionOf(match).text}`);
    return;
  }
  // «办事指南准确度方面,贵州第一»: the dimension is outside the statement.
  if (measure.token !== undefined) view.claim([measure.token]);
  for (const { value } of match.all("change")) addRankChange(view, context, match, items[0]?.name, value);
  if (isEach(match, items, measure)) {
    for (const [index, dimension] of measure.dimensions.entries()) {
      addRank(view, context, match, items[0]!, dimension, match.first("ranks")!.value[index]!);
    }
    return;
  }
  const mismatch = mismatchOf(view, match, items);
  if (mismatch !== undefined) {
    context.reject(view, match, mismatch);
    return;
  }
  if (measure.overall) addOverall(view, context, match, items);
  if (measure.dimensions.length > 0) addDimensions(view, context, match, items, measure.dimensions);
}

/** Returns the word with the rank, the range, or a score without a rank. */
function positionOf(match: Match) {
  return (match.first("ranks") ?? match.first("top") ?? match.first("scores"))!;
}

/** Returns why a match is not a rank among all regions in this edition; undefined if it is one. */
function rejectionReason(view: SentenceView, match: Match): string | undefined {
  const { text } = view.normalized;
  const among = view.tokens.some(
    ({ type, start, end }) =>
      (type === "within" || type === "area") && start >= match.start && end <= match.end,
  );
  if (among || isAmongSomeRegions(view, match.start)) return "the rank is among some regions only";
  if (match.all("year").some(({ start }) => /[从由自]$/.test(text.slice(0, start)))) {
    return "it is an earlier value, from which a value changed";
  }
  return isNegated(view, positionOf(match).start) ? "it is negated, a goal or an exception" : undefined;
}

/** Returns the other edition that the statement refers to, from a year in it or before it. */
function editionOf(view: SentenceView, context: Context, match: Match): number | undefined {
  const year = match.all("year").find((token) => !isCompared(view, token));
  const ownEdition = year === undefined ? undefined : context.editionOf(year);
  if (ownEdition !== undefined && ownEdition !== context.edition.year) return ownEdition;
  return otherEdition(view, context, positionOf(match).start);
}

/** Returns true for one region with one rank per dimension: «在A和B两个维度上分别列第5和第11». */
function isEach(match: Match, items: readonly ListItem[], { overall, dimensions }: Measure): boolean {
  const size = match.first("ranks")?.value.length ?? 0;
  return (
    !overall &&
    items.length === 1 &&
    size > 1 &&
    size === dimensions.length &&
    match.first("tie") === undefined
  );
}

/** Returns why the numbers do not match the names; undefined if they match. */
function mismatchOf(view: SentenceView, match: Match, items: readonly ListItem[]): string | undefined {
  const [ranks, scores] = [match.first("ranks"), match.first("scores")];
  for (const numbers of [ranks, scores]) {
    if (numbers === undefined || numbers.value.length === 1 || numbers.value.length === items.length)
      continue;
    return `the numbers do not match the ${items.length} names`;
  }
  if (ranks === undefined) return undefined;
  const list = match.first("list");
  const shared =
    match.first("tie") !== undefined ||
    (list !== undefined && isComparison(view, list)) ||
    /均|都|同为|同列/.test(view.normalized.text.slice(match.start, match.end));
  if (ranks.value.length === 1 && items.length > 1 && !shared) {
    return `there is one rank for ${items.length} names, but no word for a shared rank`;
  }
  return ranks.value.length > 1 && match.first("tie") !== undefined
    ? "a shared rank («并列») contradicts two ranks"
    : undefined;
}

/** Returns the number of an item: the same for all, or one each; null if there is no number. */
function numberFor(numbers: readonly number[] | undefined, index: number): number | null {
  return numbers?.[numbers.length === 1 ? 0 : index] ?? null;
}

function addOverall(view: SentenceView, context: Context, match: Match, items: readonly ListItem[]): void {
  const [ranks, scores, top] = [
    match.first("ranks")?.value,
    match.first("scores")?.value,
    match.first("top"),
  ];
  const scored = scores !== undefined || items.some(({ score }) => score !== null);
  if (ranks === undefined && top !== undefined && !scored) {
    if (isImplied(view, context, items, top.value.size)) view.claim(match.tokens);
    else
      context.reject(view, match, "an edition file has no section for a range of ranks in the overall index");
    return;
  }
  for (const [index, item] of items.entries()) {
    checkRegionName(view, context, item, item.region?.level);
    const { name, level } = item.region!;
    const score = numberFor(scores, index) ?? item.score;
    context.addFact(view, match, {
      kind: "score",
      level,
      region: name,
      rank: numberFor(ranks, index),
      score,
    });
  }
}

/** Returns true if a range follows from a rank in the same sentence: «列第10位,首次进入前十». */
function isImplied(view: SentenceView, context: Context, items: readonly ListItem[], size: number): boolean {
  const ranks = new Map<string, number | null>();
  for (const { fact, locators } of context.facts) {
    if (fact.kind === "score" && locators.includes(view.sentence.locator)) ranks.set(fact.region, fact.rank);
  }
  return items.every(({ region }) => (ranks.get(region?.name ?? "") ?? Number.POSITIVE_INFINITY) <= size);
}

function addDimensions(
  view: SentenceView,
  context: Context,
  match: Match,
  items: readonly ListItem[],
  dimensions: readonly string[],
): void {
  if (match.first("scores") !== undefined) {
    context.reject(view, match, "an edition file has no section for scores in a dimension");
    return;
  }
  const [number, dims] = [match.first("items"), match.first("dims")];
  if (
    number !== undefined &&
    dims !== undefined &&
    number.start > dims.start &&
    number.value !== dimensions.length
  ) {
    const message = `expected ${number.value} dimensions, got ${dimensions.length} in the list`;
    context.addFault(view, number.start, "LIST_SIZE", message);
  }
  const ranks = match.first("ranks")?.value;
  for (const [index, item] of items.entries()) {
    for (const dimension of dimensions)
      addRank(view, context, match, item, dimension, numberFor(ranks, index));
  }
}

function addRank(
  view: SentenceView,
  context: Context,
  match: Match,
  item: ListItem,
  dimension: string,
  rankValue: number | null,
): void {
  checkRegionName(view, context, item, item.region?.level);
  const { name: region, level } = item.region!;
  const atMost = rankValue === null ? match.first("top")!.value.size : null;
  context.addFact(view, match, { kind: "rank", level, dimension, region, rank: rankValue, atMost });
}
