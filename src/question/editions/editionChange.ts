import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Gap } from "../../model/gap.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";
import { ChangeKind } from "./changeKind.js";

/** What is compared of a region between two editions. */
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
  description: "What is compared of a region between two editions. 比较的内容。",
  valuesConfig: {
    RANK: { description: "Its rank in the overall index." },
    SCORE: { description: "Its score in the overall index." },
    TOP_TEN: { description: "Whether it is among the first ten of the overall index." },
    TIER: { description: "Its tier." },
    LEADS: { description: "Whether it is in the list of those that lead in a dimension." },
    DIMENSION_RANK: { description: "Its rank in a dimension." },
  },
});

@ObjectType({
  description: "What is known of a region's measure in one of the two editions. 某一年度的值。",
})
export class ComparedValue extends Proven {
  @Field(() => Basis, {
    description:
      "STATED: a source says so. INFERRED: it follows, such as from a complete list that does not name the region. UNKNOWN: see `gap`.",
  })
  readonly basis!: Basis;

  @Field(() => Gap, { nullable: true, description: "Why no single value is known; null where one is." })
  readonly gap!: Gap | null;

  @Field(() => Int, { nullable: true, description: "Its rank; null where none is known. Example: 3." })
  readonly rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The worst rank that the words allow where no single rank is printed; null where one is.",
  })
  readonly atMost!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Its points; null where none are known, and for other measures than SCORE. Example: 91.02.",
  })
  readonly score!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "For TOP_TEN and LEADS: whether it is among them; null where that is not known, and for other measures.",
  })
  readonly named!: boolean | null;

  @Field(() => Tier, {
    nullable: true,
    description: "Its tier; null where it is not known, and for other measures.",
  })
  readonly tier!: Tier | null;

  @Field(() => [Tier], {
    description: "For TIER: the tiers that the facts leave possible, from the highest; empty otherwise.",
  })
  readonly possible!: readonly Tier[];

  @Field(() => [Float], {
    description: "Every rank or score that a source gives; one, unless sources disagree.",
  })
  readonly readings!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description: "Why a source cannot be right here; null where nothing is odd.",
  })
  readonly doubt!: string | null;
}

@ObjectType({
  description: "How one measure of one region changed. 某地区的一项变化。",
})
export class EditionChange extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => ComparedMeasure, { description: "What is compared." })
  readonly measure!: ComparedMeasure;

  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension, for LEADS and DIMENSION_RANK; null for the others.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => ChangeKind, { description: "How it changed." })
  readonly kind!: ChangeKind;

  @Field(() => Float, {
    nullable: true,
    description:
      "By how many ranks or points, above 0 for better; null where a rank or score is not known, and for other measures. Example: 5 for rank 9 → 4.",
  })
  readonly difference!: number | null;

  @Field(() => ComparedValue, { description: "What is known in the earlier edition." })
  readonly from!: ComparedValue;

  @Field(() => ComparedValue, { description: "What is known in the later edition." })
  readonly to!: ComparedValue;
}
