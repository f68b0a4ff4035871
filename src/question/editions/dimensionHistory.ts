import { Field, Int, ObjectType } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";

@ObjectType({
  description: "The rank of a region in a dimension in one edition. 某年度分项指数排名。",
})
export class DimensionRank extends Proven {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => Edition, { description: "The edition that prints it." })
  readonly edition!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "The rank, 1 being the best; null where no single rank is printed or sources disagree. Example: 3.",
  })
  readonly rank!: number | null;

  @Field(() => [Int], { description: "Every rank that a source gives; one, unless sources disagree." })
  readonly ranks!: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that the words allow where no single rank is printed, such as 3 for «top three»; null where one is.",
  })
  readonly atMost!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why a source cannot be right here; null where nothing is odd.",
  })
  readonly doubt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "By how many ranks it stands better than in the edition loaded before, negative for worse; null where one of the two ranks is not known. Example: -2 for 1 → 3.",
  })
  readonly up!: number | null;
}

@ObjectType({
  description: "How a region fared in one dimension over the editions. 分项指数历年变化。",
})
export class DimensionHistory {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => [DimensionRank], {
    description: "Its ranks in it, the earliest edition first; an edition that prints none is not there.",
  })
  readonly ranks!: readonly DimensionRank[];

  @Field(() => Int, {
    nullable: true,
    description: "The best rank in any edition; null where no single rank is printed. Example: 1.",
  })
  readonly best!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The worst rank in any edition; null where no single rank is printed. Example: 3.",
  })
  readonly worst!: number | null;

  @Field(() => [Edition], {
    description:
      "The editions in which it is named among the leading ten, the earliest first; an edition without lists cannot be one.",
  })
  readonly leads!: readonly Edition[];
}
