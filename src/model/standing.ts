import { Field, Float, Int, ObjectType } from "../api.js";
import { Proven } from "./proven.js";
import { Region } from "./region.js";

/** Where a region stands by rank or score, as far as it is printed. */
@ObjectType()
export abstract class Standing extends Proven {
  @Field(() => Region, { description: "The region that stands there." })
  readonly region!: Region;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its rank, 1 being the best; ranks are dense: ties share one and none is skipped; null where none is printed or sources disagree. Example: 3.",
  })
  readonly rank!: number | null;

  @Field(() => [Int], {
    description: "Every rank that a source gives it; one, unless sources disagree; empty where none does.",
  })
  readonly ranks!: readonly number[];

  @Field(() => Float, {
    nullable: true,
    description:
      "Its points in the overall index, from 0 to 100; null where none are printed or sources disagree. Example: 91.9.",
  })
  readonly score!: number | null;

  @Field(() => [Float], {
    description: "Every score that a source gives it; one, unless sources disagree; empty where none does.",
  })
  readonly scores!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description:
      "Why a source cannot be right here, since it contradicts itself; null where nothing is odd. Example: a better rank with a lower score.",
  })
  readonly doubt!: string | null;
}
