import type { Context } from "../context.js";
import { levelOf, levelOfList } from "../level.js";
import { orderOf, printedList } from "../printedList.js";
import { isDenied, isForeign, isOfDimension, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import { isA, type Token } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const bound = "(?:[^<>{}。;,]{0,3}<bound>\\)?)?";
const share = "(?:~~(?:<level>~)?<share>)?";
/** Two tiers side by side are counted together, which is another kind. */
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

/** «…,被评为“非常高”»: of the region that the sentence is about. */
const memberBehind = shape("(?:评为|属于|处于|处在|位于|进入|达到|列入|迈入)[^<>{}。;,]{0,4}<tier>");

/** How many regions are in a tier, which ones by name, and its bounds: count first, tier first, or names first. */
export const tierCount: Kind = {
  name: "tierCount",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readCount(view, context, found);
    for (const found of view.find(member)) readMembers(view, context, found, found.one("list")!);
    for (const found of view.find(memberBehind)) {
      const list = view.tokens.findLast(
        (token): token is Token<"list"> => isA(token, "list") && token.end <= found.start,
      );
      if (list !== undefined) readMembers(view, context, found, list);
    }
  },
};

function readCount(view: View, context: Context, found: Found): void {
  if (isForeign(view, found.start) || isDenied(view, found.end)) return;
  if (isOfDimension(view, context, found)) {
    context.refuse(view, found, "the edition file has no place for tiers in a dimension");
    return;
  }
  const tier = found.one("tier")!;
  const count = found.one("count")!;
  const list = found.one("list");
  // Who enters a tier is in it, perhaps beside others that were there before.
  if (enters.test(view.normal.text.slice(count.end, tier.start))) {
    if (list !== undefined) readMembers(view, context, found, list);
    else context.refuse(view, found, "who enters a tier is counted, not who is in it");
    return;
  }
  const level = list === undefined ? levelOf(view, context, found) : levelOfList(view, list, found);
  if (level === undefined) {
    context.refuse(view, found, "it is not said whether provinces or cities are counted");
    return;
  }
  const edition = otherEdition(view, context, found.start);
  if (edition !== undefined) {
    context.other(
      view,
      found,
      edition,
      `${count.value} regions of level ${level} in ${tier.value.key}${tier.value.andAbove ? " and above" : ""}`,
    );
    return;
  }
  checkShare(view, context, found.one("share"), count.value, level);
  context.fact(view, found, countFact(tier.value, level, count.value, found.one("share")));
  readBound(view, context, found);
  if (list === undefined || tier.value.andAbove) return;
  const order = orderOf(view, context, found, list);
  const regions = printedList(view, context, { list, level, sizes: [count], order });
  context.fact(view, found, { kind: "tierMembers", level, tier: tier.value.key, ...regions });
}

function readMembers(view: View, context: Context, found: Found, list: Token<"list">): void {
  const tier = found.one("tier")!;
  if (isForeign(view, found.start) || isDenied(view, found.end) || tier.value.andAbove) return;
  const level =
    list.value.items.length === 1 ? list.value.items[0]!.region?.level : levelOfList(view, list, found);
  if (level === undefined) return;
  const edition = otherEdition(view, context, found.start);
  if (edition !== undefined) {
    context.other(view, found, edition, `${list.text} in ${tier.value.key}`);
    return;
  }
  const order = orderOf(view, context, found, list);
  const regions = printedList(view, context, {
    list,
    level,
    sizes: found.all("count"),
    order: list.value.items.length === 1 ? null : order,
  });
  // One region said to be in a tier does not say who else is.
  const complete = false;
  context.fact(view, found, { kind: "tierMembers", level, tier: tier.value.key, ...regions, complete });
  readBound(view, context, found);
}

function readBound(view: View, context: Context, found: Found): void {
  const bound = found.one("bound");
  const tier = found.one("tier")!;
  if (bound === undefined || tier.value.andAbove) return;
  const { above, upTo } = bound.value;
  context.fact(view, found, { kind: "tierBound", tier: tier.value.key, above, upTo, printed: bound.text });
}
