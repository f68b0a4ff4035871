import type { Level } from "../data/scalar.js";
import type { EditionElements } from "./edition.js";
import { isNode, type NodeRef, type Properties, type RelationshipElement } from "./element.js";
import type { Fact } from "./fact.js";
import { isListed } from "./relationship.js";
import type { Bound } from "./tierBound.js";
import type { PlacingRules, TierSet } from "./tierPlacing.js";
import { intersection, namedTiers, type Reason } from "./tierReason.js";

/** One level of one edition, and what its tiers depend on. */
export interface TierScope {
  readonly edition: EditionElements;
  readonly next: EditionElements | undefined;
  readonly level: Level;
  readonly tiers: readonly string[];
  /** The codes of the regions of the level. */
  readonly codes: readonly string[];
  /** The bound below each tier. */
  readonly bounds: readonly (Bound | undefined)[];
}

/** What the facts of one level of one edition say about tiers: about each region alone, and about the level. */
export class TierFacts {
  readonly scope: TierScope;
  /** All tiers. */
  readonly all: TierSet;
  readonly byId: ReadonlyMap<string, Fact>;
  /** The overall score and rank of regions by code. */
  readonly scored: ReadonlyMap<string, Properties>;
  readonly rules: PlacingRules;
  /** For each region what the facts about it alone say. */
  readonly own: readonly (readonly Reason[])[];
  readonly counts: readonly (Properties | undefined)[];
  readonly rankLists: readonly {
    readonly list: Fact;
    readonly codes: ReadonlySet<string>;
    readonly facts: string[];
  }[];
  readonly cumulatedFacts: readonly string[];
  readonly #facts: readonly Fact[];

  constructor(scope: TierScope) {
    this.scope = scope;
    const { edition, next, level, tiers, codes } = scope;
    this.all = (1 << tiers.length) - 1;
    this.#facts = edition.facts.filter((fact) => fact.level === level);
    this.byId = new Map([...edition.facts, ...(next?.facts ?? [])].map((fact) => [fact.id, fact]));
    const merged = (type: string) =>
      edition.elements.filter(
        (element): element is RelationshipElement =>
          !isNode(element) && element.type === type && element.properties.level === level,
      );
    this.scored = new Map(merged("SCORED").map(({ from, properties }) => [String(from[1]), properties]));
    const counts = merged("COUNTS");
    this.counts = tiers.map((key) => counts.find(({ to }) => to[1] === key)?.properties);
    this.own = codes.map((code) => this.#reasonsOf(code));
    const cumulated = tiers.map((key) =>
      this.#ofKind("COUNTS_FROM").filter(({ about }) => keyOf(about.tier) === key),
    );
    const agreedCumulated = cumulated.map((facts) => {
      const values = new Set(facts.map(({ value }) => value));
      return values.size === 1 ? facts : [];
    });
    this.cumulatedFacts = agreedCumulated.flat().map(({ id }) => id);
    this.rankLists = this.#completeLists();
    const rankGroups = this.#rankGroups();
    this.rules = {
      tiers: tiers.length,
      allowed: this.own.map((reasons) => intersection(this.all, reasons) || namedTiers(this.all, reasons)),
      rankGroups,
      notAbove: codes.map((code) => this.#notAbove(code, rankGroups)),
      counts: this.counts.map((count) => count?.count as number | undefined),
      cumulated: agreedCumulated.map(([fact]) => fact?.value),
    };
  }

  /** Returns the ids of the facts behind the counts of single tiers. */
  countFacts(): string[] {
    return this.counts.flatMap((count) =>
      count?.count === undefined ? [] : (count.facts as readonly string[]),
    );
  }

  #ofKind(kind: string): Fact[] {
    return this.#facts.filter((fact) => fact.kind === kind);
  }

  /** Returns what the facts about a region alone say about its tier: stated tiers, rises, its score, and closed lists. */
  #reasonsOf(code: string): Reason[] {
    const { next, level, tiers } = this.scope;
    const isOf = ({ about }: Fact) => keyOf(about.region) === code;
    const stated = this.#ofKind("IN_TIER").filter(isOf);
    const rises = this.#ofKind("ROSE").filter(isOf);
    const nextRises = (next?.facts ?? []).filter(
      (fact) => fact.kind === "ROSE" && fact.level === level && isOf(fact),
    );
    const named = (facts: readonly Fact[], role: "tier" | "to" | "from", because: string) =>
      tiers.flatMap((key, tier): Reason[] => {
        const ids = facts.filter(({ about }) => keyOf(about[role]) === key).map(({ id }) => id);
        return ids.length === 0 ? [] : [{ because: [because], allowed: 1 << tier, facts: ids }];
      });
    return [
      ...named(stated, "tier", "STATED"),
      ...named(rises, "to", "RISE"),
      ...named(nextRises, "from", "NEXT_RISE"),
      ...this.#scoreReason(code),
      ...this.#ofKind("IN_TIER_LIST")
        .filter((list) => list.closed === true)
        .filter(
          (list) =>
            !stated.some((fact) => keyOf(fact.about.tier) === keyOf(list.about.tier) && isListed(fact, list)),
        )
        .map((list): Reason => {
          const entries = this.#ofKind("IN_TIER").filter(({ entryOf }) => entryOf?.list === list.id);
          const tier = tiers.indexOf(String(keyOf(list.about.tier)));
          return {
            because: ["MEMBERS"],
            allowed: this.all & ~(1 << tier),
            facts: [list.id, ...entries.map(({ id }) => id)],
          };
        }),
    ];
  }

