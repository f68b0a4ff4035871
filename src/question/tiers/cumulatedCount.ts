import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "How many units stand in a tier or a higher one. 某一组别及以上的地区数。Example: 12 provincial-level units at 高 or above in 2017, 22 in 2019.",
})
export class CumulatedCount extends Proven {
  @Field(() => Tier, { description: "The lowest of the tiers that are counted together." })
  readonly tier!: Tier;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of units in this tier and the higher ones; null where sources disagree. Example: 22.",
  })
  readonly count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of units below this tier, the rest of the level; it follows from the count and is null where that is. Example: 10.",
  })
  readonly below!: number | null;

  @Field(() => Basis, {
    description:
      "How the count is known. STATED: a source prints it. INFERRED: the counts of these tiers are known and were added up. UNKNOWN: sources disagree.",
  })
  readonly basis!: Basis;
}
