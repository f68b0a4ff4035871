import { Field, ObjectType } from "../api.js";
import { Proven } from "./proven.js";
import { Tier } from "./tier.js";

@ObjectType({
  description: "A printed rise to a higher tier since the previous edition. 组别上升。",
})
export class Rise extends Proven {
  @Field(() => Tier, { description: "Tier in the previous edition. Example: 高." })
  readonly from!: Tier;

  @Field(() => Tier, { description: "Tier in this edition. Example: 非常高." })
  readonly to!: Tier;
}
