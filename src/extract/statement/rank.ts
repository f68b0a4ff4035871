import { tellChange } from "../change.js";
import type { Context } from "../context.js";
import { checkItem } from "../printedList.js";
import { isCompared, isDenied, isForeign, isWithinPart, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { isA, type ListItem, type Token } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const part = "<dims|index|level|scores|count|items|tie|order|lead|to|year|unordered|change|scored>";
const shapes = [
  shape(`(?:<level|index|dims>~~)*<ranks>(?:的是|的为|的有|是|为|:)~<list>`),
  shape(`<list>(?:等)?~~(?:${part}~~)*<ranks|top>`),
  shape(`(?:<index>~)?(?:<dims|scores>~~)(?:${part}~~)*<ranks|top>`),
  shape(`(?:${part}~~)*<ranks|top>(?:的是|的为|的有|为|是|:)~<list>`),
  shape("(?:<count>~)?(?:<level>~~)(?:<ranks|top>)"),
];
const scoreOnly = [
  shape("<list>~~(?:<index|level|year|scored|dims>~~)*<scores>"),
  shape("<index|scored>~<scores>"),
];
const otherPlace = /\p{Script=Han}{2}(?<![城全该本我各省地两])(?:市|州|县)(?![场民政级面委])/u;
const bare = shape("<ranks|top>");

/** One region's rank or score, or those of a few: in the overall index or in a dimension, with «top three» as a bound. */
export const rank: Kind = {
  name: "rank",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readRank(view, context, found);
    for (const one of scoreOnly) for (const found of view.find(one)) readRank(view, context, found);
    for (const found of view.find(bare)) readRank(view, context, found);
  },
};

function readRank(view: View, context: Context, found: Found): void {
  const ranks = found.one("ranks");
  const top = found.one("top");
  const scores = found.all("scores");
  if (isForeign(view, found.start) || scores.length > 1) return;
  const position = (ranks ?? top ?? scores[0])!;
  if (isWithinPart(view, found.start) || betweenIsPart(view, found)) {
    context.refuse(view, found, "the rank is one among some regions only");
    return;
  }
  const { text } = view.normal;
  if (found.all("year").some(({ start }) => /[从由自]$/.test(text.slice(0, start)))) {
    context.refuse(view, found, "it is the value that another grew from");
    return;
  }
  if (isDenied(view, position.start)) {
    context.refuse(view, found, "it is denied, wished for or excepted");
    return;
  }
  const items = regionsOf(view, context, found);
  if (items === undefined || items.length === 0) return;
  const measured = measureOf(view, context, found);
  if (measured === undefined) return;
  const { measure } = measured;
  const year = found.all("year").find((token) => !isCompared(view, token));
  const edition =
    (year === undefined ? undefined : differing(context.editionOf(year), context)) ??
    otherEdition(view, context, position.start);
  if (edition !== undefined) {
    context.other(view, found, edition, `${items.map(({ name }) => name).join(", ")}: ${position.text}`);
    return;
  }
  // «办事指南准确度方面,贵州第一»: the words that say what the rank is in.
  if (measured.token !== undefined) view.claim([measured.token]);
  for (const { value } of found.all("change")) tellChange(view, context, found, items[0]?.name, value);
  const inEach = pairs(view, context, found, items, measure);
  if (inEach) return;
  const values = [ranks?.value, scores[0]?.value].map((numbers) => spread(numbers, items.length));
  if (values.some((numbers) => numbers === undefined)) {
    context.refuse(view, found, `the numbers do not fit the ${items.length} names`);
    return;
  }
  const [places, points] = values as [readonly (number | null)[], readonly (number | null)[]];
  if (
    ranks !== undefined &&
    ranks.value.length === 1 &&
    items.length > 1 &&
    found.one("tie") === undefined &&
    !shares(view, found) &&
    !/均|都|同为|同列/.test(view.normal.text.slice(found.start, found.end))
  ) {
    context.refuse(view, found, `one rank for ${items.length} names, and nothing says that they share it`);
    return;
  }
  if (ranks !== undefined && ranks.value.length > 1 && found.one("tie") !== undefined) {
    context.refuse(view, found, "a shared rank («并列») and two ranks cannot both hold");
    return;
  }
  if (measure === "overall") {
    if (
      ranks === undefined &&
      top !== undefined &&
      scores.length === 0 &&
      items.every(({ score }) => score === null)
    ) {
      if (isImplied(context, view, items, top.value.size)) view.claim(found.tokens);
      else
        context.refuse(
          view,
          found,
          "the edition file has no place for a range of ranks in the overall index",
        );
      return;
    }
    for (const [index, item] of items.entries()) {
      checkItem(view, context, item, item.region?.level);
      const score = points[index] ?? item.score;
      const { name, level } = item.region!;
      context.fact(view, found, { kind: "score", level, region: name, rank: places[index]!, score });
    }
    return;
  }
  if (scores.length > 0) {
    context.refuse(view, found, "the edition file has no place for scores in a dimension");
    return;
  }
  const number = found.one("items");
  if (
    number !== undefined &&
    number.value !== measure.length &&
    number.start > (found.one("dims")?.start ?? number.start)
  ) {
    context.fault(
      view,
      number.start,
      "LIST_SIZE",
      `expected ${number.value} dimensions, found ${measure.length} in the list`,
    );
  }
  for (const [index, item] of items.entries()) {
    checkItem(view, context, item, item.region?.level);
    const { name, level } = item.region!;
    for (const dimension of measure) {
      const atMost = ranks === undefined ? top!.value.size : null;
      context.fact(view, found, {
        kind: "rank",
        level,
        dimension,
        region: name,
        rank: places[index]!,
        atMost,
      });
    }
  }
}

