import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "The number of units in a tier or a higher tier. 某一组别及以上的地区数。 Example: 12 provincial-level units in 高 (high) or above in 2017, 22 in 2019.",
})
export class CumulatedCount extends Proven {
  @Field(() => Tier, { description: "The lowest of the tiers that are counted together." })
  readonly tier!: Tier;

  @Field(() => Int, {
    nullable: true,
    description: "Number of units in this tier and the higher tiers. Null if sources disagree. Example: 22.",
  })
  readonly count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of units below this tier: the units of the level minus `count`. Null if `count` is null. Example: 10.",
  })
  readonly below!: number | null;

  @Field(() => Basis, {
    description:
      "How the count is known. STATED: a source prints it. INFERRED: the sum of the known counts of these tiers. UNKNOWN: sources disagree.",
  })
  readonly basis!: Basis;
}
