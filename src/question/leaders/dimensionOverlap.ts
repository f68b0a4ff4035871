import { Args, Ctx, Extensions, Field, Float, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { Jaccard, type Overlap, overlapColumns, Shared, Union } from "./overlap.js";

const dimensionKey = oneOf(...Object.values(DimensionKey));

export const dimensionOverlap = statement(
  "question/leaders/dimensionOverlap",
  { level: text, edition: nullable(whole) },
  {
    first: dimensionKey,
    second: dimensionKey,
    firstName: text,
    secondName: text,
    ...overlapColumns,
    shareOfFirst: decimal,
    shareOfSecond: decimal,
    both: list(text),
    bothNames: list(text),
    onlyFirst: list(text),
    onlyFirstNames: list(text),
    onlySecond: list(text),
    onlySecondNames: list(text),
    lists: list(text),
  },
);

@ObjectType({
  description:
    "A pair of dimensions with the regions that lead in both or only one of them. The figures count regions. 两项分项指数领先地区的重合情况。",
})
export class DimensionPair extends Proven implements Overlap {
  @Field(() => Dimension, { description: "Dimension that comes first in the report's order." })
  readonly first!: Dimension;

  @Field(() => Dimension, { description: "The second dimension." })
  readonly second!: Dimension;

  @Shared("Number of regions that lead in both dimensions.")
  readonly shared!: number;

  @Union("Number of regions that lead in at least one of the dimensions.")
  readonly union!: number;

  @Jaccard()
  readonly jaccard!: number;

  @Field(() => [Region], { description: "Regions that lead in both dimensions, in administrative order." })
  readonly both!: readonly Region[];

  @Field(() => [Region], {
    description: "Regions that lead in `first` but not in `second`, in administrative order.",
  })
  readonly onlyFirst!: readonly Region[];

  @Field(() => [Region], {
    description: "Regions that lead in `second` but not in `first`, in administrative order.",
  })
  readonly onlySecond!: readonly Region[];

  @Field(() => Float, {
    description:
      "Share of the leading regions of `first` that also lead in `second`, from 0 to 1: `shared` divided by the size of the list of `first`. Example: 0.7.",
  })
  readonly shareOfFirst!: number;

  @Field(() => Float, {
    description:
      "Share of the leading regions of `second` that also lead in `first`, from 0 to 1: `shared` divided by the size of the list of `second`. Example: 0.7.",
  })
  readonly shareOfSecond!: number;
}

@ObjectType({
  description: "The overlap of the dimensions' lists of leading regions. 领先名单重合情况。",
})
export class DimensionOverlap extends LevelAnswer {
  @Field(() => [DimensionPair], {
    description:
      "One entry per pair of dimensions that both have a list, in the report's order of `first`, then of `second`.",
  })
  readonly pairs!: readonly DimensionPair[];

  /** Year of the edition; null if no edition has such lists. */
  readonly year!: number | null;
}

@Resolver()
export class DimensionOverlapQuestion {
  @Extensions({ statements: 2 })
  @Query(() => DimensionOverlap, {
    nullable: true,
    description:
      "How much do the lists of leading regions of each pair of dimensions overlap, and in which exact sets of dimensions do regions lead? 各分项指数的领先地区有多大重合？ Example: dimensionOverlap(level: CITY).",
  })
  async dimensionOverlap(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<DimensionOverlap> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    const rows = await context.request.ask(dimensionOverlap, { level, edition: scope.year });
    const regions = (codes: readonly string[]) => codes.map((code) => snapshot.region(code));
    return answer(context, snapshot, scope, {
      level,
      year: scope.year,
      pairs: rows.map(
        ({
          first,
          second,
          shared,
          union,
          jaccard,
          shareOfFirst,
          shareOfSecond,
          lists,
          ...row
        }): DimensionPair => ({
          first: snapshot.dimension(first),
          second: snapshot.dimension(second),
          shared,
          union,
          jaccard,
          shareOfFirst,
          shareOfSecond,
          both: regions(row.both),
          onlyFirst: regions(row.onlyFirst),
          onlySecond: regions(row.onlySecond),
          facts: lists,
        }),
      ),
    });
  }
}
