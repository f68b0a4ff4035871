import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";

@ObjectType({
  description:
    "In how many dimensions a region is among the leading ten. 领先分项指数的个数。Example: 湖北 in 4 (2021).",
})
export class LeadsCount extends Proven {
  @Field(() => Int, {
    nullable: true,
    description: "How many; null where sources disagree. Example: 4.",
  })
  readonly count!: number | null;

  @Field(() => [Int], {
    description: "Every number that is printed or counted; one, unless sources disagree.",
  })
  readonly counts!: readonly number[];

  @Field(() => Basis, {
    description:
      "STATED: a source prints the number, perhaps without saying which. INFERRED: counted from complete lists.",
  })
  readonly basis!: Basis;
}
