import { Field, Float, ObjectType, registerEnumType } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Gap } from "../../model/gap.js";
import { Proven } from "../../model/proven.js";
import { Tier } from "../../model/tier.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { ChangeKind } from "./changeKind.js";

/** The figures for a whole level. */
export const LevelFigure = {
  TIER_COUNT: "TIER_COUNT",
  TIER_COUNT_FROM: "TIER_COUNT_FROM",
  MEAN: "MEAN",
  ABOVE_MEAN: "ABOVE_MEAN",
} as const;
export type LevelFigure = (typeof LevelFigure)[keyof typeof LevelFigure];

registerEnumType(LevelFigure, {
  name: "LevelFigure",
  description: "A figure for a whole level. 层面整体数据。",
  valuesConfig: {
    TIER_COUNT: { description: "Number of regions in a tier." },
    TIER_COUNT_FROM: { description: "Number of regions in a tier or a higher tier (“高”以上)." },
    MEAN: { description: "The mean of the overall index, in points." },
    ABOVE_MEAN: { description: "Number of regions above the mean." },
  },
});

@ObjectType({ description: "A figure in one of the two editions. 某一年度的数据。" })
export class FigureValue extends Proven {
  @Field(() => Float, {
    nullable: true,
    description: "The figure. Null if it is not known. Example: 22.",
  })
  readonly value!: number | null;

  @Field(() => Basis, {
    description:
      "STATED: a source prints it. INFERRED: it follows from printed counts or known members, as in `tierDistribution`. UNKNOWN: see `gap`.",
  })
  readonly basis!: Basis;

  @Field(() => Gap, { nullable: true, description: "Why the figure is not known. Null if it is known." })
  readonly gap!: Gap | null;

  @UnknownIfEmpty()
  @Field(() => [Float], {
    description:
      "Every printed value: one value, unless sources disagree. For tier counts: the printed count, or empty if none is printed.",
  })
  readonly readings!: readonly number[];
}

@ObjectType({
  description: "The change of a figure for a whole level. 层面整体数据的变化。",
})
export class FigureChange {
  @Field(() => LevelFigure, { description: "The figure that is compared." })
  readonly measure!: LevelFigure;

  @Field(() => Tier, {
    nullable: true,
    description: "The tier that is counted. Null for MEAN and ABOVE_MEAN.",
  })
  readonly tier!: Tier | null;

  @Field(() => ChangeKind, {
    description: "The kind of change of the figure: ROSE, FELL, STAYED, NOT_STATED or NOT_COMPARABLE.",
  })
  readonly kind!: ChangeKind;

  @Field(() => Float, {
    nullable: true,
    description: "The later figure minus the earlier one. Null if one of the two is not known. Example: 10.",
  })
  readonly difference!: number | null;

  @Field(() => FigureValue, { description: "The figure in the earlier edition." })
  readonly from!: FigureValue;

  @Field(() => FigureValue, { description: "The figure in the later edition." })
  readonly to!: FigureValue;
}
