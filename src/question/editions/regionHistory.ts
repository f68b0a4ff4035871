import { Field, Float, Int, ObjectType } from "../../api.js";
import { Coverage } from "../../model/coverage.js";
import { Dimension } from "../../model/dimension.js";
import { Edition } from "../../model/edition.js";
import { Gap } from "../../model/gap.js";
import { Region } from "../../model/region.js";
import { RegionInEdition } from "../../model/regionInEdition.js";
import { Rise } from "../../model/rise.js";
import { DimensionHistory, DimensionRank } from "./dimensionHistory.js";
import { LeadsCount } from "./leadsCount.js";

@ObjectType({
  description: "What changed against the edition that is loaded before. 与上一年度相比的变化。",
})
export class StandingChange {
  @Field(() => Edition, {
    description: "The edition compared with: the one loaded before, be it of the year before or not.",
  })
  readonly since!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "By how many ranks the region stands better, negative for worse; null where one of the two ranks is not known. Example: 5 for 9 → 4.",
  })
  readonly ranks!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "How many points more it has, negative for fewer, to two decimals; null where one of the two scores is not known. Example: 0.13.",
  })
  readonly points!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "In how many dimensions more it is among the leading ten, negative for fewer; null where one of the two numbers is not known. Example: 2 for 2 → 4.",
  })
  readonly leads!: number | null;
}

@ObjectType({
  description: "What is known of a region in one edition, gaps included. 某年度情况。",
})
export class HistoryEntry extends RegionInEdition {
  @Field(() => Edition, { description: "The edition." })
  readonly edition!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "The year that it evaluates, one before its own; null where sources disagree or none says. Example: 2020 for 2021.",
  })
  readonly evaluatedYear!: number | null;

  @Field(() => Boolean, {
    description:
      "Whether the edition assesses the region's level: false before the first that does. Example: 深圳 in 2018.",
  })
  readonly assessed!: boolean;

  @Field(() => Boolean, { description: "Whether any source states anything of the region in this edition." })
  readonly told!: boolean;

  @Field(() => Gap, { nullable: true, description: "Why `score` is null; null where it is not." })
  readonly scoreGap!: Gap | null;

  @Field(() => StandingChange, {
    nullable: true,
    description: "What changed against the edition loaded before; null for the first.",
  })
  readonly change!: StandingChange | null;

  @Field(() => LeadsCount, {
    nullable: true,
    description:
      "In how many dimensions it is among the leading ten, printed or counted from complete lists; null where neither is at hand.",
  })
  readonly leadsCount!: LeadsCount | null;

  @Field(() => [DimensionRank], { description: "Its printed ranks in dimensions, in the report's order." })
  readonly dimensionRanks!: readonly DimensionRank[];

  @Field(() => [Dimension], {
    nullable: true,
    description:
      "The dimensions in which it has its best rank; null unless its rank in every dimension of the edition is known.",
  })
  readonly strongest!: readonly Dimension[] | null;

  @Field(() => [Dimension], {
    nullable: true,
    description: "The dimensions in which it has its worst rank; null likewise.",
  })
  readonly weakest!: readonly Dimension[] | null;

  @Field(() => [Rise], {
    description:
      "Its rise to a higher tier since the edition before, as printed: one, unless sources disagree; empty where none is. Falls are never printed.",
  })
  readonly rises!: readonly Rise[];

  /** Whether it has rank 1, and a rank of 10 or better; null where neither yes nor no is known. */
  readonly first!: boolean | null;
  readonly topTen!: boolean | null;
}

@ObjectType({
  description: "The whole way of one region through the editions. 某地区的历年轨迹。",
})
export class RegionHistory {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => [HistoryEntry], {
    complexity: ({ childComplexity }) => 1 + 10 * childComplexity,
    description: "One an edition that is loaded, the earliest first, those that tell nothing included.",
  })
  readonly entries!: readonly HistoryEntry[];

  @Field(() => [Int], {
    description:
      "Years between the first and the last edition loaded of which no edition is loaded, so that nothing can be told. Empty where there is no such year.",
  })
  readonly missingYears!: readonly number[];

  @Field(() => [DimensionHistory], {
    complexity: ({ childComplexity }) => 1 + 5 * childComplexity,
    description:
      "The same way by dimension, in the report's order: ranks, the best and the worst of them, and how they moved.",
  })
  readonly dimensions!: readonly DimensionHistory[];

  @Field(() => Coverage, {
    description: "In how many of the editions loaded anything at all is stated of the region.",
  })
  readonly coverage!: Coverage;
}