  /** Returns the tiers that an undisputed score allows. A score equal to a bound excludes nothing. */
  #scoreReason(code: string): Reason[] {
    const { score, facts: ids = [] } = this.scored.get(code) ?? {};
    if (typeof score !== "number") return [];
    const { bounds } = this.scope;
    const floor = bounds.findIndex((bound) => bound !== undefined && score > bound.points);
    const ceiling = bounds.findLastIndex((bound) => bound !== undefined && score < bound.points);
    const used = [bounds[floor], bounds[ceiling]].filter((bound) => bound !== undefined);
    if (used.length === 0) return [];
    const lowest = floor === -1 ? this.all : (1 << (floor + 1)) - 1;
    const allowed = lowest & ~((1 << (ceiling + 1)) - 1);
    const facts = (ids as readonly string[]).filter((id) => this.byId.get(id)?.value !== undefined);
    return [
      {
        because: ["SCORE", ...used.map(({ isOwn }) => (isOwn ? "BOUNDS" : "OTHER_BOUNDS"))],
        allowed,
        facts: [...facts, ...used.flatMap((bound) => bound.facts)],
      },
    ];
  }

  /** Returns the indexes of regions by undisputed rank, the best rank first. */
  #rankGroups(): number[][] {
    const byRank = new Map<number, number[]>();
    for (const [index, code] of this.scope.codes.entries()) {
      const rank = this.scored.get(code)?.rank;
      if (typeof rank === "number") byRank.set(rank, [...(byRank.get(rank) ?? []), index]);
    }
    return [...byRank].sort(([a], [b]) => a - b).map(([, group]) => group);
  }

  /** Returns the ranked lists that are complete from rank 1 to their last rank, with the regions in them. */
  #completeLists() {
    return this.#ofKind("SCORED_LIST").flatMap((list) => {
      if (list.order !== "RANK" || !(list.closed || list.printedCount !== undefined)) return [];
      const entries = this.#ofKind("SCORED")
        .filter(({ entryOf }) => entryOf?.list === list.id)
        .sort((a, b) => (a.rank as number) - (b.rank as number));
      const top = list.closed ? entries : entries.slice(0, list.printedCount);
      const hasGap = top.some(({ rank }, index) => (rank as number) > (top[index - 1]?.rank ?? 0) + 1);
      if (hasGap || top.length < Math.max(list.printedCount ?? 1, 1)) return [];
      const codes = new Set(top.map(({ about }) => String(keyOf(about.region))));
      return [{ list, codes, facts: [list.id, ...top.map(({ id }) => id)] }];
    });
  }

  /** Returns the lowest rank group of the lists that a region is outside of; the group of rank 1 if there is one. */
  #notAbove(code: string, rankGroups: readonly (readonly number[])[]): number | undefined {
    const { codes } = this.scope;
    const first = codes[rankGroups[0]?.[0] ?? -1];
    const groups = first !== undefined && first !== code && this.scored.get(first)?.rank === 1 ? [0] : [];
    for (const list of this.rankLists) {
      if (list.codes.has(code)) continue;
      const last = rankGroups.findLastIndex((group) =>
        group.some((index) => list.codes.has(codes[index] as string)),
      );
      if (last >= 0) groups.push(last);
    }
    return groups.length === 0 ? undefined : Math.max(...groups);
  }
}

/** Returns the key of the node with a role. */
function keyOf(ref: Fact["about"][string] | undefined): string | number | undefined {
  return (ref as NodeRef | undefined)?.[1];
}
