import { Field, Int, ObjectType, registerEnumType } from "../../api.js";
import type { Basis } from "../../model/basis.js";
import { Dimension } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";

/** How a province and its key cities stand to each other in one dimension. */
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
      description: "The province leads, and at least one of its key cities does. Example: 江苏 and 南京.",
    },
    PROVINCE_ONLY: { description: "The province leads, and none of its key cities does." },
    CITIES_ONLY: { description: "At least one of its key cities leads, and the province does not." },
    NEITHER: { description: "Neither the province nor any of its key cities leads." },
    NO_KEY_CITY: {
      description:
        "The province has no key city, so there is nothing to compare. Example: 北京, like the other municipalities.",
    },
    UNKNOWN: {
      description:
        "The edition lacks the list of provinces or of cities that would tell, or has only an open one. It is no no.",
    },
  },
});

@ObjectType({
  description: "A province beside its key cities in one dimension. 某分项指数上的省份与其重点城市。",
})
export class ProvinceAlignment extends Proven {
  @Field(() => Region, { description: "The province; its key cities are in `cities`." })
  readonly province!: Region;

  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => Alignment, { description: "How the two stand to each other." })
  readonly alignment!: Alignment;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the province leads; null where no complete list of provinces tells.",
  })
  readonly provinceLeads!: boolean | null;

  @Field(() => [Region], {
    nullable: true,
    description:
      "Which of its key cities lead, in administrative order; null where the edition has no list of cities for the dimension.",
  })
  readonly leadingCities!: readonly Region[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the province is in no list of the edition at all, whatever the dimension; null where the edition has no lists of provinces. Example: true for 云南 in 2022.",
  })
  readonly provinceInNoList!: boolean | null;

  @Field(() => [Leadership], {
    description: "The leaderships behind it, each with its own evidence: the province's, then its cities'.",
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
    description: "In how many of the rows: pairs of a province and a dimension. Example: 23.",
  })
  readonly count!: number;

  @Field(() => [Region], {
    description: "The provinces of these rows, each once, in administrative order.",
  })
  readonly provinces!: readonly Region[];
}

@ObjectType({
  description:
    "A key city that leads although its province is in no list of the edition at all. 所属省份未入任何列表的领先城市。",
})
export class CityOfUnlistedProvince extends Proven {
  @Field(() => Region, { description: "The city." })
  readonly city!: Region;

  @Field(() => Region, { description: "Its province." })
  readonly province!: Region;

  @Field(() => [Dimension], {
    description: "The dimensions asked about that it leads in, in the report's order.",
  })
  readonly dimensions!: readonly Dimension[];
}
