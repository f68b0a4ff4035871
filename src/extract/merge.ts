import type { Context, Remark } from "./context.js";
import type { Fact, FactOf, Located } from "./fact.js";

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
  return againstTables([...merged.values()]);
}

/** What tells a fact from others: two of the same identity are about the same thing. */
function identity(fact: Fact): string {
  switch (fact.kind) {
    case "dimension":
      return `${fact.kind} ${fact.key}`;
    case "tierBound":
      return `${fact.kind} ${fact.tier}`;
    case "tierCount":
    case "cumulativeCount":
    case "tierMembers":
      return `${fact.kind} ${fact.level} ${fact.tier}`;
    case "leaders":
      return `${fact.kind} ${fact.level} ${fact.dimension}`;
    case "rises":
      return `${fact.kind} ${fact.level} ${fact.from} ${fact.to}`;
    case "score":
    case "leadCount":
      return `${fact.kind} ${fact.level} ${fact.region}`;
    case "rank":
      return `${fact.kind} ${fact.level} ${fact.dimension} ${fact.region}`;
    case "claim":
      return `${fact.kind} ${fact.id}`;
    case "title":
    case "publishedOn":
    case "assessor":
    case "commissioner":
    case "evaluatedYear":
      return fact.kind;
    default:
      return `${fact.kind} ${fact.level}`;
  }
}

/** Both facts in one, or undefined if they contradict each other. */
function joined(one: Fact, other: Fact): Fact | undefined {
  if (one.kind === "dimension" && other.kind === "dimension") {
    const [fuller, shorter] = one.viewpoint === null ? [other, one] : [one, other];
    return shorter.viewpoint === null || shorter.viewpoint === fuller.viewpoint ? fuller : undefined;
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

/** What a fact says, without what it says it about. */
function values(fact: Fact): string {
  const shown = [
    "is",
    "count",
    "share",
    "rank",
    "atMost",
    "score",
    "mean",
    "printed",
    "regions",
    "viewpoint",
    "text",
  ];
  const parts = Object.entries(fact).filter(([name, value]) => shown.includes(name) && value !== null);
  return parts
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(" ") : String(value)}`)
    .join(", ");
}

/**
 * In a list by rank that names ties elsewhere («其中浙江、广东并列第一») the places are counted anew: what is told of a rank
 * holds, and none is skipped.
 */
function resolveTies({ facts }: Context): readonly Located[] {
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

/** Leaves out what a table says too; what contradicts the table is told. */
function againstTables(facts: readonly Located[]): {
  facts: readonly Located[];
  conflicts: readonly Conflict[];
} {
  const tables = facts.flatMap(({ fact }) => (fact.kind === "scoreTable" ? [fact] : []));
  const conflicts: Conflict[] = [];
  const kept = facts.filter(({ fact, locators, start }) => {
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
