import type { TierSet } from "./tierPlacing.js";

/** Why only some tiers are possible for a region, with the facts that suffice for it. */
export interface Reason {
  readonly because: readonly string[];
  /** The tiers that the facts leave. */
  readonly allowed: TierSet;
  readonly facts: readonly string[];
}

/** The kinds of reasons that name a tier. */
export const naming: ReadonlySet<string> = new Set(["STATED", "RISE", "NEXT_RISE"]);

/** Returns the tiers that all reasons allow. */
export function intersection(all: TierSet, reasons: readonly Reason[]): TierSet {
  return reasons.reduce((set, { allowed }) => set & allowed, all);
}

/** Returns the tiers that facts name; all tiers if none is named. */
export function namedTiers(all: TierSet, reasons: readonly Reason[]): TierSet {
  const named = reasons.filter(({ because }) => naming.has(because[0] as string));
  return named.length === 0 ? all : named.reduce((set, { allowed }) => set | allowed, 0);
}

/** Returns all reasons as one. */
export function combine(reasons: readonly Reason[], all = -1): Reason {
  return {
    because: unique(reasons.flatMap(({ because }) => because)),
    allowed: intersection(all, reasons),
    facts: unique(reasons.flatMap(({ facts }) => facts)),
  };
}

export const isSingle = (set: TierSet) => set !== 0 && (set & (set - 1)) === 0;
export const unique = (words: readonly string[]): string[] => [...new Set(words)];
