import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { checkDimensionCount } from "./dimensionSets.js";
import { Jaccard, type Overlap, overlapColumns, Shared, Union } from "./overlap.js";

const dimensionKeys = list(oneOf(...Object.values(DimensionKey)));

export const coLeaders = statement(
  "question/leaders/coLeaders",
  { level: text, edition: nullable(whole), minShared: whole },
  {
    first: text,
    second: text,
    firstName: text,
    secondName: text,
    ...overlapColumns,
    both: dimensionKeys,
    bothNames: list(text),
    onlyFirst: dimensionKeys,
    onlySecond: dimensionKeys,
    facts: list(text),
  },
);

/** Maximum number of pairs: those of the 32 regions of a level. */
const maxPairs = (32 * 31) / 2;

@ArgsType()
export class CoLeadersArguments extends LevelArguments {
  @Field(() => Int, {
    defaultValue: 2,
    description:
      "Minimum number of dimensions that both regions must lead in, from 1 to the number of dimensions. Example: 3.",
  })
  readonly minShared!: number;
}

@ObjectType({
  description:
    "A pair of regions with the dimensions that both or only one of them leads in. The figures count dimensions. 共同领先的两个地区。",
})
export class CoLeaderPair extends Proven implements Overlap {
  @Field(() => Region, { description: "Region that comes first in administrative order." })
  readonly first!: Region;

  @Field(() => Region, { description: "The second region." })
  readonly second!: Region;

  @Shared("Number of dimensions that both regions lead in.")
  readonly shared!: number;

  @Union("Number of dimensions that at least one of the regions leads in.")
  readonly union!: number;

  @Jaccard()
  readonly jaccard!: number;

  @Field(() => [Dimension], { description: "Dimensions that both regions lead in, in the report's order." })
  readonly both!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "Dimensions that only `first` leads in, in the report's order.",
  })
  readonly onlyFirst!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "Dimensions that only `second` leads in, in the report's order.",
  })
  readonly onlySecond!: readonly Dimension[];
}

@ObjectType({ description: "Pairs of regions that lead in the same dimensions. 共同领先查询结果。" })
export class CoLeaders extends LevelAnswer {
  @Field(() => Int, { description: "Number of pairs. Example: 22." })
  readonly total!: number;

  @Field(() => [CoLeaderPair], {
    complexity: ({ childComplexity }) => 1 + maxPairs * childComplexity,
    description:
      "The pairs, each once: the most shared dimensions first, then the larger Jaccard index, then administrative order of `first` and of `second`. The order of equal pairs is not a rank.",
  })
  readonly pairs!: readonly CoLeaderPair[];
}

@Resolver()
export class CoLeadersQuestion {
  @Query(() => CoLeaders, {
    nullable: true,
    description:
      "Which pairs of regions lead in the same dimensions, in at least `minShared` of them? 哪些地区两两在多项分项指数上同时领先？ Example: coLeaders(level: CITY, minShared: 3).",
  })
  async coLeaders(
    @Args(() => CoLeadersArguments) { level, edition, minShared }: CoLeadersArguments,
    @Ctx() context: Context,
  ): Promise<CoLeaders> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    checkDimensionCount("minShared", minShared, snapshot.dimensions.length);
    const rows = await context.request.ask(coLeaders, {
      level,
      edition: scope.year,
      minShared,
    });
    const dimensions = (keys: readonly DimensionKey[]) => keys.map((key) => snapshot.dimension(key));
    return answer(context, snapshot, scope, {
      level,
      total: rows.length,
      pairs: rows.map(
        ({ first, second, shared, union, jaccard, both, onlyFirst, onlySecond, facts }): CoLeaderPair => ({
          first: snapshot.region(first),
          second: snapshot.region(second),
          shared,
          union,
          jaccard,
          both: dimensions(both),
          onlyFirst: dimensions(onlyFirst),
          onlySecond: dimensions(onlySecond),
          facts,
        }),
      ),
    });
  }
}
