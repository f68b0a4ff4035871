import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The keys of the tiers, from the highest to the lowest. */
export const TierKey = { VERY_HIGH: "VERY_HIGH", HIGH: "HIGH", MEDIUM: "MEDIUM", LOW: "LOW" } as const;
export type TierKey = (typeof TierKey)[keyof typeof TierKey];

registerEnumType(TierKey, {
  name: "TierKey",
  description: "The tiers (组别) of the overall index, from the highest to the lowest.",
  valuesConfig: {
    VERY_HIGH: { description: "非常高: an overall index above 90." },
    HIGH: { description: "高: an overall index between 80 and 90." },
    MEDIUM: { description: "中: below 高; the report prints no bounds for it." },
    LOW: { description: "低: no source puts a region in it, and it has no bounds." },
  },
});

/** What is known of a tier whatever the edition. */
export interface TierRow {
  readonly key: TierKey;
  readonly name: string;
  readonly nameEn: string;
  readonly order: number;
}

@ObjectType({
  implements: Node,
  description:
    "A tier of the overall index. Its bounds in a certain edition are in `Edition.tiers`. 组别。Example: 非常高.",
})
export class Tier extends Node implements TierRow {
  @Field(() => TierKey, { description: "Stable key. Example: VERY_HIGH." })
  readonly key!: TierKey;

  @Field(() => String, { description: "Name in Chinese. Example: 非常高." })
  readonly name!: string;

  @Field(() => String, { description: "Name in English, GovGraph's own. Example: Very high." })
  readonly nameEn!: string;

  @Field(() => Int, { description: "Place among the tiers, 1 being the highest." })
  readonly order!: number;

  constructor(row: TierRow) {
    super();
    Object.assign(this, row, { id: globalId("Tier", row.key) });
  }
}
