import { joinWithOr } from "../../data/formatValue.js";
import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { dimensionNames } from "../lexicon/dimension.js";
import { orderOf, readPrintedList } from "../printedList.js";
import { ranksOf } from "../ranking.js";
import { isAmongSomeRegions, isNegated, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Token } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const cue = "<level|top|count|lead|admin|unordered|order|index|year>";
const behindList = "(?:等?<count>)?(?:[^<>{}。;]{0,8}<admin|unordered>)?";
const headFirst = [
  shape(`(?:${cue}~~)*<dims>~~(?:${cue}~~)*<list>${behindList}`),
  shape(`(?:${cue}~~)*<lead|top>~~(?:${cue}~~)*<list>${behindList}`),
];
/** «A、B等10个省级政府位居前列» in a paragraph that names the dimension before. */
const nameless = shape("<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:<lead|top>)");
const lasting = /持续|始终|一直|长期|连续|多年|近年|稳居/;
/** «从事项覆盖度看,A、B等省份表现突出» */
const dimensionFirst = shape(
  "<dims>[^<>{}。;,]{0,4},?<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:<lead|top>)",
);
const listFirst = shape(
  `<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:在|的)?~<dims>~(?:<lead|top>~)+(?:\\(?<top>\\)?)?`,
);

/** A list of the leading regions of a dimension: ranked, in administrative order, or without a stated order. */
export const leaders: StatementKind = {
  read(view, context) {
    for (const pattern of headFirst) {
      for (const match of view.find(pattern)) {
        const list = match.first("list")!;
        if (opensList(view, list, match)) readLeaders(view, context, match, list);
      }
    }
    const inherited = context.paragraphDimension ?? context.sectionDimension;
    for (const pattern of inherited === undefined
      ? [listFirst, dimensionFirst]
      : [listFirst, dimensionFirst, nameless]) {
      for (const match of view.find(pattern)) {
        const list = match.first("list")!;
        if (lasting.test(view.normalized.text.slice(list.end, match.end))) continue;
        // One or two names with «top three» are single ranks and not a complete list.
        if (list.value.items.length > 2 || list.value.open) readLeaders(view, context, match, list);
      }
    }
  },
};

/** Returns true if the words before a list announce it: «…为», «…有», «…:», with an optional order in between. */
function opensList(view: SentenceView, list: Token<"list">, match: Match): boolean {
  const before = match.tokens.filter(({ end }) => end <= list.start);
  const last = before.at(-1);
  const text = view.normalized.text.slice(0, list.start).replace(/[:(]+$/, (end) => end);
  if (/(?:为|是|有|括|即|:)$/.test(text)) return true;
  if (last === undefined || !/^(?:admin|unordered|order)$/.test(last.type)) return false;
  return /(?:为|是|有|括|即)?$/.test(text) && list.start - last.end <= 2;
}

function readLeaders(view: SentenceView, context: Context, match: Match, list: Token<"list">): void {
  if (
    isOtherAssessment(view, match.start) ||
    isNegated(view, list.start) ||
    isAmongSomeRegions(view, match.start)
  )
    return;
  const dims = match.first("dims");
  const led = match.all("lead").length + match.all("top").length + match.all("order").length > 0;
  if (!led || (dims !== undefined && dims.value.length > 1)) return;
  const named = dims?.value[0];
  if (named !== undefined && named.key === undefined) {
    const message = `unknown dimension ${named.name}. Known dimensions end in ${joinWithOr(dimensionNames)}.`;
    context.addFault(view, dims!.start, "UNKNOWN_DIMENSION", message);
    view.claim(match.tokens);
    return;
  }
  // A list without a dimension is about the dimension of the paragraph or heading, unless it names «总体指数».
  const key =
    named?.key ??
    (named === undefined ? undefined : context.lastDimension) ??
    (match.first("index") === undefined
      ? (context.paragraphDimension ?? context.sectionDimension)
      : undefined);
  if (key === undefined) return;
  const edition = otherEdition(view, context, list.start);
  if (edition !== undefined) {
    context.addOtherEdition(view, match, edition, `leaders in ${key}: ${list.text}`);
    return;
  }
  const level = levelOfList(view, list, match);
  if (level === undefined) return;
  const announced = opensList(view, list, match);
  const order = orderOf(view, context, match, list, announced);
  const sizes = [...match.all("top"), ...match.all("count")];
  const regions = readPrintedList(view, context, { list, level, sizes, order });
  context.addFact(view, match, { kind: "leaders", level, dimension: key, ...regions });
  if (order !== "RANK") return;
  const ranks = ranksOf(list.value.items);
  for (const [index, region] of regions.regions.entries()) {
    context.addFact(view, match, {
      kind: "rank",
      level,
      dimension: key,
      region,
      rank: ranks[index]!,
      atMost: null,
      fromPosition: true,
    });
  }
}
