import type { Level } from "../../data/scalar.js";
import type { Context } from "../context.js";
import { levelOf } from "../level.js";
import { isOfDimension, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare } from "../share.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

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

/** «平均值77.70», «17个…高于平均水平,占比53.13%,比上年增加2个»: the mean, and the number of regions above it. */
export const mean: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        if (isOfDimension(view, context, match)) {
          context.reject(view, match, "an edition file has no section for the mean of a dimension");
          continue;
        }
        const level = levelOf(view, context, match);
        const [score, other] = match.first("scores")!.value;
        if (level === undefined || other !== undefined || isOtherAssessment(view, match.start)) continue;
        const edition = otherEdition(view, context, match.start);
        if (edition !== undefined)
          context.addOtherEdition(view, match, edition, `mean of level ${level}: ${score}`);
        else context.addFact(view, match, { kind: "mean", level, mean: score! });
      }
    }
    for (const pattern of above) {
      for (const match of view.find(pattern)) {
        const level = levelOf(view, context, match);
        if (
          level === undefined ||
          isOtherAssessment(view, match.start) ||
          isOfDimension(view, context, match)
        )
          continue;
        const count = match.first("count")!;
        const share = match.first("share");
        const edition = otherEdition(view, context, match.start);
        if (edition !== undefined) {
          context.addOtherEdition(
            view,
            match,
            edition,
            `${count.value} regions of level ${level} above the mean`,
          );
          continue;
        }
        checkShare(view, context, share, count.value, level);
        view.claim(match.tokens);
        const more = changeIn(view, context, level, count.value);
        context.addFact(view, match, {
          kind: "aboveMean",
          level,
          count: count.value,
          share: share?.value.printed ?? null,
          change: more,
        });
      }
    }
    const level = levelOf(view, context, {
      start: view.normalized.text.length,
      end: view.normalized.text.length,
    });
    if (level === undefined || !/平均/.test(view.normalized.text)) return;
    for (const match of view.find(change)) {
      const more = readChange(view, context, level, match);
      if (more !== undefined)
        context.addFact(view, match, { kind: "aboveMean", level, count: null, share: null, change: more });
    }
  },
};

/** Returns the change in the number above the mean since the previous edition, if the sentence states it. */
function changeIn(view: SentenceView, context: Context, level: Level, count: number): number | null {
  for (const pattern of [change, changeBehind]) {
    for (const match of view.find(pattern)) {
      const more = readChange(view, context, level, match, count);
      view.claim(match.tokens);
      if (more !== undefined) return more;
    }
  }
  return null;
}

/** Returns the change since the previous edition. A change since an earlier edition is reported as another edition's fact. */
function readChange(
  view: SentenceView,
  context: Context,
  level: Level,
  match: Match,
  count?: number,
): number | undefined {
  const year = match.first("year")!;
  const number = match.first("count")!;
  const words = view.normalized.text.slice(year.end, number.start);
  const by = (/(?:减|少)/.test(words) ? -1 : 1) * number.value;
  const earlier = context.editionOf(year);
  if (earlier === context.edition.year - 1) return by;
  const difference = `${Math.abs(by)} ${by < 0 ? "more" : "fewer"}`;
  const earlierCount = count === undefined ? "" : `, so ${count - by}`;
  context.addOtherEdition(
    view,
    match,
    earlier,
    `regions of level ${level} above the mean: ${difference} than in this edition${earlierCount}`,
  );
  return undefined;
}
