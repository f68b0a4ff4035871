import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { orderOf, readPrintedList } from "../printedList.js";
import { isNegated, isOfDimension, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const move = "[由从]~<tier>~(?:<to>|到|至|进入|迈入|跨入|跃入|步入|迈向|跻身)~<tier>";
const counted = "(?:(?:等|共)?<count>)?";
const shapes = [
  // A、B等2个地区由“高”组别升至“非常高”组别
  shape(
    `<list>(?:<admin>)?${counted}[^<>{}。;]{0,8}(?:<level>)?(?:<admin>)?(?:<level|index>|[^<>{}。;,]){0,12}?${move}`,
  ),
  // 由“高”组别升至“非常高”组别的有A、B等2个地区
  shape(
    `(?:<count>~(?:<level>~)?)?${move}[^<>{}。;]{0,6}(?:<level>~)?(?:有|为|是|包括|:)(?:<count>)?[^<>{}。;]{0,6}(?:<admin>)?[,:]?(?:分别是|分别为)?<list>(?:等?<count>)?(?:<admin>)?`,
  ),
];

/** Regions that rose from one tier to a higher tier; a sentence can contain several such lists. */
export const rise: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) for (const match of view.find(pattern)) readRise(view, context, match);
  },
};

function readRise(view: SentenceView, context: Context, match: Match): void {
  const [from, to] = match.all("tier");
  const list = match.first("list")!;
  if (
    isOtherAssessment(view, match.start) ||
    isNegated(view, match.end) ||
    from === undefined ||
    to === undefined
  )
    return;
  if (isOfDimension(view, context, match)) return;
  if (from.value.andAbove || to.value.andAbove || otherEdition(view, context, match.start) !== undefined)
    return;
  const level = levelOfList(view, list, match);
  if (level === undefined) return;
  const tiers = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];
  if (tiers.indexOf(to.value.key) <= tiers.indexOf(from.value.key)) {
    context.addFault(
      view,
      to.start,
      "RISE_DIRECTION",
      `expected a tier above ${from.value.key}, got ${to.value.key}`,
    );
  }
  const order = orderOf(view, context, match, list);
  const regions = readPrintedList(view, context, { list, level, sizes: match.all("count"), order });
  context.addFact(view, match, { kind: "rises", level, from: from.value.key, to: to.value.key, ...regions });
}
