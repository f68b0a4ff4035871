import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const consistentLeaders = statement(
  "question/leaders/consistentLeaders",
  { level: text, edition: nullable(whole) },
  { code: text, name: text, periods: list(text), facts: list(text), dimensions: list(text) },
);

@ObjectType({
  description: "A region that an edition names as a consistent leader. 持续领先地区。",
})
export class ConsistentLeader extends Proven {
  @Field(() => Region, { description: "The consistent leader." })
  readonly region!: Region;

  @Field(() => String, {
    description: "Period as printed. All readings if sources disagree. Example: 近年来.",
  })
  readonly period!: string;

  @Field(() => Int, {
    description: "Number of dimensions that the region leads in, in this edition. Example: 5.",
  })
  readonly count!: number;

  @Field(() => [Dimension], {
    description: "Dimensions that the region leads in, in this edition, in the report's order.",
  })
  readonly dimensions!: readonly Dimension[];
}

@ObjectType({
  description: "The regions that an edition names as consistent leaders. 持续领先地区查询结果。",
})
export class ConsistentLeaders extends LevelAnswer {
  @Field(() => [ConsistentLeader], {
    description:
      "The consistent leaders, in administrative order. The list is open: other regions can be consistent leaders too.",
  })
  readonly leaders!: readonly ConsistentLeader[];
}

@Resolver()
export class ConsistentLeadersQuestion {
  @Query(() => ConsistentLeaders, {
    nullable: true,
    description:
      "Which regions does the report name as consistent leaders? 哪些地区持续保持全国领先水平？ Example: consistentLeaders(level: CITY).",
  })
  async consistentLeaders(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<ConsistentLeaders> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "KEEPS_LEADING", level, edition);
    const rows = await context.request.ask(consistentLeaders, { level, edition: scope.year });
    return answer(context, snapshot, scope, {
      level,
      leaders: rows.map(
        ({ code, periods, facts, dimensions }): ConsistentLeader => ({
          region: snapshot.region(code),
          period: periods.join(" / "),
          count: dimensions.length,
          dimensions: dimensions.map((key) => snapshot.dimension(key)),
          facts,
        }),
      ),
    });
  }
}
