import { Field, Float, Int, ObjectType } from "../../api.js";
import { Coverage } from "../../model/coverage.js";
import { Dimension } from "../../model/dimension.js";
import { Edition } from "../../model/edition.js";
import { Gap } from "../../model/gap.js";
import { Region } from "../../model/region.js";
import { RegionInEdition } from "../../model/regionInEdition.js";
import { Rise } from "../../model/rise.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { DimensionHistory, DimensionRank } from "./dimensionHistory.js";
import { LeadsCount } from "./leadsCount.js";

@ObjectType({
  description: "Changes since the previous loaded edition. 与上一年度相比的变化。",
})
export class StandingChange {
  @Field(() => Edition, {
    description: "The previous loaded edition. It is not always the edition of the previous year.",
  })
  readonly since!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of ranks gained, negative if ranks were lost. Null if one of the two ranks is not known. Example: 5 for 9 → 4.",
  })
  readonly ranks!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Change of the score in points, to two decimals. Null if one of the two scores is not known. Example: 0.13.",
  })
  readonly points!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Change of the number of dimensions in which it is among the leading ten. Null if one of the two numbers is not known. Example: 2 for 2 → 4.",
  })
  readonly leads!: number | null;
}

@ObjectType({
  description: "The results of a region in one edition, with its gaps. 某年度情况。",
})
export class HistoryEntry extends RegionInEdition {
  @Field(() => Edition, { description: "The edition." })
  readonly edition!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "The year that the edition evaluates, one year before the edition's own. Null if no source states it or sources disagree. Example: 2020 for 2021.",
  })
  readonly evaluatedYear!: number | null;

  @Field(() => Boolean, {
    description:
      "Whether the edition assesses the region's level. False before the first edition that does. Example: false for Shenzhen (深圳) in 2018.",
  })
  readonly assessed!: boolean;

  @Field(() => Boolean, { description: "Whether any source states a fact about the region in this edition." })
  readonly told!: boolean;

  @Field(() => Gap, { nullable: true, description: "Why `score` is null. Null if `score` is known." })
  readonly scoreGap!: Gap | null;

  @Field(() => StandingChange, {
    nullable: true,
    description: "Changes since the previous loaded edition. Null for the first loaded edition.",
  })
  readonly change!: StandingChange | null;

  @Field(() => LeadsCount, {
    nullable: true,
    description:
      "Number of dimensions in which it is among the leading ten, printed or counted from complete lists. Null if there is neither.",
  })
  readonly leadsCount!: LeadsCount | null;

  @UnknownIfEmpty()
  @Field(() => [DimensionRank], {
    description: "Its printed ranks in dimensions, in the report's order of dimensions.",
  })
  readonly dimensionRanks!: readonly DimensionRank[];

  @Field(() => [Dimension], {
    nullable: true,
    description:
      "The dimensions in which it has its best rank. Null unless its rank in every dimension of the edition is known.",
  })
  readonly strongest!: readonly Dimension[] | null;

  @Field(() => [Dimension], {
    nullable: true,
    description:
      "The dimensions in which it has its worst rank. Null unless its rank in every dimension of the edition is known.",
  })
  readonly weakest!: readonly Dimension[] | null;

  @UnknownIfEmpty()
  @Field(() => [Rise], {
    description:
      "Its printed rise to a higher tier since the previous edition: one rise, unless sources disagree. Empty if none is printed. Falls are never printed.",
  })
  readonly rises!: readonly Rise[];

  /** Whether it has rank 1, and whether it has a rank of 10 or better; null if that is not known. */
  readonly first!: boolean | null;
  readonly topTen!: boolean | null;
}

@ObjectType({
  description: "The results of one region in all editions. 某地区的历年轨迹。",
})
export class RegionHistory {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => [HistoryEntry], {
    complexity: ({ childComplexity }) => 1 + 10 * childComplexity,
    description:
      "One entry per loaded edition, the earliest first. Editions that state nothing about the region are included.",
  })
  readonly entries!: readonly HistoryEntry[];

  @Field(() => [Int], {
    description:
      "Years between the first and the last loaded edition without a loaded edition. Empty if there is no such year.",
  })
  readonly missingYears!: readonly number[];

  @Field(() => [DimensionHistory], {
    complexity: ({ childComplexity }) => 1 + 5 * childComplexity,
    description:
      "The results by dimension, in the report's order: all ranks, the best and the worst rank, and the leaderships.",
  })
  readonly dimensions!: readonly DimensionHistory[];

  @Field(() => Coverage, {
    description: "Number of loaded editions that state a fact about the region.",
  })
  readonly coverage!: Coverage;
}
