import type { Level } from "../data/scalar.js";
import type { EditionElements } from "./edition.js";
import type { Properties, RelationshipElement } from "./element.js";
import { boundsOf } from "./tierBound.js";
import { type Placing, TierExplanation } from "./tierExplanation.js";
import { TierFacts } from "./tierFacts.js";
import { type PlacingRules, possibleTiers, type TierSet } from "./tierPlacing.js";
import { combine, intersection, isSingle, namedTiers, naming, type Reason, unique } from "./tierReason.js";

/** The inferred tiers, and the editions and levels whose facts contradict each other. */
export interface InferredTiers {
  readonly elements: readonly RelationshipElement[];
  /** By edition: the facts that were not used, because no placing fulfills them, such as `CITY RANKS` or `CITY COUNTS`. */
  readonly conflicts: ReadonlyMap<number, readonly string[]>;
}

/**
 * Infers the tier of each region in each edition, from stated tiers, rises, scores, ranks and counts
 * (docs/decisions/0017). This is the only conclusion that the graph stores.
 * @param tiers the keys of the tiers, from the highest
 * @returns an IN_TIER relationship where one tier is left; a MAY_BE_IN relationship per possible tier where several tiers are
 *   left but not all
 */
export function inferTiers(
  editions: readonly EditionElements[],
  tiers: readonly string[],
  regions: readonly { readonly code: string; readonly level: Level }[],
): InferredTiers {
  const conflicts = new Map<number, string[]>();
  const elements = editions.flatMap((edition) => {
    const bounds = boundsOf(editions, edition.year, tiers);
    const next = editions.find(({ year }) => year === edition.year + 1);
    const levels = edition.levels ?? (["PROVINCE", "CITY"] as const);
    return levels.flatMap((level) => {
      const codes = regions.filter((region) => region.level === level).map(({ code }) => code);
      const facts = new TierFacts({ edition, next, level, tiers, codes, bounds });
      const placing = placingOf(facts.rules);
      conflicts.set(edition.year, [
        ...(conflicts.get(edition.year) ?? []),
        ...(placing.usesRanks ? [] : [`${level} RANKS`]),
        ...(placing.usesCounts ? [] : [`${level} COUNTS`]),
      ]);
      return elementsOf(facts, placing);
    });
  });
  return { elements, conflicts };
}

/** Returns the possible tiers of each region; without the ranks, and then without the counts, if no placing exists. */
function placingOf(rules: PlacingRules): Placing {
  const withRanks = possibleTiers(rules);
  if (withRanks !== null) return { possible: withRanks, usesRanks: true, usesCounts: true };
  const noRanks = { ...rules, rankGroups: [], notAbove: rules.notAbove.map(() => undefined) };
  const withCounts = possibleTiers(noRanks);
  if (withCounts !== null) return { possible: withCounts, usesRanks: false, usesCounts: true };
  return { possible: rules.allowed, usesRanks: false, usesCounts: false };
}

function elementsOf(facts: TierFacts, placing: Placing): RelationshipElement[] {
  const explanation = new TierExplanation(facts, placing);
  return facts.scope.codes.flatMap((code, index) => {
    const own = facts.own[index] as readonly Reason[];
    if (own.length > 0 && intersection(facts.all, own) === 0) {
      // Facts that name every tier disagree too, but without such a fact there is nothing to store.
      const isNamed = own.some(({ because }) => naming.has(because[0] as string));
      return isNamed ? mayBeIn(facts, code, namedTiers(facts.all, own), combine(own), true) : [];
    }
    const set = placing.possible[index] as TierSet;
    if (set === facts.all) return [];
    const reason = explanation.of(index);
    return isSingle(set) ? [inTier(facts, code, set, reason)] : mayBeIn(facts, code, set, reason, false);
  });
}

function inTier(facts: TierFacts, code: string, set: TierSet, reason: Reason): RelationshipElement {
  const basis = reason.because.includes("STATED") ? "STATED" : "INFERRED";
  return relationship(facts, "inTier", "IN_TIER", code, Math.log2(set), `in-tier/${code}`, reason, {
    basis,
    disputed: false,
  });
}

function mayBeIn(
  facts: TierFacts,
  code: string,
  set: TierSet,
  reason: Reason,
  disputed: boolean,
): RelationshipElement[] {
  return facts.scope.tiers.flatMap((key, tier) =>
    set & (1 << tier)
      ? [
          relationship(facts, "mayBeIn", "MAY_BE_IN", code, tier, `may-be-in/${code}/${key}`, reason, {
            disputed,
          }),
        ]
      : [],
  );
}

function relationship(
  from: TierFacts,
  kind: string,
  type: string,
  code: string,
  tier: number,
  path: string,
  { because, facts }: Reason,
  properties: Properties,
): RelationshipElement {
  const { edition, level, tiers } = from.scope;
  const ids = unique(facts).sort();
  return {
    kind,
    type,
    from: ["Region", code],
    to: ["Tier", tiers[tier] as string],
    identity: ["id"],
    properties: {
      ...properties,
      id: `${edition.year}/${path}`,
      edition: edition.year,
      level,
      because: unique(because),
      facts: ids,
      doubt: ids.some((id) => from.byId.get(id)?.doubt !== undefined),
    },
  };
}
