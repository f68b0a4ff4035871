import { anyOf } from "../../data/formatValue.js";
import type { Context } from "../context.js";
import { levelOfList } from "../level.js";
import { dimensionNames } from "../lexicon/dimension.js";
import { orderOf, printedList } from "../printedList.js";
import { ranksOf } from "../ranking.js";
import { isDenied, isForeign, isWithinPart, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import type { Token } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const cue = "<level|top|count|lead|admin|unordered|order|index|year>";
const behindList = "(?:等?<count>)?(?:[^<>{}。;]{0,8}<admin|unordered>)?";
const headFirst = [
  shape(`(?:${cue}~~)*<dims>~~(?:${cue}~~)*<list>${behindList}`),
  shape(`(?:${cue}~~)*<lead|top>~~(?:${cue}~~)*<list>${behindList}`),
];
/** «A、B等10个省级政府位居前列» where the paragraph has named the dimension. */
const nameless = shape("<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:<lead|top>)");
const lasting = /持续|始终|一直|长期|连续|多年|近年|稳居/;
/** «从事项覆盖度看,A、B等省份表现突出» */
const dimensionFirst = shape(
  "<dims>[^<>{}。;,]{0,4},?<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:<lead|top>)",
);
const listFirst = shape(
  `<list>(?:<admin>)?(?:等?<count>)?~(?:<level>~)?(?:<admin>~)?(?:在|的)?~<dims>~(?:<lead|top>~)+(?:\\(?<top>\\)?)?`,
);

/** The regions that lead in a dimension, as a list: ranked, in administrative order, or neither said. */
export const leaders: Kind = {
  name: "leaders",
  read(view, context) {
    for (const one of headFirst) {
      for (const found of view.find(one)) {
        const list = found.one("list")!;
        if (opensList(view, list, found)) readLeaders(view, context, found, list);
      }
    }
    const set = context.paragraphDimension ?? context.sectionDimension;
    for (const one of set === undefined
      ? [listFirst, dimensionFirst]
      : [listFirst, dimensionFirst, nameless]) {
      for (const found of view.find(one)) {
        const list = found.one("list")!;
        if (lasting.test(view.normal.text.slice(list.end, found.end))) continue;
        // One or two names with «top three» are ranks of each, not a list of who is there.
        if (list.value.items.length > 2 || list.value.open) readLeaders(view, context, found, list);
      }
    }
  },
};

/** Whether a list is what the words before it announce: «…为», «…有», «…:», perhaps with the order in between. */
function opensList(view: View, list: Token<"list">, found: Found): boolean {
  const before = found.tokens.filter(({ end }) => end <= list.start);
  const last = before.at(-1);
  const text = view.normal.text.slice(0, list.start).replace(/[:(]+$/, (end) => end);
  if (/(?:为|是|有|括|即|:)$/.test(text)) return true;
  if (last === undefined || !/^(?:admin|unordered|order)$/.test(last.type)) return false;
  return /(?:为|是|有|括|即)?$/.test(text) && list.start - last.end <= 2;
}

function readLeaders(view: View, context: Context, found: Found, list: Token<"list">): void {
  if (isForeign(view, found.start) || isDenied(view, list.start) || isWithinPart(view, found.start)) return;
  const dims = found.one("dims");
  const led = found.all("lead").length + found.all("top").length + found.all("order").length > 0;
  if (!led || (dims !== undefined && dims.value.length > 1)) return;
  const named = dims?.value[0];
  if (named !== undefined && named.key === undefined) {
    const message = `unknown dimension ${named.name}; known are those that end in ${anyOf(dimensionNames)}`;
    context.fault(view, dims!.start, "UNKNOWN_DIMENSION", message);
    view.claim(found.tokens);
    return;
  }
  // Without a dimension of its own the list is about that of the heading; with «总体指数» it is no list of a dimension.
  const key =
    named?.key ??
    (named === undefined ? undefined : context.mentioned) ??
    (found.one("index") === undefined ? (context.paragraphDimension ?? context.sectionDimension) : undefined);
  if (key === undefined) return;
  const edition = otherEdition(view, context, list.start);
  if (edition !== undefined) {
    context.other(view, found, edition, `leaders in ${key}: ${list.text}`);
    return;
  }
  const level = levelOfList(view, list, found);
  if (level === undefined) return;
  const announced = opensList(view, list, found);
  const order = orderOf(view, context, found, list, announced);
  const sizes = [...found.all("top"), ...found.all("count")];
  const regions = printedList(view, context, { list, level, sizes, order });
  context.fact(view, found, { kind: "leaders", level, dimension: key, ...regions });
  if (order !== "RANK") return;
  const ranks = ranksOf(list.value.items);
  for (const [index, region] of regions.regions.entries()) {
    context.fact(view, found, {
      kind: "rank",
      level,
      dimension: key,
      region,
      rank: ranks[index]!,
      atMost: null,
      byPlace: true,
    });
  }
}
