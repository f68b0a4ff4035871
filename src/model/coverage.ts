import { Field, Int, ObjectType, registerEnumType } from "../api.js";

/** The unit that a coverage counts. */
export const CoverageUnit = { LISTS: "LISTS", REGIONS: "REGIONS", EDITIONS: "EDITIONS" } as const;
export type CoverageUnit = (typeof CoverageUnit)[keyof typeof CoverageUnit];

registerEnumType(CoverageUnit, {
  name: "CoverageUnit",
  description: "Unit that a coverage counts. 覆盖情况的计数单位。",
  valuesConfig: {
    LISTS: { description: "Printed lists, one per dimension." },
    REGIONS: { description: "Regions of the level." },
    EDITIONS: { description: "Loaded editions." },
  },
});

@ObjectType({
  description:
    "How much of the possible information the sources state. It distinguishes a gap from a negative answer. 已知程度。 Example: the tiers of 12 of 32 provincial-level units are known.",
})
export class Coverage {
  @Field(() => Int, { description: "How many the sources state, in `unit`. Example: 12." })
  readonly stated!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many there are in total, in `unit`. Null if the list is open («…等地区»), because no source gives its size, and for the lists of an edition whose dimensions no source names. Example: 32.",
  })
  readonly total!: number | null;

  @Field(() => CoverageUnit, { description: "Unit of `stated` and `total`. Example: REGIONS." })
  readonly unit!: CoverageUnit;

  @Field(() => Boolean, {
    description:
      "Whether the sources state all of them. If so, a region that is not named is not among them.",
  })
  readonly closed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "A limit of this coverage, in words. Null if there is nothing to add.",
  })
  readonly note!: string | null;
}
