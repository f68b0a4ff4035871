import { Field, Int, ObjectType, registerEnumType } from "../api.js";

/** What a coverage counts. */
export const CoverageUnit = { LISTS: "LISTS", REGIONS: "REGIONS", EDITIONS: "EDITIONS" } as const;
export type CoverageUnit = (typeof CoverageUnit)[keyof typeof CoverageUnit];

registerEnumType(CoverageUnit, {
  name: "CoverageUnit",
  description: "What a coverage counts. 覆盖情况的计数单位。",
  valuesConfig: {
    LISTS: { description: "Printed lists, one for each dimension." },
    REGIONS: { description: "Regions of the level." },
    EDITIONS: { description: "Editions that are loaded." },
  },
});

@ObjectType({
  description:
    "How much is known of what there is to know, so that a gap is not taken for a no. 已知程度。Example: the tier of 12 of 32 provincial-level units is known.",
})
export class Coverage {
  @Field(() => Int, { description: "How many the sources tell of, in `unit`. Example: 12." })
  readonly stated!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many there are in all, in `unit`; null for an open list («…等地区»), whose size no source gives, and for the lists of an edition whose dimensions no source names. Example: 32.",
  })
  readonly total!: number | null;

  @Field(() => CoverageUnit, { description: "What is counted." })
  readonly unit!: CoverageUnit;

  @Field(() => Boolean, {
    description: "Whether the sources tell of all there are: then who is not named, is not among them.",
  })
  readonly closed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What to keep in mind; null where there is nothing to add.",
  })
  readonly note!: string | null;
}
