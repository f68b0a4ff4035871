import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import type { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "The number of units that a tier would have had in the previous edition under the stated condition. 假设条件下上一版某组别的地区数。",
})
export class PreviousTierCount extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    description:
      "The count in this edition, minus the regions that rose to this tier, plus the regions that rose from it. Valid only under the condition. Example: 16 − 8 = 8.",
  })
  readonly count!: number;

  readonly level!: Level;
  /** Year of the previous edition. */
  readonly year!: number;
  readonly basis!: Basis;
}

@ObjectType({
  description:
    "The counts that the previous edition would have under a condition that no source states. This is arithmetic, not a fact about that edition. 有条件的推算，并非事实。",
})
export class PreviousTiers {
  @Field(() => Int, {
    description: "Year of the previous edition, which is not always loaded. Example: 2021.",
  })
  readonly year!: number;

  @Field(() => Basis, { description: "Always INFERRED, and valid only under the condition." })
  readonly basis!: Basis;

  @Field(() => String, { description: "The condition in words. No source says whether it is met." })
  readonly condition!: string;

  @Field(() => [PreviousTierCount], {
    description:
      "One entry per tier, from the highest. The counts add up to the number of units of the level.",
  })
  readonly tiers!: readonly PreviousTierCount[];
}
