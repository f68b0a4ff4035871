import {
  Args,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { askCoverage } from "../facts/coverage.js";

export const tierChanges = statement(
  "question/tiers/tierChanges",
  { level: text, edition: nullable(whole) },
  { code: text, name: text, from: nullable(text), to: text, facts: list(text), dimensions: list(text) },
);

@ObjectType({
  description: "A region's rise from one tier to a higher one. 组别上升。",
})
export class TierMove extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => Tier, {
    nullable: true,
    description: "Its tier in the previous edition. Null if sources disagree.",
  })
  readonly from!: Tier | null;

  @Field(() => Tier, { description: "Its tier in this edition." })
  readonly to!: Tier;

  @Field(() => Int, {
    description:
      "Number of dimensions in which it leads in this edition. 0 means that no printed list names it.",
  })
  readonly count!: number;

  @Field(() => [Dimension], {
    description: "The dimensions in which it leads in this edition, in the report's order.",
  })
  readonly dimensions!: readonly Dimension[];
}

@ObjectType({
  description: "The printed changes of tiers. 组别变化。",
})
export class TierChanges extends LevelAnswer {
  @Field(() => Int, { description: "Number of regions named as risen. Example: 11." })
  readonly total!: number;

  @Field(() => [TierMove], {
    description:
      "The rises, by the tier reached (highest first), then in administrative order. Falls are never printed.",
  })
  readonly moves!: readonly TierMove[];

  /** Year of the edition; null if no edition has such facts. */
  readonly year!: number | null;
}

@Resolver(() => TierChanges)
export class TierChangesQuestion {
  @Extensions({ statements: 3 })
  @Query(() => TierChanges, {
    nullable: true,
    description:
      "Which regions rose to a higher tier since the previous edition, from which tier to which, and in how many dimensions do they lead? 哪些地区组别上升？",
  })
  async tierChanges(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<TierChanges> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "ROSE", level, edition);
    const rows = await context.request.ask(tierChanges, { level, edition: scope.year });
    return answer(context, snapshot, scope, {
      level,
      total: new Set(rows.map(({ code }) => code)).size,
      moves: rows.map(
        ({ code, from, to, facts, dimensions }): TierMove => ({
          region: snapshot.region(code),
          from: from === null ? null : snapshot.tier(from),
          to: snapshot.tier(to),
          count: dimensions.length,
          dimensions: dimensions.map((key) => snapshot.dimension(key)),
          facts,
        }),
      ),
      year: scope.year,
    });
  }

  @FieldResolver(() => [TierMove], {
    nullable: true,
    description:
      "The rises of regions that lead in no dimension, in the same order. Null if the edition does not print the leading regions of all its dimensions. 未在任何分项指数领先的上升地区。",
  })
  async withoutLead(
    @Root() { level, year, moves }: TierChanges,
    @Ctx() context: Context,
  ): Promise<readonly TierMove[] | null> {
    const { closed } = await askCoverage(context, "LEADS", level, year);
    return closed ? moves.filter(({ count }) => count === 0) : null;
  }
}
