import type { Context } from "../context.js";
import { levelOf, levelOfList } from "../level.js";
import { orderOf, readPrintedList } from "../printedList.js";
import { isNegated, isOfDimension, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import { isA, type Token } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const bound = "(?:[^<>{}。;,]{0,3}<bound>\\)?)?";
const share = "(?:~~(?:<level>~)?<share>)?";
/** A single tier. Two tiers together are another kind of statement. */
const single = "(?<!<tier>(?:、|和|与|及)?)<tier>(?!(?:、|和|与|及)?<tier>)";
const names =
  "(?:~~(?:分别是|分别为|分别有|包括|即|依次是|是|为|有|:)(?:<level>)?(?:<admin>)?[::]?(?:<admin>:?)?<list>)?";
const shapes = [
  // “非常高”的地区有8个,占比25%,分别是…
  shape(
    `(?:<level>~)?(?:<index>~)?(?:<bound>\\(?)?${single}\\)?${bound}~(?:<level>~)?(?:<index>~)?<count>(?:~<level>)?${share}${names}`,
  ),
  // 浙江、贵州和江苏3个省级政府的…指数为非常高(超过90),占比9.38%
  shape(
    `(?:<list>等?(?:<admin>)?)?<count>~(?:<level>~)?(?:<index>~)?(?:<bound>~~)?${single}${bound}${share}`,
  ),
  // 有8个地区(25%)的总体指数为“非常高”
  shape(`(?:<list>等?)?<count>~(?:<level>~)?\\(?~<share>\\)?~(?:<level>~)?(?:<index>~)?${single}${bound}`),
];
const enters = /(?:迈入|进入|跨入|跻身|步入|跃入|升入|晋升|新晋|新增)/;
const member = shape(
  "<list>等?~(?:<level>~)?(?:<index>~)?(?:<bound>~~)?(?:为|是|属于|属|处于|处在|达到|达|位于|进入|列入|跻身|评为|位列|归入|保持在|迈入)[^<>{}。;,]{0,4}<tier>(?:[^<>{}。;,]{0,3}<bound>\\)?)?",
);

/** «…,被评为“非常高”»: the tier of the region that the sentence is about. */
const memberBehind = shape("(?:评为|属于|处于|处在|位于|进入|达到|列入|迈入)[^<>{}。;,]{0,4}<tier>");

/** The number of regions in a tier, their names, and its bounds; count, tier or names can come first. */
export const tierCount: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) for (const match of view.find(pattern)) readCount(view, context, match);
    for (const match of view.find(member)) readMembers(view, context, match, match.first("list")!);
    for (const match of view.find(memberBehind)) {
      const list = view.tokens.findLast(
        (token): token is Token<"list"> => isA(token, "list") && token.end <= match.start,
      );
      if (list !== undefined) readMembers(view, context, match, list);
    }
  },
};

function readCount(view: SentenceView, context: Context, match: Match): void {
  if (isOtherAssessment(view, match.start) || isNegated(view, match.end)) return;
  if (isOfDimension(view, context, match)) {
    context.reject(view, match, "an edition file has no section for tiers in a dimension");
    return;
  }
  const tier = match.first("tier")!;
  const count = match.first("count")!;
  const list = match.first("list");
  // A region that enters a tier is in it. Other regions can be in it too.
  if (enters.test(view.normalized.text.slice(count.end, tier.start))) {
    if (list !== undefined) readMembers(view, context, match, list);
    else
      context.reject(view, match, "the sentence counts the regions that enter a tier, not the regions in it");
    return;
  }
  const level = list === undefined ? levelOf(view, context, match) : levelOfList(view, list, match);
  if (level === undefined) {
    context.reject(view, match, "the text does not state whether it counts provinces or cities");
    return;
  }
  const edition = otherEdition(view, context, match.start);
  if (edition !== undefined) {
    context.addOtherEdition(
      view,
      match,
      edition,
      `${count.value} regions of level ${level} in ${tier.value.key}${tier.value.andAbove ? " and above" : ""}`,
    );
    return;
  }
  checkShare(view, context, match.first("share"), count.value, level);
  context.addFact(view, match, countFact(tier.value, level, count.value, match.first("share")));
  readBound(view, context, match);
  if (list === undefined || tier.value.andAbove) return;
  const order = orderOf(view, context, match, list);
  const regions = readPrintedList(view, context, { list, level, sizes: [count], order });
  context.addFact(view, match, { kind: "tierMembers", level, tier: tier.value.key, ...regions });
}

function readMembers(view: SentenceView, context: Context, match: Match, list: Token<"list">): void {
  const tier = match.first("tier")!;
  if (isOtherAssessment(view, match.start) || isNegated(view, match.end) || tier.value.andAbove) return;
  const level =
    list.value.items.length === 1 ? list.value.items[0]!.region?.level : levelOfList(view, list, match);
  if (level === undefined) return;
  const edition = otherEdition(view, context, match.start);
  if (edition !== undefined) {
    context.addOtherEdition(view, match, edition, `${list.text} in ${tier.value.key}`);
    return;
  }
  const order = orderOf(view, context, match, list);
  const regions = readPrintedList(view, context, {
    list,
    level,
    sizes: match.all("count"),
    order: list.value.items.length === 1 ? null : order,
  });
  // A statement about one region is not a complete list.
  const complete = false;
  context.addFact(view, match, { kind: "tierMembers", level, tier: tier.value.key, ...regions, complete });
  readBound(view, context, match);
}

function readBound(view: SentenceView, context: Context, match: Match): void {
  const bound = match.first("bound");
  const tier = match.first("tier")!;
  if (bound === undefined || tier.value.andAbove) return;
  const { above, upTo } = bound.value;
  context.addFact(view, match, { kind: "tierBound", tier: tier.value.key, above, upTo, printed: bound.text });
}
