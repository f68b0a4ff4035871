import { Field, Int, ObjectType, registerEnumType } from "../../api.js";
import type { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";

/** Whether a province and its key cities lead in one dimension. */
export const Alignment = {
  BOTH: "BOTH",
  PROVINCE_ONLY: "PROVINCE_ONLY",
  CITIES_ONLY: "CITIES_ONLY",
  NEITHER: "NEITHER",
  NO_KEY_CITY: "NO_KEY_CITY",
  UNKNOWN: "UNKNOWN",
} as const;
export type Alignment = (typeof Alignment)[keyof typeof Alignment];

registerEnumType(Alignment, {
  name: "Alignment",
  description:
    "Whether a province and its key cities lead in the same dimension. 省份与其重点城市是否同时领先。",
  valuesConfig: {
    BOTH: {
      description:
        "The province leads, and at least one of its key cities leads. Example: Jiangsu (江苏) and Nanjing (南京).",
    },
    PROVINCE_ONLY: { description: "The province leads, and none of its key cities leads." },
    CITIES_ONLY: { description: "At least one of its key cities leads, and the province does not." },
    NEITHER: { description: "Neither the province nor any of its key cities leads." },
    NO_KEY_CITY: {
      description:
        "The province has no key city, so there is nothing to compare. Example: Beijing (北京), like the other municipalities.",
    },
    UNKNOWN: {
      description:
        'The edition lacks the necessary list of provinces or cities, or the list is open-ended. It does not mean "no".',
    },
  },
});

@ObjectType({
  description: "A province and its key cities in one dimension. 某分项指数上的省份与其重点城市。",
})
export class ProvinceAlignment extends Proven {
  @Field(() => Region, { description: "The province; its key cities are in `cities`." })
  readonly province!: Region;

  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => Alignment, { description: "Which of the two lead." })
  readonly alignment!: Alignment;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the province leads. Null if the province is not named and no complete list of provinces exists.",
  })
  readonly provinceLeads!: boolean | null;

  @Field(() => [Region], {
    nullable: true,
    description:
      "Its key cities that lead, in administrative order. Null if the edition has no list of cities for the dimension.",
  })
  readonly leadingCities!: readonly Region[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the province is in none of the edition's lists, in any dimension. Null if the edition has no lists of provinces. Example: true for Yunnan (云南) in 2022.",
  })
  readonly provinceInNoList!: boolean | null;

  @Field(() => [Leadership], {
    description:
      "The leaderships that this follows from, each with its own evidence: first the province's, then its cities'.",
  })
  readonly leads!: readonly Leadership[];

  /** How the alignment follows from the facts. */
  readonly basis!: Basis;
}

@ObjectType({ description: "How often an alignment occurs. 各类情形的数量。" })
export class AlignmentCount {
  @Field(() => Alignment, { description: "The alignment." })
  readonly alignment!: Alignment;

  @Field(() => Int, {
    description: "Number of rows (pairs of a province and a dimension) with this alignment. Example: 23.",
  })
  readonly count!: number;

  @Field(() => [Region], {
    description: "The provinces of these rows, each listed once, in administrative order.",
  })
  readonly provinces!: readonly Region[];
}

@ObjectType({
  description:
    "A key city that leads although its province is in none of the edition's lists. 所属省份未入任何列表的领先城市。",
})
export class CityOfUnlistedProvince extends Proven {
  @Field(() => Region, { description: "The city." })
  readonly city!: Region;

  @Field(() => Region, { description: "Its province." })
  readonly province!: Region;

  @Field(() => [Dimension], {
    description: "The requested dimensions in which it leads, in the report's order.",
  })
  readonly dimensions!: readonly Dimension[];
}
