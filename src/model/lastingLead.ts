import { Field, ObjectType } from "../api.js";
import { Proven } from "./proven.js";

@ObjectType({
  description: "That a region is named as leading the country lastingly. 持续保持领先。",
})
export class LastingLead extends Proven {
  @Field(() => String, {
    description:
      "Over which time, as printed; where sources print different ones, all of them. Example: 近年来.",
  })
  readonly period!: string;
}
