import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { orderOf, printedList } from "../printedList.js";
import { ranksOf } from "../ranking.js";
import { isDenied, isForeign, isWithinPart, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const cue = "<level|top|count|lead|admin|unordered|order|index|year>";
const shapes = [
  // 总体指数排名前十的省级政府依次为:浙江、…
  shape(`(?:${cue}~~)+<list>(?:等?<count>)?(?:[^<>{}。;]{0,8}<admin>)?`),
  // 浙江、广东、上海依次位列前三
  shape(`<list>(?:等?<count>)?~(?:<level>~)?(?:<index>~)?(?:<order>~)?(?:分别|依次)~<top>`),
  shape(`<list>(?:等?<count>)?~(?:<level>~)?(?:<index>~)?<order>~<top>`),
];

/** A list of regions by rank in the overall index. Only the text's own words make it one; otherwise it is not read here. */
export const rankedList: Kind = {
  name: "rankedList",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readRanked(view, context, found);
  },
};

function readRanked(view: View, context: Context, found: Found): void {
  const list = found.one("list")!;
  const { items, open } = list.value;
  const top = found.one("top");
  if (isForeign(view, found.start) || isDenied(view, found.end) || isWithinPart(view, found.start)) return;
  if (found.one("order") === undefined && top?.value.ranked !== true) return;
  if (items.length < 2 && top?.value.size !== 1) return;
  const before = view.normal.text.slice(0, list.start);
  const announced = /(?:为|是|有|括|即|:)$/.test(before) || found.one("order") !== undefined;
  if (!announced && list.start > found.start) return;
  const edition = otherEdition(view, context, list.start);
  if (edition !== undefined) {
    context.other(view, found, edition, `ranked ${list.text}`);
    return;
  }
  const level = levelOfList(view, list, found);
  if (level === undefined) return;
  const order = orderOf(view, context, found, list);
  if (order !== "RANK") {
    context.refuse(
      view,
      found,
      "the list is in no order of rank, and the edition file has no section for such a list of the overall index",
    );
    return;
  }
  const sizes = [...found.all("top"), ...found.all("count")];
  const { regions } = printedList(view, context, {
    list,
    level,
    sizes: open ? found.all("count") : sizes,
    order,
  });
  const ranks = ranksOf(items);
  for (const [index, region] of regions.entries()) {
    context.fact(view, found, {
      kind: "score",
      level,
      region,
      rank: ranks[index]!,
      score: items[index]!.score,
      byPlace: true,
    });
  }
}
