import type { TierFacts } from "./tierFacts.js";
import { type TierSet, tierRanges } from "./tierPlacing.js";
import { combine, intersection, isSingle, naming, type Reason, unique } from "./tierReason.js";

/** The possible tiers of each region, and whether they follow from ranks and counts too. */
export interface Placing {
  readonly possible: readonly TierSet[];
  readonly usesRanks: boolean;
  readonly usesCounts: boolean;
}

/** Explains why only some tiers are possible for the regions of a level, with facts that suffice. */
export class TierExplanation {
  readonly #facts: TierFacts;
  readonly #placing: Placing;
  readonly #bases: readonly Reason[];

  constructor(facts: TierFacts, placing: Placing) {
    this.#facts = facts;
    this.#placing = placing;
    this.#bases = placing.possible.map((set, index) => this.#explain(index, set));
  }

  /** Returns the reason for the possible tiers of a region. */
  of(index: number): Reason {
    return this.#withDisputed(this.#complete(index));
  }

  /**
   * Explains the possible tiers of a region. It tries facts about the region, then the counts of empty tiers, then ranks, and
   * returns the first reasons that suffice.
   */
  #explain(index: number, set: TierSet): Reason {
    const own = this.#facts.own[index] as readonly Reason[];
    const stated = own.filter(({ because }) => because[0] === "STATED");
    if (stated.length > 0) return combine(stated);
    const rises = own.filter(({ because }) => naming.has(because[0] as string));
    const scores = own.filter(({ because }) => because[0] === "SCORE");
    const lists = own.filter(({ because }) => because[0] === "MEMBERS");
    const used = [...rises];
    const left = () => intersection(this.#facts.all, used);
    for (const score of scores) if (rises.length === 0 || isSingle(score.allowed)) used.push(score);
    for (const list of lists) if (left() !== set && left() & ~list.allowed) used.push(list);
    if (left() !== set && this.#placing.usesCounts) used.push(...this.#emptyTiers(left()));
    if (left() !== set && this.#placing.usesRanks) used.push(...this.#rankReason(index, left()));
    return combine(used, this.#facts.all);
  }

  /** Returns the reason that the counts leave no region for some tiers, if they exclude a tier of a set. */
  #emptyTiers(set: TierSet): Reason[] {
    const counts = this.#facts.rules.counts;
    const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const isComplete = total === this.#facts.scope.codes.length;
    const empty = counts.reduce<TierSet>(
      (tiers, count, tier) =>
        count === 0 || (isComplete && count === undefined) ? tiers | (1 << tier) : tiers,
      0,
    );
    if ((set & empty) === 0) return [];
    return [{ because: ["COUNTS"], allowed: this.#facts.all & ~empty, facts: this.#facts.countFacts() }];
  }

  /** Returns the reason that regions before or after this one, by rank, leave only some tiers, if they exclude a tier of a set. */
  #rankReason(index: number, set: TierSet): Reason[] {
    const { rankGroups, notAbove } = this.#facts.rules;
    const ranges = tierRanges(this.#facts.rules);
    if (ranges === null) return [];
    const own = rankGroups.findIndex((group) => group.includes(index));
    const lists =
      own === -1
        ? this.#facts.rankLists.filter(({ codes }) => !codes.has(this.#facts.scope.codes[index] as string))
        : [];
    const at = own === -1 ? notAbove[index] : own;
    if (at === undefined) return [];
    const highest = ranges.highest[at] as number;
    const lowest = own === -1 ? this.#facts.rules.tiers - 1 : (ranges.lowest[own] as number);
    const left = this.#facts.all & ~((1 << highest) - 1) & ((1 << (lowest + 1)) - 1);
    if ((set & ~left) === 0) return [];
    const groups = [at];
    // The first group that reaches the tier, and the groups that it follows from.
    const follow = (ends: readonly number[], isFrom: (set: TierSet) => number, step: 1 | -1) => {
      for (let group = at; ; ) {
        groups.push(group);
        const end = ends[group] as number;
        if (isFrom(this.#groupSet(group)) === end) return;
        let other = group - step;
        while (ends[other - step] === ends[other]) other -= step;
        group = other;
      }
    };
    follow(ranges.highest, (tiers) => Math.log2(tiers & -tiers), 1);
    if (own !== -1) follow(ranges.lowest, (tiers) => 31 - Math.clz32(tiers), -1);
    const members = [...new Set(groups)].flatMap((group) => rankGroups[group] as readonly number[]);
    const reasons = members.flatMap((member) =>
      member === index ? [] : (this.#facts.own[member] as readonly Reason[]),
    );
    const useful = reasons.filter(({ allowed: tiers }) => tiers !== this.#facts.all);
    return [
      {
        because: [
          "RANK",
          ...useful.flatMap(({ because }) => because.filter((word) => word.endsWith("BOUNDS"))),
        ],
        allowed: left,
        facts: [
          ...members.flatMap(
            (member) => this.#facts.scored.get(this.#facts.scope.codes[member] as string)?.facts as string[],
          ),
          ...useful.flatMap(({ facts }) => facts),
          ...lists.flatMap(({ facts }) => facts),
        ],
      },
    ];
  }

  #groupSet(group: number): TierSet {
    const members = this.#facts.rules.rankGroups[group] as readonly number[];
    return members.reduce(
      (set, member) => set & (this.#facts.rules.allowed[member] as TierSet),
      this.#facts.all,
    );
  }

  /** Completes an explanation by tiers whose members are all known, or else by all facts that were used. */
  #complete(index: number): Reason {
    const set = this.#placing.possible[index] as TierSet;
    const base = this.#bases[index] as Reason;
    if (base.allowed === set) return base;
    const used = [base];
    for (const [tier, count] of this.#facts.counts.entries()) {
      if (count?.count === undefined || (intersection(this.#facts.all, used) & ~set & (1 << tier)) === 0)
        continue;
      const known = this.#bases.filter(({ allowed }, other) => other !== index && allowed === 1 << tier);
      if (known.length !== count.count) continue;
      used.push({
        because: ["MEMBERS"],
        allowed: this.#facts.all & ~(1 << tier),
        facts: [...(count.facts as readonly string[]), ...known.flatMap(({ facts }) => facts)],
      });
    }
    if (intersection(this.#facts.all, used) === set) return combine(used);
    const hasRanks = this.#placing.usesRanks && this.#facts.rules.rankGroups.length > 0;
    const counts = this.#placing.usesCounts
      ? [...this.#facts.countFacts(), ...this.#facts.cumulatedFacts]
      : [];
    return {
      because: unique([
        ...base.because,
        ...(hasRanks ? ["RANK"] : []),
        ...(counts.length > 0 ? ["COUNTS"] : []),
      ]),
      allowed: set,
      facts: [
        ...counts,
        ...this.#facts.own.flatMap((reasons) => reasons.flatMap(({ facts }) => facts)),
        ...(hasRanks ? [...this.#facts.scored.values()].flatMap(({ facts }) => facts as string[]) : []),
        ...(hasRanks ? this.#facts.rankLists.map(({ list }) => list.id) : []),
      ],
    };
  }

  /** Adds the facts of disputed regions to a reason with counts. Without them, other facts could contradict the counts. */
  #withDisputed(reason: Reason): Reason {
    const usesCounts = reason.because.some((word) => word === "COUNTS" || word === "MEMBERS");
    if (!usesCounts) return reason;
    const disputed = this.#facts.own.filter((reasons) => intersection(this.#facts.all, reasons) === 0);
    return { ...reason, facts: [...reason.facts, ...disputed.flatMap((reasons) => combine(reasons).facts)] };
  }
}
