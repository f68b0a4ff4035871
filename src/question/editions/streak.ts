import { Field, Int, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";

/** What can be so in edition after edition. */
export const StreakKind = { FIRST: "FIRST", TOP_TEN: "TOP_TEN", VERY_HIGH: "VERY_HIGH" } as const;
export type StreakKind = (typeof StreakKind)[keyof typeof StreakKind];

registerEnumType(StreakKind, {
  name: "StreakKind",
  description: "What can be so in edition after edition. 连续记录的类别。",
  valuesConfig: {
    FIRST: { description: "Rank 1 in the overall index, alone or shared." },
    TOP_TEN: { description: "A rank of 10 or better in the overall index." },
    VERY_HIGH: { description: "In the tier 非常高." },
  },
});

/** What lies beyond an end of a run. */
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
    "What lies beyond an end of a run. Only FACT breaks it; the others neither break nor continue it. 连续记录两端的情况。",
  valuesConfig: {
    FACT: { description: "It is known not to be so in the next edition: the run ends here." },
    NOT_STATED: {
      description:
        "It does not follow from what sources say whether it is so in the next edition: the run may be longer.",
    },
    DISPUTED: { description: "Sources disagree on the rank in the next edition: the run may be longer." },
    NOT_ASSESSED: { description: "The next edition does not assess the region's level." },
    NOT_LOADED: {
      description: "The edition of the next year is not loaded, a further one is: the run may be longer.",
    },
    NONE: { description: "No edition further on is loaded." },
  },
});

@ObjectType({
  description:
    "Editions in a row in which the same is so. 连续记录。Example: 深圳 is first in 2019, 2020 and 2021, and 2022 is not stated.",
})
export class Streak extends Proven {
  @Field(() => StreakKind, { description: "What is so." })
  readonly kind!: StreakKind;

  @Field(() => Edition, { description: "The first edition of the run." })
  readonly from!: Edition;

  @Field(() => Edition, { description: "The last edition of the run." })
  readonly to!: Edition;

  @Field(() => Int, {
    description: "How many editions in a row, each of them known; the run may be longer. Example: 3.",
  })
  readonly length!: number;

  @Field(() => StreakEdge, { description: "What lies before the run." })
  readonly before!: StreakEdge;

  @Field(() => StreakEdge, { description: "What lies after the run: a fact that breaks it, or a gap." })
  readonly after!: StreakEdge;

  @Field(() => Basis, {
    description: "STATED where sources say so for every edition of the run, else INFERRED.",
  })
  readonly basis!: Basis;
}
