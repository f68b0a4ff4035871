import { Args, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Area } from "../../model/area.js";
import { DimensionKey } from "../../model/dimension.js";
import type { Level } from "../../model/level.js";
import { Region } from "../../model/region.js";
import { TierKey } from "../../model/tier.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { AreaDimension, AreaFigure, AreaRise, figureColumns, toFigure } from "./areaFigure.js";

export const areaSummary = statement(
  "question/areas/areaSummary",
  { level: text, edition: nullable(whole) },
  {
    edition: whole,
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
  description: "What is known of the regions of one area. 某区域的概况。",
})
export class AreaProfile {
  @Field(() => Area, { description: "The area, with who draws it in `definedBy`." })
  readonly area!: Area;

  @Field(() => Int, { description: "How many regions of the level lie in it. Example: 10." })
  readonly count!: number;

  @Field(() => Float, {
    description: "These in percent of the regions of the level, to two decimals. Example: 31.25.",
  })
  readonly share!: number;

  @Field(() => [Region], { description: "The regions of the level in it, in administrative order." })
  readonly regions!: readonly Region[];

  @Field(() => AreaFigure, {
    nullable: true,
    description:
      "How many of the regions that lead in any dimension lie in it, each counted once; null where the edition has no lists of leaders.",
  })
  readonly leaders!: AreaFigure | null;

  @Field(() => [AreaDimension], {
    description:
      "The same for each dimension by itself, in the report's order; a dimension without a list is not there.",
  })
  readonly dimensions!: readonly AreaDimension[];

  @Field(() => AreaFigure, {
    nullable: true,
    description: "How many of the regions that rose a tier lie in it; null where the edition names none.",
  })
  readonly risen!: AreaFigure | null;

  @Field(() => [AreaRise], { description: "The same for each kind of rise, by the tier reached." })
  readonly rises!: readonly AreaRise[];

  @Field(() => AreaFigure, {
    nullable: true,
    description:
      "How many of the regions named as leading lastingly lie in it; the list is an open one; null where the edition has none.",
  })
  readonly keepsLeading!: AreaFigure | null;

  /** Level and year of the edition that the answer is about. */
  readonly level!: Level;
  readonly year!: number;
}

@ObjectType({
  description: "How the areas of the country compare, and what the text claims of them. 区域比较。",
})
export class AreaSummary extends LevelAnswer {
  @Field(() => Int, { description: "How many regions there are at the level. Example: 32." })
  readonly regions!: number;

  @Field(() => [AreaProfile], {
    description:
      "One an area, in their order, which is no rank. Areas of one scheme do not overlap and add up to the whole; every region lies in one area of each scheme.",
  })
  readonly areas!: readonly AreaProfile[];

  /** Year of the edition that the answer is about; null where none has such facts. */
  readonly year!: number | null;
}

@Resolver()
export class AreaSummaryQuestion {
  @Query(() => AreaSummary, {
    nullable: true,
    description:
      "How do the areas of the country compare (东部、中部、西部、东北; 南、北): shares of the leaders of each dimension, of tiers and rises, with the report's claims beside them? 各区域如何比较?",
  })
  async areaSummary(
    @Args(() => LevelArguments) { level, edition = null }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<AreaSummary> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.ask(areaSummary, { level, edition });
    return answer(context, snapshot, { kind: "LEADS", level, edition }, rows, {
      level,
      regions: snapshot.regions.filter((region) => region.level === level).length,
      areas: snapshot.areas.flatMap((area) => {
        const measures = rows.filter((row) => row.area === area.key);
        return measures.length === 0 ? [] : [toProfile(snapshot, level, area, measures)];
      }),
      year: rows[0]?.edition ?? null,
    });
  }
}

/** The rows of one area, at least the one that counts its regions, as what is known of it. */
function toProfile(
  snapshot: Snapshot,
  level: Level,
  area: Area,
  rows: readonly Row<typeof areaSummary>[],
): AreaProfile {
  const total = (wanted: string) => {
    const found = rows.find((row) => row.measure === wanted && row.dimension === null && row.to === null);
    return found === undefined ? null : toFigure(snapshot, found);
  };
  const [{ edition: year, count, share }] = rows as [Row<typeof areaSummary>];
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
