import { isOfDimension, isOtherAssessment } from "../scope.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import type { StatementKind } from "./kind.js";

const grown = shape("(?:<list>~)?(?:<index>~)?[由从](?:<year>~)?<scores>~<to>~<scores>");

/** «从2019年的78.5提高到82.83»: a score, and a score of another edition, which is not in the draft. */
export const scoreChange: StatementKind = {
  read(view, context) {
    for (const match of view.find(grown)) {
      const region = subjectOf(view, context, match);
      const [before, after] = match.all("scores");
      if (region === undefined || isOtherAssessment(view, match.start)) continue;
      if (isOfDimension(view, context, match) || before!.value.length > 1 || after!.value.length > 1) {
        context.reject(view, match, "an edition file has no section for scores in a dimension");
        continue;
      }
      const year = match.first("year");
      const edition = year === undefined ? null : context.editionOf(year);
      context.addOtherEdition(view, match, edition, `${region.name}: score ${before!.value[0]}`);
      const { level, name } = region;
      context.addFact(view, match, {
        kind: "score",
        level,
        region: name,
        rank: null,
        score: after!.value[0]!,
      });
    }
  },
};
