import { shape } from "../shape.js";
import type { Kind } from "./kind.js";

const shapes = [
  shape("(?:比|较|相比|相较于?)<year>(?:的?<count>)?~(?:增加|减少|增长|多|少|增|减)了?<count>"),
];

/** «较上年增加3个» beside a count of tiers: what was counted before follows from it, and is no fact of its own. */
export const besideCount: Kind = {
  name: "besideCount",
  read(view, context) {
    const counted = context.facts.some(
      ({ fact, locators }) =>
        (fact.kind === "tierCount" || fact.kind === "cumulativeCount") &&
        locators.includes(view.sentence.locator),
    );
    if (!counted) return;
    for (const one of shapes) {
      for (const found of view.find(one)) {
        const said = view.normal.text.slice(found.start, found.end);
        context.other(
          view,
          found,
          context.editionOf(found.one("year")!),
          `the count before, by the change told: «${said}»`,
        );
      }
    }
  },
};
