import type { Level } from "../../data/scalar.js";
import type { Context } from "../context.js";
import { levelOf } from "../level.js";
import { isForeign, isOfDimension, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare } from "../share.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const shapes = [shape("(?:<level>~)?(?:<index>~)?<mean>~(?:为|是|达|:|)~<scores>")];
const above = [
  shape("<count>~(?:<level>~)?(?:<index>~)?(?:高于|超过|超出|超|大于|在)~<mean>(?:以上|之上)?(?:~~<share>)?"),
  shape(
    "(?:高于|超过|超出|超|大于|在)~<mean>(?:以上|之上)?~(?:<level>~)?(?:有|共|为|共有|是)~<count>(?:~<level>)?(?:~~<share>)?",
  ),
];
const change = shape(
  "(?:比|较|与|同|相较)?~<year>(?:相比)?~~(?:高于|超过|超出)~<mean>~(?:<level>~)?(?:增加|减少|多|少|增|减)了?~<count>",
);
const changeBehind = shape("(?:比|较|相比|相较于?)~<year>~(?:增加|减少|多|少|增|减)了?<count>");

/** «平均值77.70», «17个…高于平均水平,占比53.13%,比上年增加2个»: the mean and how many lie above it. */
export const mean: Kind = {
  name: "mean",
  read(view, context) {
    for (const one of shapes) {
      for (const found of view.find(one)) {
        if (isOfDimension(view, context, found)) {
          context.refuse(view, found, "the edition file has no place for the mean of a dimension");
          continue;
        }
        const level = levelOf(view, context, found);
        const [score, other] = found.one("scores")!.value;
        if (level === undefined || other !== undefined || isForeign(view, found.start)) continue;
        const edition = otherEdition(view, context, found.start);
        if (edition !== undefined) context.other(view, found, edition, `mean of level ${level}: ${score}`);
        else context.fact(view, found, { kind: "mean", level, mean: score! });
      }
    }
    for (const one of above) {
      for (const found of view.find(one)) {
        const level = levelOf(view, context, found);
        if (level === undefined || isForeign(view, found.start) || isOfDimension(view, context, found))
          continue;
        const count = found.one("count")!;
        const share = found.one("share");
        const edition = otherEdition(view, context, found.start);
        if (edition !== undefined) {
          context.other(view, found, edition, `${count.value} regions of level ${level} above the mean`);
          continue;
        }
        checkShare(view, context, share, count.value, level);
        view.claim(found.tokens);
        const more = changeIn(view, context, level, count.value);
        context.fact(view, found, {
          kind: "aboveMean",
          level,
          count: count.value,
          share: share?.value.printed ?? null,
          change: more,
        });
      }
    }
    const level = levelOf(view, context, { start: view.normal.text.length, end: view.normal.text.length });
    if (level === undefined || !/平均/.test(view.normal.text)) return;
    for (const found of view.find(change)) {
      const more = read(view, context, level, found);
      if (more !== undefined)
        context.fact(view, found, { kind: "aboveMean", level, count: null, share: null, change: more });
    }
  },
};

/** How many more than in the edition before lie above the mean, where the sentence says it beside the count. */
function changeIn(view: View, context: Context, level: Level, count: number): number | null {
  for (const form of [change, changeBehind]) {
    for (const found of view.find(form)) {
      const more = read(view, context, level, found, count);
      view.claim(found.tokens);
      if (more !== undefined) return more;
    }
  }
  return null;
}

/** The change since the edition before; one since an earlier edition is told and not written. */
function read(view: View, context: Context, level: Level, found: Found, count?: number): number | undefined {
  const year = found.one("year")!;
  const number = found.one("count")!;
  const said = view.normal.text.slice(year.end, number.start);
  const by = (/(?:减|少)/.test(said) ? -1 : 1) * number.value;
  const earlier = context.editionOf(year);
  if (earlier === context.edition.year - 1) return by;
  const now = count === undefined ? "" : `, ${count - by} then`;
  context.other(
    view,
    found,
    earlier,
    `regions of level ${level} above the mean: ${by} fewer than in this edition${now}`,
  );
  return undefined;
}
