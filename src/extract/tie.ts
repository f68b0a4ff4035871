import type { Context } from "./context.js";
import type { FactOf, Located } from "./fact.js";
import { factKey } from "./factKey.js";

/**
 * Corrects the ranks of lists by rank with ties that are stated elsewhere («其中浙江、广东并列第一»). An explicitly stated
 * rank applies, the ranks after it are counted again, and no rank is skipped.
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
  let previous: { start: number; rank: number; position: number } | undefined;
  return facts.map((located) => {
    if (!isRanked(located) || located.fact.fromPosition !== true || located.fact.rank === null)
      return located;
    const position = located.fact.rank;
    const sameList = previous?.start === located.start ? previous : undefined;
    const counted = sameList === undefined ? position : sameList.rank + (position - sameList.position);
    const printed = printedRanks.get(factKey(located.fact));
    // Only a tie with the previous name changes a rank. Any other difference is reported as a contradiction.
    const rank = printed !== undefined && printed === sameList?.rank ? printed : counted;
    previous = { start: located.start, rank, position };
    return { ...located, fact: { ...located.fact, rank } };
  });
}
