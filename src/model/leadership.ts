import { Field, Int, ObjectType } from "../api.js";
import { Dimension } from "./dimension.js";
import { Edition } from "./edition.js";
import { Proven } from "./proven.js";
import { Region } from "./region.js";

@ObjectType({
  description:
    "That a region is named among the leading ones of a dimension in an edition. 某地区在某分项指数上领先。",
})
export class Leadership extends Proven {
  @Field(() => Region, { description: "The region that leads." })
  readonly region!: Region;

  @Field(() => Dimension, { description: "The dimension it leads in." })
  readonly dimension!: Dimension;

  @Field(() => Edition, { description: "The edition that says so." })
  readonly edition!: Edition;

  @Field(() => Int, {
    description:
      "Place in the printed list, from 1. The lists are in administrative order: this is no rank. Example: 广州 1.",
  })
  readonly position!: number;
}
