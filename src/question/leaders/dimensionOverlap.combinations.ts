import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { DimensionOverlap } from "./dimensionOverlap.js";

export const dimensionCombinations = statement(
  "question/leaders/dimensionOverlap.combinations",
  { level: text, edition: nullable(whole) },
  {
    dimensions: list(oneOf(...Object.values(DimensionKey))),
    names: list(text),
    count: whole,
    codes: list(text),
    regionNames: list(text),
    facts: list(text),
  },
);

@ObjectType({
  description:
    "An exact set of dimensions and the regions that lead in these dimensions and in no others. 分项指数组合及其地区。",
})
export class DimensionCombination extends Proven {
  @Field(() => [Dimension], { description: "Dimensions of the set, in the report's order. Never empty." })
  readonly dimensions!: readonly Dimension[];

  @Field(() => Int, { description: "Number of regions that lead in exactly these dimensions. Example: 4." })
  readonly count!: number;

  @Field(() => [Region], {
    description: "Regions that lead in exactly these dimensions, in administrative order.",
  })
  readonly regions!: readonly Region[];
}

@Resolver(() => DimensionOverlap)
export class DimensionCombinationsQuestion {
  @FieldResolver(() => [DimensionCombination], {
    description:
      "The exact sets of dimensions that regions lead in: the most dimensions first, then the report's order of dimensions. A region is in at most one set. A region that leads in no dimension is in no set. 恰好领先的分项指数组合。",
  })
  async combinations(
    @Root() { level, year }: DimensionOverlap,
    @Ctx() context: Context,
  ): Promise<DimensionCombination[]> {
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(dimensionCombinations, { level, edition: year }),
    ]);
    return rows.map(({ dimensions, count, codes, facts }) => ({
      dimensions: dimensions.map((key) => snapshot.dimension(key)),
      count,
      regions: codes.map((code) => snapshot.region(code)),
      facts,
    }));
  }
}
