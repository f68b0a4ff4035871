import { Field, Float, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Gap } from "../../model/gap.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";
import { ChangeKind } from "./changeKind.js";

/** A figure about a level as a whole. */
export const LevelFigure = {
  TIER_COUNT: "TIER_COUNT",
  TIER_COUNT_FROM: "TIER_COUNT_FROM",
  MEAN: "MEAN",
  ABOVE_MEAN: "ABOVE_MEAN",
} as const;
export type LevelFigure = (typeof LevelFigure)[keyof typeof LevelFigure];

registerEnumType(LevelFigure, {
  name: "LevelFigure",
  description: "A figure about a level as a whole. 层面整体数据。",
  valuesConfig: {
    TIER_COUNT: { description: "How many regions stand in a tier." },
    TIER_COUNT_FROM: { description: "How many stand in a tier or a higher one («“高”以上»)." },
    MEAN: { description: "The mean of the overall index, in points." },
    ABOVE_MEAN: { description: "How many regions lie above the mean." },
  },
});

@ObjectType({ description: "A figure in one of the two editions. 某一年度的数据。" })
export class FigureValue extends Proven {
  @Field(() => Float, {
    nullable: true,
    description: "The figure; null where it is not known. Example: 22.",
  })
  readonly value!: number | null;

  @Field(() => Basis, {
    description:
      "STATED: a source prints it. INFERRED: it follows from printed counts or from known members, as in `tierDistribution`. UNKNOWN: see `gap`.",
  })
  readonly basis!: Basis;

  @Field(() => Gap, { nullable: true, description: "Why it is not known; null where it is." })
  readonly gap!: Gap | null;

  @Field(() => [Float], {
    description:
      "Every mean, or number above it, that a source prints; one, unless sources disagree. For a count: itself where it is printed, else empty.",
  })
  readonly readings!: readonly number[];
}

@ObjectType({
  description: "How a figure about a level changed. 层面整体数据的变化。",
})
export class FigureChange {
  @Field(() => LevelFigure, { description: "Which figure." })
  readonly measure!: LevelFigure;

  @Field(() => Tier, { nullable: true, description: "The tier that is counted; null for the means." })
  readonly tier!: Tier | null;

  @Field(() => ChangeKind, {
    description: "ROSE, FELL or STAYED of the figure itself, NOT_STATED or NOT_COMPARABLE.",
  })
  readonly kind!: ChangeKind;

  @Field(() => Float, {
    nullable: true,
    description:
      "How much more it is, negative for less; null where one of the two is not known. Example: 10.",
  })
  readonly difference!: number | null;

  @Field(() => FigureValue, { description: "The figure in the earlier edition." })
  readonly from!: FigureValue;

  @Field(() => FigureValue, { description: "The figure in the later edition." })
  readonly to!: FigureValue;
}
