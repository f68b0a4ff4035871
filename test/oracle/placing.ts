/** What is known about the tiers of all regions of a level. Tiers are numbers; 0 is the highest. */
export interface PlacingRules {
  readonly tiers: number;
  /** For each region the tiers that it can be in by itself. */
  readonly allowed: ReadonlyMap<string, ReadonlySet<number>>;
  /** Pairs of regions. The first is in no lower tier than the second. */
  readonly notLower: readonly (readonly [string, string])[];
  /** The number of regions in some tiers together. */
  readonly counts: readonly { readonly tiers: readonly number[]; readonly count: number }[];
}

/** Regions that must be in one tier. */
interface Block {
  readonly regions: readonly string[];
  readonly allowed: readonly number[];
  /** The blocks, placed earlier, that are in no lower tier. */
  readonly above: readonly Block[];
}

/**
 * Returns the tiers of each region in all placings that fulfill the rules; null if there is no placing. All placings are
 * enumerated, region by region. Placings with the same counts so far, and the same tiers of the regions that others depend
 * on, continue in the same way and are one state.
 */
export function possibleTiers(rules: PlacingRules): Map<string, Set<number>> | null {
  const blocks = sortBlocks(rules);
  const steps = blocks.map((block, index) => new Step(rules, blocks, block, index));
  const layers = [new Set([0])];
  for (const step of steps) {
    const next = new Set<number>();
    for (const state of layers.at(-1) as Set<number>)
      for (const tier of step.block.allowed) {
        const after = step.place(state, tier);
        if (after !== null) next.add(after);
      }
    layers.push(next);
  }
  // Backwards: the states from which the printed counts can be reached.
  const weights = weightsOf(rules);
  const end = rules.counts.reduce((sum, { count }, index) => sum + count * (weights[index] as number), 0);
  let alive = new Set((layers.at(-1) as Set<number>).has(end) ? [end] : []);
  if (alive.size === 0) return null;
  const result = new Map<string, Set<number>>();
  for (const step of [...steps].reverse()) {
    const before = new Set<number>();
    const possible = new Set<number>();
    for (const state of layers[step.index] as Set<number>)
      for (const tier of step.block.allowed) {
        const after = step.place(state, tier);
        if (after === null || !alive.has(after)) continue;
        before.add(state);
        possible.add(tier);
      }
    for (const region of step.block.regions) result.set(region, possible);
    alive = before;
  }
  return result;
}

/** Returns the weight of each count in the number of a state; the last weight is that of the tiers. */
function weightsOf({ counts }: PlacingRules): number[] {
  const weights = [1];
  for (const { count } of counts) weights.push((weights.at(-1) as number) * (count + 1));
  return weights;
}

/** Places one block. A state is a number: its digits are the counts so far and the tiers of the blocks that later blocks need. */
class Step {
  readonly block: Block;
  readonly index: number;
  readonly #rules: PlacingRules;
  readonly #weights: readonly number[];
  readonly #needed: readonly Block[];
  readonly #neededAfter: readonly Block[];

  constructor(rules: PlacingRules, blocks: readonly Block[], block: Block, index: number) {
    this.block = block;
    this.index = index;
    this.#rules = rules;
    this.#weights = weightsOf(rules);
    const needed = (place: number) =>
      blocks.slice(0, place).filter((one) => blocks.slice(place).some(({ above }) => above.includes(one)));
    this.#needed = needed(index);
    this.#neededAfter = needed(index + 1);
  }

  /** Returns the state after the block is placed in a tier; null if a rule forbids it. */
  place(state: number, tier: number): number | null {
    const { tiers, counts } = this.#rules;
    const weight = this.#weights.at(-1) as number;
    const placed = new Map([[this.block, tier]]);
    let rest = Math.floor(state / weight);
    for (const block of this.#needed) {
      placed.set(block, rest % tiers);
      rest = Math.floor(rest / tiers);
    }
    if (this.block.above.some((block) => (placed.get(block) as number) > tier)) return null;
    let after = state % weight;
    for (const [index, counted] of counts.entries()) {
      if (!counted.tiers.includes(tier)) continue;
      const digit = this.#weights[index] as number;
      const sum = (Math.floor(after / digit) % (counted.count + 1)) + this.block.regions.length;
      if (sum > counted.count) return null;
      after += digit * this.block.regions.length;
    }
    let unit = weight;
    for (const block of this.#neededAfter) {
      after += unit * (placed.get(block) as number);
      unit *= tiers;
    }
    return after;
  }
}

/** Returns the blocks in an order in which each one follows the blocks above it, those that no other needs first. */
function sortBlocks({ tiers, allowed, notLower }: PlacingRules): Block[] {
  const names = [...allowed.keys()];
  const below = new Map(names.map((name) => [name, new Set([name])]));
  for (const [first, second] of notLower) below.get(first)?.add(second);
  for (const via of names)
    for (const first of names)
      if (below.get(first)?.has(via)) for (const last of below.get(via) ?? []) below.get(first)?.add(last);
  const isAbove = (first: string, second: string) => below.get(first)?.has(second) ?? false;
  const groups = names
    .map((name) => names.filter((other) => isAbove(name, other) && isAbove(other, name)))
    .filter((group, index) => group[0] === names[index]);
  const strictlyAbove = (one: string[], other: string[]) =>
    one !== other && isAbove(one[0] as string, other[0] as string);
  const sorted: { group: string[]; block: Block }[] = [];
  const left = new Set(groups);
  while (left.size > 0) {
    const ready = [...left].filter((group) => ![...left].some((other) => strictlyAbove(other, group)));
    const isLast = (group: string[]) => !groups.some((other) => strictlyAbove(group, other));
    const group = ready.find(isLast) ?? (ready[0] as string[]);
    left.delete(group);
    // A block above another block above this one says nothing new.
    const over = sorted.filter((one) => strictlyAbove(one.group, group));
    const nearest = over.filter((one) => !over.some((other) => strictlyAbove(one.group, other.group)));
    const block = {
      regions: group,
      allowed: Array.from({ length: tiers }, (_, tier) => tier).filter((tier) =>
        group.every((name) => allowed.get(name)?.has(tier)),
      ),
      above: nearest.map((one) => one.block),
    };
    sorted.push({ group, block });
  }
  return sorted.map(({ block }) => block);
}
