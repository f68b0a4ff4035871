import { levelOf } from "../level.js";
import { isDenied, isForeign, isOfDimension, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { checkShare, countFact } from "../share.js";
import type { Kind } from "./kind.js";

const and = "(?:、|和|与|及|)";
const shapes = [
  shape(
    `<tier>(?:${and}<tier>)+[^<>{}。;,、:]{0,12}(?:<level>~)?(?:分别|依次|各)?~<count>(?:${and}<count>)+(?:~<level>)?(?:~~<share>(?:${and}<share>)+)?`,
  ),
  shape(
    `<count>(?:${and}<count>)+~(?:<level>~)?(?:<index>~)?分别~<tier>(?:${and}<tier>)+(?:~~<share>(?:${and}<share>)+)?`,
  ),
];

/** «“非常高”“高”“中”的分别有16个、12个、4个»: as many counts as tiers, in their order. */
export const tierSeries: Kind = {
  name: "tierSeries",
  read(view, context) {
    for (const one of shapes) {
      for (const found of view.find(one)) {
        if (isForeign(view, found.start) || isDenied(view, found.end) || isOfDimension(view, context, found))
          continue;
        const [tiers, counts, shares] = [found.all("tier"), found.all("count"), found.all("share")];
        const level = levelOf(view, context, found);
        const fits =
          counts.length === tiers.length && (shares.length === 0 || shares.length === tiers.length);
        if (!fits || level === undefined || otherEdition(view, context, found.start) !== undefined) {
          context.refuse(
            view,
            found,
            `${tiers.length} tiers, ${counts.length} counts and ${shares.length} shares do not fit`,
          );
          continue;
        }
        for (const [index, tier] of tiers.entries()) {
          const count = counts[index]!.value;
          checkShare(view, context, shares[index], count, level);
          const start = counts[index]!.start;
          context.fact(
            view,
            { tokens: found.tokens, start },
            countFact(tier.value, level, count, shares[index]),
          );
        }
      }
    }
  },
};
