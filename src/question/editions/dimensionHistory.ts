import { Field, Float, Int, ObjectType } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";

@ObjectType({
  description: "The rank of a region in a dimension in one edition. 某年度分项指数排名。",
})
export class DimensionRank extends Proven {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => Edition, { description: "The edition that prints the rank." })
  readonly edition!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "The rank, 1 being the best. Null if no single rank is printed or sources disagree. Example: 3.",
  })
  readonly rank!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Int], { description: "Every rank that a source gives: one rank, unless sources disagree." })
  readonly ranks!: readonly number[];

  @Field(() => Float, {
    nullable: true,
    description: "Score in the dimension (points). Null if none is printed or sources disagree.",
  })
  readonly score!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that the wording allows, if no single rank is printed. Null if a single rank is printed. Example: 3 for “top three”.",
  })
  readonly atMost!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why a source cannot be correct here. Null if there is no contradiction.",
  })
  readonly doubt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of ranks gained since the previous loaded edition, negative if ranks were lost. Null if one of the two ranks is not known. Example: -2 for 1 → 3.",
  })
  readonly up!: number | null;
}

@ObjectType({
  description: "The results of a region in one dimension in all editions. 分项指数历年变化。",
})
export class DimensionHistory {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @UnknownIfEmpty()
  @Field(() => [DimensionRank], {
    description:
      "The region's ranks in the dimension, the earliest edition first. Editions that print none are not listed.",
  })
  readonly ranks!: readonly DimensionRank[];

  @Field(() => Int, {
    nullable: true,
    description: "The best rank in any edition. Null if no single rank is printed. Example: 1.",
  })
  readonly best!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The worst rank in any edition. Null if no single rank is printed. Example: 3.",
  })
  readonly worst!: number | null;

  @Field(() => [Edition], {
    description:
      "The editions that name the region among the leading ten, the earliest first. Editions without lists are not listed.",
  })
  readonly leads!: readonly Edition[];
}
