import { Random } from "../http/random.js";
import { type EditionEntry, type Level, levels, regionsOf } from "./data.js";
import { tierKeys } from "./tier.js";

/**
 * Generates several consecutive editions with everything that affects tiers: scores on and near the bounds, ranks without
 * scores, counts that add up and counts that do not, complete and open-ended lists, sources that disagree.
 * @param seed the same editions for the same number
 */
export function generateEditions(seed: number, years: readonly number[]): EditionEntry[] {
  const random = new Random(seed);
  const chance = (part: number) => random.next() < part;
  // For some seeds every edition prints the same bounds, for others not.
  const unsteady = chance(0.2);
  return years.map((year) => {
    const parts = levels.map((level) => partOf(level, random, chance));
    const sections = [...new Set(parts.flatMap((part) => Object.keys(part)))];
    // Each entry has its own source, so that the entries are different statements.
    let source = 0;
    const cited = (entries: readonly Record<string, unknown>[]): object[] =>
      entries.map((entry) => {
        const cite = `generated-${source++}`;
        const { tiers } = entry as { tiers?: object[] };
        return tiers ? { ...entry, tiers: tiers.map((tier) => ({ ...tier, cite })) } : { ...entry, cite };
      });
    const bound = (usual: number) => (unsteady && chance(0.3) ? usual - 1 : usual);
    const bounds = [
      ...(chance(0.4) ? [{ tier: "VERY_HIGH", above: bound(90), upTo: null, printed: "?" }] : []),
      ...(chance(0.4) ? [{ tier: "HIGH", above: bound(80), upTo: bound(90), printed: "?" }] : []),
      ...(chance(0.1) ? [{ tier: "MEDIUM", above: bound(60), upTo: bound(80), printed: "?" }] : []),
    ];
    return {
      year,
      title: [{ is: "?", cite: "generated" }],
      evaluatedYear: [{ is: year - 1, cite: "generated" }],
      tierBounds: cited(bounds),
      ...Object.fromEntries(
        sections.map((section) => [section, cited(parts.flatMap((part) => part[section] ?? []))]),
      ),
    };
  });
}

/** Generates the sections of one edition for a level, without citations. */
function partOf(
  level: Level,
  random: Random,
  chance: (part: number) => boolean,
): Record<string, Record<string, unknown>[]> {
  const names = regionsOf(level).map(({ name }) => name);
  const some = (share: number) => names.filter(() => chance(share));
  const lists = (share: number, entry: (regions: string[]) => Record<string, unknown>) =>
    Array.from({ length: random.below(4) }, () => some(share))
      .filter((regions) => regions.length > 0)
      .map((regions) => ({ level, order: null, printedCount: null, ...entry(regions) }));
  const complete = chance(0.5);
  return {
    scores: chance(0.6) ? scoresOf(level, names, random, chance) : [],
    tierMembers: lists(0.1, (regions) => ({ regions, tier: random.pick(tierKeys), complete: chance(0.3) })),
    rises: lists(0.1, (regions) => {
      const from = 1 + random.below(3);
      return {
        regions,
        from: tierKeys[from],
        to: tierKeys[random.below(from)],
        complete: complete || chance(0.5),
      };
    }),
    tierCounts: chance(0.7) ? countsOf(level, random, chance) : [],
    cumulativeCounts: tierKeys
      .filter(() => chance(0.2))
      .map((tier) => ({ level, tier, count: random.below(33), share: null })),
    firstAssessed: chance(0.03) ? [{ level }] : [],
  };
}

function scoresOf(
  level: Level,
  names: readonly string[],
  random: Random,
  chance: (part: number) => boolean,
): Record<string, unknown>[] {
  const points = [55, 60, 72.5, 79, 79.99, 80, 80.01, 85, 89, 89.99, 90, 90.01, 95];
  const whole = chance(0.4);
  const lines = names
    .filter(() => whole || chance(0.4))
    .map((region) => ({ region, score: random.pick(points) }))
    .sort((a, b) => b.score - a.score);
  const ladder = [...new Set(lines.map(({ score }) => score))];
  const ranked = lines.map(({ region, score }) => {
    // Sometimes a misprint, a rank without a score, or a score without a rank.
    const rank = chance(0.03) ? 1 + random.below(9) : ladder.indexOf(score) + 1;
    const left = random.next();
    return { region, rank: left < 0.1 ? null : rank, score: left > 0.8 ? null : score };
  });
  const again = names
    .filter(() => chance(0.05))
    .map((region) => ({
      region,
      rank: 1 + random.below(9),
      score: chance(0.5) ? random.pick(points) : null,
    }));
  return [ranked, again]
    .filter((regions) => regions.length > 0)
    .map((regions) => ({ level, complete: false, printedCount: null, regions }));
}

function countsOf(
  level: Level,
  random: Random,
  chance: (part: number) => boolean,
): Record<string, unknown>[] {
  // Four counts that add up to 32. The last is often 0.
  const cuts = [random.below(33), random.below(33), chance(0.7) ? 32 : random.below(33)].sort(
    (a, b) => a - b,
  );
  const counts = tierKeys.map((tier, place) => ({
    tier,
    count: (cuts[place] ?? 32) - (cuts[place - 1] ?? 0),
    share: null,
  }));
  const printed = chance(0.6) ? counts.filter(({ count }) => count > 0) : counts.filter(() => chance(0.5));
  const other = chance(0.15) ? [{ tier: random.pick(tierKeys), count: random.below(33), share: "50%" }] : [];
  return [printed, other]
    .filter((tiers) => tiers.length > 0)
    .map((tiers) => ({ level, complete: false, tiers }));
}
