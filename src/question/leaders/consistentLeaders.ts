import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const consistentLeaders = statement(
  "question/leaders/consistentLeaders",
  { level: text, edition: nullable(whole) },
  { edition: whole, code: text, name: text, periods: list(text), facts: list(text), dimensions: list(text) },
);

@ObjectType({
  description: "A region named as leading the country lastingly. 持续领先地区。",
})
export class ConsistentLeader extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => String, {
    description:
      "Over which time, as printed; where sources print different ones, all of them. Example: 近年来.",
  })
  readonly period!: string;

  @Field(() => Int, { description: "In how many dimensions it leads in this edition. Example: 5." })
  readonly count!: number;

  @Field(() => [Dimension], {
    description: "The dimensions it leads in in this edition, in the report's order.",
  })
  readonly dimensions!: readonly Dimension[];
}

@ObjectType({
  description: "Which regions are named as leading lastingly. 持续领先地区查询结果。",
})
export class ConsistentLeaders extends LevelAnswer {
  @Field(() => [ConsistentLeader], {
    description:
      "The regions named, in administrative order. The list is an open one: others may lead lastingly too.",
  })
  readonly leaders!: readonly ConsistentLeader[];
}

@Resolver()
export class ConsistentLeadersQuestion {
  @Query(() => ConsistentLeaders, {
    nullable: true,
    description: "Which regions are named as leading the country lastingly? 哪些地区持续保持全国领先水平?",
  })
  async consistentLeaders(
    @Args(() => LevelArguments) { level, edition = null }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<ConsistentLeaders> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.ask(consistentLeaders, { level, edition });
    return answer(context, snapshot, { kind: "KEEPS_LEADING", level, edition }, rows, {
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