/** «列第10位,首次进入前十»: the range follows from the rank in the same sentence. */
function isImplied(context: Context, view: View, items: readonly ListItem[], size: number): boolean {
  const { locator } = view.sentence;
  const ranks = new Map(
    context.facts.flatMap(({ fact, locators }) =>
      fact.kind === "score" && locators.includes(locator) ? [[fact.region, fact.rank] as const] : [],
    ),
  );
  return items.every(({ region }) => (ranks.get(region?.name ?? "") ?? Number.POSITIVE_INFINITY) <= size);
}

/** «在A和B两个维度上分别列第5和第11»: one region, as many ranks as dimensions. */
function pairs(
  view: View,
  context: Context,
  found: Found,
  [only, another]: readonly ListItem[],
  measure: "overall" | readonly string[],
): boolean {
  const ranks = found.one("ranks")?.value;
  if (measure === "overall" || ranks === undefined || another !== undefined || only === undefined)
    return false;
  if (ranks.length < 2 || ranks.length !== measure.length || found.one("tie") !== undefined) return false;
  checkItem(view, context, only, only.region?.level);
  const { name, level } = only.region!;
  for (const [index, dimension] of measure.entries()) {
    context.fact(view, found, {
      kind: "rank",
      level,
      dimension,
      region: name,
      rank: ranks[index]!,
      atMost: null,
    });
  }
  return true;
}

const differing = (edition: number, context: Context) =>
  edition === context.edition.year ? undefined : edition;

function betweenIsPart(view: View, found: Found): boolean {
  return view.tokens.some(
    ({ type, start, end }) =>
      (type === "within" || type === "area") && start >= found.start && end <= found.end,
  );
}

/** «与…同列第一» */
function shares(view: View, found: Found): boolean {
  const list = found.one("list");
  return list !== undefined && /[与同和跟]$/.test(view.normal.text.slice(0, list.start));
}

/** One number for all, or one for each. */
function spread(
  numbers: readonly number[] | undefined,
  size: number,
): readonly (number | null)[] | undefined {
  if (numbers === undefined) return Array.from({ length: size }, () => null);
  if (numbers.length === 1) return Array.from({ length: size }, () => numbers[0]!);
  return numbers.length === size ? numbers : undefined;
}

/** The regions that a rank is said of: in the statement, or the one last named before it. */
function regionsOf(view: View, context: Context, found: Found): readonly ListItem[] | undefined {
  const own = found.one("list");
  const before = view.tokens.findLast(
    (token): token is Token<"list"> => isA(token, "list") && token.end <= found.start,
  );
  // «…,与广州、杭州并列第二»: the region spoken of shares the rank.
  const beside =
    own !== undefined && /[与同和跟]$/.test(view.normal.text.slice(0, own.start)) ? before : undefined;
  const items = [...(beside?.value.items ?? []), ...((own ?? before)?.value.items ?? [])];
  if (items.length > 0) {
    for (const item of items) if (item.region === undefined) checkItem(view, context, item, undefined);
    return items.every(({ region }) => region !== undefined) ? items : undefined;
  }
  // Another place that is none of the 64 may be meant: «荆州市…».
  if (otherPlace.test(view.normal.text.slice(0, found.end))) return undefined;
  const region = context.subject === undefined ? undefined : context.regions.get(context.subject);
  const nothing = { score: null, rank: null, tied: false };
  return (
    region && [{ name: region.name, region, suffix: "", start: found.start, end: found.start, ...nothing }]
  );
}

/** What a rank is in: the dimensions named with it or last named before it in the sentence, else the overall index. */
function measureOf(
  view: View,
  context: Context,
  found: Found,
): { readonly measure: "overall" | readonly string[]; readonly token?: Token } | undefined {
  const measures = view.tokens.filter(({ type }) => type === "dims" || type === "index");
  const inside = measures.filter(({ start, end }) => start >= found.start && end <= found.end);
  const named = inside.find(({ type }) => type === "dims") ?? inside[0];
  const before = measures.findLast(({ end }) => end <= found.start);
  const measure = named ?? before;
  if (measure === undefined) {
    const dimension =
      found.one("scores") === undefined
        ? (context.paragraphDimension ?? context.sectionDimension)
        : undefined;
    return { measure: dimension === undefined ? "overall" : [dimension] };
  }
  if (!isA(measure, "dims")) return { measure: "overall" };
  const keys = measure.value.map(({ key }) => (key === null ? context.mentioned : key));
  return keys.every((key) => typeof key === "string")
    ? { measure: keys as string[], token: measure }
    : undefined;
}
