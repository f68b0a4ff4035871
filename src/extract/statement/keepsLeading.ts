import { levelOfList } from "../level.js";
import { orderOf, printedList } from "../printedList.js";
import { isDenied, isForeign, isWithinPart } from "../scope.js";
import { shape } from "../shape.js";
import type { Kind } from "./kind.js";

const period =
  "(?:近年来|多年来|长期以来|近几年来?|连续[多\\d一二两三四五六七八九十]+年|近[\\d一二两三四五六七八九十]+年来?|历年来?)";
const kept = "(?:持续|继续|始终|一直|长期|稳定|连续)";
const shapes = [
  shape(
    `(?<!<behind>于?)<list>等?(?:<count>)?(?:<level>|地区|[^<>{}。;,]){0,12}?(?:<admin>)?,?~(?:${period})?[^<>{}。;]{0,8}${kept}[^<>{}。;]{0,8}<lead>`,
  ),
  shape(
    `(?<!<behind>于?)<list>等?(?:<count>)?(?:<level>|地区|[^<>{}。;,]){0,12}?(?:<admin>)?,?~${period}[^<>{}。;]{0,12}<lead>`,
  ),
];

/** «…等地区近年来持续保持领先»: regions named as leading lastingly. */
export const keepsLeading: Kind = {
  name: "keepsLeading",
  read(view, context) {
    for (const one of shapes) {
      for (const found of view.find(one)) {
        const list = found.one("list")!;
        const single = list.value.items.length === 1 && !list.value.open;
        if (
          single ||
          isForeign(view, found.start) ||
          isDenied(view, found.end) ||
          isWithinPart(view, found.start)
        )
          continue;
        const level = levelOfList(view, list, found);
        if (level === undefined) continue;
        const said = view.normal.text.slice(list.end, found.end);
        const printed = said.match(new RegExp(period)) ?? said.match(new RegExp(kept));
        const order = orderOf(view, context, found, list);
        const regions = printedList(view, context, { list, level, sizes: found.all("count"), order });
        context.fact(view, found, { kind: "keepsLeading", level, period: printed![0], ...regions });
      }
    }
  },
};
