import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { checkAreas } from "../areas/areas.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { RegionBy, requireRegion } from "../regions/regionBy.js";
import type { Snapshot } from "../snapshot.js";
import { checkDimensionSets } from "./dimensionSets.js";
import { toLeaderships } from "./leadership.js";

const dimensionKey = oneOf(...Object.values(DimensionKey));

export const leaders = statement(
  "question/leaders/leaders",
  {
    level: text,
    edition: nullable(whole),
    atLeast: nullable(whole),
    allOf: nullable(list(dimensionKey)),
    anyOf: nullable(list(dimensionKey)),
    noneOf: nullable(list(dimensionKey)),
    areas: nullable(list(text)),
    province: nullable(text),
  },
  {
    edition: whole,
    code: text,
    name: text,
    count: whole,
    dimensions: list(dimensionKey),
    names: list(text),
    led: list(dimensionKey),
    positions: list(whole),
    facts: list(text),
  },
);

@ArgsType()
export class LeadersArguments extends LevelArguments {
  @Field(() => Int, {
    defaultValue: 1,
    description:
      "In how many dimensions a region must lead at the least: from 1 to the number of dimensions. Example: 3.",
  })
  readonly atLeast!: number;

  @Field(() => [DimensionKey], {
    nullable: true,
    description: "It must lead in all of these. Left out: no such condition.",
  })
  readonly allOf?: DimensionKey[] | null;

  @Field(() => [DimensionKey], {
    nullable: true,
    description: "It must lead in at least one of these. Left out: no such condition.",
  })
  readonly anyOf?: DimensionKey[] | null;

  @Field(() => [DimensionKey], {
    nullable: true,
    description: "It must lead in none of these. Left out: no such condition.",
  })
  readonly noneOf?: DimensionKey[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'It must lie in at least one of these areas, by key or name: their union, also of areas of different schemes, so that ["EAST", "NORTH"] is all of the east and all of the north. A city lies where its province lies. Left out: anywhere. Example: ["CENTRAL", "西部"].',
  })
  readonly areas?: string[] | null;

  @Field(() => RegionBy, {
    nullable: true,
    description: "Only the key cities of this province; goes with level CITY. Left out: of any province.",
  })
  readonly province?: RegionBy | null;
}

@ObjectType({
  description: "A region with the dimensions that it leads in. 领先地区。",
})
export class Leader extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => Int, { description: "In how many dimensions it leads. Example: 5." })
  readonly count!: number;

  @Field(() => [Dimension], { description: "The dimensions it leads in, in the report's order." })
  readonly dimensions!: readonly Dimension[];

  @Field(() => [Leadership], { description: "Each leadership with its place in the list and its evidence." })
  readonly leads!: readonly Leadership[];

  /** Year of the edition that the answer is about. */
  readonly year!: number;
}

@ObjectType({
  description: "Which regions lead in how many dimensions. 领先地区查询结果。",
})
export class LeaderAnswer extends LevelAnswer {
  @Field(() => Int, { description: "How many regions answer the question. Example: 8." })
  readonly total!: number;

  @Field(() => [Leader], {
    description:
      "The regions, most dimensions first, then in administrative order. The order among equals is no rank.",
  })
  readonly leaders!: readonly Leader[];
}

@Resolver()
export class LeadersQuestion {
  @Query(() => LeaderAnswer, {
    nullable: true,
    description:
      "Which regions lead in at least so many dimensions, in all, any or none of certain ones, in certain areas? 哪些地区在多个分项指数上领先?Example: leaders(level: CITY, atLeast: 3).",
  })
  async leaders(
    @Args(() => LeadersArguments) args: LeadersArguments,
    @Ctx() context: Context,
  ): Promise<LeaderAnswer> {
    const { level, edition = null, atLeast, allOf = null, anyOf = null, noneOf = null } = args;
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    checkDimensionSets({ atLeast, allOf, anyOf, noneOf }, snapshot.dimensions.length);
    if (args.province && level === Level.PROVINCE) {
      throw inputError("goes with level CITY only: it asks for the key cities of a province", {
        argument: ["province"],
      });
    }
    const areas = checkAreas(snapshot, args.areas ?? null);
    const province = args.province ? provinceOf(snapshot, args.province) : null;
    const rows = await context.request.ask(leaders, {
      level,
      edition,
      atLeast,
      allOf,
      anyOf,
      noneOf,
      areas,
      province,
    });
    return answer(context, snapshot, { kind: "LEADS", level, edition }, rows, {
      level,
      total: rows.length,
      leaders: rows.map(({ code, edition: year, count, dimensions, led, positions, facts }): Leader => {
        const region = snapshot.region(code);
        return {
          region,
          count,
          dimensions: dimensions.map((key) => snapshot.dimension(key)),
          leads: toLeaderships(
            snapshot.edition(year),
            "dimension",
            led.map((key, index) => ({
              region,
              dimension: snapshot.dimension(key),
              position: positions[index] as number,
              fact: facts[index],
            })),
          ),
          year,
          facts,
        };
      }),
    });
  }
}

/** The code of a province. @throws GraphQLError BAD_USER_INPUT when the region is none */
function provinceOf(snapshot: Snapshot, by: RegionBy): string {
  const { code, level, name } = requireRegion(snapshot, by, ["province"]);
  if (level === Level.PROVINCE) return code;
  throw inputError(`${name} is a key city; expected a province`, {
    argument: ["province", ...Object.keys(by)],
  });
}
