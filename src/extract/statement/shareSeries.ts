import { shape } from "../shape.js";
import { checkShare } from "../share.js";
import type { StatementKind } from "./kind.js";

const series = shape("(?:<order>~)?<share>(?:(?:、|和|与|及)<share>)+");

/** «…,占比依次为56.25%、37.50%、6.25%»: the shares of the tiers that the sentence counts, in the same order. */
export const shareSeries: StatementKind = {
  read(view, context) {
    for (const match of view.find(series)) {
      const shares = match.all("share");
      const counted = context.facts.flatMap(({ fact, locators }, index) =>
        fact.kind === "tierCount" && fact.share === null && locators.includes(view.sentence.locator)
          ? [{ fact, index }]
          : [],
      );
      if (counted.length !== shares.length) continue;
      for (const [shareIndex, { fact, index }] of counted.entries()) {
        checkShare(view, context, shares[shareIndex], fact.count, fact.level);
        context.facts[index] = {
          ...context.facts[index]!,
          fact: { ...fact, share: shares[shareIndex]!.value.printed },
        };
      }
      view.claim(match.tokens);
    }
  },
};
