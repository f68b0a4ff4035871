import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import { checkFirst } from "../connection.js";
import type { Context } from "../context.js";
import { Jaccard, type Overlap, overlapColumns, Shared, Union } from "../leaders/overlap.js";
import { RegionBy, requireRegion } from "./regionBy.js";

const dimensionKeys = list(oneOf(...Object.values(DimensionKey)));

export const similarRegions = statement(
  "question/regions/similarRegions",
  { to: text, edition: nullable(whole), first: whole },
  {
    edition: whole,
    code: text,
    name: text,
    ...overlapColumns,
    both: dimensionKeys,
    bothNames: list(text),
    onlyTo: dimensionKeys,
    onlyOther: dimensionKeys,
    facts: list(text),
    total: whole,
    tiedBeyond: whole,
  },
);

@ArgsType()
export class SimilarRegionsArguments extends EditionArguments {
  @Field(() => RegionBy, { description: 'The region to compare with. Example: { name: "武汉" }.' })
  readonly to!: RegionBy;

  @Field(() => Int, {
    defaultValue: 5,
    description: "How many at most: from 1 to 31, the number of other regions of a level.",
  })
  readonly first!: number;
}

@ObjectType({
  description:
    "A region that leads in some of the dimensions that the region asked about leads in; the figures count dimensions. 相近的地区。",
})
export class SimilarRegion extends Proven implements Overlap {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Shared("In how many dimensions both lead.")
  readonly shared!: number;

  @Union("In how many dimensions at least one of the two leads.")
  readonly union!: number;

  @Jaccard()
  readonly jaccard!: number;

  @Field(() => [Dimension], { description: "The dimensions that both lead in, in the report's order." })
  readonly both!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "The dimensions that only the region asked about leads in, in the report's order.",
  })
  readonly onlyTo!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "The dimensions that only this region leads in, in the report's order.",
  })
  readonly onlyOther!: readonly Dimension[];
}

@ObjectType({
  description: "Which regions lead in the most similar sets of dimensions. 相近地区查询结果。",
})
export class SimilarRegions extends LevelAnswer {
  @Field(() => Region, { description: "The region asked about." })
  readonly to!: Region;

  @Field(() => Int, {
    description: "How many regions of the level share a dimension with it, shown or not. Example: 15.",
  })
  readonly total!: number;

  @Field(() => [SimilarRegion], {
    // `first` counts already where it is an argument.
    complexity: ({ childComplexity }) => 1 + childComplexity,
    description:
      "Those that share a dimension with it: the largest Jaccard index first, then most shared dimensions, then in administrative order. The order among equals is no rank. Empty: `reason` says why.",
  })
  readonly similar!: readonly SimilarRegion[];

  @Field(() => Int, {
    description:
      "How many of those left out are just as similar as the last one shown, by the Jaccard index; 0 where the cut parts no equals. Example: 3.",
  })
  readonly tiedBeyond!: number;

  /** The edition that was asked for; null for the latest with such lists. */
  readonly asked!: number | null;
}

@Resolver()
export class SimilarRegionsQuestion {
  @Query(() => SimilarRegions, {
    nullable: true,
    description:
      'Which regions of its level lead in the most similar set of dimensions? 与某地区领先的分项指数最相近的地区有哪些?Example: similarRegions(to: { name: "武汉" }).',
  })
  async similarRegions(
    @Args(() => SimilarRegionsArguments) { to: by, edition = null, first }: SimilarRegionsArguments,
    @Ctx() context: Context,
  ): Promise<SimilarRegions> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const to = requireRegion(snapshot, by, ["to"]);
    checkFirst(first, snapshot.regions.filter(({ level }) => level === to.level).length - 1);
    const rows = await context.request.ask(similarRegions, { to: to.code, edition, first });
    const dimensions = (keys: readonly DimensionKey[]) => keys.map((key) => snapshot.dimension(key));
    return answer(context, snapshot, { kind: "LEADS", level: to.level, edition }, rows, {
      level: to.level,
      to,
      asked: edition,
      total: rows[0]?.total ?? 0,
      tiedBeyond: rows[0]?.tiedBeyond ?? 0,
      similar: rows.map(
        ({ code, shared, union, jaccard, both, onlyTo, onlyOther, facts }): SimilarRegion => ({
          region: snapshot.region(code),
          shared,
          union,
          jaccard,
          both: dimensions(both),
          onlyTo: dimensions(onlyTo),
          onlyOther: dimensions(onlyOther),
          facts,
        }),
      ),
    });
  }
}
