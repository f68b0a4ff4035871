import type { Level } from "../data/scalar.js";
import type { Context } from "./context.js";
import type { FactOf } from "./fact.js";
import type { Token, Values } from "./token.js";
import type { SentenceView } from "./view.js";

/** In percentage points. A source prints 15 of 32 as 46.87%. The small addition covers floating-point errors. */
const tolerance = 0.01 + 1e-9;

/** Checks that a printed share equals its count divided by the number of regions of the level. */
export function checkShare(
  view: SentenceView,
  context: Context,
  share: Token<"share"> | undefined,
  count: number,
  level: Level,
): void {
  if (share === undefined) return;
  const total = context.regions.size(level);
  const exact = (100 * count) / total;
  if (Math.abs(share.value.value - exact) <= tolerance) return;
  const message = `expected ${exact.toFixed(2)}% (${count} of ${total}), got ${share.value.printed}`;
  context.addFault(view, share.start, "SHARE", message);
}

/** Returns the fact for a count of a tier, or of a tier and all higher tiers. */
export function countFact(
  { key: tier, andAbove }: Values["tier"],
  level: Level,
  count: number,
  share: Token<"share"> | undefined,
): FactOf<"tierCount" | "cumulativeCount"> {
  return {
    kind: andAbove ? "cumulativeCount" : "tierCount",
    level,
    tier,
    count,
    share: share?.value.printed ?? null,
  } as FactOf<"tierCount" | "cumulativeCount">;
}
