import type { Level } from "../data/scalar.js";
import type { EditionElements } from "./edition.js";
import { isNode, type NodeRef, type Properties, type RelationshipElement } from "./element.js";
import type { Fact } from "./fact.js";
import { isListed } from "./relationship.js";
import { type Bound, boundsOf } from "./tierBound.js";
import { type PlacingRules, possibleTiers, type TierSet, tierRanges } from "./tierPlacing.js";

/** Why only some tiers are possible for a region, with the facts that suffice for it. */
interface Reason {
  readonly because: readonly string[];
  /** The tiers that the facts leave. */
  readonly allowed: TierSet;
  readonly facts: readonly string[];
}

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
      const inference = new TierInference({ edition, next, level, tiers, codes, bounds });
      const inferred = inference.elements();
      conflicts.set(edition.year, [...(conflicts.get(edition.year) ?? []), ...inference.conflicts]);
      return inferred;
    });
  });
  return { elements, conflicts };
}

/** The facts of one level of one edition. */
interface TierFacts {
  readonly edition: EditionElements;
  readonly next: EditionElements | undefined;
  readonly level: Level;
  readonly tiers: readonly string[];
  /** The codes of the regions of the level. */
  readonly codes: readonly string[];
  /** The bound below each tier. */
  readonly bounds: readonly (Bound | undefined)[];
}

/** The kinds of reasons that name a tier. */
const naming: ReadonlySet<string> = new Set(["STATED", "RISE", "NEXT_RISE"]);

