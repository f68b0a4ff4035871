import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import type { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { RegionInEdition } from "../../model/regionInEdition.js";
import { Rise } from "../../model/rise.js";

@ObjectType({
  description: "What is known of one of the regions that are compared. 参与比较的地区。",
})
export class ComparedRegion extends RegionInEdition {
  @Field(() => Int, {
    nullable: true,
    description:
      "In how many dimensions it leads; null where the edition has no complete list of its level for every dimension. Example: 3.",
  })
  readonly count!: number | null;

  @Field(() => [Rise], {
    description:
      "Its rise to a higher tier since the edition before, as printed: one, unless sources disagree; empty where none is.",
  })
  readonly rises!: readonly Rise[];

  /** The edition that the answer is about. */
  readonly edition!: Edition;
}

@ObjectType({
  description:
    "Two of the regions, and how far the dimensions they lead in overlap. Where they are of different levels, each leads in the list of its own level. 两地区对比。",
})
export class RegionPair extends Proven {
  @Field(() => Region, { description: "The one that comes first in the answer's order." })
  readonly a!: Region;

  @Field(() => Region, { description: "The other." })
  readonly b!: Region;

  @Field(() => Boolean, {
    description: "Whether they are of the same level; ranks are compared only within one.",
  })
  readonly sameLevel!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "In how many dimensions both lead; null where the edition has no complete list of their levels for every dimension. 交集数量。Example: 3.",
  })
  readonly shared!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "In how many dimensions at least one leads; null likewise. 并集数量。Example: 5.",
  })
  readonly union!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Jaccard index: `shared` divided by `union`, from 0 (nothing in common) to 1 (the same); null likewise, and where neither leads anywhere. 雅卡尔相似系数。Example: 0.6.",
  })
  readonly jaccard!: number | null;

  @Field(() => [Dimension], {
    nullable: true,
    description: "The dimensions that both lead in, in the report's order; null like `shared`.",
  })
  readonly both!: readonly Dimension[] | null;

  @Field(() => [Dimension], { nullable: true, description: "Those that only `a` leads in; null likewise." })
  readonly onlyA!: readonly Dimension[] | null;

  @Field(() => [Dimension], { nullable: true, description: "Those that only `b` leads in; null likewise." })
  readonly onlyB!: readonly Dimension[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "By how many ranks of the overall index `b` stands behind `a`, negative where it stands before it, 0 where they tie; null where a rank is not known or the levels differ. Example: 2.",
  })
  readonly ranksApart!: number | null;
}

/** How many of the regions that are compared lead in a dimension. */
export const LedBy = { ALL: "ALL", SOME: "SOME", ONE: "ONE", NONE: "NONE" } as const;
export type LedBy = (typeof LedBy)[keyof typeof LedBy];

registerEnumType(LedBy, {
  name: "LedBy",
  description: "How many of the regions that are compared lead in a dimension. 领先范围。",
  valuesConfig: {
    ALL: { description: "All of them." },
    SOME: { description: "More than one of them, but not all." },
    ONE: { description: "Only one of them." },
    NONE: { description: "None of them." },
  },
});

@ObjectType({
  description: "Which of the regions that are compared lead in one dimension. 某分项指数上的领先者。",
})
export class ComparedDimension extends Proven {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => LedBy, {
    nullable: true,
    description:
      "How many of them lead in it; null where the edition has no complete list of leaders in it for a level of theirs.",
  })
  readonly ledBy!: LedBy | null;

  @Field(() => [Region], { description: "Those that are known to lead in it, in the answer's order." })
  readonly leading!: readonly Region[];
}
