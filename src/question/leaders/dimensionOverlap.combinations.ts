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
    edition: whole,
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
    "An exact set of dimensions with the regions that lead in these and in no others. 分项指数组合及其地区。",
})
export class DimensionCombination extends Proven {
  @Field(() => [Dimension], { description: "The dimensions, in the report's order; never none." })
  readonly dimensions!: readonly Dimension[];

  @Field(() => Int, { description: "How many regions lead in exactly these. Example: 4." })
  readonly count!: number;

  @Field(() => [Region], { description: "These regions, in administrative order." })
  readonly regions!: readonly Region[];
}

@Resolver(() => DimensionOverlap)
export class DimensionCombinationsQuestion {
  @FieldResolver(() => [DimensionCombination], {
    description:
      "The exact sets of dimensions that occur, each region in one of them at most: most dimensions first, then in the report's order of dimensions. A region that leads nowhere is in none. 恰好领先的分项指数组合。",
  })
  async combinations(
    @Root() { level, asked }: DimensionOverlap,
    @Ctx() context: Context,
  ): Promise<DimensionCombination[]> {
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(dimensionCombinations, { level, edition: asked }),
    ]);
    return rows.map(({ dimensions, count, codes, facts }) => ({
      dimensions: dimensions.map((key) => snapshot.dimension(key)),
      count,
      regions: codes.map((code) => snapshot.region(code)),
      facts,
    }));
  }
}
