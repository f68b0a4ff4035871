import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import type { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, record, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const leadershipMatrix = statement(
  "question/leaders/leadershipMatrix",
  { level: text, edition: nullable(whole) },
  {
    dimension: oneOf(...Object.values(DimensionKey)),
    name: text,
    leads: list(record({ code: text, name: text, position: nullable(whole), facts: list(text) })),
    lists: list(text),
    printedCount: nullable(whole),
    closed: flag,
  },
);

@ObjectType({
  description: "The list of leading regions of a dimension. 某分项指数的领先地区列表。",
})
export class MatrixColumn extends Proven {
  @Field(() => Dimension, { description: "Dimension of the list." })
  readonly dimension!: Dimension;

  @Field(() => [Leadership], {
    description: "Leading regions as printed: in administrative order (not a ranking).",
  })
  readonly leads!: readonly Leadership[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Printed size of the list (regions). Null if none is printed or sources disagree. Example: 10.",
  })
  readonly printedCount!: number | null;

  @Field(() => Boolean, {
    description: "Whether the list is complete. If so, a region that is not in it is not a leading region.",
  })
  readonly closed!: boolean;
}

@ObjectType({
  description: "A region and the dimensions that it leads in, possibly none. 矩阵中的一行。",
})
export class MatrixRow {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => Int, {
    description: "Number of dimensions that the region leads in. 0 if no printed list names it. Example: 5.",
  })
  readonly count!: number;

  @Field(() => [Dimension], { description: "Dimensions that the region leads in, in the report's order." })
  readonly dimensions!: readonly Dimension[];
}

@ObjectType({ description: "The leading regions, by dimension and by region. 领先矩阵。" })
export class LeadershipMatrix extends LevelAnswer {
  @Field(() => [MatrixColumn], {
    description: "One entry per dimension that has a list, in the report's order.",
  })
  readonly columns!: readonly MatrixColumn[];

  @Field(() => [MatrixRow], {
    description:
      "One entry per region of the level, in administrative order, including regions that lead in no dimension.",
  })
  readonly rows!: readonly MatrixRow[];
}

@Resolver()
export class LeadershipMatrixQuestion {
  @Query(() => LeadershipMatrix, {
    nullable: true,
    description:
      "Which regions lead in which dimensions? All lists of leading regions of an edition. 各分项指数领先地区一览。 Example: leadershipMatrix(level: PROVINCE).",
  })
  async leadershipMatrix(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<LeadershipMatrix> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    const rows = await context.request.ask(leadershipMatrix, {
      level,
      edition: scope.year,
    });
    const columns = rows.map((row): MatrixColumn => {
      const dimension = snapshot.dimension(row.dimension);
      const leads = row.leads.map(
        ({ code, position, facts }): Leadership => ({
          region: snapshot.region(code),
          dimension,
          edition: snapshot.edition(scope.year as number),
          position,
          facts,
        }),
      );
      return {
        dimension,
        leads,
        printedCount: row.printedCount,
        closed: row.closed,
        facts: row.lists,
      };
    });
    return answer(context, snapshot, scope, {
      level,
      columns,
      get rows() {
        return rowsOf(snapshot.regions, level, columns);
      },
    });
  }
}

/** Returns the rows of the matrix: all regions of the level, each with the dimensions whose lists name it. */
function rowsOf(regions: readonly Region[], level: Level, columns: readonly MatrixColumn[]): MatrixRow[] {
  const led = new Map<Region, Dimension[]>(
    regions.filter((region) => region.level === level).map((region) => [region, []]),
  );
  for (const { dimension, leads } of columns) {
    for (const { region } of leads) led.get(region)?.push(dimension);
  }
  return [...led].map(([region, dimensions]) => ({ region, count: dimensions.length, dimensions }));
}
