import type { Context, Remark } from "./context.js";
import type { Fact, Located } from "./fact.js";
import { identity, values } from "./factKey.js";
import { resolveTies } from "./tie.js";

/** What contradicts a fact that is kept, by the locator of the sentence that says it. */
export type Conflict = Remark & { readonly locator: string };

/**
 * Makes one fact of what the text says several times, with all its places. Two things that cannot both hold are faults of
 * the text; what a sentence says against a table is told as a conflict, and the table is kept.
 */
export function merge(context: Context): { facts: readonly Located[]; conflicts: readonly Conflict[] } {
  const merged = new Map<string, Located>();
  for (const located of resolveTies(context)) {
    const key = identity(located.fact);
    const earlier = merged.get(key);
    if (earlier === undefined) merged.set(key, located);
    else {
      const both = joined(earlier.fact, located.fact);
      if (both === undefined) contradict(context, earlier, located);
      else
        merged.set(key, {
          ...earlier,
          fact: both,
          locators: [...new Set([...earlier.locators, ...located.locators])],
        });
    }
  }
  return withoutRest([...merged.values()]);
}

/** Both facts in one, or undefined if they contradict each other. */
function joined(one: Fact, other: Fact): Fact | undefined {
  if (one.kind === "dimension" && other.kind === "dimension") {
    const [fuller, shorter] = one.viewpoint === null ? [other, one] : [one, other];
    return shorter.viewpoint === null || shorter.viewpoint === fuller.viewpoint ? fuller : undefined;
  }
  if (one.kind === "tierBound" && other.kind === "tierBound") {
    // The same bounds in other words are no contradiction.
    return one.above === other.above && one.upTo === other.upTo ? one : undefined;
  }
  if (one.kind === "leaders" && other.kind === "leaders") {
    // The first three are among the first ten.
    const [more, fewer] = one.regions.length >= other.regions.length ? [one, other] : [other, one];
    const differs =
      more.regions.length === fewer.regions.length && JSON.stringify(more) !== JSON.stringify(fewer);
    return !differs && fewer.regions.every((name) => more.regions.includes(name)) ? more : undefined;
  }
  if (one.kind === "tierMembers" && other.kind === "tierMembers") {
    if (one.complete && other.regions.every((name) => one.regions.includes(name))) return one;
    if (other.complete && one.regions.every((name) => other.regions.includes(name))) return other;
    const regions = [...new Set([...one.regions, ...other.regions])];
    return one.complete || other.complete ? undefined : { ...one, order: null, printedCount: null, regions };
  }
  if (one.kind === "rank" && other.kind === "rank") {
    if (one.rank !== null && other.rank !== null) return one.rank === other.rank ? one : undefined;
    const rank = one.rank ?? other.rank;
    const atMost = Math.min(one.atMost ?? Number.POSITIVE_INFINITY, other.atMost ?? Number.POSITIVE_INFINITY);
    if (rank === null) return { ...one, atMost };
    return rank <= atMost ? { ...one, rank, atMost: null } : undefined;
  }
  const [a, b] = [plain(one), plain(other)];
  const both: Record<string, unknown> = {};
  for (const key of Object.keys(a)) {
    const [x, y] = [a[key], b[key]];
    if (x !== null && y !== null && JSON.stringify(x) !== JSON.stringify(y)) return undefined;
    both[key] = x ?? y;
  }
  return both as unknown as Fact;
}

function plain(fact: Fact): Record<string, unknown> {
  const { byPlace: _, ...rest } = fact as Fact & { byPlace?: true };
  return rest;
}

function contradict(context: Context, earlier: Located, later: Located): void {
  const about = identity(later.fact);
  const list = ["leaders", "rises", "keepsLeading", "initiatives"].includes(later.fact.kind);
  context.faults.push({
    start: later.start,
    code: list ? "DUPLICATE_LIST" : "CONTRADICTION",
    message: list
      ? `there is already another list of ${about}, in ${earlier.locators.join(", ")}`
      : `expected ${about} as in ${earlier.locators.join(", ")}: ${values(earlier.fact)}, found ${values(later.fact)}`,
  });
}

/** Leaves out what a table says too, and what is only half said; what contradicts a table is told. */
function withoutRest(facts: readonly Located[]): {
  facts: readonly Located[];
  conflicts: readonly Conflict[];
} {
  const tables = facts.flatMap(({ fact }) => (fact.kind === "scoreTable" ? [fact] : []));
  const conflicts: Conflict[] = [];
  const kept = facts.filter(({ fact, locators, start }) => {
    if (fact.kind === "aboveMean" && fact.count === null) {
      const message = "how many more lie above the mean is said, but not how many";
      for (const locator of locators) conflicts.push({ start, locator, message });
      return false;
    }
    if (fact.kind !== "score") return true;
    const row = tables
      .find(({ level }) => level === fact.level)
      ?.rows.find(({ region }) => region === fact.region);
    if (row === undefined) return true;
    const differs = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
    if (differs(fact.rank, row.rank) || differs(fact.score, row.score)) {
      const message = `${fact.region} has ${values(fact)} here, but ${values({ ...fact, rank: row.rank, score: row.score })} in the table, which is kept`;
      for (const locator of locators) conflicts.push({ start, locator, message });
    }
    return false;
  });
  return { facts: kept, conflicts };
}
