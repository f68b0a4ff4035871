import { shape } from "../shape.js";
import { checkShare } from "../share.js";
import type { Kind } from "./kind.js";

const series = shape("(?:<order>~)?<share>(?:(?:、|和|与|及)<share>)+");

/** «…,占比依次为56.25%、37.50%、6.25%»: the shares of the tiers that the sentence has counted, in their order. */
export const shareSeries: Kind = {
  name: "shareSeries",
  read(view, context) {
    for (const found of view.find(series)) {
      const shares = found.all("share");
      const counted = context.facts.flatMap(({ fact, locators }, index) =>
        fact.kind === "tierCount" && fact.share === null && locators.includes(view.sentence.locator)
          ? [{ fact, index }]
          : [],
      );
      if (counted.length !== shares.length) continue;
      for (const [at, { fact, index }] of counted.entries()) {
        checkShare(view, context, shares[at], fact.count, fact.level);
        context.facts[index] = {
          ...context.facts[index]!,
          fact: { ...fact, share: shares[at]!.value.printed },
        };
      }
      view.claim(found.tokens);
    }
  },
};
