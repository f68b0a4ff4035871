import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { checkAreas } from "../areas/areas.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { RegionBy, requireRegion } from "../regions/regionBy.js";
import { describeRegion } from "../regions/regionName.js";
import type { Snapshot } from "../snapshot.js";
import { checkDimensionSets } from "./dimensionSets.js";
import { leadsColumn, toLeaderships } from "./leadership.js";

const dimensionKey = oneOf(...Object.values(DimensionKey));

export const leaders = statement(
  "question/leaders/leaders",
  {
    level: text,
    edition: nullable(whole),
    atLeast: whole,
    allOf: nullable(list(dimensionKey)),
    anyOf: nullable(list(dimensionKey)),
    noneOf: nullable(list(dimensionKey)),
    areas: nullable(list(text)),
    province: nullable(text),
  },
  {
    code: text,
    name: text,
    count: whole,
    dimensions: list(dimensionKey),
    names: list(text),
    leads: leadsColumn,
  },
);

@ArgsType()
export class LeadersArguments extends LevelArguments {
  @Field(() => Int, {
    defaultValue: 1,
    description:
      "Minimum number of dimensions that a region must lead in, from 1 to the number of dimensions. Example: 3.",
  })
  readonly atLeast!: number;

  @Field(() => [DimensionKey], {
    nullable: true,
    description:
      "Only regions that lead in all of these dimensions. Optional. Example: [MATURITY, COVERAGE].",
  })
  readonly allOf?: DimensionKey[] | null;

  @Field(() => [DimensionKey], {
    nullable: true,
    description:
      "Only regions that lead in at least one of these dimensions. Optional. Example: [MATURITY, COVERAGE].",
  })
  readonly anyOf?: DimensionKey[] | null;

  @Field(() => [DimensionKey], {
    nullable: true,
    description: "Only regions that lead in none of these dimensions. Optional. Example: [ACCURACY].",
  })
  readonly noneOf?: DimensionKey[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only regions in at least one of these areas, by key or name. Areas of different schemes are combined too: ["EAST", "NORTH"] means all of the east and all of the north. A city belongs to the areas of its province. Optional. Example: ["CENTRAL", "西部"].',
  })
  readonly areas?: string[] | null;

  @Field(() => RegionBy, {
    nullable: true,
    description:
      'Only the key cities of this province, with level CITY. Optional. Example: { name: "广东" }.',
  })
  readonly province?: RegionBy | null;
}

@ObjectType({
  description: "A leading region and the dimensions that it leads in. 领先地区。",
})
export class Leader extends Proven {
  @Field(() => Region, { description: "The leading region." })
  readonly region!: Region;

  @Field(() => Int, { description: "Number of dimensions that the region leads in. Example: 5." })
  readonly count!: number;

  @Field(() => [Dimension], { description: "Dimensions that the region leads in, in the report's order." })
  readonly dimensions!: readonly Dimension[];

  @Field(() => [Leadership], {
    description: "One entry per dimension, with the list position and the evidence.",
  })
  readonly leads!: readonly Leadership[];

  /** The year of the edition that the answer is about. */
  readonly year!: number;
}

@ObjectType({
  description: "The leading regions that meet the conditions. 领先地区查询结果。",
})
export class LeaderAnswer extends LevelAnswer {
  @Field(() => Int, { description: "Number of regions that meet the conditions. Example: 8." })
  readonly total!: number;

  @Field(() => [Leader], {
    description:
      "The regions: the most dimensions first, then administrative order. The order of equal regions is not a rank.",
  })
  readonly leaders!: readonly Leader[];
}

@Resolver()
export class LeadersQuestion {
  @Query(() => LeaderAnswer, {
    nullable: true,
    description:
      "Which regions lead in at least N dimensions? Filter by required, optional or excluded dimensions and by area. 哪些地区在多个分项指数上领先？ Example: leaders(level: CITY, atLeast: 3).",
  })
  async leaders(
    @Args(() => LeadersArguments) args: LeadersArguments,
    @Ctx() context: Context,
  ): Promise<LeaderAnswer> {
    const { level, edition, atLeast, allOf = null, anyOf = null, noneOf = null } = args;
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    checkDimensionSets({ atLeast, allOf, anyOf, noneOf }, snapshot.dimensions.length);
    if (args.province && level === Level.PROVINCE) {
      throw inputError(
        "expected level CITY with this argument, got PROVINCE. Use level CITY or omit province.",
        {
          argument: ["province"],
        },
      );
    }
    const areas = checkAreas(snapshot, args.areas ?? null);
    const province = args.province ? provinceOf(snapshot, args.province) : null;
    const rows = await context.request.ask(leaders, {
      level,
      edition: scope.year,
      atLeast,
      allOf,
      anyOf,
      noneOf,
      areas,
      province,
    });
    return answer(context, snapshot, scope, {
      level,
      total: rows.length,
      leaders: rows.map(({ code, count, dimensions, leads }): Leader => {
        const region = snapshot.region(code);
        const year = scope.year as number;
        return {
          region,
          count,
          dimensions: dimensions.map((key) => snapshot.dimension(key)),
          leads: toLeaderships(snapshot, region, year, leads),
          year,
          facts: leads.flatMap(({ facts }) => facts),
        };
      }),
    });
  }
}

/** Returns the code of the selected province. @throws GraphQLError BAD_USER_INPUT if the region is a key city */
function provinceOf(snapshot: Snapshot, by: RegionBy): string {
  const region = requireRegion(snapshot, by, ["province"]);
  if (region.level === Level.PROVINCE) return region.code;
  throw inputError(`expected a province, got the key city ${describeRegion(region)}. Use a province.`, {
    argument: ["province", ...Object.keys(by)],
  });
}
