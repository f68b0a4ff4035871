import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import type { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "How many units would have stood in a tier in the edition before, on the condition that goes with it. 假设条件下上一版某组别的地区数。",
})
export class PreviousTierCount extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    description:
      "The count now, less those who rose to this tier, and more those who rose from it. It holds on the condition only. Example: 16 − 8 = 8.",
  })
  readonly count!: number;

  readonly level!: Level;
  /** Year of the edition before. */
  readonly year!: number;
  readonly basis!: Basis;
}

@ObjectType({
  description:
    "What the counts of the edition before would be on a condition that nobody states: arithmetic, not a fact about that edition. 有条件的推算,并非事实。",
})
export class PreviousTiers {
  @Field(() => Int, {
    description: "Year of the edition before, whether it is loaded or not. Example: 2021.",
  })
  readonly year!: number;

  @Field(() => Basis, { description: "Always INFERRED, and on the condition only." })
  readonly basis!: Basis;

  @Field(() => String, { description: "The condition in words; no source says whether it is met." })
  readonly condition!: string;

  @Field(() => [PreviousTierCount], {
    description: "One a tier, from the highest; the counts add up to the units of the level.",
  })
  readonly tiers!: readonly PreviousTierCount[];
}