class TierInference {
  readonly #given: TierFacts;
  readonly #all: TierSet;
  readonly #facts: readonly Fact[];
  readonly #byId: ReadonlyMap<string, Fact>;
  /** The overall score and rank of regions by code. */
  readonly #scored: ReadonlyMap<string, Properties>;
  readonly #rules: PlacingRules;
  /** For each region what the facts about it alone say. */
  readonly #own: readonly (readonly Reason[])[];
  readonly #counts: readonly (Properties | undefined)[];
  readonly #rankLists: readonly {
    readonly list: Fact;
    readonly codes: ReadonlySet<string>;
    readonly facts: string[];
  }[];
  readonly #cumulatedFacts: readonly string[];
  #usesRanks = true;
  #usesCounts = true;

  constructor(given: TierFacts) {
    this.#given = given;
    const { edition, next, level, tiers, codes } = given;
    this.#all = (1 << tiers.length) - 1;
    this.#facts = edition.facts.filter((fact) => fact.level === level);
    this.#byId = new Map([...edition.facts, ...(next?.facts ?? [])].map((fact) => [fact.id, fact]));
    const merged = (type: string) =>
      edition.elements.filter(
        (element): element is RelationshipElement =>
          !isNode(element) && element.type === type && element.properties.level === level,
      );
    this.#scored = new Map(merged("SCORED").map(({ from, properties }) => [String(from[1]), properties]));
    const counts = merged("COUNTS");
    this.#counts = tiers.map((key) => counts.find(({ to }) => to[1] === key)?.properties);
    this.#own = codes.map((code) => this.#reasonsOf(code));
    const cumulated = tiers.map((key) =>
      this.#ofKind("COUNTS_FROM").filter(({ about }) => keyOf(about.tier) === key),
    );
    const agreedCumulated = cumulated.map((facts) => {
      const values = new Set(facts.map(({ value }) => value));
      return values.size === 1 ? facts : [];
    });
    this.#cumulatedFacts = agreedCumulated.flat().map(({ id }) => id);
    this.#rankLists = this.#completeLists();
    const rankGroups = this.#rankGroups();
    this.#rules = {
      tiers: tiers.length,
      allowed: this.#own.map((reasons) => intersection(this.#all, reasons) || namedTiers(this.#all, reasons)),
      rankGroups,
      notAbove: codes.map((code) => this.#notAbove(code, rankGroups)),
      counts: this.#counts.map((count) => count?.count as number | undefined),
      cumulated: agreedCumulated.map(([fact]) => fact?.value),
    };
  }

  get conflicts(): string[] {
    const { level } = this.#given;
    return [...(this.#usesRanks ? [] : [`${level} RANKS`]), ...(this.#usesCounts ? [] : [`${level} COUNTS`])];
  }

  elements(): RelationshipElement[] {
    const { codes } = this.#given;
    const possible = this.#possible();
    const bases = codes.map((_, index) => this.#explain(index, possible[index] as TierSet));
    return codes.flatMap((code, index) => {
      const own = this.#own[index] as readonly Reason[];
      if (own.length > 0 && intersection(this.#all, own) === 0) {
        // Facts that name every tier disagree too, but without such a fact there is nothing to store.
        const isNamed = own.some(({ because }) => naming.has(because[0] as string));
        return isNamed ? this.#mayBeIn(code, namedTiers(this.#all, own), combine(own), true) : [];
      }
      const set = possible[index] as TierSet;
      if (set === this.#all) return [];
      const reason = this.#withDisputed(this.#complete(bases, index, set));
      return isSingle(set) ? [this.#inTier(code, set, reason)] : this.#mayBeIn(code, set, reason, false);
    });
  }

  /** Returns the possible tiers of each region; without the ranks, and then without the counts, if no placing exists. */
  #possible(): readonly TierSet[] {
    const rules = this.#rules;
    const withRanks = possibleTiers(rules);
    if (withRanks !== null) return withRanks;
    this.#usesRanks = false;
    const noRanks = { ...rules, rankGroups: [], notAbove: rules.notAbove.map(() => undefined) };
    const withCounts = possibleTiers(noRanks);
    if (withCounts !== null) return withCounts;
    this.#usesCounts = false;
    return rules.allowed;
  }

  #ofKind(kind: string): Fact[] {
    return this.#facts.filter((fact) => fact.kind === kind);
  }

  /** Returns what the facts about a region alone say about its tier: stated tiers, rises, its score, and closed lists. */
  #reasonsOf(code: string): Reason[] {
    const { next, level, tiers } = this.#given;
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
            allowed: this.#all & ~(1 << tier),
            facts: [list.id, ...entries.map(({ id }) => id)],
          };
        }),
    ];
  }

  /** Returns the tiers that an undisputed score allows. A score equal to a bound excludes nothing. */
  #scoreReason(code: string): Reason[] {
    const { score, facts: ids = [] } = this.#scored.get(code) ?? {};
    if (typeof score !== "number") return [];
    const { bounds } = this.#given;
    const floor = bounds.findIndex((bound) => bound !== undefined && score > bound.points);
    const ceiling = bounds.findLastIndex((bound) => bound !== undefined && score < bound.points);
    const used = [bounds[floor], bounds[ceiling]].filter((bound) => bound !== undefined);
    if (used.length === 0) return [];
    const lowest = floor === -1 ? this.#all : (1 << (floor + 1)) - 1;
    const allowed = lowest & ~((1 << (ceiling + 1)) - 1);
    const facts = (ids as readonly string[]).filter((id) => this.#byId.get(id)?.value !== undefined);
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
    for (const [index, code] of this.#given.codes.entries()) {
      const rank = this.#scored.get(code)?.rank;
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
    const { codes } = this.#given;
    const first = codes[rankGroups[0]?.[0] ?? -1];
    const groups = first !== undefined && first !== code && this.#scored.get(first)?.rank === 1 ? [0] : [];
    for (const list of this.#rankLists) {
      if (list.codes.has(code)) continue;
      const last = rankGroups.findLastIndex((group) =>
        group.some((index) => list.codes.has(codes[index] as string)),
      );
      if (last >= 0) groups.push(last);
    }
    return groups.length === 0 ? undefined : Math.max(...groups);
  }

  /**
   * Explains the possible tiers of a region. It tries facts about the region, then the counts of empty tiers, then ranks, and
   * returns the first reasons that suffice.
   */
  #explain(index: number, set: TierSet): Reason {
    const own = this.#own[index] as readonly Reason[];
    const stated = own.filter(({ because }) => because[0] === "STATED");
    if (stated.length > 0) return combine(stated);
    const rises = own.filter(({ because }) => naming.has(because[0] as string));
    const scores = own.filter(({ because }) => because[0] === "SCORE");
    const lists = own.filter(({ because }) => because[0] === "MEMBERS");
    const used = [...rises];
    const left = () => intersection(this.#all, used);
    for (const score of scores) if (rises.length === 0 || isSingle(score.allowed)) used.push(score);
    for (const list of lists) if (left() !== set && left() & ~list.allowed) used.push(list);
    if (left() !== set && this.#usesCounts) used.push(...this.#emptyTiers(left()));
    if (left() !== set && this.#usesRanks) used.push(...this.#rankReason(index, left()));
    return combine(used, this.#all);
  }

  /** Returns the reason that the counts leave no region for some tiers, if they exclude a tier of a set. */
  #emptyTiers(set: TierSet): Reason[] {
    const counts = this.#rules.counts;
    const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const isComplete = total === this.#given.codes.length;
    const empty = counts.reduce<TierSet>(
      (tiers, count, tier) =>
        count === 0 || (isComplete && count === undefined) ? tiers | (1 << tier) : tiers,
      0,
    );
    if ((set & empty) === 0) return [];
    return [{ because: ["COUNTS"], allowed: this.#all & ~empty, facts: this.#countFacts() }];
  }

  #countFacts(): string[] {
    return this.#counts.flatMap((count) =>
      count?.count === undefined ? [] : (count.facts as readonly string[]),
    );
  }

  /** Returns the reason that regions before or after this one, by rank, leave only some tiers, if they exclude a tier of a set. */
  #rankReason(index: number, set: TierSet): Reason[] {
    const { rankGroups, notAbove } = this.#rules;
    const ranges = tierRanges(this.#rules);
    if (ranges === null) return [];
    const own = rankGroups.findIndex((group) => group.includes(index));
    const lists =
      own === -1 ? this.#rankLists.filter(({ codes }) => !codes.has(this.#given.codes[index] as string)) : [];
    const at = own === -1 ? notAbove[index] : own;
    if (at === undefined) return [];
    const highest = ranges.highest[at] as number;
    const lowest = own === -1 ? this.#rules.tiers - 1 : (ranges.lowest[own] as number);
    const left = this.#all & ~((1 << highest) - 1) & ((1 << (lowest + 1)) - 1);
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
      member === index ? [] : (this.#own[member] as readonly Reason[]),
    );
    const useful = reasons.filter(({ allowed: tiers }) => tiers !== this.#all);
    return [
      {
        because: [
          "RANK",
          ...useful.flatMap(({ because }) => because.filter((word) => word.endsWith("BOUNDS"))),
        ],
        allowed: left,
        facts: [
          ...members.flatMap(
            (member) => this.#scored.get(this.#given.codes[member] as string)?.facts as string[],
          ),
          ...useful.flatMap(({ facts }) => facts),
          ...lists.flatMap(({ facts }) => facts),
        ],
      },
    ];
  }

  #groupSet(group: number): TierSet {
    const members = this.#rules.rankGroups[group] as readonly number[];
    return members.reduce((set, member) => set & (this.#rules.allowed[member] as TierSet), this.#all);
  }

  /** Completes an explanation by tiers whose members are all known, or else by all facts that were used. */
  #complete(bases: readonly Reason[], index: number, set: TierSet): Reason {
    const base = bases[index] as Reason;
    if (base.allowed === set) return base;
    const used = [base];
    for (const [tier, count] of this.#counts.entries()) {
      if (count?.count === undefined || (intersection(this.#all, used) & ~set & (1 << tier)) === 0) continue;
      const known = bases.filter(({ allowed }, other) => other !== index && allowed === 1 << tier);
      if (known.length !== count.count) continue;
      used.push({
        because: ["MEMBERS"],
        allowed: this.#all & ~(1 << tier),
        facts: [...(count.facts as readonly string[]), ...known.flatMap(({ facts }) => facts)],
      });
    }
    if (intersection(this.#all, used) === set) return combine(used);
    const hasRanks = this.#usesRanks && this.#rules.rankGroups.length > 0;
    const counts = this.#usesCounts ? [...this.#countFacts(), ...this.#cumulatedFacts] : [];
    return {
      because: unique([
        ...base.because,
        ...(hasRanks ? ["RANK"] : []),
        ...(counts.length > 0 ? ["COUNTS"] : []),
      ]),
      allowed: set,
      facts: [
        ...counts,
        ...this.#own.flatMap((reasons) => reasons.flatMap(({ facts }) => facts)),
        ...(hasRanks ? [...this.#scored.values()].flatMap(({ facts }) => facts as string[]) : []),
        ...(hasRanks ? this.#rankLists.map(({ list }) => list.id) : []),
      ],
    };
  }

  /** Adds the facts of disputed regions to a reason with counts. Without them, other facts could contradict the counts. */
  #withDisputed(reason: Reason): Reason {
    const usesCounts = reason.because.some((word) => word === "COUNTS" || word === "MEMBERS");
    if (!usesCounts) return reason;
    const disputed = this.#own.filter((reasons) => intersection(this.#all, reasons) === 0);
    return { ...reason, facts: [...reason.facts, ...disputed.flatMap((reasons) => combine(reasons).facts)] };
  }

  #inTier(code: string, set: TierSet, reason: Reason): RelationshipElement {
    const basis = reason.because.includes("STATED") ? "STATED" : "INFERRED";
    return this.#relationship("inTier", "IN_TIER", code, Math.log2(set), `in-tier/${code}`, reason, {
      basis,
      disputed: false,
    });
  }

  #mayBeIn(code: string, set: TierSet, reason: Reason, disputed: boolean): RelationshipElement[] {
    return this.#given.tiers.flatMap((key, tier) =>
      set & (1 << tier)
        ? [
            this.#relationship("mayBeIn", "MAY_BE_IN", code, tier, `may-be-in/${code}/${key}`, reason, {
              disputed,
            }),
          ]
        : [],
    );
  }

  #relationship(
    kind: string,
    type: string,
    code: string,
    tier: number,
    path: string,
    { because, facts }: Reason,
    properties: Properties,
  ): RelationshipElement {
    const { edition, level, tiers } = this.#given;
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
        doubt: ids.some((id) => this.#byId.get(id)?.doubt !== undefined),
      },
    };
  }
}

/** Returns the key of the node with a role. */
function keyOf(ref: Fact["about"][string] | undefined): string | number | undefined {
  return (ref as NodeRef | undefined)?.[1];
}

function intersection(all: TierSet, reasons: readonly Reason[]): TierSet {
  return reasons.reduce((set, { allowed }) => set & allowed, all);
}

/** Returns the tiers that facts name; all tiers if none is named. */
function namedTiers(all: TierSet, reasons: readonly Reason[]): TierSet {
  const named = reasons.filter(({ because }) => naming.has(because[0] as string));
  return named.length === 0 ? all : named.reduce((set, { allowed }) => set | allowed, 0);
}

function combine(reasons: readonly Reason[], all = -1): Reason {
  return {
    because: unique(reasons.flatMap(({ because }) => because)),
    allowed: intersection(all, reasons),
    facts: unique(reasons.flatMap(({ facts }) => facts)),
  };
}

const isSingle = (set: TierSet) => set !== 0 && (set & (set - 1)) === 0;
const unique = (words: readonly string[]): string[] => [...new Set(words)];
