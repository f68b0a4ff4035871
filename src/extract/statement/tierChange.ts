import type { Context } from "../context.js";
import { levelOf } from "../level.js";
import { isOfDimension, isOtherAssessment } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import { isA, type Token } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const fromTo = "[由从](?:~<year>)?~<count>~<to>(?:~<year>)?~<count>(?:~~<share>)?";
const shapes = [
  shape(`(?:<level>~)?<tier>~(?:<level>[^<>{}。;]{0,8})?${fromTo}`),
  shape(`(?:<level>~)(?:<index>~)?<tier>~${fromTo}`),
];

/** «“高”以上的省级政府由2016年的12个增加到22个»: a count, and a count of another edition, which is not in the draft. */
export const tierChange: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        if (!isOtherAssessment(view, match.start) && !isOfDimension(view, context, match))
          readChange(view, context, match);
      }
    }
  },
};

function readChange(view: SentenceView, context: Context, match: Match): void {
  const tier = match.first("tier")!;
  const level = levelOf(view, context, match);
  const [before, after] = match.all("count");
  if (level === undefined || before === undefined || after === undefined) return;
  const share = match.first("share");
  const year = yearOf(view, match, before);
  const edition = year === undefined ? null : context.editionOf(year);
  const tierName = `${level} ${tier.value.key}${tier.value.andAbove ? " and above" : ""}`;
  const now = match.all("year").find(({ start }) => start > before.end);
  if (now !== undefined && context.editionOf(now) !== context.edition.year) {
    context.addOtherEdition(view, match, edition, `${before.value} regions of level ${tierName}`);
    context.addOtherEdition(
      view,
      match,
      context.editionOf(now),
      `${after.value} regions of level ${tierName}`,
    );
    return;
  }
  checkShare(view, context, share, after.value, level);
  context.addOtherEdition(view, match, edition, `${before.value} regions of level ${tierName}`);
  context.addFact(view, match, countFact(tier.value, level, after.value, share));
}

/** Returns the year of the earlier count: the year directly before it, else the last year before it in the sentence. */
function yearOf(view: SentenceView, match: Match, count: Token): Token<"year"> | undefined {
  const years = view.tokens.filter(
    (token): token is Token<"year"> => isA(token, "year") && token.end <= count.start,
  );
  return years.findLast(({ start }) => start >= match.start) ?? years.at(-1);
}
