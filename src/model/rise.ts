import { Field, ObjectType } from "../api.js";
import { Proven } from "./proven.js";
import { Tier } from "./tier.js";

@ObjectType({
  description: "A printed rise to a higher tier since the previous edition. 组别上升。",
})
export class Rise extends Proven {
  @Field(() => Tier, {
    nullable: true,
    description: "Tier in the previous edition. Null if sources disagree. Example: 高.",
  })
  readonly from!: Tier | null;

  @Field(() => Tier, { description: "Tier in this edition. Example: 非常高." })
  readonly to!: Tier;
}
