import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { RegionComparison } from "./compareRegions.js";
import { ComparedDimension, LedBy, RegionPair } from "./regionComparison.js";

const dimensionKey = oneOf(...Object.values(DimensionKey));
const parameters = { regions: list(text), edition: whole } as const;

export const compareRegionsPairs = statement("question/regions/compareRegions.pairs", parameters, {
  a: text,
  nameA: text,
  b: text,
  nameB: text,
  sameLevel: flag,
  shared: nullable(whole),
  union: nullable(whole),
  jaccard: nullable(decimal),
  both: nullable(list(dimensionKey)),
  onlyA: nullable(list(dimensionKey)),
  onlyB: nullable(list(dimensionKey)),
  ranksApart: nullable(whole),
  facts: list(text),
});

export const compareRegionsDimensions = statement("question/regions/compareRegions.dimensions", parameters, {
  dimension: dimensionKey,
  name: text,
  leading: list(text),
  names: list(text),
  ledBy: nullable(oneOf(...Object.values(LedBy))),
  facts: list(text),
});

@Resolver(() => RegionComparison)
export class CompareRegionsPairsQuestion {
  @FieldResolver(() => [RegionPair], {
    complexity: ({ childComplexity }) => 1 + 45 * childComplexity,
    description:
      "Every pair of the regions, in their order, with the overlap of the dimensions that they lead in. 两两对比。",
  })
  async pairs(
    @Root() { codes: regions, year: edition }: RegionComparison,
    @Ctx() context: Context,
  ): Promise<RegionPair[]> {
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(compareRegionsPairs, { regions, edition }),
    ]);
    const dimensions = (keys: readonly DimensionKey[] | null) =>
      keys?.map((key) => snapshot.dimension(key)) ?? null;
    return rows.map(({ nameA, nameB, ...row }) => ({
      ...row,
      a: snapshot.region(row.a),
      b: snapshot.region(row.b),
      both: dimensions(row.both),
      onlyA: dimensions(row.onlyA),
      onlyB: dimensions(row.onlyB),
    }));
  }

  @FieldResolver(() => [ComparedDimension], {
    complexity: ({ childComplexity }) => 1 + 5 * childComplexity,
    description:
      "One entry per dimension, in the report's order: which of the regions lead in it. 分项指数对比。",
  })
  async dimensions(
    @Root() { codes: regions, year: edition }: RegionComparison,
    @Ctx() context: Context,
  ): Promise<ComparedDimension[]> {
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(compareRegionsDimensions, { regions, edition }),
    ]);
    return rows.map(({ dimension, leading, ledBy, facts }) => ({
      dimension: snapshot.dimension(dimension),
      ledBy,
      leading: leading.map((code) => snapshot.region(code)),
      facts,
    }));
  }
}
