import type { Level } from "../data/scalar.js";
import type { Context } from "./context.js";
import type { FactOf } from "./fact.js";
import type { Token, Values } from "./token.js";
import type { SentenceView } from "./view.js";

/** In percent; 15 of 32 was printed as 46.87% as well. A little more, since decimals are not exact. */
const tolerance = 0.01 + 1e-9;

/** Checks a printed share against its count as a part of the level's regions. */
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
  const message = `expected ${exact.toFixed(2)}% (${count} of ${total}), found ${share.value.printed}`;
  context.addFault(view, share.start, "SHARE", message);
}

/** The count of a tier, or of a tier and all above it. */
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
