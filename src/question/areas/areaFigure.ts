import { Field, Float, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { Tier } from "../../model/tier.js";
import type { Values } from "../../neo4j/type.js";
import { decimal, list, text, whole } from "../../neo4j/type.js";
import type { Snapshot } from "../snapshot.js";

/** The columns for the number of regions of a group that are in an area. */
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
    "How many regions of a group are in an area, compared with an even spread: the same share as among all regions of the level. GovGraph counts them, so the evidence is INFERRED. 区域占比。",
})
export class AreaFigure extends Proven {
  @Field(() => Int, { description: "Number of regions of the group in the area. Example: 6." })
  readonly count!: number;

  @Field(() => Int, {
    description: "Number of regions of the group at the level. Example: 10, the size of a list.",
  })
  readonly of!: number;

  @Field(() => Float, {
    description: "`count` as a share of `of`, in percent, to two decimals. Example: 60.",
  })
  readonly share!: number;

  @Field(() => Float, {
    description:
      "Number that would be in the area under an even spread, to two decimals. Example: 3.13 of 10.",
  })
  readonly expectedCount!: number;

  @Field(() => Float, {
    description:
      "Share that would be in the area under an even spread, in percent, to two decimals: the share of the level's regions that are there. Example: 31.25.",
  })
  readonly expectedShare!: number;

  @Field(() => [Region], { description: "The regions of the group in the area, in administrative order." })
  readonly regions!: readonly Region[];

  readonly basis!: Basis;
}

@ObjectType({
  description:
    "How many of the leading regions of a dimension are in an area. 某分项指数领先地区的区域占比。",
})
export class AreaDimension extends AreaFigure {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;
}

@ObjectType({
  description:
    "How many of the regions that rose from one tier to another are in an area. 组别上升地区的区域占比。",
})
export class AreaRise extends AreaFigure {
  @Field(() => Tier, { description: "The tier they were in in the previous edition." })
  readonly from!: Tier;

  @Field(() => Tier, { description: "The tier they rose to." })
  readonly to!: Tier;
}

/** Converts a row to a figure. */
export function toFigure(snapshot: Snapshot, row: Values<typeof figureColumns>): AreaFigure {
  const { count, of, share, expectedCount, expectedShare, codes, facts } = row;
  const regions = codes.map((code) => snapshot.region(code));
  return { count, of, share, expectedCount, expectedShare, regions, basis: Basis.INFERRED, facts };
}
