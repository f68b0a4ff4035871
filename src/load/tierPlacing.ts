/** A set of tiers as bits; bit 0 is the highest tier. */
export type TierSet = number;

/** What is known about the tiers of all regions of a level in an edition. */
export interface PlacingRules {
  /** The number of tiers. */
  readonly tiers: number;
  /** For each region: the tiers that no fact about the region alone excludes. */
  readonly allowed: readonly TierSet[];
  /** Regions with equal ranks, the best rank first. All regions of a group are in one tier, no higher than the group before. */
  readonly rankGroups: readonly (readonly number[])[];
  /** For each region: a rank group whose tier is no lower than the region's; undefined if none is known. */
  readonly notAbove: readonly (number | undefined)[];
  /** For each tier: the number of its regions; undefined if not known. */
  readonly counts: readonly (number | undefined)[];
  /** For each tier: the number of regions in it and the higher tiers; undefined if not known. */
  readonly cumulated: readonly (number | undefined)[];
}

/** Beyond so many ways to cut the rank groups into tiers, the counts are not used: the result is then wider than possible. */
const maxCuts = 200_000;

/**
 * Returns the tiers of each region that fulfill all rules in some placing of all regions. Ranked regions are cut into tiers
 * at tiers − 1 places. For each way to cut them, Hall's theorem says which other regions fit into the remaining places.
 * @returns one set per region; null if no placing fulfills the rules
 */
export function possibleTiers(rules: PlacingRules): TierSet[] | null {
  return new Placing(rules).possible();
}

class TooManyCuts extends Error {}

/** Unranked regions that the rules do not distinguish. */
interface RegionClass {
  readonly allowed: TierSet;
  readonly notAbove: number | undefined;
  readonly regions: number[];
  possible: TierSet;
}

