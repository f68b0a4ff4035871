import { Field, Float, Int, ObjectType } from "../api.js";
import { Proven } from "./proven.js";
import { Region } from "./region.js";
import { UnknownIfEmpty } from "./unknownIfEmpty.js";

/** The rank and score of a region, where printed. */
@ObjectType()
export abstract class Ranking extends Proven {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank, from 1 (the best). Ranks are dense: tied regions share a rank, and no rank is skipped. Null if none is printed or sources disagree. Example: 3.",
  })
  readonly rank!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Int], {
    description:
      "Every rank that a source gives the region. More than one only if sources disagree. Empty if none is printed.",
  })
  readonly ranks!: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description:
      "The best rank that the region can have, because it is outside a list that is complete up to the rank before. INFERRED; its facts are in the evidence. Null if a rank is printed or if there is no such list. Example: 11 for a province outside the top ten of 2017.",
  })
  readonly rankAtLeast!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Score in the overall index (points, from 0 to 100). Null if none is printed or sources disagree. Example: 91.9.",
  })
  readonly score!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Float], {
    description:
      "Every score that a source gives the region. More than one only if sources disagree. Empty if none is printed.",
  })
  readonly scores!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description:
      "Why a source cannot be right here: it contradicts itself. Null if there is no contradiction. Example: a better rank with a lower score.",
  })
  readonly doubt!: string | null;
}
