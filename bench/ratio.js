/**
 * Figures of several rounds: what lies in the middle, and from where to where they go.
 * @typedef {{ median: number, least: number, most: number }} Spread
 */

/** @param {readonly number[]} values @param {number} share from 0 to 1 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(half)] ?? Number.NaN;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}

/**
 * @param {readonly number[]} values
 * @returns {Spread}
 */
export function spreadOf(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Ratios round by round, since what slows one round slows all systems in it.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 */
export function ratiosOf(ours, theirs) {
  return ours.map((value, round) => value / /** @type {number} */ (theirs[round]));
}

/** @param {readonly number[]} values */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * What may be claimed of a ratio of which more is better: nothing when its rounds lie on both sides of 1, or when
 * there were too few.
 * @param {Spread} spread
 * @param {number} rounds
 * @returns {"ahead" | "behind" | "no claim"}
 */
export function claimOf({ least, most }, rounds) {
  if (rounds < 5) return "no claim";
  return least > 1 ? "ahead" : most < 1 ? "behind" : "no claim";
}
