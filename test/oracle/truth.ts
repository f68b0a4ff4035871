import type { Random } from "../http/random.js";
import { type Level, regionsOf } from "./data.js";
import { tierKeys } from "./tier.js";

/** The scores, ranks and tiers of all regions of a level in a made-up edition. */
export interface Truth {
  readonly names: readonly string[];
  /** By rank: ties share a rank, and no rank is skipped. */
  readonly lines: readonly { readonly region: string; readonly rank: number; readonly score: number }[];
  readonly tier: (region: string) => string;
  /** Returns the number of regions in some tiers. */
  readonly count: (tiers: readonly string[]) => number;
}

/** @param bounds the bound below each tier except the lowest, in points */
export function truthOf(level: Level, bounds: readonly number[], random: Random): Truth {
  const names = regionsOf(level).map(({ name }) => name);
  const near = bounds.flatMap((bound) => [bound - 0.01, bound, bound + 0.01, bound + random.below(9)]);
  const points = [...near, 55, 72.5, 85, 97].filter(() => random.next() < 0.6);
  const scores = names.map((region) => ({ region, score: random.pick(points.length > 0 ? points : near) }));
  const ladder = [...new Set(scores.map(({ score }) => score))].sort((a, b) => b - a);
  const lines = scores
    .map(({ region, score }) => ({ region, score, rank: ladder.indexOf(score) + 1 }))
    .sort((a, b) => a.rank - b.rank);
  // A score equal to a bound can be on either side of it, but all regions with this score are on the same side.
  const belongsAbove = bounds.map(() => random.next() < 0.5);
  const tierOf = (score: number) => {
    const tier = bounds.findIndex(
      (bound, under) => score > bound || (score === bound && belongsAbove[under]),
    );
    return tierKeys[tier === -1 ? bounds.length : tier] as string;
  };
  const tiers = new Map(scores.map(({ region, score }) => [region, tierOf(score)]));
  return {
    names,
    lines,
    tier: (region) => tiers.get(region) as string,
    count: (wanted) => names.filter((name) => wanted.includes(tiers.get(name) as string)).length,
  };
}
