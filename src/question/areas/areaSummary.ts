import { Args, Ctx, Extensions, Field, Float, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Area } from "../../model/area.js";
import { DimensionKey } from "../../model/dimension.js";
import type { Level } from "../../model/level.js";
import { Region } from "../../model/region.js";
import { TierKey } from "../../model/tier.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { AreaDimension, AreaFigure, AreaRise, figureColumns, toFigure } from "./areaFigure.js";

export const areaSummary = statement(
  "question/areas/areaSummary",
  { level: text, edition: nullable(whole) },
  {
    area: text,
    name: text,
    measure: oneOf("REGIONS", "LEADS", "ROSE", "KEEPS_LEADING"),
    dimension: nullable(oneOf(...Object.values(DimensionKey))),
    from: nullable(oneOf(...Object.values(TierKey))),
    to: nullable(oneOf(...Object.values(TierKey))),
    ...figureColumns,
  },
);

@ObjectType({
  description: "What is known about the regions of one area. 某区域的概况。",
})
export class AreaProfile {
  @Field(() => Area, { description: "The area. Its `definedBy` says who defines it." })
  readonly area!: Area;

  @Field(() => Int, { description: "Number of regions of the level in the area. Example: 10." })
  readonly count!: number;

  @Field(() => Float, {
    description:
      "`count` as a share of all regions of the level, in percent, to two decimals. Example: 31.25.",
  })
  readonly share!: number;

  @Field(() => [Region], { description: "The regions of the level in the area, in administrative order." })
  readonly regions!: readonly Region[];

  @Field(() => AreaFigure, {
    nullable: true,
    description:
      "How many of the regions that lead in any dimension are in the area. Each region counts once. Null if the edition has no lists of leading regions.",
  })
  readonly leaders!: AreaFigure | null;

  @Field(() => [AreaDimension], {
    description:
      "The same for each dimension, in the report's order. Dimensions without a list are not listed.",
  })
  readonly dimensions!: readonly AreaDimension[];

  @Field(() => AreaFigure, {
    nullable: true,
    description:
      "How many of the regions that rose to a higher tier are in the area. Null if the edition names none.",
  })
  readonly risen!: AreaFigure | null;

  @Field(() => [AreaRise], { description: "The same for each pair of tiers, by the tier reached." })
  readonly rises!: readonly AreaRise[];

  @Field(() => AreaFigure, {
    nullable: true,
    description:
      "How many of the consistent leaders are in the area. The list is open-ended. Null if the edition names none.",
  })
  readonly keepsLeading!: AreaFigure | null;

  /** Level and edition year of the answer. */
  readonly level!: Level;
  readonly year!: number;
}

@ObjectType({
  description: "The figures of each area. The report's claims about areas are in `claims`. 区域比较。",
})
export class AreaSummary extends LevelAnswer {
  @Field(() => Int, { description: "Number of regions at the level. Example: 32." })
  readonly regions!: number;

  @Field(() => [AreaProfile], {
    description:
      "One entry per area, in a fixed order (not a ranking). Every region is in exactly one area of each scheme.",
  })
  readonly areas!: readonly AreaProfile[];

  /** Edition year of the answer; null if no edition has such facts. */
  readonly year!: number | null;
}

@Resolver()
export class AreaSummaryQuestion {
  @Extensions({ statements: 2 })
  @Query(() => AreaSummary, {
    nullable: true,
    description:
      "How do the areas of the country compare? Shares of the leading regions of each dimension and of the rises, the known tiers, and the report's claims about areas. 各区域如何比较？",
  })
  async areaSummary(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<AreaSummary> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    const { year } = scope;
    const rows = year === null ? [] : await context.request.ask(areaSummary, { level, edition: year });
    return answer(context, snapshot, scope, {
      level,
      regions: snapshot.regions.filter((region) => region.level === level).length,
      areas: snapshot.areas.flatMap((area) => {
        const measures = rows.filter((row) => row.area === area.key);
        return measures.length === 0 ? [] : [toProfile(snapshot, level, year as number, area, measures)];
      }),
      year,
    });
  }
}

/** Converts the rows of one area, at least the row that counts its regions, to a profile. */
function toProfile(
  snapshot: Snapshot,
  level: Level,
  year: number,
  area: Area,
  rows: readonly Row<typeof areaSummary>[],
): AreaProfile {
  const total = (measure: string) => {
    const found = rows.find((row) => row.measure === measure && row.dimension === null && row.to === null);
    return found === undefined ? null : toFigure(snapshot, found);
  };
  const [{ count, share }] = rows as [Row<typeof areaSummary>];
  return {
    area,
    count,
    share,
    regions: total("REGIONS")?.regions ?? [],
    leaders: total("LEADS"),
    dimensions: rows.flatMap((row): AreaDimension[] => {
      if (row.dimension === null) return [];
      return [{ ...toFigure(snapshot, row), dimension: snapshot.dimension(row.dimension) }];
    }),
    risen: total("ROSE"),
    rises: rows.flatMap((row): AreaRise[] => {
      if (row.from === null || row.to === null) return [];
      return [{ ...toFigure(snapshot, row), from: snapshot.tier(row.from), to: snapshot.tier(row.to) }];
    }),
    keepsLeading: total("KEEPS_LEADING"),
    level,
    year,
  };
}
