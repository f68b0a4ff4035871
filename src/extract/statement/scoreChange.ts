import { isForeign, isOfDimension } from "../scope.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import type { Kind } from "./kind.js";

const grown = shape("(?:<list>~)?(?:<index>~)?[由从](?:<year>~)?<scores>~<to>~<scores>");

/** «从2019年的78.5提高到82.83»: a score, and one of another edition, which is told and not written. */
export const scoreChange: Kind = {
  name: "scoreChange",
  read(view, context) {
    for (const found of view.find(grown)) {
      const region = subjectOf(view, context, found);
      const [before, after] = found.all("scores");
      if (region === undefined || isForeign(view, found.start)) continue;
      if (isOfDimension(view, context, found) || before!.value.length > 1 || after!.value.length > 1) {
        context.refuse(view, found, "the edition file has no place for scores in a dimension");
        continue;
      }
      const year = found.one("year");
      const edition = year === undefined ? null : context.editionOf(year);
      context.other(view, found, edition, `${region.name}: score ${before!.value[0]}`);
      const { level, name } = region;
      context.fact(view, found, { kind: "score", level, region: name, rank: null, score: after!.value[0]! });
    }
  },
};
