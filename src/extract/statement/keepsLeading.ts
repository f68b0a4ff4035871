import { levelOfList } from "../level.js";
import { orderOf, readPrintedList } from "../printedList.js";
import { isAmongSomeRegions, isNegated, isOtherAssessment } from "../scope.js";
import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const period =
  "(?:近年来|多年来|长期以来|近几年来?|连续[多\\d一二两三四五六七八九十]+年|近[\\d一二两三四五六七八九十]+年来?|历年来?)";
const lasting = "(?:持续|继续|始终|一直|长期|稳定|连续)";
const shapes = [
  shape(
    `(?<!<behind>于?)<list>等?(?:<count>)?(?:<level>|地区|[^<>{}。;,]){0,12}?(?:<admin>)?,?~(?:${period})?[^<>{}。;]{0,8}${lasting}[^<>{}。;]{0,8}<lead>`,
  ),
  shape(
    `(?<!<behind>于?)<list>等?(?:<count>)?(?:<level>|地区|[^<>{}。;,]){0,12}?(?:<admin>)?,?~${period}[^<>{}。;]{0,12}<lead>`,
  ),
];

/** «…等地区近年来持续保持领先»: consistent leaders. */
export const keepsLeading: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const list = match.first("list")!;
        const single = list.value.items.length === 1 && !list.value.open;
        if (
          single ||
          isOtherAssessment(view, match.start) ||
          isNegated(view, match.end) ||
          isAmongSomeRegions(view, match.start)
        )
          continue;
        const level = levelOfList(view, list, match);
        if (level === undefined) continue;
        const words = view.normalized.text.slice(list.end, match.end);
        const printed = words.match(new RegExp(period)) ?? words.match(new RegExp(lasting));
        const order = orderOf(view, context, match, list);
        const regions = readPrintedList(view, context, { list, level, sizes: match.all("count"), order });
        context.addFact(view, match, { kind: "keepsLeading", level, period: printed![0], ...regions });
      }
    }
  },
};
