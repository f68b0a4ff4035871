import { Field, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Edition } from "./edition.js";
import { Tier } from "./tier.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "The tier of a region in an edition, as far as it is known. Most tiers are not: sources give the counts and name only some. 地区的组别。",
})
export class RegionTier {
  @Field(() => Edition, { description: "The edition it is about." })
  readonly edition!: Edition;

  @Field(() => Basis, {
    description:
      "STATED: a source names the tier. INFERRED: it follows from a printed rise. UNKNOWN: nobody says, or sources disagree.",
  })
  readonly basis!: Basis;

  @Field(() => Tier, {
    nullable: true,
    description: "The tier; null where it is UNKNOWN. It is never a default.",
  })
  readonly tier!: Tier | null;

  @Field(() => [Tier], {
    description:
      "The tiers that the facts leave possible, from the highest: the tier itself where it is known, else those in which the edition counts more regions than are named.",
  })
  readonly possible!: readonly Tier[];

  /** Ids of the facts that prove it. */
  readonly facts!: readonly string[];
}
