import type { Context } from "./context.js";
import type { FactOf, Located } from "./fact.js";
import { factKey } from "./factKey.js";

/**
 * In a list by rank that names ties elsewhere («其中浙江、广东并列第一») the places are counted anew: what is told of a rank
 * holds, and none is skipped.
 */
export function resolveTies({ facts }: Context): readonly Located[] {
  type Ranked = Located<FactOf<"score"> | FactOf<"rank">>;
  const isRanked = (located: Located): located is Ranked =>
    located.fact.kind === "score" || located.fact.kind === "rank";
  const printedRanks = new Map<string, number>();
  for (const located of facts) {
    if (isRanked(located) && located.fact.fromPosition !== true && located.fact.rank !== null)
      printedRanks.set(factKey(located.fact), located.fact.rank);
  }
  let previous: { start: number; rank: number; place: number } | undefined;
  return facts.map((located) => {
    if (!isRanked(located) || located.fact.fromPosition !== true || located.fact.rank === null)
      return located;
    const place = located.fact.rank;
    const sameList = previous?.start === located.start ? previous : undefined;
    const step = sameList === undefined ? place : sameList.rank + (place - sameList.place);
    const printed = printedRanks.get(factKey(located.fact));
    // Only a tie with the name before moves a rank; anything else would be a contradiction, and is told as one.
    const rank = printed !== undefined && printed === sameList?.rank ? printed : step;
    previous = { start: located.start, rank, place };
    return { ...located, fact: { ...located.fact, rank } };
  });
}
