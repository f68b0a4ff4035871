import type { Context, Remark } from "./context.js";
import type { Fact, Located } from "./fact.js";
import { describeValues, factKey } from "./factKey.js";
import { resolveTies } from "./tie.js";

/** A statement that contradicts a fact of the draft, with the locator of its sentence. */
export type Conflict = Remark & { readonly locator: string };

/**
 * Merges the statements of the same fact into one fact with all locators. Statements that contradict each other are faults
 * of the text. If a sentence contradicts a table, the table wins and the sentence is reported as a conflict.
 */
export function merge(context: Context): { facts: readonly Located[]; conflicts: readonly Conflict[] } {
  const merged = new Map<string, Located>();
  for (const located of resolveTies(context)) {
    const key = factKey(located.fact);
    const earlier = merged.get(key);
    if (earlier === undefined) merged.set(key, located);
    else {
      const both = combine(earlier.fact, located.fact);
      if (both === undefined) addContradiction(context, earlier, located);
      else
        merged.set(key, {
          ...earlier,
          fact: both,
          locators: [...new Set([...earlier.locators, ...located.locators])],
        });
    }
  }
  return withoutTableDuplicates([...merged.values()]);
}

/** Combines two facts; returns undefined if they contradict each other. */
function combine(first: Fact, other: Fact): Fact | undefined {
  if (first.kind === "dimension" && other.kind === "dimension") {
    const [fuller, shorter] = first.viewpoint === null ? [other, first] : [first, other];
    return shorter.viewpoint === null || shorter.viewpoint === fuller.viewpoint ? fuller : undefined;
  }
  if (first.kind === "tierBound" && other.kind === "tierBound") {
    // The same bounds in other words are not a contradiction.
    return first.above === other.above && first.upTo === other.upTo ? first : undefined;
  }
  if (first.kind === "leaders" && other.kind === "leaders") {
    // The first three are among the first ten.
    const [more, fewer] = first.regions.length >= other.regions.length ? [first, other] : [other, first];
    const differs =
      more.regions.length === fewer.regions.length && JSON.stringify(more) !== JSON.stringify(fewer);
    return !differs && fewer.regions.every((name) => more.regions.includes(name)) ? more : undefined;
  }
  if (first.kind === "tierMembers" && other.kind === "tierMembers") {
    if (first.complete && other.regions.every((name) => first.regions.includes(name))) return first;
    if (other.complete && first.regions.every((name) => other.regions.includes(name))) return other;
    const regions = [...new Set([...first.regions, ...other.regions])];
    return first.complete || other.complete
      ? undefined
      : { ...first, order: null, printedCount: null, regions };
  }
  if (first.kind === "rank" && other.kind === "rank") {
    if (first.rank !== null && other.rank !== null) return first.rank === other.rank ? first : undefined;
    const rank = first.rank ?? other.rank;
    const atMost = Math.min(
      first.atMost ?? Number.POSITIVE_INFINITY,
      other.atMost ?? Number.POSITIVE_INFINITY,
    );
    if (rank === null) return { ...first, atMost };
    return rank <= atMost ? { ...first, rank, atMost: null } : undefined;
  }
  const [a, b] = [withoutFromPosition(first), withoutFromPosition(other)];
  const both: Record<string, unknown> = {};
  for (const key of Object.keys(a)) {
    const [x, y] = [a[key], b[key]];
    if (x !== null && y !== null && JSON.stringify(x) !== JSON.stringify(y)) return undefined;
    both[key] = x ?? y;
  }
  return both as unknown as Fact;
}

function withoutFromPosition(fact: Fact): Record<string, unknown> {
  const { fromPosition: _, ...rest } = fact as Fact & { fromPosition?: true };
  return rest;
}

function addContradiction(context: Context, earlier: Located, later: Located): void {
  const about = factKey(later.fact);
  const list = ["leaders", "rises", "keepsLeading", "initiatives"].includes(later.fact.kind);
  context.faults.push({
    start: later.start,
    code: list ? "DUPLICATE_LIST" : "CONTRADICTION",
    message: list
      ? `there is already another list of ${about}, in ${earlier.locators.join(", ")}`
      : `expected ${about} as in ${earlier.locators.join(", ")}: ${describeValues(earlier.fact)}, got ${describeValues(later.fact)}`,
  });
}

/** Removes facts that a table also has, and incomplete facts. Facts that contradict a table become conflicts. */
function withoutTableDuplicates(facts: readonly Located[]): {
  facts: readonly Located[];
  conflicts: readonly Conflict[];
} {
  const tables = facts.flatMap(({ fact }) => (fact.kind === "scoreTable" ? [fact] : []));
  const conflicts: Conflict[] = [];
  const remaining = facts.filter(({ fact, locators, start }) => {
    if (fact.kind === "aboveMean" && fact.count === null) {
      const message = "the sentence states the change in the number above the mean, but not the number";
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
      const message = `${fact.region} has ${describeValues(fact)} here, but ${describeValues({ ...fact, rank: row.rank, score: row.score })} in the table. The draft has the values of the table.`;
      for (const locator of locators) conflicts.push({ start, locator, message });
    }
    return false;
  });
  return { facts: remaining, conflicts };
}
