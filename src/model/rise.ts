import { Field, ObjectType } from "../api.js";
import { Proven } from "./proven.js";
import { Tier } from "./tier.js";

@ObjectType({
  description: "A printed rise from one tier to a higher one since the edition before. 组别上升。",
})
export class Rise extends Proven {
  @Field(() => Tier, { description: "The tier in the edition before. Example: 高." })
  readonly from!: Tier;

  @Field(() => Tier, { description: "The tier in this edition. Example: 非常高." })
  readonly to!: Tier;
}
