import type { Context } from "./context.js";
import { type Fact, type FactOf, factsOf, type Located } from "./fact.js";

type Kind<K extends Fact["kind"]> = Located<FactOf<K>>;

/** Checks that the statements of a text agree: sums, sizes of tiers, regions in two tiers. */
export function checkConsistency(facts: readonly Located[], context: Context): void {
  const counts = factsOf(facts, "tierCount");
  for (const level of ["PROVINCE", "CITY"] as const)
    checkSum(
      counts.filter(({ fact }) => fact.level === level),
      context,
    );
  checkTierSizes(facts, context);
  checkRises(factsOf(facts, "rises"), factsOf(facts, "tierMembers"), context);
}

/**
 * Returns true if the counts of a level cover all its tiers: either every tier from the highest down to 中 has a count, or
 * all regions are counted.
 */
export function isComplete(counts: readonly FactOf<"tierCount">[], size: number): boolean {
  const keys = counts.map(({ tier }) => tier);
  const sum = counts.reduce((all, { count }) => all + count, 0);
  return sum === size || ["VERY_HIGH", "HIGH", "MEDIUM"].every((key) => keys.includes(key));
}

function checkSum(counts: readonly Kind<"tierCount">[], context: Context): void {
  const last = counts.at(-1);
  if (last === undefined) return;
  const { level } = last.fact;
  const size = context.regions.size(level);
  if (
    !isComplete(
      counts.map(({ fact }) => fact),
      size,
    )
  ) {
    const sum = counts.reduce((all, { fact }) => all + fact.count, 0);
    if (sum <= size) return;
  }
  const sum = counts.reduce((all, { fact }) => all + fact.count, 0);
  if (sum === size) return;
  const terms = counts.map(({ fact }) => fact.count).join(" + ");
  context.faults.push({
    start: last.start,
    code: "COUNT_SUM",
    message: `expected counts that add up to ${size}, the number of regions of level ${level}, got ${terms} = ${sum}`,
  });
}

function checkTierSizes(facts: readonly Located[], context: Context): void {
  for (const { fact, start } of factsOf(facts, "tierCount")) {
    const members = factsOf(facts, "tierMembers").filter(
      (list) => list.fact.level === fact.level && list.fact.tier === fact.tier,
    );
    const risen = factsOf(facts, "rises").filter(
      (list) => list.fact.level === fact.level && list.fact.to === fact.tier,
    );
    const named = new Set([...members, ...risen].flatMap((list) => list.fact.regions));
    if (named.size > fact.count) {
      const message = `expected at least ${named.size}, the number of regions of level ${fact.level} that are named in ${fact.tier} or rose to it, got ${fact.count}`;
      context.faults.push({ start, code: "TIER_COUNT", message });
    }
    for (const { fact: list, start: listStart } of members) {
      // A list with another size than its own printed count is reported elsewhere.
      if (!list.complete || list.printedCount === fact.count || list.regions.length >= fact.count) continue;
      const message = `expected ${fact.count} regions, the count of ${fact.tier}, in a complete list, got ${list.regions.length}`;
      context.faults.push({ start: listStart, code: "TIER_COUNT", message });
    }
  }
}

function checkRises(
  rises: readonly Kind<"rises">[],
  members: readonly Kind<"tierMembers">[],
  context: Context,
): void {
  const risen = new Map<string, string>();
  for (const { fact, start } of rises) {
    for (const region of fact.regions) {
      if (risen.has(region)) {
        context.faults.push({
          start,
          code: "ROSE_TWICE",
          message: `${region} is already in another list of rises`,
        });
      }
      risen.set(region, fact.to);
    }
  }
  const placed = new Map<string, string>(risen);
  for (const { fact, start } of members) {
    for (const region of fact.regions) {
      const tier = placed.get(region);
      if (tier !== undefined && tier !== fact.tier) {
        const message = `expected ${region} in one tier, got ${fact.tier} here and ${tier} before`;
        context.faults.push({ start, code: "TIER_CONTRADICTION", message });
      }
      placed.set(region, fact.tier);
    }
  }
}
