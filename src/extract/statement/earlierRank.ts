import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const part = "<level|count|index|dims|lead|tie>";
const shapes = [
  shape(`(?:<list>~)?继(?:~<year>)(?:(?:、|和|至)<year>)*~(?:${part}~)*<ranks|top>~(?:后|之后)`),
  shape(`(?:<list>~)?(?:由|从)~(?:<year>~)?(?:${part}~)*<ranks|top>~(?:<to>|到|至|跃居|升)`),
];

/** «继2019、2020年连续两年位列第一后»: ranks of earlier editions, which are reported as facts of other editions. */
export const earlierRank: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const years = match.all("year");
        const edition =
          years.length === 1 && years[0]!.value.year === null ? context.editionOf(years[0]!) : null;
        const words = view.normalized.text.slice(match.start, match.end);
        context.addOtherEdition(view, match, edition, `«${words}»`);
      }
    }
  },
};
