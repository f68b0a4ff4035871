import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import type { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { RegionInEdition } from "../../model/regionInEdition.js";
import { Rise } from "../../model/rise.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";

@ObjectType({
  description: "A compared region in the edition of the answer. 参与比较的地区。",
})
export class ComparedRegion extends RegionInEdition {
  @Field(() => Int, {
    nullable: true,
    description:
      "Number of dimensions that the region leads in. Null unless the edition has a complete list of its level for every dimension. Example: 3.",
  })
  readonly count!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Rise], {
    description:
      "Printed rise to a higher tier since the previous edition. More than one only if sources disagree. Empty if none is printed.",
  })
  readonly rises!: readonly Rise[];

  /** The edition that the answer is about. */
  readonly edition!: Edition;
}

@ObjectType({
  description:
    "A pair of compared regions and the overlap of the dimensions that they lead in. Regions of different levels each lead in the lists of their own level. 两地区对比。",
})
export class RegionPair extends Proven {
  @Field(() => Region, { description: "The first region, in the answer's order." })
  readonly a!: Region;

  @Field(() => Region, { description: "The second region." })
  readonly b!: Region;

  @Field(() => Boolean, {
    description: "Whether the regions are of the same level. Ranks are compared only within a level.",
  })
  readonly sameLevel!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of dimensions that both regions lead in. Null unless the edition has a complete list of their levels for every dimension. 交集数量。 Example: 3.",
  })
  readonly shared!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of dimensions that at least one of the regions leads in. Null if `shared` is null. 并集数量。 Example: 5.",
  })
  readonly union!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Jaccard index: `shared` divided by `union`, from 0 (nothing in common) to 1 (the same). Null if `shared` is null or `union` is 0. 雅卡尔相似系数。 Example: 0.6.",
  })
  readonly jaccard!: number | null;

  @Field(() => [Dimension], {
    nullable: true,
    description: "Dimensions that both regions lead in, in the report's order. Null if `shared` is null.",
  })
  readonly both!: readonly Dimension[] | null;

  @Field(() => [Dimension], {
    nullable: true,
    description: "Dimensions that only `a` leads in. Null if `shared` is null.",
  })
  readonly onlyA!: readonly Dimension[] | null;

  @Field(() => [Dimension], {
    nullable: true,
    description: "Dimensions that only `b` leads in. Null if `shared` is null.",
  })
  readonly onlyB!: readonly Dimension[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank of `b` minus rank of `a` in the overall index: negative if `b` is ranked better, 0 if they tie. Null if a rank is not known or the levels differ. Example: 2.",
  })
  readonly ranksApart!: number | null;
}

/** How many of the compared regions lead in a dimension. */
export const LedBy = { ALL: "ALL", SOME: "SOME", ONE: "ONE", NONE: "NONE" } as const;
export type LedBy = (typeof LedBy)[keyof typeof LedBy];

registerEnumType(LedBy, {
  name: "LedBy",
  description: "How many of the compared regions lead in a dimension. 领先范围。",
  valuesConfig: {
    ALL: { description: "All of the regions." },
    SOME: { description: "More than one of the regions, but not all." },
    ONE: { description: "Only one of the regions." },
    NONE: { description: "None of the regions." },
  },
});

@ObjectType({
  description: "The compared regions that lead in a dimension. 某分项指数上的领先者。",
})
export class ComparedDimension extends Proven {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => LedBy, {
    nullable: true,
    description:
      "How many of the regions lead in the dimension. Null if the edition has no complete list of leading regions in it for one of their levels. Example: SOME.",
  })
  readonly ledBy!: LedBy | null;

  @Field(() => [Region], {
    description: "Regions that are known to lead in the dimension, in the answer's order.",
  })
  readonly leading!: readonly Region[];
}
