import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { orderOf, readPrintedList } from "../printedList.js";
import { ranksOf } from "../ranking.js";
import { isAmongSomeRegions, isNegated, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const cue = "<level|top|count|lead|admin|unordered|order|index|year>";
const shapes = [
  // 总体指数排名前十的省级政府依次为:浙江、…
  shape(`(?:${cue}~~)+<list>(?:等?<count>)?(?:[^<>{}。;]{0,8}<admin>)?`),
  // 浙江、广东、上海依次位列前三
  shape(`<list>(?:等?<count>)?~(?:<level>~)?(?:<index>~)?(?:<order>~)?(?:分别|依次)~<top>`),
  shape(`<list>(?:等?<count>)?~(?:<level>~)?(?:<index>~)?<order>~<top>`),
];

/** A list of regions by rank in the overall index, if the text states that it is by rank. */
export const rankedList: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) for (const match of view.find(pattern)) readRanked(view, context, match);
  },
};

function readRanked(view: SentenceView, context: Context, match: Match): void {
  const list = match.first("list")!;
  const { items, open } = list.value;
  const top = match.first("top");
  if (
    isOtherAssessment(view, match.start) ||
    isNegated(view, match.end) ||
    isAmongSomeRegions(view, match.start)
  )
    return;
  if (match.first("order") === undefined && top?.value.ranked !== true) return;
  if (items.length < 2 && top?.value.size !== 1) return;
  const before = view.normalized.text.slice(0, list.start);
  const announced = /(?:为|是|有|括|即|:)$/.test(before) || match.first("order") !== undefined;
  if (!announced && list.start > match.start) return;
  const edition = otherEdition(view, context, list.start);
  if (edition !== undefined) {
    context.addOtherEdition(view, match, edition, `ranked ${list.text}`);
    return;
  }
  const level = levelOfList(view, list, match);
  if (level === undefined) return;
  const order = orderOf(view, context, match, list);
  if (order !== "RANK") {
    context.reject(
      view,
      match,
      "the list is not by rank, and an edition file has no section for such a list of the overall index",
    );
    return;
  }
  const sizes = [...match.all("top"), ...match.all("count")];
  const { regions } = readPrintedList(view, context, {
    list,
    level,
    sizes: open ? match.all("count") : sizes,
    order,
  });
  const ranks = ranksOf(items);
  for (const [index, region] of regions.entries()) {
    context.addFact(view, match, {
      kind: "score",
      level,
      region,
      rank: ranks[index]!,
      score: items[index]!.score,
      fromPosition: true,
    });
  }
}
