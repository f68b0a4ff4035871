import { Field, Int, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";

/** The conditions whose runs are counted. */
export const StreakKind = { FIRST: "FIRST", TOP_TEN: "TOP_TEN", VERY_HIGH: "VERY_HIGH" } as const;
export type StreakKind = (typeof StreakKind)[keyof typeof StreakKind];

registerEnumType(StreakKind, {
  name: "StreakKind",
  description: "A condition that can hold in consecutive editions. 连续记录的类别。",
  valuesConfig: {
    FIRST: { description: "Rank 1 in the overall index, shared or not." },
    TOP_TEN: { description: "A rank of 10 or better in the overall index." },
    VERY_HIGH: { description: "In the tier 非常高 (very high)." },
  },
});

/** What is next to an end of a run. */
export const StreakEdge = {
  FACT: "FACT",
  NOT_STATED: "NOT_STATED",
  DISPUTED: "DISPUTED",
  NOT_ASSESSED: "NOT_ASSESSED",
  NOT_LOADED: "NOT_LOADED",
  NONE: "NONE",
} as const;
export type StreakEdge = (typeof StreakEdge)[keyof typeof StreakEdge];

registerEnumType(StreakEdge, {
  name: "StreakEdge",
  description:
    "What is next to an end of a run. Only FACT breaks the run; the other values neither break nor continue it. 连续记录两端的情况。",
  valuesConfig: {
    FACT: { description: "The condition is known not to hold in the adjacent edition: the run ends here." },
    NOT_STATED: {
      description:
        "It is not known whether the condition holds in the adjacent edition. The run can be longer.",
    },
    DISPUTED: {
      description: "Sources disagree about the rank in the adjacent edition. The run can be longer.",
    },
    NOT_ASSESSED: { description: "The adjacent edition does not assess the region's level." },
    NOT_LOADED: {
      description:
        "The edition of the adjacent year is not loaded, but another edition beyond it is. The run can be longer.",
    },
    NONE: { description: "No other edition on this side is loaded." },
  },
});

@ObjectType({
  description:
    "A run of consecutive editions in which a condition holds. 连续记录。 Example: Shenzhen (深圳) is first in 2019, 2020 and 2021, and 2022 is not stated.",
})
export class Streak extends Proven {
  @Field(() => StreakKind, { description: "The condition." })
  readonly kind!: StreakKind;

  @Field(() => Edition, { description: "The first edition of the run." })
  readonly from!: Edition;

  @Field(() => Edition, { description: "The last edition of the run." })
  readonly to!: Edition;

  @Field(() => Int, {
    description:
      "Number of consecutive editions in which the condition is known to hold. The run can be longer, see `before` and `after`. Example: 3.",
  })
  readonly length!: number;

  @Field(() => StreakEdge, {
    description: "What is next to the first edition of the run: a fact that breaks it, or a gap.",
  })
  readonly before!: StreakEdge;

  @Field(() => StreakEdge, {
    description: "What is next to the last edition of the run: a fact that breaks it, or a gap.",
  })
  readonly after!: StreakEdge;

  @Field(() => Basis, {
    description: "STATED if sources state the condition for every edition of the run, otherwise INFERRED.",
  })
  readonly basis!: Basis;
}
