import { Field, Float, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";
import type { Values } from "../../neo4j/type.js";
import { decimal, list, text, whole } from "../../neo4j/type.js";
import type { Snapshot } from "../snapshot.js";

/** The columns that tell how many of some regions lie in an area. */
export const figureColumns = {
  count: whole,
  of: whole,
  share: decimal,
  expectedCount: decimal,
  expectedShare: decimal,
  codes: list(text),
  facts: list(text),
};

@ObjectType({
  description:
    "How many of some regions lie in an area, beside what it would be if they were spread like the regions of the level. Counted by GovGraph, so its evidence is INFERRED. 区域占比。",
})
export class AreaFigure extends Proven {
  @Field(() => Int, { description: "How many of them lie in the area. Example: 6." })
  readonly count!: number;

  @Field(() => Int, { description: "How many there are at the level. Example: 10, the size of a list." })
  readonly of!: number;

  @Field(() => Float, { description: "`count` in percent of `of`, to two decimals. Example: 60." })
  readonly share!: number;

  @Field(() => Float, {
    description:
      "How many would lie there if they were spread like the regions of the level, to two decimals. Example: 3.13 of 10.",
  })
  readonly expectedCount!: number;

  @Field(() => Float, {
    description:
      "Which share would lie there then: that of the regions of the level, in percent, to two decimals. Example: 31.25.",
  })
  readonly expectedShare!: number;

  @Field(() => [Region], { description: "Those that lie in the area, in administrative order." })
  readonly regions!: readonly Region[];

  readonly basis!: Basis;
}

@ObjectType({
  description:
    "How many of the leading regions of a dimension lie in an area. 某分项指数领先地区的区域占比。",
})
export class AreaDimension extends AreaFigure {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;
}

@ObjectType({
  description: "How many of the regions that rose between two tiers lie in an area. 组别上升地区的区域占比。",
})
export class AreaRise extends AreaFigure {
  @Field(() => Tier, { description: "The tier they stood in in the edition before." })
  readonly from!: Tier;

  @Field(() => Tier, { description: "The tier they rose to." })
  readonly to!: Tier;
}

/** A row's figure. */
export function toFigure(snapshot: Snapshot, row: Values<typeof figureColumns>): AreaFigure {
  const { count, of, share, expectedCount, expectedShare, codes, facts } = row;
  const regions = codes.map((code) => snapshot.region(code));
  return { count, of, share, expectedCount, expectedShare, regions, basis: Basis.INFERRED, facts };
}
