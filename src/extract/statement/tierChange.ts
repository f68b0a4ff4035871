import type { Context } from "../context.js";
import { levelOf } from "../level.js";
import { isForeign, isOfDimension } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import { isA, type Token } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const fromTo = "[由从](?:~<year>)?~<count>~<to>(?:~<year>)?~<count>(?:~~<share>)?";
const shapes = [
  shape(`(?:<level>~)?<tier>~(?:<level>[^<>{}。;]{0,8})?${fromTo}`),
  shape(`(?:<level>~)(?:<index>~)?<tier>~${fromTo}`),
];

/** «“高”以上的省级政府由2016年的12个增加到22个»: a count of this edition and one of another, which is told and not written. */
export const tierChange: Kind = {
  name: "tierChange",
  read(view, context) {
    for (const one of shapes) {
      for (const found of view.find(one)) {
        if (!isForeign(view, found.start) && !isOfDimension(view, context, found))
          readChange(view, context, found);
      }
    }
  },
};

function readChange(view: View, context: Context, found: Found): void {
  const tier = found.one("tier")!;
  const level = levelOf(view, context, found);
  const [before, after] = found.all("count");
  if (level === undefined || before === undefined || after === undefined) return;
  const share = found.one("share");
  const year = yearOf(view, found, before);
  const edition = year === undefined ? null : context.editionOf(year);
  const what = `${level} ${tier.value.key}${tier.value.andAbove ? " and above" : ""}`;
  const now = found.all("year").find(({ start }) => start > before.end);
  if (now !== undefined && context.editionOf(now) !== context.edition.year) {
    context.other(view, found, edition, `${before.value} regions of level ${what}`);
    context.other(view, found, context.editionOf(now), `${after.value} regions of level ${what}`);
    return;
  }
  checkShare(view, context, share, after.value, level);
  context.other(view, found, edition, `${before.value} regions of level ${what}`);
  context.fact(view, found, countFact(tier.value, level, after.value, share));
}

/** The year of the count that it grew from: before the count, or the last one in the sentence before. */
function yearOf(view: View, found: Found, count: Token): Token<"year"> | undefined {
  const years = view.tokens.filter(
    (token): token is Token<"year"> => isA(token, "year") && token.end <= count.start,
  );
  return years.findLast(({ start }) => start >= found.start) ?? years.at(-1);
}
