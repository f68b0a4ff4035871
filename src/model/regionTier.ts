import { Field, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Edition } from "./edition.js";
import { Tier } from "./tier.js";
import { TierReason } from "./tierReason.js";

@ObjectType({
  description:
    "The tier of a region in an edition, as far as it is known. Most tiers are not: sources give the counts and name only some. 地区的组别。",
})
export class RegionTier {
  @Field(() => Edition, { description: "The edition it is about." })
  readonly edition!: Edition;

  @Field(() => Basis, {
    description:
      "STATED: a source names the tier. INFERRED: it follows from what sources say; `because` tells in which way. UNKNOWN: nobody says and it does not follow, or what they say disagrees.",
  })
  readonly basis!: Basis;

  @Field(() => Tier, {
    nullable: true,
    description: "The tier; null where it is UNKNOWN. It is never a default.",
  })
  readonly tier!: Tier | null;

  @Field(() => [Tier], {
    description:
      "The tiers that nothing rules out, from the highest: the tier itself where it is known; every tier that is told where sources or inferences disagree; else all but those that its score, complete counts or fully known members exclude. Empty where the level was not assessed yet, or where what is printed cannot all be right.",
  })
  readonly possible!: readonly Tier[];

  @Field(() => [TierReason], {
    description:
      "In which ways the tier is known or, where it is UNKNOWN, other tiers are ruled out or several are told; empty where nothing is. Example: [SCORE, OTHER_BOUNDS].",
  })
  readonly because!: readonly TierReason[];

  /** Ids of the facts that it follows from. */
  readonly facts!: readonly string[];
}
