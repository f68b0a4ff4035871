import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const shapes = [
  shape("(?:比|较|相比|相较于?)<year>(?:的?<count>)?~(?:增加|减少|增长|多|少|增|减)了?<count>"),
];

/** «较上年增加3个» in a sentence with a count of a tier: the earlier count is computed from it, so it is not a fact. */
export const countComparison: StatementKind = {
  read(view, context) {
    const counted = context.facts.some(
      ({ fact, locators }) =>
        (fact.kind === "tierCount" || fact.kind === "cumulativeCount") &&
        locators.includes(view.sentence.locator),
    );
    if (!counted) return;
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const words = view.normalized.text.slice(match.start, match.end);
        context.addOtherEdition(
          view,
          match,
          context.editionOf(match.first("year")!),
          `the earlier count, computed from the printed change: «${words}»`,
        );
      }
    }
  },
};
