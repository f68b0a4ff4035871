import { Field, Int, ObjectType } from "../api.js";
import { Dimension } from "./dimension.js";
import { Edition } from "./edition.js";
import { Proven } from "./proven.js";
import { Region } from "./region.js";

@ObjectType({
  description:
    "That an edition names a region as a leading region in a dimension. 某地区在某分项指数上领先。",
})
export class Leadership extends Proven {
  @Field(() => Region, { description: "The leading region." })
  readonly region!: Region;

  @Field(() => Dimension, { description: "The dimension that the region leads in." })
  readonly dimension!: Dimension;

  @Field(() => Edition, { description: "The edition that names the region." })
  readonly edition!: Edition;

  @Field(() => Int, {
    nullable: true,
    description:
      "Position in the printed list, from 1. The lists are in administrative order, so the position is not a rank. Null if no list is printed. Example: 1 for Guangzhou (广州).",
  })
  readonly position!: number | null;
}
