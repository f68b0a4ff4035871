import { Field, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Edition } from "./edition.js";
import { Tier } from "./tier.js";
import { TierReason } from "./tierReason.js";
import { UnknownIfEmpty } from "./unknownIfEmpty.js";

@ObjectType({
  description:
    "What is known about the tier of a region in an edition. Most tiers are unknown: sources print the counts and name only some regions. 地区的组别。",
})
export class RegionTier {
  @Field(() => Edition, { description: "The edition that the tier is about." })
  readonly edition!: Edition;

  @Field(() => Basis, {
    description:
      "STATED: a source names the tier. INFERRED: the tier follows from what sources say; `because` lists the reasons. UNKNOWN: no source names the tier and it does not follow, or sources disagree.",
  })
  readonly basis!: Basis;

  @Field(() => Tier, {
    nullable: true,
    description: "The tier. It is never a default. Null if `basis` is UNKNOWN. Example: 非常高.",
  })
  readonly tier!: Tier | null;

  @UnknownIfEmpty()
  @Field(() => [Tier], {
    description:
      "Possible tiers, the highest first. A known tier is the only possible tier. If facts name different tiers, each of these is possible. Otherwise every tier is possible that no fact excludes. Empty if the edition does not assess the level.",
  })
  readonly possible!: readonly Tier[];

  @Field(() => [TierReason], {
    description:
      "Reasons why the tier is known, why other tiers are excluded, or where readings that disagree come from. Empty if there is no reason. Example: [SCORE, OTHER_BOUNDS].",
  })
  readonly because!: readonly TierReason[];

  @Field(() => Boolean, { description: "Whether facts name different tiers for the region." })
  readonly disputed!: boolean;

  /** Ids of the facts that the tier follows from. */
  readonly facts!: readonly string[];
}
