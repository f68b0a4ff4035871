import { Field, ObjectType } from "../api.js";

@ObjectType({
  description: "That a region is named as leading the country lastingly. 持续保持领先。",
})
export class LastingLead {
  @Field(() => String, {
    description:
      "Over which time, as printed; where sources print different ones, all of them. Example: 近年来.",
  })
  readonly period!: string;

  readonly facts!: readonly string[];
}
