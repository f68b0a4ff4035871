import { Field, ObjectType } from "../api.js";
import { Proven } from "./proven.js";

@ObjectType("LastingLead", {
  description: "That a region is named as a consistent leader. 持续保持领先。",
})
export class ConsistentLead extends Proven {
  @Field(() => String, {
    description: "Period as printed. All readings if sources disagree. Example: 近年来.",
  })
  readonly period!: string;
}
