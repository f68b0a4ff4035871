import { Args, Ctx, Field, Float, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { Jaccard, type Overlap, overlapColumns, Shared, Union } from "./overlap.js";

const dimensionKey = oneOf(...Object.values(DimensionKey));

export const dimensionOverlap = statement(
  "question/leaders/dimensionOverlap",
  { level: text, edition: nullable(whole) },
  {
    edition: whole,
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
    "Two dimensions with the regions that lead in both or in one of them; the figures count regions. 两项分项指数领先地区的重合情况。",
})
export class DimensionPair extends Proven implements Overlap {
  @Field(() => Dimension, { description: "The dimension that comes first in the report's order." })
  readonly first!: Dimension;

  @Field(() => Dimension, { description: "The other dimension." })
  readonly second!: Dimension;

  @Shared("How many regions lead in both.")
  readonly shared!: number;

  @Union("How many regions lead in at least one of the two.")
  readonly union!: number;

  @Jaccard()
  readonly jaccard!: number;

  @Field(() => [Region], { description: "The regions that lead in both, in administrative order." })
  readonly both!: readonly Region[];

  @Field(() => [Region], {
    description: "The regions that lead in the first and not in the second, in administrative order.",
  })
  readonly onlyFirst!: readonly Region[];

  @Field(() => [Region], {
    description: "The regions that lead in the second and not in the first, in administrative order.",
  })
  readonly onlySecond!: readonly Region[];

  @Field(() => Float, {
    description:
      "Which part of the leaders of the first lead in the second too: `shared` by the size of the first list, from 0 to 1. Example: 0.7.",
  })
  readonly shareOfFirst!: number;

  @Field(() => Float, {
    description:
      "Which part of the leaders of the second lead in the first too: `shared` by the size of the second list, from 0 to 1. Example: 0.7.",
  })
  readonly shareOfSecond!: number;
}

@ObjectType({
  description: "How far the lists of leading regions of the dimensions overlap. 领先名单重合情况。",
})
export class DimensionOverlap extends LevelAnswer {
  @Field(() => [DimensionPair], {
    description:
      "One for each two dimensions that have a list, in the report's order of the first, then of the second.",
  })
  readonly pairs!: readonly DimensionPair[];

  /** The edition that was asked for; null for the latest with such lists. */
  readonly asked!: number | null;
}

@Resolver()
export class DimensionOverlapQuestion {
  @Query(() => DimensionOverlap, {
    nullable: true,
    description:
      "How far do the lists of leading regions of each two dimensions overlap, and in which exact sets of dimensions do regions lead? 各分项指数的领先地区有多大重合?",
  })
  async dimensionOverlap(
    @Args(() => LevelArguments) { level, edition = null }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<DimensionOverlap> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.ask(dimensionOverlap, { level, edition });
    const regions = (codes: readonly string[]) => codes.map((code) => snapshot.region(code));
    return answer(context, snapshot, { kind: "LEADS", level, edition }, rows, {
      level,
      asked: edition,
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
