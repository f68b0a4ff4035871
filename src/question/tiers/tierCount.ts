import { Field, Float, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "How many units stand in a tier, and which of them are known. 某一组别的地区数、占比与已知成员。",
})
export class TierCount extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    nullable: true,
    description: "Number of units; null where it is UNKNOWN or sources disagree. Example: 12.",
  })
  readonly count!: number | null;

  @Field(() => Basis, {
    description:
      "How the count is known. STATED: a source prints it. INFERRED: a printed count of this tier and the higher ones, less the higher ones; or every region is known to stand in it or not. UNKNOWN: neither, or sources disagree; then only members are known.",
  })
  readonly basis!: Basis;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the units of the level in percent: as printed, else computed from the count to two decimals; null where the count is, or where sources print different shares. Example: 37.5. Printed shares may add up to 100.01, since each is rounded.",
  })
  readonly share!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The share exactly as printed; null where none is printed or sources disagree. Example: 37.50%.",
  })
  readonly sharePrinted!: string | null;

  @Field(() => [Region], {
    description: "Regions that a source puts in this tier in so many words, in administrative order.",
  })
  readonly stated!: readonly Region[];

  @Field(() => [Region], {
    description:
      "Regions of which it follows that they stand in this tier, in administrative order; `Region.tier` tells from what.",
  })
  readonly inferred!: readonly Region[];

  @Field(() => Int, {
    nullable: true,
    description:
      "How many regions of this tier are not known: the count less those stated and inferred; null where the count is, or where sources name more than others count.",
  })
  readonly unnamed!: number | null;
}
