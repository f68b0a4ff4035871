import { Field, Float, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";

@ObjectType({
  description:
    "The number of units in a tier, their share, and the known members. 某一组别的地区数、占比与已知成员。",
})
export class TierCount extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    nullable: true,
    description: "Number of units. Null if it is UNKNOWN. Example: 12.",
  })
  readonly count!: number | null;

  @Field(() => Basis, {
    description:
      "How the count is known. STATED: a source prints it. INFERRED: a printed count of this tier and the higher tiers, minus the higher tiers; or counted because for every region it is known whether it is in this tier. UNKNOWN: neither, or sources disagree.",
  })
  readonly basis!: Basis;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the units of the level, in percent: as printed, otherwise computed from the count to two decimals. Printed shares can add up to 100.01, because each is rounded. Null if the count is null or if sources print different shares. Example: 37.5.",
  })
  readonly share!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The share exactly as printed. Null if none is printed or sources disagree. Example: 37.50%.",
  })
  readonly sharePrinted!: string | null;

  @Field(() => [Region], {
    description: "The regions whose tier a source states explicitly, in administrative order.",
  })
  readonly stated!: readonly Region[];

  @Field(() => [Region], {
    description:
      "The regions whose tier is inferred, in administrative order. For the reasons see `Region.tier`.",
  })
  readonly inferred!: readonly Region[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of members that are not known: the count minus the stated and inferred members. Null if the count is null, or if more members are known than are counted.",
  })
  readonly unnamed!: number | null;
}
