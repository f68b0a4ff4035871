import { levelOf } from "../level.js";
import { isNegated, isOfDimension, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import type { StatementKind } from "./kind.js";

const and = "(?:、|和|与|及|)";
const shapes = [
  shape(
    `<tier>(?:${and}<tier>)+[^<>{}。;,、:]{0,12}(?:<level>~)?(?:分别|依次|各)?~<count>(?:${and}<count>)+(?:~<level>)?(?:~~<share>(?:${and}<share>)+)?`,
  ),
  shape(
    `<count>(?:${and}<count>)+~(?:<level>~)?(?:<index>~)?分别~<tier>(?:${and}<tier>)+(?:~~<share>(?:${and}<share>)+)?`,
  ),
];

/** «“非常高”“高”“中”的分别有16个、12个、4个»: one count per tier, in the same order. */
export const tierSeries: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        if (
          isOtherAssessment(view, match.start) ||
          isNegated(view, match.end) ||
          isOfDimension(view, context, match)
        )
          continue;
        const [tiers, counts, shares] = [match.all("tier"), match.all("count"), match.all("share")];
        const level = levelOf(view, context, match);
        const fits =
          counts.length === tiers.length && (shares.length === 0 || shares.length === tiers.length);
        if (!fits || level === undefined || otherEdition(view, context, match.start) !== undefined) {
          context.reject(
            view,
            match,
            `${tiers.length} tiers, ${counts.length} counts and ${shares.length} shares do not match`,
          );
          continue;
        }
        for (const [index, tier] of tiers.entries()) {
          const count = counts[index]!.value;
          checkShare(view, context, shares[index], count, level);
          const start = counts[index]!.start;
          context.addFact(
            view,
            { tokens: match.tokens, start },
            countFact(tier.value, level, count, shares[index]),
          );
        }
      }
    }
  },
};
