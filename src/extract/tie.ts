import type { Context } from "./context.js";
import type { FactOf, Located } from "./fact.js";
import { identity } from "./factKey.js";

/**
 * In a list by rank that names ties elsewhere («其中浙江、广东并列第一») the places are counted anew: what is told of a rank
 * holds, and none is skipped.
 */
export function resolveTies({ facts }: Context): readonly Located[] {
  type Ranked = Located<FactOf<"score"> | FactOf<"rank">>;
  const isRanked = (one: Located): one is Ranked => one.fact.kind === "score" || one.fact.kind === "rank";
  const told = new Map<string, number>();
  for (const one of facts) {
    if (isRanked(one) && one.fact.byPlace !== true && one.fact.rank !== null)
      told.set(identity(one.fact), one.fact.rank);
  }
  let before: { start: number; rank: number; place: number } | undefined;
  return facts.map((one) => {
    if (!isRanked(one) || one.fact.byPlace !== true || one.fact.rank === null) return one;
    const place = one.fact.rank;
    const sameList = before?.start === one.start ? before : undefined;
    const step = sameList === undefined ? place : sameList.rank + (place - sameList.place);
    const known = told.get(identity(one.fact));
    // Only a tie with the name before moves a rank; anything else would be a contradiction, and is told as one.
    const rank = known !== undefined && known === sameList?.rank ? known : step;
    before = { start: one.start, rank, place };
    return { ...one, fact: { ...one.fact, rank } };
  });
}
