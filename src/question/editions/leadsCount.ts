import { Field, Int, ObjectType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";

@ObjectType({
  description:
    "The number of dimensions in which a region is among the leading ten. 领先分项指数的个数。 Example: 4 for Hubei (湖北) in 2021.",
})
export class LeadsCount extends Proven {
  @Field(() => Int, {
    nullable: true,
    description: "Number of dimensions. Null if sources disagree. Example: 4.",
  })
  readonly count!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Int], {
    description: "Every number that is printed or counted: one number, unless sources disagree.",
  })
  readonly counts!: readonly number[];

  @Field(() => Basis, {
    description:
      "STATED: a source prints the number; it does not always name the dimensions. INFERRED: counted from complete lists.",
  })
  readonly basis!: Basis;
}
