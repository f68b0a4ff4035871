import { Args, ArgsType, Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Ranking } from "../../model/ranking.js";
import { Region } from "../../model/region.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { rankingColumns, toRanking } from "./ranking.js";

export const scoreboard = statement(
  "question/scores/scoreboard",
  {
    level: text,
    edition: nullable(whole),
    dimension: nullable(oneOf(...Object.values(DimensionKey))),
  },
  {
    code: text,
    name: text,
    atMost: nullable(whole),
    rankAtLeast: nullable(whole),
    before: nullable(whole),
    tiedWith: list(text),
    tiedWithNames: list(text),
    justBefore: list(text),
    justBeforeNames: list(text),
    ...rankingColumns,
  },
);

@ArgsType()
export class ScoreboardArguments extends LevelArguments {
  @Field(() => DimensionKey, {
    nullable: true,
    description:
      "Only the ranks in this dimension. Optional, default: ranks and scores in the overall index. Example: COVERAGE.",
  })
  readonly dimension?: DimensionKey | null;
}

@ObjectType({ description: "The rank and score of a region. 某地区的排名与得分。" })
export class ScoreboardRow extends Ranking {
  @Field(() => Int, {
    nullable: true,
    description:
      "Worst rank that the wording allows, if no single rank is printed. Null if a single rank is printed, and in the overall index. Example: 3 for «top three».",
  })
  readonly atMost!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of regions ranked before this region. Because ties share a rank, it can be more than `rank` minus 1. Null if some of these regions are not known. Example: 3 for Jiangsu (江苏) in the 2020 edition, with rank 3.",
  })
  readonly before!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Region], {
    description: "Other regions with the same rank, in administrative order. Empty if none is known.",
  })
  readonly tiedWith!: readonly Region[];

  @UnknownIfEmpty()
  @Field(() => [Region], {
    description:
      "Regions with the next better rank («仅次于»), in administrative order. Empty for rank 1, and if none is known.",
  })
  readonly justBefore!: readonly Region[];
}

@ObjectType({
  description: "The printed ranks and scores of a level. 排名与得分查询结果。",
})
export class Scoreboard extends LevelAnswer {
  @Field(() => Dimension, {
    nullable: true,
    description: "Dimension of the ranks. Null for the overall index.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => Int, {
    description:
      "Number of regions with a printed rank, worst possible rank or score. Example: 32 in the 2020 edition.",
  })
  readonly total!: number;

  @Field(() => Int, {
    description:
      "Number of regions with a printed score. Example: 31 provincial-level units in the 2020 edition.",
  })
  readonly scored!: number;

  @Field(() => [ScoreboardRow], {
    description:
      "The regions by rank, then by score, then in administrative order. Regions without a single printed rank come last, including those that are known only to be outside a complete list of the best ranks (`rankAtLeast`). A region that is not listed does have a rank; no published source for it was found. If empty, `reason` says why.",
  })
  readonly rows!: readonly ScoreboardRow[];

  /** Year of the edition; null if no edition has such facts. */
  readonly year!: number | null;
}

@Resolver()
export class ScoreboardQuestion {
  @Extensions({ statements: 3 })
  @Query(() => Scoreboard, {
    nullable: true,
    description:
      "Which rank and score does each region have in the overall index or in a dimension, and which regions tie or are ranked just before? 各地区排名与得分。 Example: scoreboard(level: PROVINCE, edition: 2020).",
  })
  async scoreboard(
    @Args(() => ScoreboardArguments) { level, edition, dimension = null }: ScoreboardArguments,
    @Ctx() context: Context,
  ): Promise<Scoreboard> {
    const snapshot = await context.snapshot();
    const kind = dimension === null ? "SCORED" : "RANKED";
    const scope = scopeOf(snapshot, kind, level, edition, dimension);
    const rows = await context.request.ask(scoreboard, { level, edition: scope.year, dimension });
    return answer(context, snapshot, scope, {
      level,
      dimension: dimension === null ? null : snapshot.dimension(dimension),
      total: rows.filter(({ readings }) => readings.length > 0).length,
      scored: rows.filter(({ readings }) => readings.some(({ value }) => value !== null)).length,
      rows: rows.map(
        (row): ScoreboardRow => ({
          ...toRanking(snapshot.region(row.code), row),
          atMost: row.atMost,
          before: row.before,
          tiedWith: row.tiedWith.map((code) => snapshot.region(code)),
          justBefore: row.justBefore.map((code) => snapshot.region(code)),
        }),
      ),
      year: scope.year,
    });
  }
}