class Placing {
  readonly #rules: PlacingRules;
  readonly #groups: readonly {
    readonly size: number;
    readonly allowed: TierSet;
    readonly notAbove: number[];
  }[];
  readonly #classes: readonly RegionClass[];
  /** For each tier the slot it belongs to: tiers whose counts are known only together share a slot. */
  readonly #slotOf: number[] = [];
  /** For each slot the number of its regions, ranked and unranked. */
  readonly #slotSizes: number[] = [];
  /** Bounds of the number of regions in the highest tiers, by number of tiers. */
  readonly #most: number[];
  readonly #least: number[];
  /** For each tier, how many more placings have group i in it than group i − 1. */
  readonly #changes: number[][];
  #cuts = 0;

  constructor(rules: PlacingRules) {
    this.#rules = rules;
    const { tiers, allowed, rankGroups, notAbove } = rules;
    this.#groups = rankGroups.map((group) => ({
      size: group.length,
      allowed: group.reduce((set, region) => set & (allowed[region] as TierSet), (1 << tiers) - 1),
      notAbove: group.flatMap((region) => notAbove[region] ?? []),
    }));
    const ranked = new Set(rankGroups.flat());
    const classes = new Map<string, RegionClass>();
    for (const [region, set] of allowed.entries()) {
      if (ranked.has(region)) continue;
      const name = `${set} ${notAbove[region] ?? ""}`;
      const known = classes.get(name);
      if (known) known.regions.push(region);
      else classes.set(name, { allowed: set, notAbove: notAbove[region], regions: [region], possible: 0 });
    }
    this.#classes = [...classes.values()];
    this.#changes = Array.from({ length: tiers }, () => new Array<number>(rankGroups.length + 1).fill(0));
    [this.#least, this.#most] = this.#bounds();
  }

  possible(): TierSet[] | null {
    if (!this.#fillSlots()) return null;
    try {
      this.#cut(0, 0, [], 0);
    } catch (error) {
      if (!(error instanceof TooManyCuts)) throw error;
      const { counts, cumulated } = this.#rules;
      const unknown = (known: readonly unknown[]) => known.map(() => undefined);
      return possibleByRank({ ...this.#rules, counts: unknown(counts), cumulated: unknown(cumulated) });
    }
    if (this.#cuts === 0) return null;
    const result = new Array<TierSet>(this.#rules.allowed.length).fill(0);
    for (const [tier, changes] of this.#changes.entries()) {
      let placings = 0;
      for (const [index, group] of this.#rules.rankGroups.entries()) {
        placings += changes[index] as number;
        if (placings > 0)
          for (const region of group) result[region] = (result[region] as TierSet) | (1 << tier);
      }
    }
    for (const { regions, possible } of this.#classes)
      for (const region of regions) result[region] = possible;
    return result;
  }

  /** Combines the counts to slots. @returns false if the counts contradict each other */
  #fillSlots(): boolean {
    const { tiers, allowed, counts, cumulated } = this.#rules;
    let from = 0;
    let before = 0;
    for (let tier = 0; tier < tiers; tier++) {
      const total = tier === tiers - 1 ? allowed.length : cumulated[tier];
      if (total === undefined) continue;
      let left = total - before;
      let shared: number | undefined;
      for (let member = from; member <= tier; member++) {
        const count = counts[member];
        if (count === undefined) {
          shared ??= this.#slotSizes.push(0) - 1;
          this.#slotOf[member] = shared;
        } else {
          this.#slotOf[member] = this.#slotSizes.push(count) - 1;
          left -= count;
        }
      }
      if (left < 0 || (shared === undefined && left > 0)) return false;
      if (shared !== undefined) this.#slotSizes[shared] = left;
      from = tier + 1;
      before = total;
    }
    const last = cumulated[tiers - 1];
    return last === undefined || last === allowed.length;
  }

  /** Returns the least and the most regions that can be in the highest tiers, by number of tiers. */
  #bounds(): [least: number[], most: number[]] {
    const { tiers, allowed, counts, cumulated } = this.#rules;
    const least = [0];
    const most: number[] = [];
    for (let tier = 0; tier < tiers; tier++) {
      const least1 = (least[tier] as number) + (counts[tier] ?? 0);
      least.push(Math.max(least1, cumulated[tier] ?? 0));
    }
    most[tiers] = allowed.length;
    for (let tier = tiers - 1; tier >= 0; tier--) {
      const most1 = (most[tier + 1] as number) - (counts[tier] ?? 0);
      most[tier] = tier === 0 ? 0 : Math.min(most1, cumulated[tier - 1] ?? most1);
    }
    for (const [tier, count] of counts.entries()) {
      if (count !== undefined)
        most[tier + 1] = Math.min(most[tier + 1] as number, (most[tier] as number) + count);
    }
    return [least, most];
  }

  /** Cuts the groups from `start` on into the tiers from `tier` on. @param size the number of regions before `start` */
  #cut(tier: number, start: number, ends: number[], size: number): void {
    const groups = this.#groups;
    const bit = 1 << tier;
    const isLast = tier === this.#rules.tiers - 1;
    const most = this.#most[tier + 1] as number;
    const least = (this.#least[tier + 1] as number) - (this.#rules.allowed.length - this.#ranked);
    let total = size;
    for (let end = start; ; end++) {
      if (isLast ? end === groups.length : total >= least) {
        if (isLast) this.#place([...ends, end]);
        else this.#cut(tier + 1, end, [...ends, end], total);
      }
      const next = groups[end];
      if (next === undefined || (next.allowed & bit) === 0 || total + next.size > most) return;
      total += next.size;
    }
  }

  get #ranked(): number {
    return this.#groups.reduce((sum, { size }) => sum + size, 0);
  }

  /** Records what is possible if the groups are cut at these ends of tiers. */
  #place(ends: readonly number[]): void {
    if (++this.#visited > maxCuts) throw new TooManyCuts();
    const tierOf = (group: number) => ends.findIndex((end) => group < end);
    for (const [index, { notAbove }] of this.#groups.entries()) {
      if (notAbove.some((other) => tierOf(index) < tierOf(other))) return;
    }
    const places = [...this.#slotSizes];
    let group = 0;
    for (const [tier, end] of ends.entries()) {
      const slot = this.#slotOf[tier] as number;
      for (; group < end; group++) places[slot] = (places[slot] as number) - (this.#groups[group]?.size ?? 0);
    }
    if (places.some((left) => left < 0)) return;
    const all = (1 << this.#rules.tiers) - 1;
    const classes = this.#classes.map((one) => {
      const highest = one.notAbove === undefined ? 0 : tierOf(one.notAbove);
      const allowed = one.allowed & all & ~((1 << highest) - 1);
      return { one, allowed, slots: this.#slotsOf(allowed) };
    });
    // Hall's theorem: for every set of slots, the regions that fit only there must not be more than its places.
    const room: number[] = [];
    for (let set = 0; set < 1 << places.length; set++) {
      let left = 0;
      for (let slot = 0; slot < places.length; slot++) if (set & (1 << slot)) left += places[slot] as number;
      for (const { one, slots } of classes) if ((slots & ~set) === 0) left -= one.regions.length;
      if (left < 0) return;
      room.push(left);
    }
    this.#cuts++;
    let start = 0;
    for (const [tier, end] of ends.entries()) {
      const changes = this.#changes[tier] as number[];
      changes[start] = (changes[start] as number) + 1;
      changes[end] = (changes[end] as number) - 1;
      start = end;
    }
    for (const { one, allowed, slots } of classes) {
      for (let tier = 0; tier < this.#rules.tiers; tier++) {
        const bit = 1 << tier;
        if ((allowed & bit) === 0 || one.possible & bit) continue;
        const slot = 1 << (this.#slotOf[tier] as number);
        // A region takes a place from every set of slots that contains its slot, and was not counted there yet.
        const fits = room.every((left, set) => (set & slot) === 0 || (slots & ~set) === 0 || left > 0);
        if (fits) one.possible |= bit;
      }
    }
  }

  #visited = 0;

  #slotsOf(allowed: TierSet): number {
    let slots = 0;
    for (let tier = 0; tier < this.#rules.tiers; tier++) {
      if (allowed & (1 << tier)) slots |= 1 << (this.#slotOf[tier] as number);
    }
    return slots;
  }
}

/**
 * Returns the tiers of each region that fulfill the rules without the counts.
 * @returns one set per region; null if no placing fulfills them
 */
export function possibleByRank(rules: PlacingRules): TierSet[] | null {
  const { tiers, allowed, notAbove } = rules;
  const range = tierRanges(rules);
  if (range === null) return null;
  const { highest, lowest } = range;
  const result = [...allowed];
  const all = (1 << tiers) - 1;
  const from = (tier: number) => all & ~((1 << tier) - 1);
  for (const [index, group] of rules.rankGroups.entries()) {
    const set = from(highest[index] as number) & ~from((lowest[index] as number) + 1);
    for (const region of group) {
      result[region] =
        rules.rankGroups[index]?.reduce((one, other) => one & (allowed[other] as TierSet), set) ?? set;
    }
  }
  const ranked = new Set(rules.rankGroups.flat());
  for (const [region, group] of notAbove.entries()) {
    if (group !== undefined && !ranked.has(region)) {
      result[region] = (result[region] as TierSet) & from(highest[group] as number);
    }
  }
  return result.some((set) => set === 0) ? null : result;
}

/** Returns the highest and the lowest tier that each rank group can be in; null if there is none for some group. */
export function tierRanges({
  tiers,
  allowed,
  rankGroups,
}: Pick<PlacingRules, "tiers" | "allowed" | "rankGroups">): { highest: number[]; lowest: number[] } | null {
  const sets = rankGroups.map((group) =>
    group.reduce((set, region) => set & (allowed[region] as TierSet), (1 << tiers) - 1),
  );
  const highest: number[] = [];
  const lowest: number[] = [];
  let tier = 0;
  for (const set of sets) {
    while (tier < tiers && (set & (1 << tier)) === 0) tier++;
    if (tier === tiers) return null;
    highest.push(tier);
  }
  tier = tiers - 1;
  for (const set of [...sets].reverse()) {
    while (tier >= 0 && (set & (1 << tier)) === 0) tier--;
    if (tier < 0) return null;
    lowest.unshift(tier);
  }
  return { highest, lowest };
}
