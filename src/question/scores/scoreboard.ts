import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Region } from "../../model/region.js";
import { Standing } from "../../model/standing.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { standingColumns, toStanding } from "./standing.js";

export const scoreboard = statement(
  "question/scores/scoreboard",
  {
    level: text,
    edition: nullable(whole),
    dimension: nullable(oneOf(...Object.values(DimensionKey))),
  },
  {
    edition: whole,
    code: text,
    name: text,
    atMost: nullable(whole),
    before: nullable(whole),
    tiedWith: list(text),
    tiedWithNames: list(text),
    justBefore: list(text),
    justBeforeNames: list(text),
    ...standingColumns,
  },
);

@ArgsType()
export class ScoreboardArguments extends LevelArguments {
  @Field(() => DimensionKey, {
    nullable: true,
    description: "The ranks in this dimension. Left out: ranks and scores in the overall index.",
  })
  readonly dimension?: DimensionKey | null;
}

@ObjectType({ description: "Where one region stands. 某地区的排名与得分。" })
export class ScoreboardRow extends Standing {
  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that the words allow where no single rank is printed, such as 3 for «top three»; null where one is, and in the overall index.",
  })
  readonly atMost!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many regions stand before it: more than its rank less one where some of them tie; null where not everybody up to its rank is known. Example: 江苏 has rank 3 in 2020 and 3 before it.",
  })
  readonly before!: number | null;

  @Field(() => [Region], {
    description:
      "The others with the same rank, in administrative order; empty where none is known to have it.",
  })
  readonly tiedWith!: readonly Region[];

  @Field(() => [Region], {
    description:
      "Who stands just before it («仅次于»): those with the next better rank, in administrative order. Empty for rank 1, and where nobody is known to have that rank.",
  })
  readonly justBefore!: readonly Region[];
}

@ObjectType({
  description: "Who stands where by rank and score. 排名与得分查询结果。",
})
export class Scoreboard extends LevelAnswer {
  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension that the ranks are of; null for the overall index.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => Int, {
    description:
      "How many regions have a rank (or a rank at the worst, or a score) in print. Example: 32 in 2020.",
  })
  readonly total!: number;

  @Field(() => Int, {
    description: "How many have a score in print. Example: 31 provincial-level units in 2020.",
  })
  readonly scored!: number;

  @Field(() => [ScoreboardRow], {
    description:
      "By rank, then by score, then in administrative order; who has no single printed rank comes last. Who is not here has a rank too: it was not found in print. Empty: `reason` says why.",
  })
  readonly rows!: readonly ScoreboardRow[];

  /** What was asked; `asked` is null for the latest edition with such facts. */
  readonly asked!: number | null;
}

@Resolver()
export class ScoreboardQuestion {
  @Query(() => Scoreboard, {
    nullable: true,
    description:
      "Who stands where in the overall index or in a dimension: rank, score, who shares the rank and who stands just before? 各地区排名与得分。Example: scoreboard(level: PROVINCE, edition: 2020).",
  })
  async scoreboard(
    @Args(() => ScoreboardArguments) { level, edition = null, dimension = null }: ScoreboardArguments,
    @Ctx() context: Context,
  ): Promise<Scoreboard> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.ask(scoreboard, { level, edition, dimension });
    const kind = dimension === null ? "SCORED" : "RANKED";
    return answer(context, snapshot, { kind, level, edition, dimension }, rows, {
      level,
      dimension: dimension === null ? null : snapshot.dimension(dimension),
      total: rows.length,
      scored: rows.filter(({ scores }) => scores.length > 0).length,
      rows: rows.map(
        (row): ScoreboardRow => ({
          ...toStanding(snapshot.region(row.code), row),
          atMost: row.atMost,
          before: row.before,
          tiedWith: row.tiedWith.map((code) => snapshot.region(code)),
          justBefore: row.justBefore.map((code) => snapshot.region(code)),
        }),
      ),
      asked: edition,
    });
  }
}
