import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Gap } from "../../model/gap.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { ChangeKind } from "./changeKind.js";

/** The measures of a region that are compared between two editions. */
export const ComparedMeasure = {
  RANK: "RANK",
  SCORE: "SCORE",
  TOP_TEN: "TOP_TEN",
  TIER: "TIER",
  LEADS: "LEADS",
  DIMENSION_RANK: "DIMENSION_RANK",
} as const;
export type ComparedMeasure = (typeof ComparedMeasure)[keyof typeof ComparedMeasure];

registerEnumType(ComparedMeasure, {
  name: "ComparedMeasure",
  description: "A measure of a region that is compared between two editions. 比较的内容。",
  valuesConfig: {
    RANK: { description: "The region's rank in the overall index." },
    SCORE: { description: "The region's score in the overall index." },
    TOP_TEN: { description: "Whether the region is in the top ten of the overall index." },
    TIER: { description: "The region's tier." },
    LEADS: { description: "Whether the region is in the list of leading regions of a dimension." },
    DIMENSION_RANK: { description: "The region's rank in a dimension." },
  },
});

@ObjectType({
  description: "The value of a region's measure in one of the two editions. 某一年度的值。",
})
export class ComparedValue extends Proven {
  @Field(() => Basis, {
    description:
      "STATED: a source states the value. INFERRED: the value follows from facts, for example from a complete list that does not name the region. UNKNOWN: see `gap`.",
  })
  readonly basis!: Basis;

  @Field(() => Gap, {
    nullable: true,
    description: "Why no single value is known. Null if a single value is known.",
  })
  readonly gap!: Gap | null;

  @Field(() => Int, {
    nullable: true,
    description: "The rank. Null if it is not known, and for other measures. Example: 3.",
  })
  readonly rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that the wording allows, if no single rank is printed. Null if a single rank is printed, and for other measures. Example: 3 for “top three”.",
  })
  readonly atMost!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The best rank that the region can have, because it is outside a list that is complete up to the rank before. INFERRED. Null if a rank is printed or there is no such list. Example: 11.",
  })
  readonly rankAtLeast!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The score in points. Null if it is not known, and for other measures. Example: 91.02.",
  })
  readonly score!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "For TOP_TEN and LEADS: whether the region is in the list. Null if that is not known, and for other measures.",
  })
  readonly named!: boolean | null;

  @Field(() => Tier, {
    nullable: true,
    description: "The tier. Null if it is not known, and for other measures.",
  })
  readonly tier!: Tier | null;

  @UnknownIfEmpty()
  @Field(() => [Tier], {
    description: "For TIER: the possible tiers, from the highest. Empty for other measures.",
  })
  readonly possible!: readonly Tier[];

  @UnknownIfEmpty()
  @Field(() => [Float], {
    description: "Every rank or score that a source gives: one value, unless sources disagree.",
  })
  readonly readings!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description: "Why a source cannot be correct here. Null if there is no contradiction.",
  })
  readonly doubt!: string | null;
}

@ObjectType({
  description: "The change of one measure of one region. 某地区的一项变化。",
})
export class EditionChange extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => ComparedMeasure, { description: "What is compared." })
  readonly measure!: ComparedMeasure;

  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension. Null except for LEADS and DIMENSION_RANK.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => ChangeKind, { description: "The kind of change." })
  readonly kind!: ChangeKind;

  @Field(() => Float, {
    nullable: true,
    description:
      "The number of ranks or points gained, negative if lost. Null if a rank or score is not known, and for other measures. Example: 5 for rank 9 → 4.",
  })
  readonly difference!: number | null;

  @Field(() => ComparedValue, { description: "The value in the earlier edition." })
  readonly from!: ComparedValue;

  @Field(() => ComparedValue, { description: "The value in the later edition." })
  readonly to!: ComparedValue;
}
