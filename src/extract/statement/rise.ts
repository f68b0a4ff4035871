import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { orderOf, printedList } from "../printedList.js";
import { isDenied, isForeign, isOfDimension, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

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

/** Regions that rose from one tier to a higher one; a sentence can hold several such lists. */
export const rise: Kind = {
  name: "rise",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readRise(view, context, found);
  },
};

function readRise(view: View, context: Context, found: Found): void {
  const [from, to] = found.all("tier");
  const list = found.one("list")!;
  if (isForeign(view, found.start) || isDenied(view, found.end) || from === undefined || to === undefined)
    return;
  if (isOfDimension(view, context, found)) return;
  if (from.value.andAbove || to.value.andAbove || otherEdition(view, context, found.start) !== undefined)
    return;
  const level = levelOfList(view, list, found);
  if (level === undefined) return;
  const tiers = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];
  if (tiers.indexOf(to.value.key) <= tiers.indexOf(from.value.key)) {
    context.fault(
      view,
      to.start,
      "RISE_DIRECTION",
      `expected a tier above ${from.value.key}, found ${to.value.key}`,
    );
  }
  const order = orderOf(view, context, found, list);
  const regions = printedList(view, context, { list, level, sizes: found.all("count"), order });
  context.fact(view, found, { kind: "rises", level, from: from.value.key, to: to.value.key, ...regions });
}
