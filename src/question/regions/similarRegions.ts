import { Args, ArgsType, Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, LevelAnswer, scopeOf } from "../answer.js";
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
  @Field(() => RegionBy, { description: 'Region to compare with. Example: { name: "武汉" }.' })
  readonly to!: RegionBy;

  @Field(() => Int, {
    defaultValue: 5,
    description: "Maximum number of similar regions, from 1 to 31 (all other regions of the level).",
  })
  readonly first!: number;
}

@ObjectType({
  description:
    "A region that shares at least one leading dimension with `to`. The figures count dimensions. 相近的地区。",
})
export class SimilarRegion extends Proven implements Overlap {
  @Field(() => Region, { description: "The similar region." })
  readonly region!: Region;

  @Shared("Number of dimensions that both regions lead in.")
  readonly shared!: number;

  @Union("Number of dimensions that at least one of the regions leads in.")
  readonly union!: number;

  @Jaccard()
  readonly jaccard!: number;

  @Field(() => [Dimension], { description: "Dimensions that both regions lead in, in the report's order." })
  readonly both!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "Dimensions that only `to` leads in, in the report's order.",
  })
  readonly onlyTo!: readonly Dimension[];

  @Field(() => [Dimension], {
    description: "Dimensions that only this region leads in, in the report's order.",
  })
  readonly onlyOther!: readonly Dimension[];
}

@ObjectType({
  description: "The regions that lead in the most similar sets of dimensions. 相近地区查询结果。",
})
export class SimilarRegions extends LevelAnswer {
  @Field(() => Region, { description: "Region that the others are compared with." })
  readonly to!: Region;

  @Field(() => Int, {
    description: "Total number of regions of the level that share a dimension with `to`. Example: 15.",
  })
  readonly total!: number;

  @Field(() => [SimilarRegion], {
    // The cost of the root field already counts `first`.
    complexity: ({ childComplexity }) => 1 + childComplexity,
    description:
      "Similar regions, at most `first`: the largest Jaccard index first, then the most shared dimensions, then administrative order. The order of equal regions is not a rank. If empty, `reason` says why.",
  })
  readonly similar!: readonly SimilarRegion[];

  @Field(() => Int, {
    description:
      "Number of regions beyond `first` with the same Jaccard index as the last region in `similar`. Example: 3.",
  })
  readonly tiedBeyond!: number;

  /** Year of the edition; null if no edition has such lists. */
  readonly year!: number | null;
}

@Resolver()
export class SimilarRegionsQuestion {
  @Extensions({ statements: 2 })
  @Query(() => SimilarRegions, {
    nullable: true,
    description:
      'Which regions of the same level lead in the most similar set of dimensions? 与某地区领先的分项指数最相近的地区有哪些？ Example: similarRegions(to: { name: "武汉" }).',
  })
  async similarRegions(
    @Args(() => SimilarRegionsArguments) { to: by, edition, first }: SimilarRegionsArguments,
    @Ctx() context: Context,
  ): Promise<SimilarRegions> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition ?? null);
    const to = requireRegion(snapshot, by, ["to"]);
    const scope = scopeOf(snapshot, "LEADS", to.level, edition);
    checkFirst(first, snapshot.regions.filter(({ level }) => level === to.level).length - 1);
    const rows = await context.request.ask(similarRegions, { to: to.code, edition: scope.year, first });
    const dimensions = (keys: readonly DimensionKey[]) => keys.map((key) => snapshot.dimension(key));
    return answer(context, snapshot, scope, {
      level: to.level,
      to,
      year: scope.year,
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
